"""Remembers the leaves that were made, so that only those are made again whose words or shell changed.

Each leaf lies in the cache folder and is the same file as in the site (a hard link), or a copy. A file that somebody
changed in the site is known by its size and time, and made again. Must not know how leaves are made.
"""

from __future__ import annotations

import contextlib
import os
import pickle
from dataclasses import dataclass, field
from pathlib import Path

from generator import cache
from generator.fast.leaves import Made

FOLDER = "leaves"
LIST = "leaves.pickle"


@dataclass(frozen=True, slots=True)
class Kept:
    """A leaf that was made."""

    digest: str
    """Of all that it depends on."""
    stamp: tuple[int, int]
    """Size and time of the file."""
    made: Made


@dataclass(slots=True)
class Store:
    """The leaves of the last build."""

    folder: Path | None
    """None remembers nothing."""
    kept: dict[str, Kept] = field(default_factory=dict)
    """Path → leaf."""
    proven: set[str] = field(default_factory=set)
    """Digests of shells that made the same page as MkDocs."""

    def place(self, path: str) -> Path | None:
        """Where the leaf of a page lies."""
        return self.folder / FOLDER / f"{path}.html" if self.folder else None

    def find(self, path: str, digest: str) -> Made | None:
        """Give back what is known of a leaf, if it is there as it was left and would be made the same."""
        kept, place = self.kept.get(path), self.place(path)
        fresh = kept and place and kept.digest == digest and stamp(place) == kept.stamp
        return kept.made if kept and fresh else None

    def keep(self, path: str, digest: str, made: Made) -> None:
        """Remember a leaf that was made."""
        place = self.place(path)
        if place and (left := stamp(place)):
            self.kept[path] = Kept(digest, left, made)

    def close(self, paths: set[str]) -> None:
        """Forget all leaves but these, and write down what is known."""
        if not self.folder:
            return
        for path in self.kept.keys() - paths:
            del self.kept[path]
            with contextlib.suppress(OSError):
                self.folder.joinpath(FOLDER, f"{path}.html").unlink(missing_ok=True)
        list_, fresh = self.folder / LIST, self.folder / f"{LIST}.{os.getpid()}"
        with contextlib.suppress(OSError):  # a disk that is full or read-only is no reason to stop
            fresh.write_bytes(pickle.dumps((self.kept, self.proven), protocol=pickle.HIGHEST_PROTOCOL))
            fresh.replace(list_)


def load(folder: Path | None) -> Store:
    """Open the store of a cache folder; what cannot be read is as if it had never been."""
    try:
        kept, proven = pickle.loads((folder / LIST).read_bytes()) if folder else ({}, set())
        return Store(folder, kept, proven)
    except Exception:  # a damaged pickle may raise anything at all, and costs no more than a whole build
        return Store(folder)


def stamp(place: Path) -> tuple[int, int] | None:
    """Tell size and time of a file, None if it is not there."""
    try:
        seen = place.stat()
    except OSError:
        return None
    return seen.st_size, seen.st_mtime_ns


def digest(*parts: str) -> str:
    """Digest what a leaf depends on."""
    return cache.digest("\0".join(parts).encode("utf-8", "surrogatepass"))
