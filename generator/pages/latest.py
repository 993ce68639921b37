"""Keeps what was worked out for a call until another call is printed. Knows neither calls nor what is kept of them.

The page of a call and those of its questions are printed one after the other, and much of what they say is the same.
Each page still looks up for itself what that follows from, so that it is known what the page depends on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from operator import is_
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class Latest(Generic[T]):
    """What was worked out for the call that was asked for last."""

    call: str = ""
    """Its id."""
    known: dict[int, tuple[tuple[Any, ...], T]] = field(default_factory=dict)
    """Number of a turn → what it followed from, and what that was."""

    def of(self, call: str, turn: int, given: tuple[Any, ...], work: Callable[[], T]) -> T:
        """Give what follows from something: what is known, if it followed from the very same things."""
        if call != self.call:
            self.call, self.known = call, {}
        before = self.known.get(turn)
        if before and len(before[0]) == len(given) and all(map(is_, before[0], given)):
            return before[1]
        made = work()
        self.known[turn] = (given, made)
        return made
