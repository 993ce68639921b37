"""A served site shows a changed page at once, and its search follows: page first, index later, both right at last."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator import search
from generator.build import finding, upkeep
from tests.conftest import call_archive
from tests.search import indexing

CALL = "---\nseries: mill\ndate: {date}\n---\nMei Tan: {words}\n\nWen Zhao: We sold more tea than ever before.\n"
FIRST, SECOND = "2024-05-02", "2024-08-01"
PATIENCE = 60


@dataclass(slots=True)
class Served:
    """An archive that is served: its folder, its site, and the gate before which each further index waits."""

    folder: Path
    site: Path
    gate: threading.Event = field(default_factory=threading.Event)
    begun: threading.Event = field(default_factory=threading.Event)
    """Somebody waits at the gate."""
    config: Any = None

    def write(self, date: str, words: str) -> None:
        """Write a call."""
        place = self.folder / f"content/{date}.txt"
        place.write_text(CALL.format(date=date, words=words), encoding="utf-8")

    def build(self) -> None:
        """Build as the server does at first and after each change."""
        first = self.config is None
        self.config = load_config(str(self.folder / "mkdocs.yml"), site_dir=str(self.site))
        if first:
            self.config.plugins.on_startup(command="serve", dirty=False)
        mkdocs_build(self.config)

    @property
    def upkeep(self) -> upkeep.Upkeep:
        """Who keeps the index."""
        found: upkeep.Upkeep = self.config.plugins["call-archive"].upkeep
        return found

    def page(self, date: str) -> str:
        """Read the page of a call."""
        return (self.site / f"calls/mill/{date}/index.html").read_text(encoding="utf-8")

    def words(self) -> set[str]:
        """Read which words the search knows, from its list of bundles on; fails where anything is missing."""
        return set(indexing.read(reachable(self.site / "search")))

    def follow(self) -> None:
        """Let the index follow, and wait until it has."""
        self.gate.set()
        assert self.upkeep.thread
        self.upkeep.thread.join(PATIENCE)
        assert not self.upkeep.thread.is_alive()


def reachable(folder: Path) -> Mapping[str, bytes]:
    """Give the files to which the list of bundles leads."""
    (language,) = json.loads((folder / "bundles.json").read_text(encoding="utf-8"))["languages"]
    place = folder / language["bundles"][0]
    entry = json.loads((place / "pagefind-entry.json").read_text(encoding="utf-8"))
    found = (path for kind in ("index", "fragment") for path in (place / kind).iterdir())
    table = place / f"pagefind.{entry['languages']['en']['hash']}.pf_meta"
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in (table, *found)}


def listed(site: Path) -> dict[str, bytes]:
    """Give all files of a search."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in (site / "search").rglob("*") if path.is_file()
    }


@pytest.fixture
def served(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """An archive of one call, served: its pages and its index are there."""
    indexing.program()
    for folder in ("content", "pages"):
        (tmp_path / folder).mkdir()
    shutil.copy(sample / "mkdocs.yml", tmp_path)
    made = Served(tmp_path, tmp_path / "served")
    made.write(FIRST, "What about kettles?")
    made.build()
    index = finding.index

    def gated(*given: Any) -> Any:
        made.begun.set()
        assert made.gate.wait(PATIENCE)
        return index(*given)

    monkeypatch.setattr(upkeep, "QUIET", 0)
    monkeypatch.setattr(finding, "index", gated)
    yield made
    made.gate.set()
    made.config.plugins.on_shutdown()


def test_the_page_comes_first_and_the_index_follows(served: Served) -> None:
    served.write(FIRST, "What about saucers?")
    served.build()
    assert "saucers" in served.page(FIRST)
    assert "saucer" not in served.words() and "kettl" in served.words()  # that of the page before, and whole
    served.follow()
    assert "saucer" in served.words()
    assert "saucers" in served.page(FIRST)


def test_in_the_end_the_index_is_that_of_a_clean_build_and_the_one_before_is_gone(served: Served) -> None:
    for words in ("What about saucers?", "What about spoons?"):
        served.write(SECOND, words)
        served.build()
        served.follow()
    served.build()
    served.follow()  # nothing changed, so that nothing of an earlier index is asked for any more
    assert call_archive("build", "--quiet", cwd=served.folder).returncode == 0
    assert listed(served.site) == listed(served.folder / "site")


def test_what_the_page_of_a_reader_may_still_ask_for_stays_until_the_next_change(served: Served) -> None:
    before = listed(served.site)
    served.write(FIRST, "What about saucers?")
    served.build()
    served.follow()
    kept = listed(served.site)
    assert before.keys() <= kept.keys()
    changed = {path for path in before if before[path] != kept[path]}
    assert all(path.endswith((".json", ".html")) for path in changed)
    served.write(FIRST, "What about spoons?")
    served.build()
    served.follow()
    gone = before.keys() - listed(served.site).keys()
    assert gone and all(path.startswith(f"{search.FOLDER}/en/") for path in gone)


def test_a_change_while_the_index_is_made_leaves_the_one_that_is_there(served: Served) -> None:
    served.write(FIRST, "What about saucers?")
    served.build()
    assert served.begun.wait(PATIENCE)
    threading.Timer(0.2, served.gate.set).start()
    served.write(FIRST, "What about spoons?")
    served.build()
    assert "spoons" in served.page(FIRST)
    served.follow()
    assert "spoon" in served.words() and "saucer" not in served.words()


def test_an_index_that_cannot_be_made_is_told_and_the_one_that_is_there_stays(
    served: Served, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*given: Any) -> Any:
        raise OSError("no space left")

    monkeypatch.setattr(finding, "index", broken)
    served.write(FIRST, "What about saucers?")
    served.build()
    served.follow()
    assert "could not be brought up to date" in caplog.text and "no space left" in caplog.text
    assert "kettl" in served.words()
    assert "saucers" in served.page(FIRST)


def test_another_search_in_the_settings_takes_its_place(served: Served) -> None:
    told = (served.folder / "mkdocs.yml").read_text(encoding="utf-8")
    (served.folder / "mkdocs.yml").write_text(told.replace("search: pagefind", "search: none"), encoding="utf-8")
    served.gate.set()
    served.build()
    assert not (served.site / "search/bundles.json").exists()
    assert served.config.plugins["call-archive"].upkeep is None
