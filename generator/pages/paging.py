"""Cuts long lists into pages. Knows neither what is listed nor how it is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.pages import addresses

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Slice:
    """One page of one or more lists that are turned over together."""

    number: int
    """From 1."""
    of: int
    size: int
    path: str
    earlier: str | None
    """Path of the page before."""
    later: str | None

    @property
    def first(self) -> bool:
        """Whether this is the page that has the plain address."""
        return self.number == 1

    def take(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Take what a list has on this page, maybe nothing."""
        return entries[(self.number - 1) * self.size : self.number * self.size]


def slices(path: str, size: int, *lengths: int) -> Iterator[Slice]:
    """Yield a slice for as many pages as the longest list needs, at least one; the first has the plain address."""
    of = max(1, *(-(-length // size) for length in lengths))
    for number in range(1, of + 1):
        yield Slice(
            number=number,
            of=of,
            size=size,
            path=addresses.numbered(path, number),
            earlier=addresses.numbered(path, number - 1) if number > 1 else None,
            later=addresses.numbered(path, number + 1) if number < of else None,
        )
