"""The search of a site as files: a bundle a language, one for names, and what is in them. Must not know calls."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.search import languages, manifest, merging, neighbours, packing, service
from generator.search.facets import Facet
from generator.search.fragments import Fragment
from generator.search.merging import Merged
from generator.search.neighbours import Common, Paired
from generator.search.packing import Foreign
from generator.search.shards import NAMES, Pack, Shard

FOLDER = "search"
MANIFEST = "bundles.json"
ENTRY, SCRIPT, WORKER = "pagefind-entry.json", "pagefind.js", "pagefind-worker.js"
SEARCHER = "searcher.js"
"""What searches for our box and page: Pagefind's way into its program, and behind it ours to what it finds."""
STRICT = b'"use strict";'
"""Stands in Pagefind's worker between the way into its program and what it does with it."""

File = tuple[str, bytes]
"""POSIX path from the root of the site, and what the file holds."""


@dataclass(frozen=True, slots=True)
class Group:
    """Shards that are put together into one bundle."""

    name: str
    packs: tuple[Pack, ...]
    pairs: tuple[Paired, ...] = ()
    """Of the same shards, where words of the language are common."""
    common: tuple[str, ...] = ()
    """Such words."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """An index as a browser reads it, without what it needs beside it."""

    name: str
    language: str
    by_signs: bool
    fragments: tuple[Fragment, ...]
    merged: Merged
    common: tuple[str, ...] = ()
    """Words that are everywhere, and are listed by their first places."""
    forms: tuple[tuple[str, ...], ...] = ()
    """How each is written in this bundle."""


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


def common(parts: Sequence[Shard], packs: Sequence[Pack]) -> list[Common]:
    """Say of each shard which words of its language are everywhere; among names none are."""
    kinds = [NAMES if shard.bundle.startswith(NAMES) else shard.language for shard in parts]
    members: dict[str, list[Pack]] = {}
    for kind, pack in zip(kinds, packs, strict=True):
        members.setdefault(kind, []).append(pack)
    counts = Counter(kind for kind, _ in {(kind, shard.bundle) for kind, shard in zip(kinds, parts, strict=True)})
    known = {kind: () if kind == NAMES else neighbours.common(each, counts[kind]) for kind, each in members.items()}
    return [Common(shard, known[kind]) for kind, shard in zip(kinds, parts, strict=True)]


def pair(groups: Sequence[Group], told: Sequence[Common], pairs: Sequence[Paired]) -> list[Group]:
    """Put beside the packs of each group what its shards say of common words."""
    found: dict[str, list[Paired]] = {}
    words: dict[str, tuple[str, ...]] = {}
    for each, paired in zip(told, pairs, strict=True):
        found.setdefault(each.shard.bundle, []).append(paired)
        words[each.shard.bundle] = each.words
    return [replace(each, pairs=tuple(found[each.name]), common=words[each.name]) for each in groups]


def key(grouped: Group) -> list[str]:
    """Say whatever the merged index of a group depends on."""
    return [*(pack.key for pack in grouped.packs), *grouped.common]


def merge(grouped: Group) -> Merged:
    """Put the packs of a group together."""
    return merging.merge(grouped.packs, grouped.pairs, grouped.common)


def bundle(grouped: Group, merged: Merged) -> Bundle:
    """Put a merged index beside what is shown of its records."""
    first = grouped.packs[0]
    shown = tuple(fragment for pack in grouped.packs for fragment in pack.fragments)
    written = neighbours.forms(grouped.pairs, grouped.common)
    return Bundle(grouped.name, first.language, first.by_signs, shown, merged, grouped.common, written)


def support(program: Path, wanted: Iterable[str]) -> dict[str, dict[str, bytes]]:
    """Ask Pagefind for what a browser needs, and for nothing else that it has."""
    found = {}
    for language in sorted(set(wanted)):
        with service.running(program) as running:
            files = service.files(running, [{"url": "/", "content": "a", "language": language}])
        kept = {SCRIPT, WORKER, ENTRY, f"wasm.{language}.pagefind"}
        kept |= set() if f"wasm.{language}.pagefind" in files else {"wasm.unknown.pagefind"}
        searcher = _searcher(files[WORKER])
        found[language] = {SEARCHER: searcher, **{path: data for path, data in files.items() if path in kept}}
    return found


def _searcher(worker: bytes) -> bytes:
    """Join Pagefind's way into its program with our script, so that both are fetched as one."""
    way, border, _ = worker.partition(STRICT)
    if not border or b"let wasm_bindgen=" not in way:
        raise Foreign("a worker that is laid out otherwise")
    return b"\n".join((b"(() => {", way, Path(__file__).with_name(SEARCHER).read_bytes(), b"})();", b""))


def files(index: Index) -> Iterator[File]:
    """Yield every file below `search/`, the manifest last."""
    told: list[dict[str, Any]] = []
    for each in index.bundles:
        size = 0
        for path, data in _files(each, index.support[each.language]):
            size += len(data)
            yield f"{FOLDER}/{each.name}/{path}", data
        told.append(_told(each, size, index.support[each.language]))
    for path, values in manifest.facets(index.facets):
        yield f"{FOLDER}/{path}", _json(values)
    yield f"{FOLDER}/{MANIFEST}", _json(manifest.manifest(told, index.facets))


def _files(made: Bundle, support: Mapping[str, bytes]) -> Iterator[File]:
    """Yield the files of a bundle; the scripts are in the first of a language, which loads the others."""
    yield from ((f"fragment/{each.name}{packing.FRAGMENT}", each.data) for each in made.fragments)
    yield from made.merged.files
    count = len(made.fragments)
    yield ENTRY, _entry(support[ENTRY], made.language, made.merged.name, count)
    if made.name == made.language:
        yield from ((path, data) for path, data in support.items() if path != ENTRY)


def _entry(given: bytes, language: str, name: str, count: int) -> bytes:
    """Write the entry of a bundle as Pagefind wrote it for the language, with our table of contents in it."""
    entry = json.loads(given)
    known = entry["languages"][language]
    entry["languages"] = {language: {**known, "hash": name, "page_count": count}}
    return _json(entry)


def _told(made: Bundle, size: int, support: Mapping[str, bytes]) -> dict[str, Any]:
    parted = ("signs" if made.by_signs else "words") if made.language in languages.UNPARTED else ""
    main = f"{made.language}/" if made.name == made.language else ""
    program = next(path for path in support if path.startswith("wasm."))
    return {
        "path": f"{made.name}/",
        "language": made.language,
        "records": len(made.fragments),
        "bytes": size,
        "parted": parted,
        "script": main and main + SCRIPT,
        "searcher": main and main + SEARCHER,
        "program": main and main + program,
        "table": f"{made.name}/{made.merged.table}",
        "common": made.common,
        "forms": made.forms,
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
