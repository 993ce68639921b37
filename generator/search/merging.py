"""Packs of one language → one bundle, as Pagefind's script reads it. Must not know how packs are made.

Lists are joined, not read: see `packing`. Two things are done otherwise than Pagefind does them, so that a reader of a
thousand calls waits for no word. Parts of the index are smaller. And a word that is in half of everything ("the") is
listed with its first place in each record only; for phrases in quotes, all its places are listed by the word after it
(`neighbours`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.search import cbor, packing, terms
from generator.search.neighbours import Paired
from generator.search.shards import Pack
from generator.search.terms import Part

CHUNK = 16_000
"""Bytes after which a part of the index ends, before it is packed."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A bundle, without what is shown of its records and without the script."""

    name: str
    """Of its table of contents."""
    files: tuple[tuple[str, bytes], ...]

    @property
    def table(self) -> str:
        """Where the table of contents lies."""
        return _path(self.name)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a table of contents says."""

    packs: Sequence[Pack]
    parts: Sequence[Part]
    names: Sequence[str]
    """Of the parts."""
    filters: Sequence[tuple[str, str]]
    """Facet, and the name of its file."""


def merge(packs: Sequence[Pack], pairs: Sequence[Paired], common: Collection[str], chunk: int | None = None) -> Merged:
    """Put packs together, and pairs of common words beside; all are of one language and version."""
    starts = [0, *accumulate(len(pack.fragments) for pack in packs)]
    lists = [*(each.words for each in packs), *(each.words for each in pairs)]
    parts = list(terms.parts(lists, [*starts[:-1], *starts[: len(pairs)]], chunk or CHUNK, common))
    series = _digest(*(part.data for part in parts))
    names = [f"{series}-{number:x}" for number in range(len(parts))]
    filters = [(facet, _filter(facet, packs, starts)) for facet in _facets(packs)]
    named = [(facet, _digest(data)) for facet, data in filters]
    files = [(f"index/{n}{packing.INDEX}", packing.packed(p.data)) for n, p in zip(names, parts, strict=True)]
    files += [(f"filter/{_digest(data)}{packing.FILTER}", packing.packed(data)) for _, data in filters]
    name, meta = _meta(Contents(packs, parts, names, named))
    return Merged(name, (*files, (_path(name), packing.packed(meta))))


def _path(name: str) -> str:
    return f"pagefind.{name}{packing.META}"


def _meta(told: Contents) -> tuple[str, bytes]:
    """Write a table of contents, and name it by what it says."""
    fragments = (fragment for pack in told.packs for fragment in pack.fragments)
    borders = zip(_borders(told.parts), told.names, strict=True)
    meta = cbor.array(
        [
            cbor.text(told.packs[0].version),
            cbor.array(cbor.array((cbor.text(each.name), cbor.number(each.words))) for each in fragments),
            cbor.array(cbor.array((cbor.text(a), cbor.text(b), cbor.text(name))) for (a, b), name in borders),
            cbor.array(cbor.array((cbor.text(facet), cbor.text(name))) for facet, name in told.filters),
            cbor.array([]),  # orders, which would be wrong over several bundles: names of records begin with dates
            cbor.array(map(cbor.text, told.packs[0].fields)),
        ]
    )
    return f"{told.packs[0].language}_{_digest(meta)}", meta


def _borders(parts: Sequence[Part]) -> Iterator[tuple[str, str]]:
    """Shorten first and last words to what tells neighbours apart, as Pagefind does."""
    firsts, lasts = [part.first for part in parts], [part.last for part in parts]
    for at in range(len(parts) - 1):
        here, there = lasts[at], firsts[at + 1]
        pairs = enumerate(zip(here, there, strict=False))
        shared = next((n for n, (a, b) in pairs if a != b), min(len(here), len(there)))
        lasts[at], firsts[at + 1] = here[: shared + 1], there[: shared + 1]
    yield from zip(firsts, lasts, strict=True)


def _facets(packs: Iterable[Pack]) -> list[str]:
    return sorted(set().union(*(pack.facets for pack in packs)))


def _filter(facet: str, packs: Sequence[Pack], starts: Sequence[int]) -> bytes:
    values: dict[str, list[int]] = {}
    for pack, start in zip(packs, starts, strict=False):
        for value, numbers in pack.facets.get(facet, {}).items():
            values.setdefault(value, []).extend(start + number for number in numbers)
    told = (cbor.array((cbor.text(value), _numbers(values[value]))) for value in sorted(values))
    return cbor.array((cbor.text(facet), cbor.array(told)))


def _numbers(values: Iterable[int]) -> bytes:
    return cbor.array(map(cbor.number, values))


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:10]
