"""Keeps what was worked out of a call until another call is printed. Knows neither calls nor what is kept of them.

The page of a call and those of its questions are printed one after the other, and much of what they say is the same.
What is kept here must follow from the call alone: nobody sees which page it was worked out for.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class Latest(Generic[T]):
    """What was worked out of the call that was asked for last."""

    call: object = None
    known: dict[Hashable, T] = field(default_factory=dict)

    def of(self, call: object) -> dict[Hashable, T]:
        """Give what is known of a call, to look into and to add to; of another one all is forgotten."""
        if call is not self.call:
            self.call, self.known = call, {}
        return self.known
