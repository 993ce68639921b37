"""Remembers the leaves that were made, so that only those are made again whose words or shell changed.

Each leaf lies in the cache folder and is the same file as in the site (a hard link), or a copy. A file that somebody
changed in the site is known by its size and time, and made again. Must not know how leaves are made.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from generator import cache, output
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
    anchors: dict[str, str] = field(default_factory=dict)
    """Path → anchors of each page that was there, each on a line."""

    def place(self, path: str) -> str:
        """Where the leaf of a page lies; nowhere if nothing is remembered."""
        name = digest(path)
        return f"{self.folder}/leaves/{name[:2]}/{name}.html" if self.folder else ""

    def fresh(self, path: str, draft: Draft, kind: str) -> bool:
        """Tell whether a leaf is there as it was left and would be made the same."""
        kept, stamp = self.kept.get(path), output.stamp(self.place(path))
        return kept is not None and (kept.draft, kept.kind, kept.stamp) == (draft, kind, stamp)

    def lose(self, anchors: dict[str, str]) -> set[str]:
        """Take in which pages there are and their anchors, and say what was there and is no more: `topics/a.md#t1`."""
        changed = dict(self.anchors.items() - anchors.items())
        self.anchors = anchors
        return _named(changed) - _named({path: anchors[path] for path in changed.keys() & anchors.keys()})

    def close(self, left: Collection[str]) -> None:
        """Forget all leaves but those that are left, and write down what is known."""
        for path in [path for path in self.kept if path not in left]:
            del self.kept[path]
            if self.folder:
                Path(self.place(path)).unlink(missing_ok=True)
        if self.folder:
            cache.pack(self.folder / LIST, (self.settings, self.kept, self.anchors))


def load(folder: Path | None, settings: str) -> Store:
    """Open the store of a cache folder; what cannot be read, or was made otherwise, is as if it had never been."""
    if not folder:
        return Store(None, settings)
    known = cache.take(folder / LIST)
    if not isinstance(known, tuple) or known[0] != settings:
        known = (settings,)
        shutil.rmtree(folder / "leaves", ignore_errors=True)
    (folder / "leaves").mkdir(parents=True, exist_ok=True)
    return Store(folder, *known)


def digest(*parts: str) -> str:
    """Digest what a leaf depends on."""
    return cache.digest("\0".join(parts).encode("utf-8", "surrogatepass"))


def _named(anchors: dict[str, str]) -> set[str]:
    return {each for path, lines in anchors.items() for each in (path, *(f"{path}#{one}" for one in lines.split("\n")))}
