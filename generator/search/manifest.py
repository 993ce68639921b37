"""What a search says of itself to the script that draws it: languages, bundles, facets. Must not know any words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.search.facets import Facet
from generator.search.fragments import NAME_MARK
from generator.search.shards import NAMES

FORMAT = "call-archive-search/1"
NAMES_WEIGHT = 8
"""How much more a name counts than a passage that holds it, in the words of Pagefind: `indexWeight`."""
SHOWN = 20
"""Values of a facet that the manifest itself holds; all of them are in a file of their own."""


def manifest(bundles: Sequence[Mapping[str, Any]], facets: Sequence[Facet]) -> dict[str, Any]:
    """Say what there is: languages, that of most passages first, bundles of each, that with the script first."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for each in bundles:
        if each["path"].partition("/")[0].partition("-")[0] != NAMES:
            found.setdefault(each["language"], []).append(each)
    spoken = sorted(found.values(), key=lambda each: (-sum(one["records"] for one in each), each[0]["language"]))
    names = [each for each in bundles if each["path"].startswith(NAMES)]
    beside = {"bundles": [each["path"] for each in names], "weight": NAMES_WEIGHT, "mark": NAME_MARK}
    return {
        "format": FORMAT,
        "languages": [_language(each) for each in spoken],
        "names": {**beside, **_tables(names)},
        "facets": {facet.id: _short(facet) for facet in facets},
    }


def _language(bundles: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Say what a language has, with what its bundles have in common."""
    first = next(each for each in bundles if each["script"])
    ordered = [first, *(each for each in bundles if each is not first)]
    return {
        "language": first["language"],
        "script": first["script"],
        "bundles": [each["path"] for each in ordered],
        "common": first["common"],
        "forms": [sorted(set().union(*forms)) for forms in zip(*(each["forms"] for each in ordered), strict=True)],
        "parted": first["parted"],
        "records": sum(each["records"] for each in ordered),
        "bytes": sum(each["bytes"] for each in ordered),
        **_tables(ordered),
    }


def _tables(bundles: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Say what a browser may fetch as soon as it knows of it, so that it need not learn of one file from the other."""
    first = next((each for each in bundles if each.get("searcher")), {})
    beside = {kind: first[kind] for kind in ("searcher", "program") if kind in first}
    tables = [each["table"] for each in bundles if "table" in each]
    return {**beside, "tables": tables} if tables else {}


def _short(facet: Facet) -> dict[str, Any]:
    short = [[value.id, value.label, value.count] for value in facet.values[:SHOWN]]
    more = {"all": _facet_path(facet)} if len(facet.values) > SHOWN else {}
    return {"label": facet.label, "total": len(facet.values), "values": short, **more}


def _facet_path(facet: Facet) -> str:
    return f"facets/{facet.id}.json"


def facets(known: Sequence[Facet]) -> Iterator[tuple[str, list[list[Any]]]]:
    """Yield path and values of facets that have more values than the manifest holds."""
    for facet in known:
        if len(facet.values) > SHOWN:
            yield _facet_path(facet), [[value.id, value.label, value.count] for value in facet.values]
