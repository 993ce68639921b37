"""Cuts an exchange into rounds: what is asked in one go, and the answers up to the next question. Knows turns only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract import wording
from generator.extract.wording import Weights
from generator.grammar import routing, sentences
from generator.model import Call, Exchange, Mention, QuestionPart

LONGEST = 600
"""Sentences of a round's answers that are looked at."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of an answer."""

    turn: int
    paragraph: int
    start: int
    end: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Round:
    """Parts asked in one go, and what is said to them before the asker asks again."""

    parts: tuple[QuestionPart, ...]
    said: tuple[Said, ...]
    answers: tuple[int, ...]
    """Numbers of the turns that answer."""


def rounds(call: Call, exchange: Exchange) -> Iterator[Round]:
    """Yield the rounds of an exchange; a question that is cut off goes into the round that is answered."""
    waiting: list[QuestionPart] = []
    for number, turn in enumerate(exchange.questions):
        following = exchange.questions[number + 1] if number + 1 < len(exchange.questions) else exchange.last + 1
        answers = tuple(n for n in exchange.answers if turn < n < following)
        waiting += [part for part in exchange.parts if part.turn == turn]
        if answers or number + 1 == len(exchange.questions):
            yield Round(tuple(waiting), tuple(_said(call, answers)), answers)
            waiting = []


def _said(call: Call, answers: tuple[int, ...]) -> Iterator[Said]:
    count = 0
    for number in answers:
        for place, paragraph in enumerate(call.turn(number).paragraphs, start=1):
            for start, end in sentences.spans(paragraph.text):
                count += 1
                if count > LONGEST:
                    return
                yield Said(number, place, start, end, paragraph.text[start:end], paragraph.line)


def courteous(said: Said) -> bool:
    """Whether a sentence only thanks or greets."""
    return routing.courteous(said.text)


def mentioned(call: Call) -> dict[tuple[int, int], list[Mention]]:
    """(turn, paragraph) → what is spoken of there."""
    found: dict[tuple[int, int], list[Mention]] = {}
    for mention in call.mentions:
        found.setdefault((mention.turn, mention.paragraph), []).append(mention)
    return found


def weigh(call: Call) -> Weights:
    """How rare each word is among the paragraphs of all questions and answers."""
    numbers = sorted({n for x in call.exchanges for n in (*x.questions, *x.answers)})
    return wording.weigh(p.text for n in numbers for p in call.turn(n).paragraphs)
