"""Files of leaves, by the ten thousand: a `Path` for each would take longer than the file. Knows no pages."""
# ruff: noqa: PTH103, PTH108, PTH116, PTH120, PTH123

from __future__ import annotations

import os


def read(place: str) -> str:
    """Read a text as MkDocs reads it."""
    with open(place, encoding="utf-8-sig") as file:
        return file.read()


def put(data: bytes, place: str) -> None:
    """Write a file anew, so that whatever else is the same file keeps what it holds."""
    try:
        os.unlink(place)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(place), exist_ok=True)
    with open(place, "xb") as file:
        file.write(data)


def same(first: str, place: str) -> None:
    """Let a file be the same as another, or a copy of it where the disk cannot do that."""
    for _ in range(2):
        try:
            os.link(first, place)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(place), exist_ok=True)
        except FileExistsError:
            os.unlink(place)
        except OSError:
            break
        else:
            return
    with open(first, "rb") as file, open(place, "wb") as copy:
        copy.write(file.read())


def remove(place: str) -> None:
    """Remove a file, if it is there."""
    if os.path.lexists(place):
        os.unlink(place)


def stamp(place: str) -> tuple[int, int] | None:
    """Tell size and time of a file, None if it is not there."""
    try:
        seen = os.stat(place)
    except OSError:
        return None
    return seen.st_size, seen.st_mtime_ns
