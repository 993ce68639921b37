"""Files of leaves, by the ten thousand: a `Path` for each would take longer than the file. Knows no pages."""
# ruff: noqa: PTH103, PTH108, PTH116, PTH120, PTH123

from __future__ import annotations

import os
import shutil
from collections.abc import Callable


def put(data: bytes, place: str) -> None:
    """Write a file anew, so that whatever else is the same file keeps what it holds."""

    def write() -> None:
        with open(place, "xb") as file:
            file.write(data)

    _anew(write, place)


def same(first: str, place: str) -> None:
    """Let a file be the same as another, or a copy of it where the disk cannot do that."""
    try:
        _anew(lambda: os.link(first, place), place)
    except OSError:
        shutil.copyfile(first, place)


def _anew(make: Callable[[], object], place: str) -> None:
    """Make a file where none may be; most often nothing is in its way, and the next of a folder find it there."""
    try:
        make()
    except FileExistsError:
        remove(place)
        make()
    except FileNotFoundError:
        os.makedirs(os.path.dirname(place), exist_ok=True)
        make()


def remove(place: str) -> None:
    """Remove a file, if it is there."""
    try:
        os.unlink(place)
    except FileNotFoundError:
        return


def stamp(place: str) -> tuple[int, int] | None:
    """Tell size and time of a file, None if it is not there."""
    try:
        seen = os.stat(place)
    except OSError:
        return None
    return seen.st_size, seen.st_mtime_ns
