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
from generator.fast.leaves import Draft, Leaf, Made
from generator.model import packing

LIST = "leaves.pickle"


@dataclass(frozen=True, slots=True)
class Kept:
    """A leaf that was made."""

    draft: Draft
    shell: str
    """Digest of what the theme drew."""
    stamp: tuple[int, int] | None
    """Size and time of the file."""
    made: Made


packing.quicken((Draft, Kept, Made))


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
        folder = self.folder / "templates"
        if not self.kept:
            shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        return FileSystemBytecodeCache(str(folder))

    def fresh(self, path: str, draft: Draft, shell: str) -> bool:
        """Tell whether a leaf is there as it was left and would be made the same."""
        kept = self.kept.get(path)
        same = kept and kept.stamp and kept.draft is draft and kept.shell == shell
        return bool(kept and same and files.stamp(self.place(path)) == kept.stamp)

    def keep(self, leaf: Leaf, made: Made) -> None:
        """Remember a leaf that was made."""
        self.kept[leaf.path] = Kept(leaf.draft, leaf.kind, files.stamp(leaf.place), made)

    def lose(self, anchors: dict[str, str]) -> set[str]:
        """Take in which pages there are and their anchors, and say what was there and is no more: `topics/a.md#t1`."""
        lost: set[str] = set()
        for path, before in self.anchors.items():
            now = anchors.get(path)
            if now != before:
                lost.update(f"{path}#{each}" for each in {*before.split("\n")} - {*(now or "").split("\n")})
            if now is None:
                lost.add(f"{path}#")
        self.anchors = anchors
        return lost

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
    return Store(folder, *known) if isinstance(known, tuple) and known[0] == settings else Store(folder, settings)


def digest(*parts: str) -> str:
    """Digest what a leaf depends on."""
    return cache.digest("\0".join(parts).encode("utf-8", "surrogatepass"))
