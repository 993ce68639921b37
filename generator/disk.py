"""Files by the ten thousand: a `Path` for each would take longer than the file. Must not know what they hold."""
# ruff: noqa: PTH103, PTH108, PTH120, PTH123

from __future__ import annotations

import contextlib
import os
import shutil


def put(data: bytes, place: str) -> None:
    """Write a file anew, so that whatever else is the same file keeps what it holds."""
    clear(place)
    with open(place, "xb") as file:
        file.write(data)


def same(first: str, place: str) -> None:
    """Let a file be the same as another, or a copy of it where the disk cannot do that."""
    clear(place)
    try:
        os.link(first, place)
    except OSError:
        shutil.copyfile(first, place)


def clear(place: str) -> None:
    """Let nothing be in the place of a file, and its folder be there."""
    try:
        os.unlink(place)
    except FileNotFoundError:
        with contextlib.suppress(FileExistsError):
            os.makedirs(os.path.dirname(place))
