"""Lets one build at a time work in a folder: whoever comes second waits. Must not know what is built there.

The lock is the system's own, so that a build that is killed leaves nothing in the way of the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

WAITING = "Another build is at work on these pages; this one begins when it is done."
LOCK = ".call-archive.lock"
OFTEN = 0.2
"""Seconds between two looks whether a folder is free."""


@contextmanager
def taken(folder: Path, say: Callable[[str], object]) -> Iterator[None]:
    """Have a folder to oneself for a while; if somebody else has it, `say` so once, and wait.

    Within one thread it may be taken again. Where the disk knows no locks, everybody has it.
    """
    from filelock import FileLock, Timeout  # loaded late, since a build may find nothing to do

    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / LOCK, is_singleton=True)
    try:
        try:
            lock.acquire(blocking=False)
        except Timeout:
            say(WAITING)
            lock.acquire(poll_interval=OFTEN)
    except OSError:  # what is wrong with the folder, who writes there will say
        yield
        return
    try:
        yield
    finally:
        lock.release()
