"""The search of an archive that opens without a server: data as scripts, which a page from a file may load.

Must not know calls. What a browser loads is laid out as Pagefind's bundles are: words in parts of which a query takes a
few, and what is shown of a call's records in one file a call, so that a thousand calls cost no more than ten.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, groupby
from pathlib import Path
from typing import Any

import Stemmer

from generator.search import manifest, numbers
from generator.search.bundles import FOLDER, File
from generator.search.facets import Facet
from generator.search.portions import Portion
from generator.search.shards import Shard

ENGINE = "engine.js"
SCRIPTS = (ENGINE, "bundle.js")
MANIFEST = "bundles.js"
PROGRAM = Path("packed")
"""Stands where an index by Pagefind names its program: ours parts text without spaces into signs."""
PART = 120_000
"""Characters of a file of words, about."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Shards that are searched as one."""

    name: str
    language: str
    by_signs: bool
    portions: tuple[Portion, ...]


@dataclass(frozen=True, slots=True)
class Packed:
    """Everything that the search of a packed archive is made of."""

    bundles: tuple[Bundle, ...]
    facets: tuple[Facet, ...]


def group(parts: Sequence[Shard], portions: Sequence[Portion]) -> tuple[Bundle, ...]:
    """Put portions of shards that belong to one bundle together, in their order."""
    found: dict[str, list[tuple[Shard, Portion]]] = {}
    for shard, portion in zip(parts, portions, strict=True):
        found.setdefault(shard.bundle, []).append((shard, portion))
    return tuple(
        Bundle(name, members[0][0].language, members[0][0].by_signs, tuple(portion for _, portion in members))
        for name, members in found.items()
    )


def files(packed: Packed) -> Iterator[File]:
    """Yield every file below `search/`, the manifest last."""
    told: list[dict[str, Any]] = []
    for each in packed.bundles:
        size = 0
        for path, data in _files(each):
            size += len(data)
            yield f"{FOLDER}/{each.name}/{path}", data
        told.append(_told(each, size))
    for path, values in manifest.facets(packed.facets):
        yield f"{FOLDER}/{path.removesuffix('on')}", _given(values)
    for script in SCRIPTS:
        yield f"{FOLDER}/{script}", Path(__file__).with_name(script).read_bytes()
    yield f"{FOLDER}/{MANIFEST}", _given(manifest.manifest(told, packed.facets))


def _files(bundle: Bundle) -> Iterator[File]:
    starts = [0, *accumulate(len(portion.names) for portion in bundle.portions)]
    calls = list(_calls(bundle))
    parts = list(_parts(bundle, starts))
    stem = _stemmer(bundle.language)
    for at, part in enumerate(parts):
        yield f"words/{at}.js", _given([written for _, written in part])
    for name, shown in calls:
        yield f"shown/{name}.js", b"callArchive.give([" + b",\n".join(shown) + b"]);\n"
    facets = _facets(bundle, starts)
    for facet, values in facets.items():
        yield f"facets/{facet}.js", _given({value: numbers.steps(at) for value, at in sorted(values.items())})
    lengths = numbers.row(length for portion in bundle.portions for length in portion.lengths)
    yield (
        "index.js",
        _given(
            {
                "calls": [[name, len(shown)] for name, shown in calls],
                "lengths": lengths,
                "facets": sorted(facets),
                "words": [" ".join(word for word, _ in part) for part in parts],
                "stems": [" ".join(_cut(word, stem(word)) for word, _ in part) for part in parts],
            }
        ),
    )


def _calls(bundle: Bundle) -> Iterator[tuple[str, list[bytes]]]:
    """Yield what the ids of a call's records begin with, and what is shown of them."""
    for portion in bundle.portions:
        both = zip(portion.names, portion.shown, strict=True)
        for name, members in groupby(both, key=lambda each: each[0].rpartition("-")[0]):
            yield name, [shown for _, shown in members]


def _parts(bundle: Bundle, starts: Sequence[int]) -> Iterator[list[tuple[str, str]]]:
    """Yield words in the order of a script, with where they stand, in parts of about the same size."""
    found: dict[str, list[tuple[int, tuple[int, int, str]]]] = {}
    for portion, start in zip(bundle.portions, starts, strict=False):
        for word, listed in portion.words.items():
            found.setdefault(word, []).append((start, listed))
    part: list[tuple[str, str]] = []
    size = 0
    for word in sorted(found, key=_order):
        written = _joined(found[word])
        part.append((word, written))
        size += len(written) + 3
        if size >= PART:
            yield part
            part, size = [], 0
    if part:
        yield part


def _order(word: str) -> bytes:
    """Sort as a script compares texts: by halves of a character."""
    return word.encode("utf-16-be")


def _joined(lists: Sequence[tuple[int, tuple[int, int, str]]]) -> str:
    written, before = [], 0
    for start, (first, last, rest) in lists:
        written += [numbers.number(start + first - before), rest]
        before = start + last
    return "".join(written)


def _facets(bundle: Bundle, starts: Sequence[int]) -> dict[str, dict[str, list[int]]]:
    found: dict[str, dict[str, list[int]]] = {}
    for portion, start in zip(bundle.portions, starts, strict=False):
        for facet, values in portion.facets.items():
            for value, at in values.items():
                found.setdefault(facet, {}).setdefault(value, []).extend(start + number for number in at)
    return found


def _cut(word: str, stem: str) -> str:
    """Say what makes a stem of a word: how many letters to leave out, or the stem itself; nothing if they are one."""
    if stem == word:
        return ""
    return str(len(word) - len(stem)) if word.startswith(stem) else stem


@cache
def _stemmer(language: str) -> Any:
    """Find who cuts words of a language to their stems; in some languages nobody does."""
    try:
        return Stemmer.Stemmer(language).stemWord
    except KeyError:
        return str


def _told(bundle: Bundle, size: int) -> dict[str, Any]:
    return {
        "path": f"{bundle.name}/",
        "language": bundle.language,
        "records": sum(len(portion.names) for portion in bundle.portions),
        "bytes": size,
        "parted": "signs" if bundle.by_signs else "",
        "script": ENGINE if bundle.name == bundle.language else "",
        "common": [],
        "forms": [],
    }


def _given(value: object) -> bytes:
    """Write a value as a script that gives it to whoever has asked."""
    return b"callArchive.give(" + json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b");\n"
