"""Cuts the asker's turns of each exchange into the parts that are asked. Must not know who answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.context import Context
from generator.grammar import asking
from generator.model import Call, Evidence, Exchange, QuestionPart, Turn, packing

MOST = 26 * 27
"""Parts are lettered a … z, aa … zz; what exceeds that is not cut."""


def extract(call: Call, context: Context) -> Call:
    """Give every exchange its parts; a question that asks nothing recognisable is one part, whole."""
    return replace(call, exchanges=tuple(packing.varied(x, parts=tuple(_parts(x, call))) for x in call.exchanges))


def _parts(exchange: Exchange, call: Call) -> Iterator[QuestionPart]:
    found = [p for number in exchange.questions for p in _of_turn(call.turn(number))]
    if not found and exchange.questions:
        turn = call.turn(exchange.questions[0])
        found = [(turn, n, 0, len(p.text), "whole paragraph") for n, p in enumerate(turn.paragraphs, start=1)]
    for count, (turn, paragraph, start, end, rule) in enumerate(found[:MOST]):
        text = turn.paragraphs[paragraph - 1].text[start:end]
        line = turn.paragraphs[paragraph - 1].line
        yield QuestionPart(
            f"{exchange.id}{letter(count)}", turn.number, paragraph, start, end, text, Evidence(rule, line)
        )


def _of_turn(turn: Turn) -> Iterator[tuple[Turn, int, int, int, str]]:
    for number, paragraph in enumerate(turn.paragraphs, start=1):
        for part in asking.parts(paragraph.text):
            yield turn, number, part.start, part.end, part.rule


def letter(count: int) -> str:
    """0 → a, 25 → z, 26 → aa."""
    return chr(97 + count) if count < 26 else letter(count // 26 - 1) + letter(count % 26)
