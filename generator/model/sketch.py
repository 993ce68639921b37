"""A call whose words are fetched when somebody looks at them, and what an archive knows without. Knows no files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from generator.model.call import Call
from generator.model.kinds import MentionKind
from generator.problems import Problem

NAMED = ("id", "series", "key", "title", "date", "period", "organization", "kind")
"""What a call is called, which seldom changes when its words do."""
HEAD = (*NAMED, "source", "reader", "claim", "language")
BODY = tuple(each.name for each in fields(Call) if each.name not in HEAD)


@dataclass(frozen=True, slots=True)
class Edge:
    """An exchange, as far as other calls are concerned."""

    asker: str | None
    answered_by: tuple[str, ...]
    key: str


@dataclass(frozen=True, slots=True)
class Outline:
    """What an archive has to know of a call to link it."""

    head: tuple[Any, ...]
    """The values of `HEAD`."""
    spoken_of: Mapping[tuple[MentionKind, str], tuple[int, ...]]
    """(kind, id) → number of the turn of each mention, in order."""
    speakers: tuple[str, ...]
    """Ids, in order of speaking."""
    exchanges: tuple[Edge, ...]
    problems: tuple[Problem, ...]


class Sketch(Call):
    """A call of which only the head is at hand: it fetches the rest of itself when somebody looks at it."""

    __slots__ = ("_fetch",)
    _fetch: Callable[[], Call]

    def __getattr__(self, name: str) -> Any:  # asked for what is not there, and for nothing else
        if name not in BODY:
            raise AttributeError(name)
        whole = self._fetch()
        for each in BODY:
            object.__setattr__(self, each, getattr(whole, each))
        return getattr(whole, name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Call) and _values(self) == _values(other)

    def __hash__(self) -> int:
        return hash(self.id)

    def __reduce__(self) -> tuple[type[Call], tuple[Any, ...]]:
        return Call, _values(self)


_values = attrgetter(*(each.name for each in fields(Call)))


head: Callable[[Call], tuple[Any, ...]] = attrgetter(*HEAD)
"""Gives the values of `HEAD`."""


named: Callable[[Call], tuple[Any, ...]] = attrgetter(*NAMED)
"""Gives the values of `NAMED`."""


def sketch(known: tuple[Any, ...], fetch: Callable[[], Call]) -> Call:
    """Make a call of its head; `fetch` gives all of it."""
    made = Sketch.__new__(Sketch)
    for name, value in zip((*HEAD, "_fetch"), (*known, fetch), strict=True):
        object.__setattr__(made, name, value)
    return made


def close(call: Call) -> None:
    """Let a call go of what it fetched; for whoever looks into it after all it fetches that again."""
    with suppress(AttributeError):  # nobody has looked into it
        for name in BODY if isinstance(call, Sketch) else ():
            object.__delattr__(call, name)
