"""Brings the index of a served site up to date after its pages: those are shown at once, it follows a little later.

While somebody writes, each build of the pages finds the index of the one before in its place, whole; when nothing has
changed for a moment, the new one is made in a thread and takes its place file by file, the list of bundles last. What
the page of a reader may still ask for stays until the change after that. Must not know MkDocs.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator import problems, search
from generator.build import finding
from generator.build.conductor import Built
from generator.build.held import Held
from generator.config import Settings
from generator.problems import Problem
from generator.progress import Nobody

QUIET = 0.7
"""Seconds in which nothing changes before the index is made: somebody who writes saves again and again."""
ASIDE = ".search"
"""Where the index lies while MkDocs clears the site, which leaves hidden folders alone."""
FRESH = ".fresh"
"""Ends the name of a file that is not whole yet."""


class Overtaken(Exception):
    """Something has changed again, so that the index would be of no use."""


class Hurried(Nobody):
    """Ends the making of an index as soon as it is of no use."""

    def __init__(self, stop: threading.Event) -> None:
        self.stop = stop

    def begin(self, stage: str, total: int) -> None:
        """Look whether anybody still wants it."""
        self.advance(0)

    def advance(self, count: int) -> None:
        """Look whether anybody still wants it."""
        if self.stop.is_set():
            raise Overtaken


@dataclass(slots=True)
class Upkeep:
    """The index of a site that is served."""

    folder: Path
    """Of the site."""
    held: Held | None
    say: Callable[[Problem], None]
    files: Mapping[str, bytes]
    """What is there: path from the root of the site, and what the file holds."""
    told: tuple[Problem, ...] = ()
    """What was said of it."""
    left: frozenset[str] = frozenset()
    """Files of the index before."""
    stop: threading.Event = field(default_factory=threading.Event)
    thread: threading.Thread | None = None

    def pause(self) -> None:
        """Stop making an index, and put the one that is there out of the way, before the site is cleared."""
        self.close()
        for place in self._places():
            if place.exists():
                (self.folder / ASIDE).mkdir(exist_ok=True)
                place.rename(self.folder / ASIDE / place.name)

    def resume(self, built: Built, settings: Settings) -> None:
        """Put the index back into the new site, and begin to make that of its pages."""
        aside = self.folder / ASIDE
        (self.folder / search.FOLDER).mkdir(exist_ok=True)
        for place in aside.iterdir() if aside.is_dir() else ():
            place.rename(self.folder / search.FOLDER / place.name)
        shutil.rmtree(aside, ignore_errors=True)
        self.stop = threading.Event()
        self.thread = threading.Thread(target=self._follow, args=(built, settings, self.stop), daemon=True)
        self.thread.start()

    def close(self) -> None:
        """Stop making an index; what is there stays as it is."""
        self.stop.set()
        if self.thread:
            self.thread.join()
            self.thread = None

    def _follow(self, built: Built, settings: Settings, stop: threading.Event) -> None:
        """Make the index of an archive, unless something changes before."""
        if stop.wait(QUIET):
            return
        try:
            made, told, _ = finding.index(built, settings, Hurried(stop), self.held)
            if made:
                self._replace(dict(search.files(made)))
        except Overtaken:
            return
        except Exception as wrong:  # nobody waits for this thread, so nobody else would say so
            told = (problems.error("search", 0, f"the index could not be brought up to date: {wrong!r}"),)
        for problem in told:
            if problem not in self.told:
                self.say(problem)
        self.told = told

    def _replace(self, files: Mapping[str, bytes]) -> None:
        """Write what is new, what leads to it last, and drop what only the index before the last one had."""
        for path in sorted(files, key=_late):
            if self.files.get(path) != files[path]:
                _put(self.folder / path, files[path])
        for path in self.left - files.keys():
            with suppress(OSError):
                (self.folder / path).unlink()
        self.left = frozenset(self.files.keys() - files.keys())
        self.files = files

    def _places(self) -> Iterator[Path]:
        """Name files and folders of the index; a page of the site lies beside them."""
        names = {path.split("/")[1] for path in (*self.files, *self.left)}
        return (self.folder / search.FOLDER / name for name in sorted(names))


def keep_up(made: finding.Found, folder: Path, held: Held | None, say: Callable[[Problem], None]) -> Upkeep | None:
    """Begin to keep an index that is in a site; None for one whose files have the same names whatever is in them."""
    return Upkeep(folder, held, say, dict(search.files(made))) if isinstance(made, search.Index) else None


def _late(path: str) -> tuple[bool, bool]:
    """Put the tables of contents behind all else, and the list of bundles behind them."""
    return path.endswith(".json"), path == f"{search.FOLDER}/{search.MANIFEST}"


def _put(place: Path, data: bytes) -> None:
    """Write a file, at once or not at all."""
    place.parent.mkdir(parents=True, exist_ok=True)
    fresh = place.with_name(place.name + FRESH)
    fresh.write_bytes(data)
    fresh.replace(place)
