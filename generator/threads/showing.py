"""Writes shared terms as they are said, so that a reader sees what made two questions one. Knows no pages."""

from __future__ import annotations

from generator.model import Archive
from generator.threads.asks import Ask
from generator.threads.terms import Term
from generator.threads.weighing import Scale

MOST = 6
TELLING = 0.25
"""From this weight on a word tells something; "President" does not where every question has it."""


def words(archive: Archive, ask: Ask, shared: tuple[str, ...], scale: Scale) -> tuple[str, ...]:
    """Write the terms that a question shares, the heaviest first, in its own words: "data centers", "orders"."""
    turn = archive.calls[ask.asked.call].turn(_turn(archive, ask))
    every = [*ask.lead, *ask.near, *ask.own]
    told: dict[str, None] = {}
    done: set[str] = set()
    for stem in shared:
        if stem in done or scale.weights[stem] < TELLING:
            continue
        at = max(number for number, term in enumerate(every) if term.stem == stem)
        first = last = at
        while first and _one(every, first - 1, first, shared, scale):
            first -= 1
        while last + 1 < len(every) and _one(every, last, last + 1, shared, scale):
            last += 1
        done.update(term.stem for term in every[first : last + 1])
        text = turn.paragraphs[every[at].paragraph - 1].text[every[first].start : every[last].end]
        if not any(text.casefold() in other.casefold() for other in told):
            told.setdefault(text)
    return tuple(told)[:MOST]


def _turn(archive: Archive, ask: Ask) -> int:
    return next(part.turn for part in archive.exchange(ask.asked).parts if part.id == ask.part)


def _one(every: list[Term], one: int, two: int, shared: tuple[str, ...], scale: Scale) -> bool:
    """Whether two neighbours are one thing, side by side, and both shared."""
    a, b = every[one], every[two]
    near = a.paragraph == b.paragraph and 0 < b.start - a.end <= 1
    return near and a.stem in shared and b.stem in shared and b.stem in scale.joined.get(a.stem, ())
