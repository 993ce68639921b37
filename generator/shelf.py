"""Keeps files in the cache by what they hold, so that one site after the other is given the very same file.

To write ten thousand small files and to remove those of the site before takes longer than to know that they are the
same. Must not know what they are for.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import cache, disk, output

LIST = "shelf.pickle"


@dataclass(frozen=True, slots=True)
class Kept:
    """A file on the shelf."""

    place: str
    stamp: output.Stamp


def fill(folder: Path, files: Iterable[tuple[str, bytes]]) -> dict[str, Kept]:
    """Keep files, each once, and nothing else; give for each path what lies there.

    One that somebody changed since, for it is the same file in a site, is written anew.
    """
    known = cache.take(folder / LIST)
    before: dict[str, output.Stamp] = known if isinstance(known, dict) else {}
    now: dict[str, output.Stamp] = {}
    found: dict[str, Kept] = {}
    for path, data in files:
        name = cache.digest(data)
        place = _place(folder, name)
        if name not in now:
            if name not in before or before[name] != output.stamp(place):
                disk.put(data, place)
            now[name] = output.stamp(place)
        found[path] = Kept(place, now[name])
    for name in before.keys() - now.keys():
        Path(_place(folder, name)).unlink(missing_ok=True)
    if now != before:
        cache.pack(folder / LIST, now)
    return found


def hand(files: Mapping[str, Kept], folder: Path) -> None:
    """Let each file be in a site, too, unless it is."""
    for path, kept in files.items():
        place = f"{folder}/{path}"
        if output.stamp(place) != kept.stamp or not os.path.samefile(kept.place, place):  # noqa: PTH121
            disk.same(kept.place, place)


def _place(folder: Path, name: str) -> str:
    return f"{folder}/{name[:2]}/{name}"
