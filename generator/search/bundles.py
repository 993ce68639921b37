"""The search of a site as files: a bundle a language, one for names, and what is in them. Must not know calls."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.search import languages, merging, packing, service
from generator.search.facets import Facet
from generator.search.shards import NAMES, Pack

FOLDER = "search"
MANIFEST = "bundles.json"
FORMAT = "call-archive-search/1"
ENTRY, SCRIPT, WORKER = "pagefind-entry.json", "pagefind.js", "pagefind-worker.js"
NAMES_WEIGHT = 8
"""How much more a name counts than a passage that holds it, in the words of Pagefind: `indexWeight`."""
SHOWN = 40
"""Values of a facet that the manifest itself holds; all of them are in a file of their own."""

File = tuple[str, bytes]
"""POSIX path from the root of the site, and what the file holds."""


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that the search of a site is made of."""

    packs: tuple[Pack, ...]
    facets: tuple[Facet, ...]
    support: Mapping[str, Mapping[str, bytes]]
    """Language → scripts and programs that a reader's browser needs to search in it."""


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
    for bundle in dict.fromkeys(pack.bundle for pack in index.packs):
        packs = [pack for pack in index.packs if pack.bundle == bundle]
        sizes = 0
        for path, data in _bundle(packs, index.support[packs[0].language]):
            sizes += len(data)
            yield f"{FOLDER}/{bundle}/{path}", data
        told.append(_told(packs, sizes))
    for facet in index.facets:
        if len(facet.values) > SHOWN:
            yield f"{FOLDER}/{_facet_path(facet)}", _json([[v.id, v.label, v.count] for v in facet.values])
    yield f"{FOLDER}/{MANIFEST}", _json(_manifest(told, index.facets))


def _bundle(packs: Sequence[Pack], support: Mapping[str, bytes]) -> Iterator[File]:
    """Yield the files of a bundle; the one of names is asked by the script of another."""
    language, name = packs[0].language, ""
    for path, data in merging.merge(packs):
        if path.endswith(packing.META):
            name = path.removeprefix("pagefind.").removesuffix(packing.META)
        yield path, data
    yield ENTRY, _entry(support[ENTRY], language, name, sum(len(pack.fragments) for pack in packs))
    if packs[0].bundle != NAMES:
        yield from ((path, data) for path, data in support.items() if path != ENTRY)


def _entry(given: bytes, language: str, name: str, count: int) -> bytes:
    """Write the entry of a bundle as Pagefind wrote it for the language, with our table of contents in it."""
    entry = json.loads(given)
    entry["languages"] = {language: {**entry["languages"][language], "hash": name, "page_count": count}}
    return _json(entry)


def _told(packs: Sequence[Pack], size: int) -> dict[str, Any]:
    records = sum(len(pack.fragments) for pack in packs)
    bundle, language = packs[0].bundle, packs[0].language
    told = {"path": f"{bundle}/", "language": language, "records": records, "bytes": size}
    parted = ("signs" if packs[0].by_signs else "words") if language in languages.UNPARTED else ""
    if bundle == NAMES:
        return {**told, "names": True, "weight": NAMES_WEIGHT}
    return {**told, "script": f"{bundle}/{SCRIPT}", "parted": parted}


def _manifest(bundles: Sequence[Mapping[str, Any]], facets: Sequence[Facet]) -> dict[str, Any]:
    """Say what there is, the bundle of most passages first."""
    passages = sorted((b for b in bundles if "script" in b), key=lambda each: (-each["records"], each["path"]))
    return {
        "format": FORMAT,
        "bundles": passages,
        "names": next((b for b in bundles if "names" in b), None),
        "facets": {facet.id: _short(facet) for facet in facets},
    }


def _short(facet: Facet) -> dict[str, Any]:
    short = [[value.id, value.label, value.count] for value in facet.values[:SHOWN]]
    more = {"all": _facet_path(facet)} if len(facet.values) > SHOWN else {}
    return {"label": facet.label, "total": len(facet.values), "values": short, **more}


def _facet_path(facet: Facet) -> str:
    return f"facets/{facet.id}.json"


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
