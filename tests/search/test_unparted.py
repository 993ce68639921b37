"""Text without spaces is indexed by words where a program parts it, and by signs, with a problem, where none does.

The program that does is too large to be needed by tests: a stand-in has its place, and the real one too where it is.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
import types
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from generator.problems import Level
from generator.search import binary, bundles, glossary, languages, packing, shards
from generator.search.record import Record
from tests.search import indexing

RECORDS = (
    indexing.record(1, "云计算 成本 数据中心 AI".replace(" ", ""), "zh"),
    indexing.record(2, "数据中心电力", "zh"),
    indexing.record(3, "tea"),
)
STAND_IN = Path(__file__).with_name("stand_in.py")


PROGRAMS = ["stand-in", *(["installed"] if importlib.util.find_spec(binary.EXTENDED) else [])]


@pytest.fixture(params=PROGRAMS)
def parting(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The larger program, or what stands in for it."""
    if request.param == "installed":
        yield importlib.import_module(binary.EXTENDED).get_executable()
        return
    if os.name == "nt":
        pytest.skip("the stand-in is a script that begins with #!")
    program = tmp_path / "pagefind_extended"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{STAND_IN}" "{indexing.program()}"\n', encoding="utf-8")
    program.chmod(0o755)
    module = types.ModuleType(binary.EXTENDED)
    monkeypatch.setattr(module, "get_executable", lambda: program, raising=False)
    monkeypatch.setitem(sys.modules, binary.EXTENDED, module)
    yield program


def made(records: Sequence[Record], program: Path) -> tuple[dict[str, bytes], dict[str, Any]]:
    """Make a search of records: its files, and what it says of Chinese."""
    parts = indexing.divided(records, program)
    groups = bundles.group(parts, [shards.pack(part) for part in parts])
    each = tuple(bundles.bundle(group, bundles.merge(group)) for group in groups)
    support = bundles.support(indexing.program(), {"en", "zh"})
    files = dict(bundles.files(bundles.Index(each, (), support)))
    told = json.loads(files["search/bundles.json"])["languages"]
    return files, next(language for language in told if language["language"] == "zh")


def chinese(files: Mapping[str, bytes]) -> dict[str, dict[str, list[Any]]]:
    """Read the words of the Chinese bundle."""
    start = "search/zh/"
    return indexing.read({path.removeprefix(start): data for path, data in files.items() if path.startswith(start)})


def test_with_the_extra_it_is_chosen_by_itself_and_says_nothing(parting: Path) -> None:
    assert binary.find(["en", "zh"]) == (parting, ())
    assert binary.parts(parting)
    assert binary.find(["en", "de"])[0] != parting, "it is ten times as big"


def test_with_the_extra_words_are_found_whole_where_they_stand(parting: Path) -> None:
    files, told = made(RECORDS, parting)
    assert told["parted"] == "words"
    words = chinese(files)
    assert "电力" in words and "电" not in words
    assert list(words["电力"]) == [RECORDS[1].address]
    shown = [
        json.loads(packing.content(data)) for path, data in files.items() if path.startswith("search/zh/fragment/")
    ]
    assert {each["content"].replace(languages.BORDER, "") for each in shown} == {each.words for each in RECORDS[:2]}
    assert all(languages.BORDER in each["content"] for each in shown)


def test_with_the_extra_other_languages_are_listed_as_ever(parting: Path) -> None:
    part = next(part for part in indexing.divided(RECORDS, parting) if part.language == "en")
    glossary.of.cache_clear()
    assert packing.given(shards.pack(part).words).keys() >= {"tea"}
    assert glossary.of(parting, "en").tokens.keys() >= {"tea"}


def test_without_the_extra_signs_are_found_and_a_problem_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, binary.EXTENDED, None)
    program, (problem,) = binary.find(record.language for record in RECORDS)
    assert program
    assert problem.level is Level.NOTE
    assert "Chinese" in problem.message and problem.hint == 'pip install "call-archive[search-cjk]"'
    files, told = made(RECORDS, program)
    assert told["parted"] == "signs"
    assert {"云", "计", "算", "电"} <= chinese(files).keys()


def test_without_such_text_nobody_is_told_of_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, binary.EXTENDED, None)
    assert binary.find(["en", "ko", "ar"])[1] == ()
