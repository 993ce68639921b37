"""The search of a site as files: a bundle a language, one for names, and what is in them. Must not know calls."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.search import languages, manifest, merging, packing, service
from generator.search.facets import Facet
from generator.search.fragments import Fragment
from generator.search.merging import EXACT, Merged
from generator.search.shards import Pack, Shard

FOLDER = "search"
MANIFEST = "bundles.json"
ENTRY, SCRIPT, WORKER = "pagefind-entry.json", "pagefind.js", "pagefind-worker.js"

File = tuple[str, bytes]
"""POSIX path from the root of the site, and what the file holds."""


@dataclass(frozen=True, slots=True)
class Group:
    """Shards that are put together into one bundle."""

    name: str
    packs: tuple[Pack, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """An index as a browser reads it, without what it needs beside it."""

    name: str
    language: str
    by_signs: bool
    fragments: tuple[Fragment, ...]
    merged: Merged


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that the search of a site is made of."""

    bundles: tuple[Bundle, ...]
    facets: tuple[Facet, ...]
    support: Mapping[str, Mapping[str, bytes]]
    """Language → scripts and programs that a reader's browser needs to search in it."""


def group(parts: Sequence[Shard], packs: Sequence[Pack]) -> list[Group]:
    """Put packs of shards that belong to one bundle together, in their order."""
    found: dict[str, list[Pack]] = {}
    for shard, pack in zip(parts, packs, strict=True):
        found.setdefault(shard.bundle, []).append(pack)
    return [Group(name, tuple(members)) for name, members in found.items()]


def key(grouped: Group) -> list[str]:
    """Say whatever the merged index of a group depends on."""
    return [pack.key for pack in grouped.packs]


def merge(grouped: Group) -> Merged:
    """Put the packs of a group together."""
    return merging.merge(grouped.packs)


def bundle(grouped: Group, merged: Merged) -> Bundle:
    """Put a merged index beside what is shown of its records."""
    first = grouped.packs[0]
    shown = tuple(fragment for pack in grouped.packs for fragment in pack.fragments)
    return Bundle(grouped.name, first.language, first.by_signs, shown, merged)


def support(program: Path, wanted: Iterable[str]) -> dict[str, dict[str, bytes]]:
    """Ask Pagefind for what a browser needs, and for nothing else that it has."""
    found = {}
    for language in sorted(set(wanted)):
        with service.running(program) as running:
            files = service.files(running, [{"url": "/", "content": "a", "language": language}])
        kept = {SCRIPT, WORKER, ENTRY, f"wasm.{language}.pagefind"}
        kept |= set() if f"wasm.{language}.pagefind" in files else {"wasm.unknown.pagefind"}
        found[language] = {path: data for path, data in files.items() if path in kept}
    return found


def files(index: Index) -> Iterator[File]:
    """Yield every file below `search/`, the manifest last."""
    told: list[dict[str, Any]] = []
    for each in index.bundles:
        size = 0
        for path, data in _files(each, index.support[each.language]):
            size += len(data)
            yield f"{FOLDER}/{each.name}/{path}", data
        told.append(_told(each, size, _ahead(each, index.support[each.language])))
    for path, values in manifest.facets(index.facets):
        yield f"{FOLDER}/{path}", _json(values)
    yield f"{FOLDER}/{MANIFEST}", _json(manifest.manifest(told, index.facets))


def _files(made: Bundle, support: Mapping[str, bytes]) -> Iterator[File]:
    """Yield the files of a bundle; the scripts are in the first of a language, which loads the others."""
    yield from ((f"fragment/{each.name}{packing.FRAGMENT}", each.data) for each in made.fragments)
    yield from made.merged.files
    count = len(made.fragments)
    yield ENTRY, _entry(support[ENTRY], made.language, made.merged.name, count)
    if made.merged.exact:
        yield f"{EXACT}/{ENTRY}", _entry(support[ENTRY], made.language, made.merged.exact, count, above=True)
    if made.name == made.language:
        yield from ((path, data) for path, data in support.items() if path != ENTRY)


def _entry(given: bytes, language: str, name: str, count: int, above: bool = False) -> bytes:
    """Write the entry of a bundle as Pagefind wrote it for the language, with our table of contents in it."""
    entry = json.loads(given)
    known = entry["languages"][language]
    if above:  # the script asks for `wasm.<this>.pagefind`
        known["wasm"] = f"/../../wasm.{known['wasm'] or 'unknown'}"
    entry["languages"] = {language: {**known, "hash": name, "page_count": count}}
    return _json(entry)


def _ahead(made: Bundle, support: Mapping[str, bytes]) -> list[str]:
    """Name what is fetched before anything is found, so that a browser need not learn of one file from the other."""
    scripts = sorted(support.keys() - {ENTRY, SCRIPT}) if made.name == made.language else []
    return [*scripts, *(path for path, _ in made.merged.files if path.endswith(packing.META) and "/" not in path)]


def _told(made: Bundle, size: int, ahead: Sequence[str]) -> dict[str, Any]:
    parted = ("signs" if made.by_signs else "words") if made.language in languages.UNPARTED else ""
    return {
        "path": f"{made.name}/",
        "language": made.language,
        "records": len(made.fragments),
        "bytes": size,
        "parted": parted,
        "script": f"{made.name}/{SCRIPT}" if made.name == made.language else "",
        "ahead": [f"{made.name}/{path}" for path in ahead],
        "exact": f"{made.name}/{EXACT}/" if made.merged.exact else "",
        "common": made.merged.common,
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
