"""Finds calls that lie in an archive twice, as two files of one call do. Must not know threads."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from generator.model import Call

LONG = 8
"""Words of a part that nobody asks twice word for word."""
SOME = 3
"""Parts that both must have word for word, and half of all long ones of the smaller call."""


def copies(calls: Iterable[Call]) -> frozenset[str]:
    """Return the ids of calls whose questions another call of the same series has already, word for word."""
    asked: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    long: Counter[str] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    for call in sorted(calls, key=lambda call: (len(call.id), call.id)):
        for text in sorted({" ".join(part.text.split()).casefold() for x in call.exchanges for part in x.parts}):
            if text.count(" ") >= LONG - 1:
                long[call.id] += 1
                both.update((other, call.id) for other in asked[call.series, text])
                asked[call.series, text] = [*asked[call.series, text][: SOME - 1], call.id]
    pairs = [pair for pair, found in both.items() if found >= SOME and 2 * found >= min(long[id] for id in pair)]
    return frozenset(call for _, call in pairs)
