"""Writes shared terms as they are said, so that a reader sees what made two questions one. Knows no pages."""

from __future__ import annotations

from generator.model import Call
from generator.threads.asks import Ask
from generator.threads.terms import Term
from generator.threads.weighing import Scale

MOST = 6
TELLING = 0.25
"""From this weight on a word tells something; "President" does not where every question has it."""


def words(call: Call, ask: Ask, shared: tuple[str, ...], scale: Scale) -> tuple[str, ...]:
    """Write the terms that a question shares, the heaviest first, in its own words: "data centers", "orders"."""
    every = [*ask.lead, *ask.near, *ask.own]
    turn = call.turn(_turn(call, ask))
    told: list[str] = []
    taken: list[tuple[int, int, int]] = []
    for stem in (each for each in shared if scale.weights[each] >= TELLING):
        at = max(number for number, term in enumerate(every) if term.stem == stem)
        paragraph, start, end = _spread(every, at, shared, scale)
        if not any(p == paragraph and a < end and start < b for p, a, b in taken):
            text = turn.paragraphs[paragraph - 1].text[start:end]
            told += [text] if text.casefold() not in map(str.casefold, told) else []
        taken.append((paragraph, start, end))
    return tuple(told[:MOST])


def _spread(every: list[Term], at: int, shared: tuple[str, ...], scale: Scale) -> tuple[int, int, int]:
    """Find the words around a term that are one thing with it: (paragraph, start, end)."""
    first = last = every[at]
    if first.stem.startswith("#"):
        return first.paragraph, first.start, first.end
    said = [term for term in every if not term.stem.startswith("#") and term.stem in shared]
    place = said.index(first)
    for term in reversed(said[:place]):
        first = term if _one(term, first, scale) else first
    for term in said[place + 1 :]:
        last = term if _one(last, term, scale) else last
    return first.paragraph, first.start, last.end


def _turn(call: Call, ask: Ask) -> int:
    exchange = call.exchanges[ask.asked.exchange - 1]
    return next((part.turn for part in exchange.parts if part.id == ask.part), exchange.questions[0])


def _one(left: Term, right: Term, scale: Scale) -> bool:
    """Whether two terms are one thing and stand side by side."""
    near = left.paragraph == right.paragraph and 0 < right.start - left.end <= 1
    return near and right.stem in scale.joined.get(left.stem, ())
