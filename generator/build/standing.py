"""Tells whether anything changed since a build: its content, its settings, our code, and what it left behind.

Files are told by place, size and time, as `make` does. Must not know what is built of them.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from generator import cache
from generator.config import Settings
from generator.problems import Problem

LAST = "last.pickle"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a build left."""

    stamps: tuple[str, ...]
    """Of all that it depended on, and of all that it made, place by place."""
    problems: tuple[Problem, ...]
    account: str
    """What was said of it."""


def stamps(settings: Settings, places: Iterable[Path], told: str) -> Iterator[str]:
    """Digest whatever is told, and the state of the content and of other files and folders, one after the other.

    Who compares stops at the first that differs, which is most often the content, and never looks at a whole site.
    """
    package = Path(__file__).parent.parent
    yield _digest([cache.version(package, "call-archive"), repr(settings), told])
    yield from (_digest([str(place), *_files(place)]) for place in (settings.content, *places))


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


def _digest(told: Iterable[str]) -> str:
    return cache.digest("\0".join(told).encode("utf-8", "surrogateescape"))


def _files(place: Path) -> Iterator[str]:
    """Tell every file below a place, in order; folders that are links are left alone."""
    if not place.is_dir():
        yield _state(str(place), place) if os.path.lexists(place) else "nothing"
        return
    waiting = [str(place)]
    while waiting:  # a `Path` takes longer to make than the file to look at
        with suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in sorted(entries, key=attrgetter("name")):
                if not entry.is_dir():
                    yield _state(entry.path, entry)
                elif not entry.is_symlink():
                    waiting.append(entry.path)


def _state(path: str, file: Path | os.DirEntry[str]) -> str:
    try:
        seen = file.stat()
    except OSError:  # a link that leads nowhere
        seen = file.stat(follow_symlinks=False)
    return f"{path} {seen.st_size} {seen.st_mtime_ns}"
