"""Keeps where units looked in calls, small: looks as numbers in one table, since calls are looked at in the same ways.

Must not know what looks see, nor what becomes of a unit.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from generator.pages.traces import Look

QUICK = 1
"""How hard is squeezed: twice as hard takes three times as long, for a tenth less."""

Ways = bytes
"""Numbers of looks, in order; the same for all calls that were looked at in the same way."""
Within = dict[str, Ways]
"""Call id → looks into the call."""


@dataclass(slots=True)
class Table:
    """Every look into a call, whichever it is, once."""

    looks: list[Look] = field(default_factory=list)
    numbers: dict[Look, int] = field(default_factory=dict)

    def __getstate__(self) -> list[Look]:
        return self.looks

    def __setstate__(self, looks: list[Look]) -> None:
        self.looks, self.numbers = looks, {look: number for number, look in enumerate(looks)}

    def ways(self, looks: Iterable[Look]) -> Ways:
        """Give the numbers of looks."""
        return array("I", map(self._number, looks)).tobytes()

    def told(self, ways: Ways) -> list[Look]:
        """Give the looks of numbers."""
        return list(map(self.looks.__getitem__, array("I", ways)))

    def _number(self, look: Look) -> int:
        found = self.numbers.get(look)
        if found is None:
            found = self.numbers[look] = len(self.looks)
            self.looks.append(look)
        return found


def pack(within: Within) -> bytes:
    """Squeeze where a unit looked in calls; which calls they are is kept elsewhere, in this order."""
    if not within:
        return b""
    return zlib.compress(array("I", map(len, within.values())).tobytes() + b"".join(within.values()), QUICK)


def unpack(calls: list[str], packed: bytes) -> Within:
    """Undo `pack`, for the same calls."""
    if not packed:
        return {}
    rest = zlib.decompress(packed)
    lengths = array("I", rest[: array("I").itemsize * len(calls)])
    ends = accumulate(lengths, initial=lengths.itemsize * len(calls))
    return {call: rest[begin:end] for call, (begin, end) in zip(calls, pairwise(ends), strict=True)}
