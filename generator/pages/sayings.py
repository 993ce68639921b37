"""What a call says of one thing, as a list shows it, and no more: so that a list sees it in one look.

Knows no markup, and no list.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from generator.model import Call, Exchange, Mention, MentionKind

Thing = tuple[MentionKind, str]
"""Kind and id of what is spoken of."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A turn that speaks of a thing."""

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
        found = self.mentions[begin : bisect_right(self.mentions, thing, lo=begin, key=_thing)]
        if not found:
            raise KeyError(thing)
        return {turn: _saying(self.call, tuple(said)) for turn, said in groupby(found, key=_turn)}

    def __iter__(self) -> Iterator[Thing]:
        return (thing for thing, _ in groupby(self.mentions, key=_thing))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _saying(call: Call, said: tuple[Mention, ...]) -> Saying:
    first = said[0]
    turn = call.turn(first.turn)
    seen = None if turn.voice is None else call.appearances[turn.voice]
    return Saying(
        turn=first.turn,
        paragraph=first.paragraph,
        text=turn.paragraphs[first.paragraph - 1].text,
        places=tuple([(each.start, each.end) for each in said if each.paragraph == first.paragraph]),
        times=len(said),
        about=(first.turn, first.target) in call.about,
        exchange=next((each.number for each in reversed(call.exchanges) if _holds(each, first.turn)), None),
        speaker=turn.speaker,
        name=seen.name if seen else "",
        title=seen.title if seen else None,
        organization=seen.organization if seen else None,
    )


def _holds(exchange: Exchange, turn: int) -> bool:
    return exchange.first <= turn <= exchange.last


def _order(mention: Mention) -> tuple[MentionKind, str, int, int, int, int]:
    return mention.kind, mention.target, mention.turn, mention.paragraph, mention.start, -mention.end


_thing = attrgetter("kind", "target")
_turn = attrgetter("turn")
