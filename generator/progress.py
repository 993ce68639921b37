"""Tells whoever watches a build how far it is, and how long each stage took. Must not know stages or terminals."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

Tick = Callable[[int], None]
"""Called with the number of things that were just finished."""


class Watcher(Protocol):
    """Somebody who is told about progress: a terminal, a log, nobody."""

    def begin(self, stage: str, total: int) -> None:
        """A stage begins; `total` is 0 where nobody can count its work."""

    def advance(self, count: int) -> None:
        """So many more things of the current stage are done."""

    def spend(self, seconds: float) -> None:
        """So many seconds of processors elsewhere went into the current stage."""

    def end(self, stage: str, seconds: float) -> None:
        """The stage is over."""


class Nobody:
    """A watcher who does not look."""

    def begin(self, stage: str, total: int) -> None:
        """Look away."""

    def advance(self, count: int) -> None:
        """Look away."""

    def spend(self, seconds: float) -> None:
        """Look away."""

    def end(self, stage: str, seconds: float) -> None:
        """Look away."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What a stage took."""

    stage: str
    seconds: float
    cpu: float
    """Seconds of processors, in this process and the programs that it ran."""
    elsewhere: float
    """Seconds of processors in workers."""
    items: int
    peak: float | None
    """Most memory that this process had so far, in MB; None where the system does not tell."""


class Measured:
    """A watcher that remembers what each stage took, and passes the news on."""

    def __init__(self, watcher: Watcher) -> None:
        self.watcher = watcher
        self.known: dict[str, Measures] = {}

    @property
    def stages(self) -> tuple[Measures, ...]:
        """In the order in which they first ran."""
        return tuple(self.known.values())

    def begin(self, stage: str, total: int) -> None:
        """Start to measure."""
        self.stage, self.items, self.elsewhere, self.began = stage, 0, 0.0, _processor()
        self.watcher.begin(stage, total)

    def advance(self, count: int) -> None:
        """Count."""
        self.items += count
        self.watcher.advance(count)

    def spend(self, seconds: float) -> None:
        """Add up."""
        self.elsewhere += seconds
        self.watcher.spend(seconds)

    def end(self, stage: str, seconds: float) -> None:
        """Keep what was measured; a stage that ran before has run for longer."""
        old = self.known.get(stage, Measures(stage, 0.0, 0.0, 0.0, 0, None))
        spent = (old.seconds + seconds, old.cpu + _processor() - self.began, old.elsewhere + self.elsewhere)
        self.known[stage] = Measures(stage, *spent, old.items + self.items, _peak())
        self.watcher.end(stage, seconds)


def _processor() -> float:
    """Seconds of processors that this process took, and the programs that it waited for."""
    return sum(os.times()[:4])


def _peak() -> float | None:
    try:
        import resource
    except ImportError:  # Windows
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)


@dataclass(slots=True)
class Stopwatch:
    """Measures stages one after another and passes the news on."""

    watcher: Watcher | None = None
    seconds: dict[str, float] = field(default_factory=dict)
    """Stage → seconds, in the order in which they ran."""

    @contextmanager
    def stage(self, name: str, total: int = 0) -> Iterator[Tick]:
        """Measure what happens inside, and hand it a function to report finished things to."""
        watcher = self.watcher or Nobody()
        watcher.begin(name, total)
        began = time.perf_counter()
        try:
            yield watcher.advance
        finally:
            took = time.perf_counter() - began
            self.seconds[name] = self.seconds.get(name, 0.0) + took
            watcher.end(name, took)

    def spend(self, seconds: float) -> None:
        """Pass on what workers took for the stage that runs."""
        if self.watcher:
            self.watcher.spend(seconds)
