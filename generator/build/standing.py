"""Tells whether anything changed since a build: its content, its settings, our code, and what it left behind.

Files are told by place, size and time, as `make` does. Must not know what is built of them.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import cache
from generator.config import Settings
from generator.problems import Problem

LAST = "last.pickle"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a build left."""

    stamp: str
    """Of all that it depended on, and of all that it made."""
    problems: tuple[Problem, ...]
    account: str
    """What was said of it."""


def stamp(settings: Settings, places: Iterable[Path], told: str) -> str:
    """Digest the state of the content, of other files and folders, and of whatever else is told."""
    package = Path(__file__).parent.parent
    found = [cache.version(package, "call-archive"), repr(settings), told]
    for place in (settings.content, *places):
        found += [str(place), *_files(place)]
    return cache.digest("\0".join(found).encode("utf-8", "surrogateescape"))


def recall(settings: Settings) -> Standing | None:
    """Give what the last build left, if that is known."""
    found = cache.take(settings.cache / LAST if settings.cache else None)
    return found if isinstance(found, Standing) else None


def keep(settings: Settings, standing: Standing | None) -> None:
    """Remember what a build left; None forgets it, for one that is about to begin."""
    if settings.cache and standing:
        cache.put(settings.cache / LAST, pickle.dumps(standing, protocol=pickle.HIGHEST_PROTOCOL))
    elif settings.cache:
        (settings.cache / LAST).unlink(missing_ok=True)


def _files(place: Path) -> Iterator[str]:
    """Tell every file below a place, in order."""
    if not place.is_dir():
        yield _file(place) if place.exists() else "nothing"
        return
    for folder, folders, files in os.walk(place):
        folders.sort()
        yield from (_file(f"{folder}/{name}") for name in sorted(files))


def _file(path: Path | str) -> str:
    try:
        seen = os.stat(path)  # noqa: PTH116  (a Path takes longer to make than the file to look at)
    except OSError:  # a link that leads nowhere
        seen = os.lstat(path)
    return f"{path} {seen.st_size} {seen.st_mtime_ns}"
