"""All mistakes in the configuration come at once, each with key, value, what was expected and the nearest key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import config
from generator.config import Settings


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A project folder with an empty content folder."""
    (tmp_path / "content").mkdir()
    return tmp_path


def told(options: object, base: Path, **more: object) -> list[str]:
    """The mistakes in some options, as sentences."""
    settings, problems = config.load(options, base, **more)  # type: ignore[arg-type]
    assert (settings is None) == bool(problems)
    return [str(problem) for problem in problems]


def accepted(options: object, base: Path, **more: object) -> Settings:
    """The settings that some options lead to."""
    settings, problems = config.load(options, base, **more)  # type: ignore[arg-type]
    assert settings is not None, problems
    return settings


def test_nothing_need_be_chosen(base: Path) -> None:
    settings = accepted({}, base)
    assert settings.content == base / "content"
    assert settings.cache == base / ".cache" / "call-archive"
    assert (settings.jobs, settings.page_size) == (0, 100)


def test_every_mistake_is_told_at_once(base: Path) -> None:
    found = told({"jbos": 2, "jobs": "many", "page_size": 3, "content": "nowhere", "cache": 5}, base)
    assert len(found) == 5
    for key in ("jbos", "jobs", "page_size", "content", "cache"):
        assert any(f"call-archive.{key}: " in line for line in found)


def test_a_wrong_key_is_told_with_its_value_and_the_nearest_known_one(base: Path) -> None:
    (said,) = told({"contents": "calls"}, base)
    assert "call-archive.contents: 'calls' was given" in said
    assert re.search(r"expected cache, content, dataset, dates, .*page_size, question_pages, scheduler or search", said)
    assert "(did you mean content?)" in said


def test_a_key_that_is_like_none_gets_no_advice(base: Path) -> None:
    (said,) = told({"zzz": 1}, base)
    assert "did you mean" not in said


@pytest.mark.parametrize("value", [-1, 1.5, "2", True, None, 10_000, []])
def test_a_wrong_number_of_jobs_is_told_with_what_was_expected(base: Path, value: object) -> None:
    (said,) = told({"jobs": value}, base)
    assert f"call-archive.jobs: {value!r} was given, expected a whole number of processes" in said


@pytest.mark.parametrize("value", [False, "off", "Off", "no", None])
def test_the_cache_can_be_switched_off(base: Path, value: object) -> None:
    assert accepted({"cache": value}, base).cache is None


@pytest.mark.parametrize(("value", "day_first"), [("day-first", True), ("month-first", False), (None, None)])
def test_the_order_of_day_and_month_can_be_said(base: Path, value: str | None, day_first: bool | None) -> None:
    assert accepted({"dates": value}, base).day_first is day_first
    (said,) = told({"dates": "iso"}, base)
    assert "call-archive.dates: 'iso' was given, expected day-first or month-first" in said


@pytest.mark.parametrize(
    ("value", "search"), [("pagefind", "pagefind"), ("material", "material"), ("none", "none"), (False, "none")]
)
def test_the_search_can_be_chosen_and_switched_off(base: Path, value: object, search: str) -> None:
    assert accepted({"search": value}, base).search == search


def test_a_search_that_there_is_not_is_told_with_what_was_expected(base: Path) -> None:
    (said,) = told({"search": "lunr"}, base)
    assert "call-archive.search: 'lunr' was given, expected pagefind, packed, material or none" in said


def test_paths_start_from_the_configuration_file(base: Path) -> None:
    (base / "calls").mkdir()
    settings = accepted({"content": "calls", "cache": "tmp/c"}, base)
    assert (settings.content, settings.cache) == (base / "calls", base / "tmp" / "c")


def test_the_command_line_wins_where_it_says_something(base: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    settings = accepted({"content": "content", "jobs": 2}, base, content=other, jobs=None)
    assert (settings.content, settings.jobs) == (other, 2)


def test_a_content_folder_that_is_not_there_is_a_mistake(tmp_path: Path) -> None:
    (said,) = told({}, tmp_path)
    assert "expected a folder of transcripts that is there" in said


def test_the_name_of_the_archive_stands_at_the_top_of_the_file(base: Path) -> None:
    (said,) = told({"site_name": "Ours"}, base)
    assert "stands at the top of mkdocs.yml" in said
    assert accepted({}, base, site={"site_name": "Ours"}).site_name == "Ours"


@pytest.mark.parametrize("options", [["content"], "content", 3])
def test_options_that_are_no_options_are_told(base: Path, options: object) -> None:
    (said,) = told(options, base)
    assert "expected key: value lines" in said
