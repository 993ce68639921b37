"""What a reader is shown of a record: one small file each, fetched when its result is. Must not know shards.

Pagefind writes such files too, but knows neither who begins to speak where, nor a name that the next build keeps.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from generator.search import languages, packing
from generator.search.record import Record

NAME_MARK = "n-"
"""Begins the ids of their results, so that a reader's browser tells them apart before it fetches any."""
SHOWN = frozenset({"section", "status"})
"""Facets that what is shown of a record repeats; an index of a thousand calls would grow by a twentieth with all."""
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Fragment:
    """What a reader is shown of one record."""

    name: str
    """`20240502-3f9a01c2d4-07`: date, call as it is now, place in the call; results come under this name as id."""
    words: int
    data: bytes


def write(
    records: Sequence[Record], indexed: Sequence[Mapping[str, Any]], by_signs: bool = False
) -> Iterator[Fragment]:
    """Write records as Pagefind indexed them; files are named by call, so that a change renames those of its call."""
    shown = [(record, _shown(record, each, by_signs)) for record, each in zip(records, indexed, strict=True)]
    for _, members in groupby(shown, key=lambda each: each[0].group):
        group = list(members)
        name = hashlib.sha256(b"\0".join(data for _, (_, data) in group)).hexdigest()[:10]
        first = group[0][0]
        mark = f"{first.date.replace('-', '')[:8]:0>8}-" if first.language else NAME_MARK
        for number, (_, (words, data)) in enumerate(group):
            yield Fragment(f"{mark}{name}-{digits(number)}", words, packing.packed(data, 9))


def _shown(record: Record, indexed: Mapping[str, Any], by_signs: bool) -> tuple[int, bytes]:
    """Write the fragment of a record: as Pagefind has it, with facets, date, and who begins to speak where."""
    text = languages.part(record.words) if by_signs else str(indexed["content"])
    meta = {"title": record.title, "context": record.context, "call": record.call, "date": record.date}
    fragment = {
        "url": record.address,
        "content": text,
        "word_count": indexed["word_count"],
        "filters": {facet: list(values) for facet, values in record.facets if facet in SHOWN or not record.language},
        "meta": {name: value for name, value in meta.items() if value},
        "anchors": list(_anchors(record, text)),
    }
    return int(indexed["word_count"]), json.dumps(fragment, ensure_ascii=False, separators=(",", ":")).encode()


def _anchors(record: Record, text: str) -> Iterator[dict[str, Any]]:
    """Write places as headings, which Pagefind's script takes for parts of a result; text must be as it was told."""
    words = languages.tokens(text)
    plain = languages.BORDER not in text
    if (text if plain else "".join(words)) != record.words:
        return
    at = number = 0
    for place in record.places:
        while at < place.start:
            at += len(words[number]) + plain
            number += 1
        yield {"element": "h4", "id": place.anchor, "text": place.label, "location": number}


def digits(number: int) -> str:
    """Write a number in base 36 with two digits or more: `0a`."""
    high, low = divmod(number, 36)
    return (digits(high).lstrip("0") if high >= 36 else DIGITS[high]) + DIGITS[low]
