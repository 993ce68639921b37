"""Lists of the turns that speak of something, kept short, since there are hundreds of thousands. Knows no files."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from typing import overload

Run = tuple[str, tuple[int, ...]]
"""Call id, and the number of its turn for each time that the thing is spoken of, turns in the order of the list."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A turn that speaks of something, as an index lists it."""

    call: str
    turn: int
    times: int
    """How often."""


class Places(Sequence[Passage]):
    """Passages in order, each made only when somebody looks at it."""

    __slots__ = ("calls", "ends", "turns")

    def __init__(self, runs: Iterable[Run] = ()) -> None:
        kept = [run for run in runs if run[1]]
        self.calls, self.turns = tuple([call for call, _ in kept]), tuple([turns for _, turns in kept])
        self.ends = array("I", accumulate([len({*turns}) for turns in self.turns]))

    @property
    def runs(self) -> Iterator[Run]:
        """What it was made of."""
        return zip(self.calls, self.turns, strict=True)

    def __len__(self) -> int:
        return self.ends[-1] if self.ends else 0

    def __iter__(self) -> Iterator[Passage]:
        return _passages(self.runs)

    @overload
    def __getitem__(self, at: int) -> Passage: ...
    @overload
    def __getitem__(self, at: slice) -> Places: ...
    def __getitem__(self, at: int | slice) -> Passage | Places:
        if isinstance(at, int):
            at = range(len(self))[at]  # or it raises what a list would
            return next(iter(self[at : at + 1]))
        start, stop, step = at.indices(len(self))
        if step != 1:
            return Places((each.call, (each.turn,) * each.times) for each in tuple(self)[at])
        return Places(self._between(start, stop))

    def _between(self, start: int, stop: int) -> Iterator[Run]:
        """Yield the runs of a part, cut where it begins or ends inside of one."""
        first = bisect_right(self.ends, start)
        begin = self.ends[first - 1] if first else 0
        for (call, turns), end in islice(zip(self.runs, self.ends, strict=True), first, None):
            if begin >= stop:
                return
            kept = {*islice(dict.fromkeys(turns), max(0, start - begin), stop - begin)}
            yield call, turns if len(kept) == end - begin else tuple([turn for turn in turns if turn in kept])
            begin = end

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Places) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Places({tuple(self.runs)!r})"


def _passages(runs: Iterable[Run]) -> Iterator[Passage]:
    return (Passage(call, turn, times) for call, turns in runs for turn, times in Counter(turns).items())
