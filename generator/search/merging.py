"""Packs of one language → one bundle, as Pagefind's script reads it. Must not know how packs are made.

Lists are joined, not read: see `packing`. The parts of the index are smaller than Pagefind makes them, since a reader
fetches one for each word of a query.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from generator.search import cbor, packing
from generator.search.packing import Listed, Word
from generator.search.shards import Pack

CHUNK = 24_000
"""Bytes after which a part of the index ends, before it is packed; a frequent word may make one by itself."""

Lists = list[tuple[int, Listed]]
"""(number of the first record of a shard, a word's list in that shard), in order."""


def merge(packs: Sequence[Pack], chunk: int = CHUNK) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a bundle, without the script itself; all packs are of one language and version."""
    language, starts = packs[0].language, [0, *accumulate(len(pack.fragments) for pack in packs)]
    fragments = [fragment for pack in packs for fragment in pack.fragments]
    yield from ((f"fragment/{each.name}{packing.FRAGMENT}", each.data) for each in fragments)
    chunks = list(_chunks(packs, starts, chunk))
    series = _digest(*(data for _, _, data in chunks))
    names = [f"{series}-{number:x}" for number in range(len(chunks))]
    yield from (
        (f"index/{n}{packing.INDEX}", packing.packed(data)) for n, (_, _, data) in zip(names, chunks, strict=True)
    )
    filters = {facet: _filter(facet, packs, starts) for facet in _facets(packs)}
    for data in filters.values():
        yield f"filter/{_digest(data)}{packing.FILTER}", packing.packed(data)
    meta = cbor.array(
        [
            cbor.text(packs[0].version),
            cbor.array(cbor.array((cbor.text(each.name), cbor.number(each.words))) for each in fragments),
            cbor.array(
                cbor.array(map(cbor.text, (first, last, name)))
                for (first, last, _), name in zip(_borders(chunks), names, strict=True)
            ),
            cbor.array(cbor.array((cbor.text(facet), cbor.text(_digest(data)))) for facet, data in filters.items()),
            cbor.array([_dates(packs)]),
            cbor.array(map(cbor.text, packs[0].fields)),
        ]
    )
    name = f"{language}_{_digest(meta)}"
    yield f"pagefind.{name}{packing.META}", packing.packed(meta)


def _chunks(packs: Sequence[Pack], starts: Sequence[int], size: int) -> Iterator[tuple[str, str, bytes]]:
    """Yield the words in order, in parts: first word, last word, and the part as it is written."""
    found: dict[str, list[tuple[int, Word]]] = {}
    for pack, start in zip(packs, starts, strict=False):
        for word, each in pack.words.items():
            found.setdefault(word, []).append((start, each))
    held: list[bytes] = []
    first, total = "", 0
    for word in sorted(found):
        first = first if held else word
        held.append(_word(word, found[word]))
        total += len(held[-1])
        if total >= size:
            yield first, word, _chunk(held)
            held, total = [], 0
    if held:
        yield first, word, _chunk(held)


def _chunk(words: Sequence[bytes]) -> bytes:
    return cbor.head(cbor.ARRAY, 1) + cbor.array(words)


def _word(word: str, found: Sequence[tuple[int, Word]]) -> bytes:
    plain = _joined([(start, each.plain) for start, each in found if each.plain])
    forms: dict[str, Lists] = {}
    for start, each in found:
        for form, listed in each.forms:
            forms.setdefault(form, []).append((start, listed))
    others = cbor.array(cbor.array((cbor.text(form), _joined(forms[form]))) for form in sorted(forms))
    return cbor.array((cbor.text(word), plain, others))


def _joined(lists: Lists) -> bytes:
    """Join lists: each goes on from the last record of the one before."""
    written, before = [cbor.head(cbor.ARRAY, sum(listed.count for _, listed in lists))], 0
    for start, listed in lists:
        written += (b"\x83", cbor.number(start + listed.first - before), listed.rest)
        before = start + listed.last
    return b"".join(written)


def _borders(chunks: Sequence[tuple[str, str, bytes]]) -> Iterator[tuple[str, str, bytes]]:
    """Shorten first and last words to what tells neighbours apart, as Pagefind does."""
    firsts, lasts = [each[0] for each in chunks], [each[1] for each in chunks]
    for at in range(len(chunks) - 1):
        here, there = lasts[at], firsts[at + 1]
        shared = next(
            (n for n, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), min(len(here), len(there))
        )
        lasts[at], firsts[at + 1] = here[: shared + 1], there[: shared + 1]
    yield from ((first, last, b"") for first, last in zip(firsts, lasts, strict=True))


def _facets(packs: Iterable[Pack]) -> list[str]:
    return sorted(set().union(*(pack.facets for pack in packs)))


def _filter(facet: str, packs: Sequence[Pack], starts: Sequence[int]) -> bytes:
    values: dict[str, list[int]] = {}
    for pack, start in zip(packs, starts, strict=False):
        for value, numbers in pack.facets.get(facet, {}).items():
            values.setdefault(value, []).extend(start + number for number in numbers)
    told = (cbor.array((cbor.text(value), _numbers(values[value]))) for value in sorted(values))
    return cbor.array((cbor.text(facet), cbor.array(told)))


def _dates(packs: Sequence[Pack]) -> bytes:
    dates = [date for pack in packs for date in pack.dates]
    dated = sorted((number for number, date in enumerate(dates) if date), key=lambda number: dates[number])
    return cbor.array((cbor.text("date"), _numbers(dated)))


def _numbers(values: Iterable[int]) -> bytes:
    return cbor.array(map(cbor.number, values))


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:10]
