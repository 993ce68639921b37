"""The search of a site as files, and what its manifest says of them."""

from __future__ import annotations

import json
import sys
import types
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from generator.problems import Level
from generator.search import binary, bundles, facets, making, packing
from generator.search import manifest as manifests
from generator.search.record import FACETS
from tests import scripts
from tests.search import calls, indexing


def remembered(
    function: Callable[[Any], Any],
    things: Sequence[Any],
    key: Callable[[Any], Iterable[str]],
    fill: Callable[[Any], Any],
) -> list[Any]:
    """Remember nothing."""
    return [function(fill(thing)) for thing in things]


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The search of two calls."""
    indexing.program()
    index, told = making.index(calls.archive(), True, remembered)
    assert index and not told
    return dict(bundles.files(index))


@pytest.fixture(scope="module")
def manifest(files: dict[str, bytes]) -> dict[str, Any]:
    """What the search says of itself."""
    told: dict[str, Any] = json.loads(files["search/bundles.json"])
    return told


def test_a_bundle_holds_what_a_browser_needs_and_nothing_else_of_pagefind(files: dict[str, bytes]) -> None:
    top = {path.removeprefix("search/en/") for path in files if path.startswith("search/en/") and path.count("/") == 2}
    contents = {path for path in top if path.endswith(".pf_meta")}
    scripts = {"pagefind.js", "pagefind-worker.js", "searcher.js"}
    assert top - contents == {*scripts, "pagefind-entry.json", "wasm.en.pagefind"}
    assert len(contents) == 1
    assert not any("ui" in path for path in top)


def test_the_manifest_says_where_everything_is(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    (english,) = manifest["languages"]
    assert (english["language"], english["records"], english["parted"]) == ("en", 6, "")
    assert f"search/{english['script']}" in files
    for path in (*english["bundles"], *manifest["names"]["bundles"]):
        assert f"search/{path}pagefind-entry.json" in files
    assert list(files)[-1] == "search/bundles.json", "what names the others is written last"


def test_the_manifest_names_what_a_browser_fetches_before_it_finds_anything(
    files: dict[str, bytes], manifest: dict[str, Any]
) -> None:
    (english,) = manifest["languages"]
    named = [english["searcher"], english["program"], *english["tables"], *manifest["names"]["tables"]]
    assert all(f"search/{path}" in files for path in named)
    for each in (english, manifest["names"]):
        folders = [path.rpartition("/")[0] + "/" for path in each["tables"]]
        assert folders == each["bundles"], "a table of contents for each bundle"


def test_what_searches_is_pagefinds_way_into_its_program_and_ours_to_what_it_finds(files: dict[str, bytes]) -> None:
    script = files["search/en/searcher.js"].decode()
    assert "let wasm_bindgen=" in script and "class Bundle" in script
    assert "PagefindInstance" not in script, "it answers to messages of its own"
    with pytest.raises(packing.Foreign, match="worker"):
        bundles._searcher(b"let wasm_bindgen=another;")


def test_an_archive_without_anything_to_find_has_an_index_that_says_so() -> None:
    indexing.program()
    index, told = making.index(scripts.archive(), True, remembered)
    assert index and not told
    made = dict(bundles.files(index))
    assert list(made) == ["search/bundles.json"]
    assert json.loads(made["search/bundles.json"])["languages"] == []


def test_facets_have_labels_and_counts_of_passages(manifest: dict[str, Any]) -> None:
    told = manifest["facets"]
    assert set(told) <= set(FACETS)
    assert told["speaker"]["values"][0] == ["wen-zhao", "Wen Zhao", 6]
    assert ["harbour-bank", "Harbour Bank", 2] in told["organization"]["values"]
    assert told["period"]["values"] == [["fy2024-q2", "FY2024 Q2", 3], ["fy2024-q1", "FY2024 Q1", 3]]
    assert ["sell_side_analyst", "Sell-side analyst", 4] in told["role"]["values"]


def test_a_facet_of_many_values_has_a_file_of_its_own() -> None:
    many = facets.Facet("speaker", "Speaker", tuple(facets.Value(f"s{n}", f"S {n}", 1) for n in range(100)))
    made = dict(bundles.files(bundles.Index((), (many,), {})))
    told = json.loads(made["search/bundles.json"])["facets"]["speaker"]
    assert (told["total"], len(told["values"]), told["all"]) == (100, manifests.SHOWN, "facets/speaker.json")
    assert len(json.loads(made["search/facets/speaker.json"])) == 100


def test_every_facet_and_every_value_has_a_label() -> None:
    assert set(facets.LABELS) == set(FACETS)
    for facet in facets.facets(facets.counts(calls.records()), calls.archive()):
        assert all(value.label for value in facet.values)


def test_without_a_program_the_site_keeps_its_own_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, binary.PLAIN, None)
    monkeypatch.setitem(sys.modules, binary.EXTENDED, None)
    index, (problem,) = making.index(calls.archive(), True, remembered)
    assert index is None
    assert problem.level is Level.NOTE and "Material" in problem.message


def test_a_program_that_fails_is_an_error_and_no_crash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setitem(sys.modules, binary.PLAIN, _package(broken))
    monkeypatch.setitem(sys.modules, binary.EXTENDED, None)
    index, (problem,) = making.index(calls.archive(), True, remembered)
    assert index is None
    assert problem.level is Level.ERROR and "stopped" in problem.message


def test_text_without_spaces_asks_for_the_larger_program(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, extended = Path("/x/pagefind"), Path("/x/pagefind_extended")
    monkeypatch.setitem(sys.modules, binary.PLAIN, _package(plain))
    monkeypatch.setitem(sys.modules, binary.EXTENDED, _package(extended))
    assert binary.find(["en", "de"]) == (plain, ())
    assert binary.find(["en", "zh"]) == (extended, ())
    monkeypatch.setitem(sys.modules, binary.EXTENDED, None)
    program, (problem,) = binary.find(["en", "zh", "ja"])
    assert program == plain
    assert "Japanese and Chinese" in problem.message and "search-cjk" in problem.hint


def _package(program: Path) -> types.ModuleType:
    module = types.ModuleType("package")
    module.get_executable = lambda: program  # type: ignore[attr-defined]
    return module
