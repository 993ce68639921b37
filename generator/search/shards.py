"""Which records are indexed together, and the index of such a shard, ready to be joined with others.

A shard is what one change makes anew, so it is small; which shard a call is in depends on its id alone. The same
shard makes the same pack, so packs are remembered and made in other processes. Must not know calls or sites.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from generator.search import packing, service
from generator.search.languages import DEFAULT
from generator.search.packing import Word
from generator.search.record import FACETS, Record

NAMES = "names"
"""The bundle of people, organisations, topics and calls."""
FORMAT = 1
"""Raised whenever the same records would make another pack."""
SIZE = 240
"""Records of a shard on average: about fifteen calls, which take a second."""
TOLD = frozenset({"call", "series", "year", "period"})
"""Facets that what is shown of a record need not repeat: the call tells them."""
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Shard:
    """Records that are indexed together."""

    bundle: str
    """A language, or `names`."""
    language: str
    """By whose rules words are cut to their stems."""
    records: tuple[Record, ...]
    program: Path
    """What indexes them."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """What a reader is shown of one record."""

    name: str
    words: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Pack:
    """The index of a shard. Records are numbered from 0."""

    bundle: str
    language: str
    version: str
    fields: tuple[str, ...]
    fragments: tuple[Fragment, ...]
    words: Mapping[str, Word]
    facets: Mapping[str, Mapping[str, tuple[int, ...]]]
    """Facet → value → numbers of records."""
    dates: tuple[str, ...]
    """One a record; empty where nobody knows it."""


def divide(records: Sequence[Record], program: Path) -> list[Shard]:
    """Put records into shards, those of one call and language into the same.

    Names go into a bundle of their own, cut to stems by the rules of most passages: a reader asks both with one query.
    """
    totals = Counter(record.language or NAMES for record in records)
    main = max((each for each in totals if each != NAMES), key=lambda each: (totals[each], each), default=DEFAULT)
    found: dict[tuple[str, int], list[Record]] = {}
    for record in records:
        bundle = record.language or NAMES
        found.setdefault((bundle, _place(record.group, _count(totals[bundle]))), []).append(record)
    return [
        Shard(bundle, main if bundle == NAMES else bundle, tuple(members), program)
        for (bundle, _), members in sorted(found.items())
    ]


def key(shard: Shard) -> list[str]:
    """Whatever the pack of a shard depends on."""
    told = hashlib.sha256()
    for record in shard.records:
        told.update(repr(record).encode())
    return [str(FORMAT), shard.bundle, shard.language, shard.program.name, told.hexdigest()]


def pack(shard: Shard) -> Pack:
    """Index a shard."""
    with service.running(shard.program) as running:
        files = service.files(running, map(_told, shard.records))
    taken = packing.take(files, shard.language)
    told = {record.address: record for record in shard.records}
    records = [told[each["url"]] for each in taken.fragments]  # Pagefind puts them into an order of its own
    if len(records) != len(shard.records):
        raise packing.Foreign(f"{len(records)} of {len(shard.records)} records")
    return Pack(
        bundle=shard.bundle,
        language=shard.language,
        version=taken.version,
        fields=taken.fields,
        fragments=tuple(_fragments(records, taken.fragments)),
        words=taken.words,
        facets=_facets(records),
        dates=tuple(record.date for record in records),
    )


def _count(records: int) -> int:
    """Choose the number of shards: a power of two, so that a new call seldom moves others."""
    return 1 << max(0, round(records / SIZE) - 1).bit_length()


def _place(group: str, count: int) -> int:
    return int.from_bytes(hashlib.sha256(group.encode()).digest()[:4], "big") % count


def _told(record: Record) -> dict[str, Any]:
    """Say a record to Pagefind: what is searched. What narrows, sorts and shows it is added afterwards."""
    meta = {"title": record.title, "context": record.context}
    return {"url": record.address, "content": record.words, "language": record.language, "meta": meta,
            "filters": {}, "sort": {}}  # fmt: skip


def _fragments(records: Iterable[Record], indexed: Iterable[Mapping[str, Any]]) -> Iterator[Fragment]:
    """Write what is shown of each record; files are named by call, so that a change renames those of its call only."""
    shown = [(record, _shown(record, each)) for record, each in zip(records, indexed, strict=True)]
    for _, members in groupby(shown, key=lambda each: each[0].group):
        group = list(members)
        name = hashlib.sha256(b"\0".join(data for _, (_, data) in group)).hexdigest()[:10]
        for number, (_, (words, data)) in enumerate(group):
            yield Fragment(f"{name}-{_digits(number)}", words, packing.packed(data))


def _shown(record: Record, indexed: Mapping[str, Any]) -> tuple[int, bytes]:
    """Write the fragment of a record: as Pagefind has it, with facets, date, and who begins to speak where."""
    text = str(indexed["content"])
    meta = {"title": record.title, "context": record.context, "call": record.group, "date": record.date}
    places = record.places if len(text.split()) == len(record.words.split()) else ()
    anchors = [{"element": "h4", "id": p.anchor, "text": p.label, "location": p.word} for p in places]
    fragment = {
        "url": record.address,
        "content": text,
        "word_count": indexed["word_count"],
        "filters": {facet: list(values) for facet, values in record.facets if facet not in TOLD},
        "meta": {name: value for name, value in meta.items() if value},
        "anchors": anchors,
    }
    return int(indexed["word_count"]), json.dumps(fragment, ensure_ascii=False, separators=(",", ":")).encode()


def _facets(records: Iterable[Record]) -> dict[str, dict[str, tuple[int, ...]]]:
    found: dict[str, dict[str, list[int]]] = {facet: {} for facet in FACETS}
    for number, record in enumerate(records):
        for facet, values in record.facets:
            for value in values:
                found[facet].setdefault(value, []).append(number)
    return {facet: {value: tuple(at) for value, at in values.items()} for facet, values in found.items() if values}


def _digits(number: int) -> str:
    """Write a number in base 36 with two digits or more: `0a`."""
    high, low = divmod(number, 36)
    return (_digits(high).lstrip("0") if high >= 36 else DIGITS[high]) + DIGITS[low]
