"""Remembers the leaves that were made, so that only those are made again whose words or shell changed.

Each leaf lies in the cache folder and is the same file as in the site (a hard link), or a copy. A file that somebody
changed in the site is known by its size and time, and made again. Must not know how leaves are made.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import shutil
from collections.abc import Set
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import FileSystemBytecodeCache

from generator import cache
from generator.fast import files
from generator.fast.leaves import Draft, Made

FOLDER = "leaves"
LIST = "leaves.pickle"
TOLD = "links-*.pickle"
UNKNOWN = Made("?", "")
"""Of leaves about which nothing can be read any more: a link that leads nowhere."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A leaf that was made."""

    draft: Draft
    shell: str
    """Digest of the shell."""
    stamp: tuple[int, int] | None
    """Size and time of the file."""


@dataclass(slots=True)
class Store:
    """The leaves of the last build."""

    folder: Path | None
    """None remembers nothing."""
    settings: str
    """What all leaves depend on."""
    kept: dict[str, Kept] = field(default_factory=dict)
    """Path → leaf."""
    proven: set[str] = field(default_factory=set)
    """Digests of shells that made the same page as MkDocs."""
    others: dict[str, frozenset[str]] = field(default_factory=dict)
    """Path → anchors of each page that MkDocs built."""
    listed: str = ""
    """Name of the file that holds `told`, another each time, so that it is always the one that belongs to the rest."""
    lost: set[str] = field(default_factory=set)
    """Pages and anchors that were there, and are no more: `topics/cloud.md`, `topics/cloud.md#t1`."""
    changed: bool = False
    """Whether `told` is another than the one that was read."""
    _told: dict[str, Made] | None = None

    @property
    def told(self) -> dict[str, Made]:
        """Path → links and anchors of each leaf, read as late as possible, since there are very many."""
        if self._told is None:
            read = _read(self.folder / self.listed) if self.folder and self.listed else {}
            self._told = read if isinstance(read, dict) else dict.fromkeys(self.kept, UNKNOWN)
            self.lost.update(() if isinstance(read, dict) else UNKNOWN.links.split("\n"))
        return self._told

    def place(self, path: str) -> str:
        """Where the leaf of a page lies; nowhere if nothing is remembered."""
        return f"{self.folder}/{FOLDER}/{path}.html" if self.folder else ""

    def templates(self) -> FileSystemBytecodeCache | None:
        """Remember templates as they were compiled, which takes longer than to draw all pages of an archive."""
        if not self.folder:
            return None
        folder = self.folder / "templates"
        if not self.kept:
            shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        return FileSystemBytecodeCache(str(folder))

    def fresh(self, path: str, digest: str, shell: str) -> bool:
        """Tell whether a leaf is there as it was left and would be made the same."""
        kept = self.kept.get(path)
        known = kept and kept.draft.digest == digest and kept.shell == shell and kept.stamp
        return bool(known) and files.stamp(self.place(path)) == known

    def keep(self, path: str, draft: Draft, shell: str, made: Made) -> None:
        """Remember a leaf that was made."""
        if old := self.told.get(path):
            self._lose(path, old.ids - made.ids)
        self.told[path], self.changed = made, True
        self.kept[path] = Kept(draft, shell, files.stamp(self.place(path)))

    def settle(self, built: dict[str, frozenset[str]], there: Set[str]) -> None:
        """Take in which anchors the pages have that MkDocs built, and which pages there are at all."""
        before = self.others | {path: self.told[path].ids for path in self.kept.keys() & built.keys()}
        for path in (self.kept.keys() | self.others.keys()) - there:
            self.lost.add(path)
            self._lose(path, before[path] if path in before else self.told[path].ids)
        for path, anchors in before.items():
            self._lose(path, anchors - built.get(path, anchors))
        self.others = built

    def touched(self) -> set[str]:
        """Find the leaves with a link to something that is lost."""
        return {path for path in self.kept if not self.lost.isdisjoint(self.links(path))}

    def links(self, path: str) -> list[str]:
        """Give the pages and anchors that a leaf links to."""
        return self.told[path].links.split("\n")

    def _lose(self, path: str, anchors: Set[str]) -> None:
        self.lost.update(f"{path}#{anchor}" for anchor in anchors)

    def drop(self, path: str) -> None:
        """Forget a leaf."""
        if self.kept.pop(path, None):
            self.told.pop(path, None)
            self.changed = True
            with contextlib.suppress(OSError):
                files.remove(self.place(path))

    def close(self) -> None:
        """Write down what is known."""
        if not self.folder:
            return
        with contextlib.suppress(OSError):  # a disk that is full or read-only is no reason to stop
            self.folder.mkdir(parents=True, exist_ok=True)
            if self.changed:
                self.listed = TOLD.replace("*", os.urandom(8).hex())
                _write(self.folder / self.listed, self.told)
            _write(self.folder / LIST, (self.settings, self.kept, self.proven, self.others, self.listed))
            for old in self.folder.glob(TOLD):
                if old.name != self.listed:
                    old.unlink()


def load(folder: Path | None, settings: str) -> Store:
    """Open the store of a cache folder; what cannot be read, or was made otherwise, is as if it had never been."""
    known = _read(folder / LIST) if folder else None
    if folder and isinstance(known, tuple) and known[0] == settings and (folder / known[-1]).is_file():
        settings, kept, proven, others, listed = known
        return Store(folder, settings, kept, proven, others, listed)
    return Store(folder, settings)


def digest(*parts: str) -> str:
    """Digest what a leaf depends on."""
    return cache.digest("\0".join(parts).encode("utf-8", "surrogatepass"))


def _read(place: Path) -> object:
    try:
        return pickle.loads(place.read_bytes())
    except Exception:  # a damaged pickle may raise anything at all, and costs no more than a whole build
        return None


def _write(place: Path, known: object) -> None:
    fresh = place.with_name(f"{place.name}.{os.getpid()}")
    fresh.write_bytes(pickle.dumps(known, protocol=pickle.HIGHEST_PROTOCOL))
    fresh.replace(place)
