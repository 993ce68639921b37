"""Spares Python's collector of cycles work that finds nothing. Must not know what is made meanwhile.

Nearly all that we make is frozen data without cycles, which is freed at once when nobody needs it any longer. The
collector would walk through all of it again and again while an archive grows.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (200_000, 20, 50)
"""New objects before the youngest are looked at, and how often before the older are; Python has 700, 10, 10."""


@contextmanager
def relaxed() -> Iterator[None]:
    """Let the collector look seldom for a while."""
    before = gc.get_threshold()
    if before[0] == 0:  # somebody has switched it off
        yield
        return
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def leaving() -> Iterator[None]:
    """Let the collector look seldom, and then never again at what is left: for the last work of a process.

    To look through a thousand calls once more takes Python longer at its end than most of a build that changes little.
    """
    with relaxed():
        try:
            yield
        finally:
            gc.freeze()
