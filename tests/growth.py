"""What work costs, counted in lines of our code that are run, and not in seconds, which a slow machine has more of."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

OURS = str(Path(__file__).parent.parent / "generator")
SMALL = 40
"""The size at which is counted; twice as much must cost about twice as much."""
LARGE = 1000
"""The size at which work must come to an end: what takes its square would not within hours."""
MOST = 3
"""Twice the size costs at most so many times as much: what grows with the square costs four times as much."""


def steps(work: Callable[[], object]) -> int:
    """Count the lines of our code that some work runs, where nothing is remembered from before."""
    counted = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal counted
        counted += event == "line"
        return trace if frame.f_code.co_filename.startswith(OURS) else None

    forget()
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return counted


def forget() -> None:
    """Empty the caches of our functions, so that a count does not depend on what was done before."""
    for module in [held for name, held in list(sys.modules.items()) if name.startswith("generator")]:
        for thing in list(vars(module).values()):
            if clear := getattr(thing, "cache_clear", None):
                clear()


def holds(work: Callable[[int], object], size: int = SMALL) -> bool:
    """Tell whether work of twice a size takes about twice the steps."""
    return steps(lambda: work(2 * size)) <= MOST * steps(lambda: work(size))
