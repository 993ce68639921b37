"""A shard's index, taken apart so that shards can be put together into one. Must not know calls or sites.

A page of a thousand indexes would make a reader fetch a thousand pieces a word, and one index of everything takes
gigabytes and must be made anew for every change. So each shard is indexed by itself, and remembered, and its lists are
joined here as they are: a word's list of records, renumbered at its first entry only, since each entry is written as
the distance from the one before. The layout of Pagefind's files (CBOR, see `cbor`) is documented nowhere; whatever is
not exactly as expected raises `Foreign`.
"""

from __future__ import annotations

import gzip
import json
import marshal
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.search import cbor

SIGNATURE = b"pagefind_dcd"
META, INDEX, FILTER, FRAGMENT = ".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment"
PLACES = cbor.HEAD + cbor.NUMBER + rb"*+"
"""An array of numbers: 82 38 18 05."""
STEP = re.compile(rb"\x83(" + cbor.NUMBER + rb")" + PLACES + PLACES, re.DOTALL)
"""A record in a word's list: distance from the one before, places in its words, places in its title and context."""
LIST = re.compile(rb"(?:\x83" + cbor.NUMBER + PLACES + PLACES + rb")*+", re.DOTALL)
"""All of a word's list: heads stand only where a record or an array begins, so there is one way to read it."""


class Foreign(ValueError):
    """Files that are laid out otherwise than this module knows."""


Listed = tuple[int, int, int, bytes]
"""A word's list of records: how many, number of the first, number of the last, and all after the first's number."""
Word = tuple[Listed | None, tuple[tuple[str, Listed], ...]]
"""Where a stem stands, and where forms of it stand that have accents ("Umsätze" beside "umsatz").

Plain tuples, since a thousand calls have a million of them, which are remembered: see `kept`.
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """An index of one language, taken apart."""

    version: str
    fields: tuple[str, ...]
    """Names of the texts of a record that are searched beside its words."""
    fragments: tuple[Mapping[str, Any], ...]
    """What a reader is shown of each record, by its number."""
    words: Mapping[str, Word]


def take(files: Mapping[str, bytes], language: str) -> Taken:
    """Take the files of an index apart; they must be those of one language."""
    metas = [data for path, data in files.items() if path.endswith(META)]
    if len(metas) != 1:
        raise Foreign(f"{len(metas)} languages, expected {language} only")
    version, pages, chunks, _, _, fields = _meta(content(metas[0]))
    fragments = tuple(json.loads(content(files[f"fragment/{name}{FRAGMENT}"])) for name, _ in pages)
    words: dict[str, Word] = {}
    for _, _, name in chunks:
        words.update(_words(content(files[f"index/{name}{INDEX}"])))
    return Taken(version, tuple(fields), fragments, words)


def kept(words: Mapping[str, Word]) -> bytes:
    """Write words so that whoever does not need them need not read them."""
    return marshal.dumps(dict(words))


def given(words: bytes) -> dict[str, Word]:
    """Read words that were kept."""
    found: dict[str, Word] = marshal.loads(words)
    return found


def content(data: bytes) -> bytes:
    """Unpack a file."""
    plain = gzip.decompress(data)
    if not plain.startswith(SIGNATURE):
        raise Foreign("a file without Pagefind's signature")
    return plain[len(SIGNATURE) :]


def packed(plain: bytes, effort: int = 6) -> bytes:
    """Pack a file as Pagefind's script expects it; the same bytes on any day."""
    return gzip.compress(SIGNATURE + plain, effort, mtime=0)


def _meta(data: bytes) -> list[Any]:
    """Read version, [[fragment, words]], [[from, to, chunk]], filters, sorts, fields."""
    meta, end = cbor.read(data)
    if not isinstance(meta, list) or len(meta) != 6 or end != len(data):
        raise Foreign("a table of contents that is laid out otherwise")
    return meta


def _words(data: bytes) -> Iterator[tuple[str, Word]]:
    """Read a chunk: `[[[word, list, [[form, list], …]], …]]`, with the lists left as they are."""
    outer, one, at = cbor.read_head(data, 0)
    inner, count, at = cbor.read_head(data, at)
    if (outer, inner, one) != (cbor.ARRAY, cbor.ARRAY, 1):
        raise Foreign("a chunk that is laid out otherwise")
    for _ in range(count):
        word, at = _named(data, at, 3)
        plain, end = _listed(data, at)
        _, forms, at = cbor.read_head(data, end)
        found = []
        for _ in range(forms):
            form, at = _named(data, at, 2)
            listed, at = _listed(data, at)
            if listed:
                found.append((form, listed))
        yield word, (plain, tuple(found))
    if at != len(data):
        raise Foreign("more in a chunk than it says")


def _named(data: bytes, at: int, size: int) -> tuple[str, int]:
    """Read the beginning of an array of that size whose first item is a text."""
    kind, found, at = cbor.read_head(data, at)
    word, at = cbor.read(data, at)
    if (kind, found) != (cbor.ARRAY, size) or not isinstance(word, str):
        raise Foreign("a word that is laid out otherwise")
    return word, at


def _listed(data: bytes, at: int) -> tuple[Listed | None, int]:
    """Read a list of records up to its end, without looking into its places."""
    kind, count, begin = cbor.read_head(data, at)
    if kind != cbor.ARRAY:
        raise Foreign("a list that is none")
    if not count:
        return None, begin
    if count == 1:
        return _single(data, begin)
    found = LIST.match(data, begin)
    steps = STEP.findall(data, begin, found.end()) if found else []
    if found is None or len(steps) != count:
        raise Foreign("a list that is laid out otherwise")
    first = _number(steps[0])
    short = b"".join(steps)
    last = sum(short) if len(short) == count else sum(map(_number, steps))  # most are of one byte, which is itself
    return (count, first, last, data[begin + 1 + len(steps[0]) : found.end()]), found.end()


def _single(data: bytes, begin: int) -> tuple[Listed, int]:
    """Read a list of one record, as most words have."""
    found = STEP.match(data, begin)
    if found is None:
        raise Foreign("a list that is laid out otherwise")
    number = _number(found[1])
    return (1, number, number, data[found.end(1) : found.end()]), found.end()


def _number(step: bytes) -> int:
    return step[0] if len(step) == 1 else int.from_bytes(step[1:], "big")
