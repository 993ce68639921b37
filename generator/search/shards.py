"""Which records are indexed together, and the index of such a shard, ready to be joined with others.

A shard is what one change makes anew, so it is small; which shard a call is in depends on its id alone. The same
shard makes the same pack, so packs are remembered and made in other processes. Must not know calls or sites.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path
from typing import Any

from generator.search import binary, fragments, languages, listing, packing, service
from generator.search.fragments import Fragment
from generator.search.packing import Taken
from generator.search.record import FACETS, Record
from generator.search.slips import Share

NAMES = "names"
"""The bundle of people, organisations, topics and calls."""
FORMAT = 6
"""Raised whenever the same records would make another pack."""
SIZE = 240
"""Records of a shard on average at most: about fifteen calls, which take a second."""
LARGEST = 2_500
"""Records of a bundle on average at most: Pagefind's time for a word grows with the square of what has it."""
HEAVY = 200
"""Bytes of a shard's list below which a word cannot be one that is everywhere."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Records that are indexed together."""

    bundle: str
    """A language, or `names`; further bundles of a language are `en-2`, `en-3` …"""
    language: str
    """By whose rules words are cut to their stems."""
    program: Path
    """What indexes them."""
    shares: tuple[Share, ...]
    records: tuple[Record, ...] = ()
    """Those of the shares; none until it is indexed."""

    @property
    def by_signs(self) -> bool:
        """Whether text without spaces is parted into single signs, since the program does not part it into words."""
        return self.language in languages.UNPARTED and not binary.parts(self.program)


@dataclass(frozen=True, slots=True)
class Pack:
    """The index of a shard. Records are numbered from 0."""

    key: str
    """What the shard was remembered by."""
    language: str
    by_signs: bool
    version: str
    fields: tuple[str, ...]
    fragments: tuple[Fragment, ...]
    words: bytes
    """As `packing.given` reads them."""
    facets: Mapping[str, Mapping[str, tuple[int, ...]]]
    """Facet → value → numbers of records."""
    heavy: Mapping[str, int]
    """Word → bytes of its list, where these are many; of what Pagefind parts itself nothing is said."""


def divide(shares: Sequence[Share], program: Path) -> list[Shard]:
    """Put shares into shards, those of one call and language into the same.

    Names go into a bundle of their own, cut to stems by the rules of most passages: a reader asks both with one query.
    """
    totals: Counter[str] = Counter()
    for share in shares:
        totals[share.kind or NAMES] += share.records
    spoken = [bundle for bundle in totals if bundle != NAMES]
    main = min(spoken, key=lambda each: (-totals[each], each), default=languages.DEFAULT)
    found: dict[tuple[str, int], list[Share]] = {}
    for share in shares:
        kind = share.kind or NAMES
        found.setdefault((kind, _place(share.group, _power(totals[kind] / SIZE))), []).append(share)
    return [
        Shard(
            bundle=_bundle(kind, place % _power(totals[kind] / LARGEST)),
            language=main if kind == NAMES else kind,
            program=program,
            shares=tuple(sorted(members, key=_group)),
        )
        for (kind, place), members in sorted(found.items(), key=lambda each: each[0])
    ]


def key(shard: Shard) -> list[str]:
    """Say whatever the pack of a shard depends on."""
    told = hashlib.sha256("\0".join(share.digest for share in shard.shares).encode())
    return [str(FORMAT), shard.language, shard.program.name, told.hexdigest()]


def filled(shard: Shard, records: Callable[[Share], Sequence[Record]]) -> Shard:
    """Give a shard its records, by the share."""
    return replace(shard, records=tuple(record for share in shard.shares for record in records(share)))


def pack(shard: Shard) -> Pack:
    """Index a shard."""
    said = told(shard)
    listed = listing.take(said, shard.program, shard.language)
    taken = listed or _whole(shard, said)
    by_address = {record.address: record for record in shard.records}
    records = [by_address[each["url"]] for each in taken.fragments]  # without those that have no words
    if len(records) != len(shard.records):
        raise packing.Foreign(f"{len(records)} of {len(shard.records)} records")
    return Pack(
        key=" ".join(key(shard)),
        language=shard.language,
        by_signs=shard.by_signs,
        version=taken.version,
        fields=taken.fields,
        fragments=tuple(fragments.write(records, taken.fragments, shard.by_signs)),
        words=packing.kept(taken.words),
        facets=facets(records),
        heavy=_heavy(listed) if listed else {},
    )


def told(shard: Shard) -> list[dict[str, Any]]:
    """Say the records of a shard as Pagefind is told them."""
    return [_told(shard, record) for record in shard.records]


def _heavy(taken: Taken) -> dict[str, int]:
    """Weigh the lists of words that stand in many places."""
    sizes = {
        word: len(plain[3] if plain else b"") + sum(len(listed[3]) for _, listed in forms)
        for word, (plain, forms) in taken.words.items()
    }
    return {word: size for word, size in sizes.items() if size > HEAVY}


def _whole(shard: Shard, told: Iterable[Mapping[str, Any]]) -> Taken:
    """Have a shard indexed by Pagefind, where it parts text that has no spaces."""
    with service.running(shard.program) as running:
        files = service.files(running, ({**each, "filters": {}, "sort": {}} for each in told))
    return packing.take(files, shard.language)


def _power(wanted: float) -> int:
    """Choose a number of parts: a power of two, so that a new call seldom moves others."""
    return 1 << max(0, ceil(wanted) - 1).bit_length()


def _place(group: str, count: int) -> int:
    return int.from_bytes(hashlib.sha256(group.encode()).digest()[:4], "big") % count


def _bundle(kind: str, part: int) -> str:
    return f"{kind}-{part + 1}" if part else kind


def _group(share: Share) -> str:
    return share.group


def _told(shard: Shard, record: Record) -> dict[str, Any]:
    """Say a record to Pagefind: what is searched. What narrows, sorts and shows it is added afterwards."""
    meta = {"title": record.title, "context": record.context}
    if not record.language:
        del meta["context"]  # a name is found by itself, not by what it is
    return {
        "url": record.address,
        "content": _apart(shard, record.words),
        "language": shard.language,
        "meta": {name: _apart(shard, text) for name, text in meta.items()},
    }


def _apart(shard: Shard, text: str) -> str:
    """Write a text so that Pagefind parts it: it takes "l’été" for one word, and "l'été" for two."""
    if shard.language in languages.UNPARTED:
        return languages.spaced(languages.part(text)) if shard.by_signs else text
    return text.replace("’", "'")


def facets(records: Iterable[Record]) -> dict[str, dict[str, tuple[int, ...]]]:
    """List for each facet and value the numbers of the records that have it."""
    found: dict[str, dict[str, list[int]]] = {facet: {} for facet in FACETS}
    for number, record in enumerate(records):
        for facet, values in record.facets:
            for value in values:
                found[facet].setdefault(value, []).append(number)
    return {facet: {value: tuple(at) for value, at in values.items()} for facet, values in found.items() if values}
