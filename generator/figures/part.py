"""How somebody's part in calls goes over time. Must not know whether it is a person's or a firm's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.figures import columns
from generator.figures.columns import Column
from generator.model import Archive, Call


def over(archive: Archive, calls: Iterable[str]) -> tuple[Column, ...]:
    """Make the columns from the first call somebody took part in to the last, of all series concerned.

    Calls in between without them are there too, so that what was left out shows as zero.
    """
    taken = set(calls)
    series = dict.fromkeys(archive.calls[call].series for call in sorted(taken))
    spans = [_between(archive, archive.series[each].calls, taken) for each in series]
    return columns.of_calls(spans[0]) if len(spans) == 1 else columns.by_time(call for span in spans for call in span)


def count(shown: Sequence[Column], calls: Iterable[str]) -> tuple[int, ...]:
    """Count how often calls of each column are named."""
    found = Counter(calls)
    return tuple(sum(found[call] for call in column.calls) for column in shown)


def _between(archive: Archive, calls: Sequence[str], taken: set[str]) -> list[Call]:
    held = [index for index, call in enumerate(calls) if call in taken]
    return [archive.calls[call] for call in calls[held[0] : held[-1] + 1]]
