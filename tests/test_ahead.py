"""A served site shows the pages of a changed call before it is built anew, and never what the build would not make."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator import ahead, build
from generator.config import Settings
from generator.plugin import CallArchivePlugin
from generator.progress import Watcher

CALL = """---
title: The mill, {date}
series: mill
date: {date}
---
Operator: We begin. The first question comes from Mei Tan of Brook Research.

Mei Tan: {question}

{answerer}: {answer}
"""
FIRST, SECOND = "2024-05-02", "2024-08-01"


@dataclass(slots=True)
class Served:
    """An archive that is served, as far as it matters here."""

    folder: Path
    site: Path
    watched: list[Path] = field(default_factory=list)
    builder: Any = None
    """What the server calls when something changes."""
    whole: int = 0
    """How often the whole site was built."""
    config: Any = None

    def write(
        self, date: str, question: str = "What about kettles?", answer: str = "Ten.", who: str = "Wen Zhao"
    ) -> None:
        """Write a call."""
        words = CALL.format(date=date, question=question, answer=answer, answerer=who)
        (self.folder / f"content/{date}.txt").write_text(words, encoding="utf-8")

    def watch(self, path: str) -> None:
        """Stand for the server, which looks at a path from now on."""
        self.watched.append(Path(path))

    def unwatch(self, path: str) -> None:
        """Stand for the server."""

    def all(self) -> None:
        """Build the whole site, as the server does."""
        self.whole += 1
        self.config = load_config(str(self.folder / "mkdocs.yml"), site_dir=str(self.site))
        if self.whole == 1:
            self.config.plugins.on_startup(command="serve", dirty=False)
        mkdocs_build(self.config)

    @property
    def plugin(self) -> CallArchivePlugin:
        """The plugin, which stays the same over all builds."""
        found: CallArchivePlugin = self.config.plugins["call-archive"]
        return found

    def page(self, date: str, name: str = "") -> str:
        """Read the page of a call or a question."""
        return (self.site / f"calls/mill/{date}/{name}index.html").read_text(encoding="utf-8")

    def behind(self) -> ahead.Ahead:
        """Wait until all is done that can be done behind the site."""
        found = self.plugin.ahead
        assert found and found.thread
        found.thread.join()
        return found

    def glimpse(self) -> build.Glimpse | None:
        """Tell what could be shown at once."""
        assert self.plugin.settings and self.plugin.held
        return build.glimpse(self.plugin.settings, self.plugin.held)


@pytest.fixture
def served(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """An archive of two calls, served; whatever is shown ahead is followed at once by a wish for the whole."""
    monkeypatch.setattr(ahead, "LEAST", 0.0)
    monkeypatch.setattr(ahead, "MOST", 0.0)
    for folder in ("content", "pages"):
        (tmp_path / folder).mkdir()
    configured = (sample / "mkdocs.yml").read_text(encoding="utf-8").replace("search: pagefind", "search: none")
    (tmp_path / "mkdocs.yml").write_text(configured, encoding="utf-8")
    made = Served(tmp_path, tmp_path / "served")
    made.write(FIRST, "Is the roof of the old house mended by now?")
    made.write(SECOND)
    made.all()
    made.builder = made.all
    server: Any = made
    made.plugin.on_serve(server, config=made.config, builder=made.all)
    yield made
    made.config.plugins.on_shutdown()


def test_a_changed_call_is_shown_before_the_site_is_built_and_the_site_follows(served: Served) -> None:
    served.write(SECOND, "What about saucers?")
    served.builder()
    assert served.whole == 1
    assert "saucers" in served.page(SECOND) and "saucers" in served.page(SECOND, "mei-tan-1/")
    ahead = served.behind()
    assert (ahead.signal / "go").exists() and ahead.signal in served.watched
    served.builder()
    assert served.whole == 2


def test_what_is_shown_ahead_is_what_the_build_makes(served: Served) -> None:
    served.write(SECOND, "What about saucers & <b>spoons</b>?", "None at all, and no forks.")
    served.builder()
    early = {name: served.page(SECOND, name) for name in ("", "mei-tan-1/")}
    served.all()
    assert early == {name: served.page(SECOND, name) for name in early}


def test_who_saves_again_sees_that_too(served: Served) -> None:
    for words in ("What about saucers?", "What about ladles?"):
        served.write(SECOND, words)
        served.builder()
        assert words in served.page(SECOND)
    assert served.whole == 1


def test_somebody_else_who_speaks_is_not_guessed_at(served: Served) -> None:
    served.write(SECOND, who="Ada Marsh")
    assert served.glimpse() is None
    served.builder()
    assert served.whole == 2 and "Ada Marsh" in served.page(SECOND)


@pytest.mark.parametrize("name", ["2024-11-01.txt", "topics.yml"])
def test_a_new_file_is_for_a_whole_build(served: Served, name: str) -> None:
    served.write(SECOND, "What about saucers?")
    if name.endswith(".txt"):
        shutil.copy(served.folder / f"content/{FIRST}.txt", served.folder / "content" / name)
    else:
        (served.folder / "content" / name).write_text("topics:\n  - name: Kettles\n", encoding="utf-8")
    assert served.glimpse() is None


def test_another_question_is_for_a_whole_build_since_links_lead_to_it(served: Served) -> None:
    served.write(SECOND, answer="Ten.\n\nOperator: The next question comes from Jo Reed of Heath.\n\nJo Reed: Why?")
    assert served.glimpse() is None


def test_nothing_that_changed_is_nothing_to_show(served: Served) -> None:
    assert served.glimpse() is None


def test_a_question_that_is_asked_again_waits_for_the_whole(served: Served) -> None:
    served.write(FIRST, "How will the new weir change what you charge for flour?")
    served.write(SECOND, "How will the new weir change what you charge for flour?")
    served.all()
    threaded = served.plugin.built and served.plugin.built.archive.threads_of
    assert threaded
    served.write(SECOND, "How will the new weir change what you charge for flour?", "By nothing, we hope.")
    seen = served.glimpse()
    assert seen and [page.path for page in seen.pages] == [f"calls/mill/{SECOND}/index.md"]


def test_the_site_stays_as_it_is_while_the_rest_is_done_behind_it_and_is_not_done_twice(served: Served) -> None:
    served.write(SECOND, "What about saucers?")
    served.builder()
    left = {path: path.stat().st_ino for path in served.site.rglob("*")}
    done = served.behind().done
    assert done and f"calls/mill/{SECOND}/mei-tan-1.md" in done.written.written
    assert {path: path.stat().st_ino for path in served.site.rglob("*")} == left
    served.builder()
    assert served.plugin.built and served.plugin.built.archive is done.built.archive
    assert "saucers" in served.page(SECOND)


@pytest.mark.parametrize("late", [f"{SECOND}.txt", "2024-11-01.txt", f"{SECOND}.mp3", "topics.yml"])
def test_what_changes_after_the_rest_was_done_is_in_the_site_all_the_same(served: Served, late: str) -> None:
    served.write(SECOND, "What about saucers?")
    served.builder()
    done = served.behind().done
    served.write(late.removesuffix(".txt"), "What about ladles?") if late.endswith(".txt") else (
        served.folder / "content" / late
    ).write_text("topics:\n  - name: Ladles\n" if late.endswith(".yml") else "sound", encoding="utf-8")
    served.all()
    assert done and served.plugin.built and served.plugin.built.archive is not done.built.archive


def test_who_saves_while_the_rest_is_done_does_not_wait_for_it(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = threading.Event()

    def endless(settings: Settings, folder: Path, watcher: Watcher, held: build.Held) -> build.Done:
        begun.set()
        while True:
            watcher.advance(1)

    monkeypatch.setattr(build, "prepare", endless)
    served.write(SECOND, "What about saucers?")
    served.builder()
    assert begun.wait(60)
    served.write(SECOND, "What about ladles?")
    served.builder()
    assert served.whole == 1 and "ladles" in served.page(SECOND)
