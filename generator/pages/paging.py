"""Cuts long lists into pages. Knows neither what is listed nor how it is printed.

What is new stands first in most lists. Their pages are therefore cut from the other end: the page with the plain
address holds the newest entries, as many as one page and not yet two, and what has once come to stand on a further
page stays on it. `page_2` is the oldest. Lists from A to Z are cut from the front, as a book is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar, runtime_checkable

from generator.pages import addresses

Entry = TypeVar("Entry")


@runtime_checkable
class Growing(Protocol):
    """A list that would rather not say how long it is."""

    def holds(self, count: int) -> bool:
        """Tell whether it has at least so many entries."""


@dataclass(frozen=True, slots=True)
class Slice:
    """One page of one or more lists that are turned over together."""

    number: int
    """As in its address: from 1."""
    size: int
    path: str
    earlier: str | None
    """Path of the page before, for a reader who goes on from the first."""
    later: str | None
    steady: bool = True
    """Whether it is cut from the end."""

    @property
    def first(self) -> bool:
        """Whether this is the page that has the plain address."""
        return self.number == 1

    def take(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Take what a list has on this page, maybe nothing."""
        if not self.steady:
            return entries[(self.number - 1) * self.size : self.number * self.size]
        if self.first:
            return entries[: len(entries) - _older(len(entries), self.size) * self.size]
        oldest = (self.number - 1) * self.size
        if not _holds(entries, oldest + self.size):
            return entries[:0]
        return entries[-oldest : self.size - oldest or None]


def newest(path: str, size: int, *lengths: int) -> Iterator[Slice]:
    """Yield a slice for as many pages as the longest list needs, at least one, for lists with the newest first."""
    last = max(1, *(_older(length, size) + 1 for length in lengths))
    for number in (1, *range(last, 1, -1)):
        before, after = (1 if number == last else number + 1), (last if number == 1 else number - 1)
        yield Slice(
            number=number,
            size=size,
            path=addresses.numbered(path, number),
            earlier=addresses.numbered(path, before) if number > 1 else None,
            later=addresses.numbered(path, after) if after > 1 else None,
        )


def slices(path: str, size: int, *lengths: int) -> Iterator[Slice]:
    """Yield a slice for as many pages as the longest list needs, at least one, for lists from A to Z."""
    of = max(1, *(-(-length // size) for length in lengths))
    for number in range(1, of + 1):
        yield Slice(
            number=number,
            size=size,
            path=addresses.numbered(path, number),
            earlier=addresses.numbered(path, number - 1) if number > 1 else None,
            later=addresses.numbered(path, number + 1) if number < of else None,
            steady=False,
        )


def page(length: int, index: int, size: int) -> int:
    """Say on which page of a list with the newest first an entry stands."""
    older = _older(length, size) * size
    return 1 if index < length - older else (length - 1 - index) // size + 2


def _older(length: int, size: int) -> int:
    """Count the full pages behind the first."""
    return max(0, length // size - 1)


def _holds(entries: Sequence[object], count: int) -> bool:
    return entries.holds(count) if isinstance(entries, Growing) else len(entries) >= count
