"""Shows the pages of a call that changed in a served site at once, and builds the rest behind it a moment later.

A page is built as MkDocs builds it, with what the last build left behind: navigation, templates, files. An edge: knows
MkDocs, and must not know how an archive is understood.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator import build, collector, lease
from generator.alone import Frame
from generator.build import Done, Held
from generator.config import Settings

LEAST, MOST = 1.0, 5.0
"""Seconds without a change after which the site is built: as long as that takes, but within these bounds, since
somebody who writes saves again and again, and sees nothing new while it is built."""

log = logging.getLogger("mkdocs.plugins.call-archive")


@dataclass(frozen=True, slots=True)
class Last:
    """What a build leaves behind."""

    settings: Settings
    frame: Frame
    files: Files
    written: Mapping[str, str]
    """Path of a page → digest of its Markdown."""


@dataclass(slots=True)
class Ahead:
    """Stands between a server and its builder."""

    builder: Callable[[], None]
    """Builds the whole site."""
    held: Held
    last: Callable[[], Last | None]
    signal: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="call-archive-")))
    """A folder that the server watches: what changes in it asks for the whole site."""
    shown: object = None
    """What the pages that were shown are of."""
    done: Done | None = None
    """What was done behind the site, and not used yet."""
    stop: threading.Event = field(default_factory=threading.Event)
    thread: threading.Thread | None = None
    """Does the rest behind the site."""
    took: float = 0.0
    """Seconds of the last build of the whole site."""

    def build(self) -> None:
        """Show what can be shown at once and begin the rest behind it; else build everything."""
        self._rest()
        if self._show():
            self.stop, self.done = threading.Event(), None
            self.thread = threading.Thread(target=self._follow, args=(self.stop, self.last()), daemon=True)
            self.thread.start()
        else:
            self.shown, began = None, time.monotonic()
            self.builder()
            self.took = time.monotonic() - began

    def take(self, settings: Settings, folder: Path) -> Done | None:
        """Give what was done behind the site, once, if it is still what a build would do."""
        done, self.done = self.done, None
        return done if done and build.holds(done, settings, folder, self.held) else None

    def close(self) -> None:
        """Leave nothing behind."""
        self._rest()
        shutil.rmtree(self.signal, ignore_errors=True)

    def _rest(self) -> None:
        """Let go of what is being done behind the site."""
        self.stop.set()
        if self.thread:
            self.thread.join()
            self.thread = None

    def _follow(self, stop: threading.Event, last: Last | None) -> None:
        """When nothing has changed for a while, do what can be done behind the site, and ask for the rest."""
        if last is None or stop.wait(min(max(LEAST, self.took), MOST)):
            return
        folder, held = Path(last.frame.config.docs_dir), self.held.copy()
        try:
            with lease.taken(folder, log.info), collector.relaxed():
                done = build.prepare(last.settings, folder, build.Hurried(stop), held)
        except build.Overtaken:
            return
        except Exception as wrong:  # the whole build says what is wrong, if anything is
            log.debug(f"Nothing is done behind the site: {wrong!r}")
        else:
            if stop.is_set():
                return
            self.done = done
            self.held.become(held)
        (self.signal / "go").touch()

    def _show(self) -> bool:
        """Show the pages of what changed; false where there is nothing to show, or nothing new."""
        last = self.last()
        if last is None:
            return False
        try:
            seen = build.glimpse(last.settings, self.held)
            if seen is None or seen.of == self.shown:
                return False
            for each in seen.pages:
                if last.written.get(each.path) not in (None, each.digest):
                    _put(last, each.path, each.text)
        except Exception as wrong:  # the whole build says what is wrong, if anything is
            log.debug(f"Nothing is shown ahead: {wrong!r}")
            return False
        self.shown = seen.of
        log.info("Changed pages are shown; all that follows from them is built next")
        return True


def attach(server: LiveReloadServer, held: Held, last: Callable[[], Last | None]) -> Ahead:
    """Stand before the builder of a server."""
    ahead = Ahead(server.builder, held, last)
    server.builder = ahead.build
    server.watch(str(ahead.signal))
    return ahead


def _put(last: Last, path: str, text: str) -> None:
    """Build a page in the place of the one that is there."""
    file = File.generated(last.frame.config, path, content=text)
    output = last.frame.build(Page(None, file, last.frame.config), last.files)
    place = Path(file.abs_dest_path)
    place.unlink(missing_ok=True)  # it may be the same file as the one that is remembered
    place.write_text(output, encoding="utf-8", errors="xmlcharrefreplace")
