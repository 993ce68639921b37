"""Puts calls into columns of time, at most as many as a picture bears. Knows neither wording nor what is counted.

A short series has one column a call. What is longer is put into months, else quarters, else years, from the first call
to the last: the finest that fits, and that is not full of gaps. Times in which no call was held have columns too. If
even the years are too many, the first column holds all that is earlier. Calls without a date have a last column of
their own.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Archive, Call

MOST = 16
"""Columns, at most; those of earlier calls and of calls without a date come on top."""
FILLED = 0.75
"""Part of the columns in which calls must have been held, for a finer scale to be taken."""
EARLIER, UNDATED = "earlier", "undated"


@dataclass(frozen=True, slots=True)
class Column:
    """Calls that stand in one column."""

    key: str
    """A call id, `2024-05`, `2024-q2`, `2024`, `EARLIER` or `UNDATED`."""
    calls: tuple[str, ...]
    """Call ids, oldest first; none where no call was held in that time."""
    single: bool = False
    """Whether it stands for one call, whose id is the key."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Columns, and in which of them each call stands."""

    columns: tuple[Column, ...]
    at: Mapping[str, int]
    """Call id → index of its column."""


def timelines(archive: Archive) -> dict[str, Timeline]:
    """Make the columns of every series, by its id, and under the empty string those of the whole archive."""
    found = {"": by_time(archive.calls.values())}
    for series in archive.series.values():
        found[series.id] = of_calls([archive.calls[call] for call in series.calls])
    return {
        key: Timeline(shown, {call: number for number, each in enumerate(shown) for call in each.calls})
        for key, shown in found.items()
    }


def of_calls(calls: Sequence[Call], most: int = MOST) -> tuple[Column, ...]:
    """Give each call a column, oldest first as they are given; too many are put together by time."""
    if len(calls) <= most:
        return tuple(Column(call.id, (call.id,), single=True) for call in calls)
    return by_time(calls, most)


def by_time(calls: Iterable[Call], most: int = MOST) -> tuple[Column, ...]:
    """Put calls together by the time in which they were held."""
    ordered = sorted(calls, key=lambda call: (call.date or "", call.id))
    dated = [(held, call.id) for call in ordered if (held := day(call))]
    undated = tuple(call.id for call in ordered if day(call) is None)
    rest = (Column(UNDATED, undated),) if undated else ()
    if not dated:
        return rest
    cut, back = next(each for each in SCALES if each is SCALES[-1] or _fits([each[0](held) for held, _ in dated], most))
    first, last = max(cut(dated[0][0]), cut(dated[-1][0]) - most + 1), cut(dated[-1][0])
    earlier = tuple(call for held, call in dated if cut(held) < first)
    held_in: dict[int, list[str]] = {}
    for held, call in dated:
        held_in.setdefault(cut(held), []).append(call)
    columns = (Column(back(step), tuple(held_in.get(step, ()))) for step in range(first, last + 1))
    return ((Column(EARLIER, earlier),) if earlier else ()) + tuple(columns) + rest


def day(call: Call) -> datetime.date | None:
    """Read the date of a call, if it is a whole one."""
    try:
        return datetime.date.fromisoformat((call.date or "")[:10])
    except ValueError:
        return None


def _fits(steps: Sequence[int], most: int) -> bool:
    across = steps[-1] - steps[0] + 1
    return across <= most and len(set(steps)) >= FILLED * across


Scale = tuple[Callable[[datetime.date], int], Callable[[int], str]]
"""A date → the number of its step, and the number → the key of the column."""

SCALES: tuple[Scale, ...] = (
    (lambda held: held.year * 12 + held.month - 1, lambda step: f"{step // 12:04}-{step % 12 + 1:02}"),
    (lambda held: held.year * 4 + (held.month - 1) // 3, lambda step: f"{step // 4:04}-q{step % 4 + 1}"),
    (lambda held: held.year, lambda step: f"{step:04}"),
)
"""From the finest to the coarsest."""
