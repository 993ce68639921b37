"""Sorted spans of a text that do not overlap, asked about places. Knows nothing of what they mark."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

Span = tuple[int, int]


def holds(spans: Sequence[Span], place: int) -> bool:
    """Whether a place lies in one of the spans; quick even where there are thousands."""
    at = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return at >= 0 and place < spans[at][1]


def claim(spans: list[Span], start: int, end: int) -> bool:
    """Add a span unless it overlaps one that is there; tell whether it was added."""
    at = bisect_right(spans, start, key=lambda span: span[0])
    free = (at == 0 or spans[at - 1][1] <= start) and (at == len(spans) or end <= spans[at][0])
    if free:
        spans.insert(at, (start, end))
    return free
