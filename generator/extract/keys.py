"""Gives every exchange the key of its page: who asks, and the how manieth question of theirs it is in the call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from generator import slugs
from generator.extract.context import Context
from generator.model import Call, Exchange, packing


def extract(call: Call, context: Context) -> Call:
    """Name the exchanges: `<asker>-<n>`, or `question-<n>` where nobody knows who asks."""
    return replace(call, exchanges=tuple(_keyed(call, context)))


def _keyed(call: Call, context: Context) -> Iterator[Exchange]:
    counted: Counter[str] = Counter()
    for exchange in call.exchanges:
        known = exchange.asker and not context.roster.speakers[exchange.asker].anonymous
        asker = _slug(exchange.asker) if known and exchange.asker else "question"
        counted[asker] += 1
        yield packing.varied(exchange, key=f"{asker}-{counted[asker]}")


_slug = lru_cache(maxsize=4096)(slugs.slug)
