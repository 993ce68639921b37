"""The same content makes the same bytes: in any order of files, with any number of workers, with or without a cache."""

from __future__ import annotations

import pickle
import random
from pathlib import Path

import pytest

from generator import build, discover
from generator.build import Built
from generator.config import Settings
from generator.model import Call
from generator.problems import serious
from tests.conftest import ROOT


def settings(content: Path, cache: Path | None = None, jobs: int = 1) -> Settings:
    """Settings that remember nothing unless told where."""
    given = {"content": content, "cache": cache or "off", "jobs": jobs}
    return Settings.model_validate(given)


@pytest.fixture(scope="module")
def sample_content() -> Path:
    """The sample archive's transcripts."""
    return ROOT / "content"


@pytest.fixture(scope="module")
def built(sample_content: Path) -> Built:
    """The sample archive, built plainly."""
    return build.build(settings(sample_content))


def same(one: Built, other: Built) -> None:
    """Assert that two builds made the same of the same."""
    assert [page.path for page in one.pages] == [page.path for page in other.pages]
    for mine, theirs in zip(one.pages, other.pages, strict=True):
        assert mine.text == theirs.text, mine.path
    assert one.assets == other.assets
    assert one.problems == other.problems


def test_every_file_of_the_sample_becomes_a_call_without_a_problem(built: Built) -> None:
    assert sorted(call.source.path for call in built.archive.calls.values()) == sorted(built.covers)
    assert serious(built.problems) == []


def test_processes_change_nothing(built: Built, sample_content: Path) -> None:
    same(built, build.build(settings(sample_content, jobs=2)))


def test_a_cache_changes_nothing_whether_it_is_cold_or_warm(built: Built, sample_content: Path, tmp_path: Path) -> None:
    same(built, build.build(settings(sample_content, tmp_path)))
    assert list(tmp_path.rglob("*.pickle"))
    same(built, build.build(settings(sample_content, tmp_path)))


def test_a_warm_build_looks_into_no_call_that_nobody_asks_for(sample_content: Path, tmp_path: Path) -> None:
    understood = build.understand(settings(sample_content, tmp_path)).archive
    for entry in tmp_path.rglob("*.pickle"):
        if pickle.loads(entry.read_bytes()) in understood.calls.values():
            entry.unlink()
    again = build.understand(settings(sample_content, tmp_path)).archive
    assert not any(isinstance(pickle.loads(entry.read_bytes()), Call) for entry in tmp_path.rglob("*.pickle"))
    assert again.calls == understood.calls, "and what was lost meanwhile is understood again"


def test_words_of_calls_that_were_let_go_of_are_there_for_whoever_looks(sample_content: Path, tmp_path: Path) -> None:
    understood = build.understand(settings(sample_content, tmp_path))
    calls = understood.archive.calls.values()
    before = [call.turns for call in calls]
    build.close(understood)
    for call in calls:
        with pytest.raises(AttributeError):
            object.__getattribute__(call, "turns")  # asks for what is there, and has nothing fetched
    assert [call.turns for call in calls] == before


def test_a_changed_transcript_is_read_again_in_spite_of_the_cache(sample_content: Path, tmp_path: Path) -> None:
    import shutil

    content = tmp_path / "content"
    shutil.copytree(sample_content, content)
    before = build.build(settings(content, tmp_path / "cache"))
    (changed,) = content.glob("halvorsen/fy2024-q2.*")
    changed.write_bytes(changed.read_bytes().replace(b" the ", b" thee ", 3))
    incremental, clean = build.build(settings(content, tmp_path / "cache")), build.build(settings(content))
    same(incremental, clean)
    assert [page.text for page in incremental.pages] != [page.text for page in before.pages]


def test_a_day_is_read_anew_when_the_settings_say_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "call.txt").write_text(
        "Call of 03/04/2024\n\nOperator: Good day.\nMei Tan: Thank you.\n", encoding="utf-8"
    )
    chosen = settings(tmp_path / "content", tmp_path / "cache")
    told = []
    for dates in (None, "day-first", "month-first"):
        (call,) = build.understand(chosen.model_copy(update={"dates": dates})).archive.calls.values()
        told.append(call.date)
    assert told == [None, "2024-04-03", "2024-03-04"]


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_files_changes_nothing(
    built: Built, sample_content: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    honest = discover.discover

    def shuffled(content: Path, day_first: bool | None) -> tuple[object, object]:
        documents, problems = honest(content, day_first)
        mixed = list(documents)
        random.Random(seed).shuffle(mixed)
        assert mixed != list(documents)
        return type(documents)(mixed), problems

    monkeypatch.setattr(discover, "discover", shuffled)
    same(built, build.build(settings(sample_content)))


def test_an_empty_content_folder_makes_a_site_that_says_so(tmp_path: Path) -> None:
    made = build.build(settings(tmp_path))
    assert {"index.md", "calls/index.md", "topics/index.md"} <= {page.path for page in made.pages}


def test_writing_twice_changes_nothing(built: Built, tmp_path: Path) -> None:
    assert build.write(built, tmp_path).written
    again = build.write(built, tmp_path)
    assert (again.written, again.removed, again.problems) == ((), (), ())


def test_every_stage_is_timed_in_order(built: Built) -> None:
    assert list(built.seconds) == ["discover", "read", "people", "extract", "link", "threads", "pages"]
