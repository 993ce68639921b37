"""Parts long runs of paragraphs into groups of about the same number of words. Knows no calls."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def part(things: Sequence[T], words: Callable[[T], int], wanted: int) -> Iterator[Sequence[T]]:
    """Yield runs of things, each as near to an equal share of the words as boundaries between things allow."""
    sizes = [words(thing) for thing in things]
    share = sum(sizes) / max(1, round(sum(sizes) / wanted))
    first, done, border = 0, 0, share
    for at, size in enumerate(sizes):
        if at > first and done + size / 2 > border:
            yield things[first:at]
            first = at
            while border <= done + size / 2:
                border += share
        done += size
    if first < len(things):
        yield things[first:]
