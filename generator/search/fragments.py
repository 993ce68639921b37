"""What a reader is shown of a record: one small file each, fetched when its result is. Must not know shards.

Pagefind writes such files too, but knows neither who begins to speak where, nor a name that the next build keeps.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from typing import Any

from generator.search import languages, packing
from generator.search.record import Record

NAME_MARK = "n-"
"""Begins the ids of their results, so that a reader's browser tells them apart before it fetches any."""
EFFORT = 6
"""Of packing: more takes longer and gains a ten-thousandth, since each file is small."""
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
    shown = [_shown(record, each, by_signs) for record, each in zip(records, indexed, strict=True)]
    named = names(records, [data for _, data in shown])
    for name, (words, data) in zip(named, shown, strict=True):
        yield Fragment(name, words, packing.packed(data, EFFORT))


def names(records: Sequence[Record], shown: Sequence[bytes]) -> Iterator[str]:
    """Name records, in which those of one call stand together, by what is shown of all of that call."""
    both = zip(records, shown, strict=True)
    for _, members in groupby(both, key=lambda each: each[0].group):
        group = list(members)
        name = hashlib.sha256(b"\0".join(data for _, data in group)).hexdigest()[:10]
        first = group[0][0]
        mark = f"{first.date.replace('-', '')[:8]:0>8}-" if first.language else NAME_MARK
        yield from (f"{mark}{name}-{digits(number)}" for number in range(len(group)))


def _shown(record: Record, indexed: Mapping[str, Any], by_signs: bool) -> tuple[int, bytes]:
    """Write the fragment of a record as Pagefind's script wants it, and who begins to speak where.

    Facets of a passage, its call, its date and its length are left out: the first are in files of their own, the others
    in address, name and the table of contents. In files as small as these, what all have in common takes as much room
    as what tells them apart.
    """
    words, text = int(indexed["word_count"]), str(indexed["content"])
    if languages.BORDER not in text:  # else Pagefind has parted it, and counts by its borders
        text = languages.part(record.words) if by_signs else record.words
    return words, written(record, text)


def written(record: Record, text: str) -> bytes:
    """Write what is shown of a record; text must be as it was told, or nobody knows who says what."""
    fragment = {
        "url": record.address,
        "content": text,
        **({} if record.language else {"filters": {facet: list(values) for facet, values in record.facets}}),
        "meta": {"title": record.title, "context": record.context} if record.context else {"title": record.title},
        "anchors": [],
        "places": list(_places(record, text)),
    }
    return json.dumps(fragment, ensure_ascii=False, separators=(",", ":")).encode()


def _places(record: Record, text: str) -> Iterator[str]:
    """Write `40 t12 Mei Tan`: the word at which a place begins, its anchor, and who speaks, unless it is the same."""
    tokens = text.split(languages.BORDER)
    if (text if len(tokens) == 1 else "".join(tokens)) != record.words:
        return
    starts = [place.start for place in record.places]
    label = ""
    for place, number in zip(record.places, _numbers(text, tokens, starts), strict=True):
        yield f"{number} {place.anchor}" if place.label == label else f"{number} {place.anchor} {place.label}"
        label = place.label


def _numbers(text: str, tokens: Sequence[str], starts: Sequence[int]) -> list[int]:
    """Count the words before each place, as Pagefind's script parts them: at borders, or at spaces."""
    if len(tokens) > 1:
        ends = list(accumulate(map(len, tokens), initial=0))
        return [bisect_left(ends, start) for start in starts]
    return list(accumulate(text.count(" ", start, end) for start, end in pairwise((0, *starts))))


def digits(number: int) -> str:
    """Write a number in base 36 with two digits or more: `0a`."""
    high, low = divmod(number, 36)
    return (digits(high).lstrip("0") if high >= 36 else DIGITS[high]) + DIGITS[low]
