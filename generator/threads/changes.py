"""Tells what an answer says that the earlier one did not, and the reverse, sentence by sentence. Must not know threads.

A sentence has a counterpart where another has most of its words and all of its figures. Courtesies are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.grammar import sentences
from generator.model import Call, Exchange, Span
from generator.threads import terms

SAME = 0.5
"""So large a part of the words of two sentences must be the same (Dice)."""
FEWEST = 2
"""A sentence of fewer terms and without a figure is a courtesy."""
MOST = 400
"""Sentences of an answer that are compared; what exceeds them is left out."""

# "19.4", "1,200", "$347", "3/4", "2025"
FIGURE = re.compile(r"\d[\d.,/]*\d|\d")

# "收入增长。" "真的吗？": a sentence ends here without a space
STOP = re.compile(r"(?<=[。！？])(?=\S)")


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    stems: frozenset[str]
    figures: frozenset[str]


def between(
    before: tuple[Call, tuple[Span, ...]], now: tuple[Call, tuple[Span, ...]]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Compare two answers, each a call and paragraphs of it: (what is new, what is gone)."""
    old, new = list(_sentences(*before)), list(_sentences(*now))
    return _without(new, old), _without(old, new)


def answer(call: Call, exchange: Exchange, parts: tuple[str, ...]) -> tuple[Span, ...]:
    """Return the paragraphs that answer the parts: what is linked to them, else all answers that follow."""
    places = _places(call, exchange, parts)
    return tuple(Span(turn, at, 0, len(call.turn(turn).paragraphs[at - 1].text)) for turn, at in places)


def _places(call: Call, exchange: Exchange, parts: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    meant = [part for part in exchange.parts if part.id in parts] or list(exchange.parts)
    linked = {(p.turn, p.paragraph) for part in meant for p in part.answered_in}
    if linked and all(part.answered_in for part in meant):
        return tuple(sorted(linked))
    first = min((part.turn for part in meant), default=exchange.first)
    turns = [number for number in exchange.answers if number > first] or list(exchange.answers)
    until = _next_question(exchange, turns[0]) if turns else 0
    kept = [number for number in turns if not until or number < until]
    return tuple((number, at) for number in kept for at in range(1, len(call.turn(number).paragraphs) + 1))


def _next_question(exchange: Exchange, answer: int) -> int:
    """The turn in which the asker comes back after an answer; 0 for none."""
    return next((number for number in exchange.questions if number > answer), 0)


def _sentences(call: Call, answer: tuple[Span, ...]) -> Iterator[_Sentence]:
    count = 0
    for place in answer:
        text = call.turn(place.turn).paragraphs[place.paragraph - 1].text
        for start, end in _spans(text):
            stems = frozenset(term.stem for term in terms.terms(text, start=start, end=end))
            figures = frozenset(FIGURE.findall(text[start:end]))
            if count < MOST and (len(stems) >= FEWEST or figures):
                count += 1
                yield _Sentence(Span(place.turn, place.paragraph, start, end), stems, figures)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for start, end in sentences.spans(text):
        cuts = [start, *(start + found.start() for found in STOP.finditer(text[start:end])), end]
        yield from pairwise(cuts)


def _without(some: list[_Sentence], others: list[_Sentence]) -> tuple[Span, ...]:
    """Keep the sentences that have no counterpart among others."""
    return tuple(one.span for one in some if not any(_counterparts(one, other) for other in others))


def _counterparts(one: _Sentence, other: _Sentence) -> bool:
    if one.figures != other.figures:
        return False
    shared, every = len(one.stems & other.stems), len(one.stems) + len(other.stems)
    return 2 * shared >= SAME * every
