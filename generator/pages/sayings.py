"""What a call says of one thing, as a list shows it, and no more: so that a list sees it in one look.

Knows no markup, and no list.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from generator.model import Call, Mention, MentionKind

Thing = tuple[MentionKind, str]
"""Kind and id of what is spoken of."""


class Saying(NamedTuple):
    """A turn that speaks of a thing; a tuple, which takes a third of the time to make."""

    turn: int
    paragraph: int
    """The first one that speaks of it, from 1."""
    text: str
    """The words of that paragraph."""
    places: tuple[tuple[int, int], ...]
    """Where in it the thing is spoken of, in order."""
    times: int
    """How often the whole turn speaks of it."""
    about: bool
    """Whether the turn is about it; see `Call.about`."""
    exchange: int | None
    """Number of the exchange that the turn belongs to."""
    speaker: str | None
    name: str
    """Of the voice, as printed; nothing where nobody can know whose words these are."""
    title: str | None
    organization: str | None


class Sayings(Mapping[Thing, Mapping[int, Saying]]):
    """Thing → number of each turn that speaks of it → what it says, made only when somebody looks at it."""

    __slots__ = ("call", "mentions")

    def __init__(self, call: Call) -> None:
        self.call, self.mentions = call, tuple(sorted(call.mentions, key=_order))

    def __getitem__(self, thing: Thing) -> dict[int, Saying]:
        begin = bisect_left(self.mentions, thing, key=_thing)
        found: dict[int, list[Mention]] = {}
        for each in self.mentions[begin : bisect_right(self.mentions, thing, lo=begin, key=_thing)]:
            found.setdefault(each.turn, []).append(each)
        if not found:
            raise KeyError(thing)
        return {turn: _saying(self.call, turn, said) for turn, said in found.items()}

    def __iter__(self) -> Iterator[Thing]:
        return (thing for thing, _ in groupby(self.mentions, key=_thing))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _saying(call: Call, number: int, said: list[Mention]) -> Saying:
    first, turn = said[0], call.turns[number - 1]
    seen = None if turn.voice is None else call.appearances[turn.voice]
    return Saying(
        turn=number,
        paragraph=first.paragraph,
        text=turn.paragraphs[first.paragraph - 1].text,
        places=tuple([(each.start, each.end) for each in said if each.paragraph == first.paragraph]),
        times=len(said),
        about=(number, first.target) in call.about,
        exchange=_exchange(call, number),
        speaker=turn.speaker,
        name=seen.name if seen else "",
        title=seen.title if seen else None,
        organization=seen.organization if seen else None,
    )


def _exchange(call: Call, turn: int) -> int | None:
    for each in reversed(call.exchanges):
        if each.first <= turn <= each.last:
            return each.number
    return None


def _order(mention: Mention) -> tuple[MentionKind, str, int, int, int, int]:
    return mention.kind, mention.target, mention.turn, mention.paragraph, mention.start, -mention.end


_thing = attrgetter("kind", "target")
