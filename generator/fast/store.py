"""Remembers the leaves that were made, so that only those are made again whose words or shell changed.

Each leaf lies in the cache folder and is the same file as in the site (a hard link), or a copy. A file that somebody
changed in the site is known by its size and time, and made again. Must not know how leaves are made.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import FileSystemBytecodeCache

from generator import cache
from generator.fast import files
from generator.fast.leaves import Draft, Made

LIST = "leaves.pickle"


@dataclass(slots=True)
class Store:
    """The leaves of the last build."""

    folder: Path | None
    """None remembers nothing."""
    settings: str
    """What all leaves depend on."""
    kept: dict[str, Made] = field(default_factory=dict)
    """Path → leaf."""
    proven: set[str] = field(default_factory=set)
    """Digests of shells that made the same page as MkDocs."""
    anchors: dict[str, str] = field(default_factory=dict)
    """Path → anchors of each page that was there, each on a line."""

    def place(self, path: str) -> str:
        """Where the leaf of a page lies; nowhere if nothing is remembered."""
        name = digest(path)
        return f"{self.folder}/leaves/{name[:2]}/{name}.html" if self.folder else ""

    def templates(self) -> FileSystemBytecodeCache | None:
        """Remember templates as they were compiled, which takes longer than to draw all pages of an archive."""
        if not self.folder:
            return None
        (self.folder / "templates").mkdir(parents=True, exist_ok=True)
        return FileSystemBytecodeCache(str(self.folder / "templates"))

    def fresh(self, path: str, draft: Draft, kind: str) -> bool:
        """Tell whether a leaf is there as it was left and would be made the same."""
        kept = self.kept.get(path)
        same = kept and kept.stamp and kept.draft is draft and kept.kind == kind
        return bool(kept and same and files.stamp(self.place(path)) == kept.stamp)

    def lose(self, anchors: dict[str, str]) -> set[str]:
        """Take in which pages there are and their anchors, and say what was there and is no more: `topics/a.md#t1`."""
        changed = dict(self.anchors.items() - anchors.items())
        self.anchors = anchors
        return _named(changed) - _named({path: anchors[path] for path in changed.keys() & anchors.keys()})

    def drop(self, path: str) -> None:
        """Forget a leaf."""
        del self.kept[path]
        with contextlib.suppress(OSError):
            os.unlink(self.place(path))  # noqa: PTH108

    def close(self) -> None:
        """Write down what is known."""
        if self.folder:
            known = (self.settings, self.kept, self.proven, self.anchors)
            cache.pack(self.folder / LIST, known)


def load(folder: Path | None, settings: str) -> Store:
    """Open the store of a cache folder; what cannot be read, or was made otherwise, is as if it had never been."""
    known = cache.take(folder / LIST) if folder else None
    if isinstance(known, tuple) and known[0] == settings:
        return Store(folder, *known)
    for name in ("leaves", "templates") if folder else ():
        shutil.rmtree(f"{folder}/{name}", ignore_errors=True)
    return Store(folder, settings)


def digest(*parts: str) -> str:
    """Digest what a leaf depends on."""
    return cache.digest("\0".join(parts).encode("utf-8", "surrogatepass"))


def _named(anchors: dict[str, str]) -> set[str]:
    return {each for path, lines in anchors.items() for each in (path, *(f"{path}#{one}" for one in lines.split("\n")))}
