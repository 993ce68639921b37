"""Tells whoever watches a build how far it is, and how long each stage took. Must not know stages or terminals."""

from __future__ import annotations

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

    def end(self, stage: str, seconds: float) -> None:
        """The stage is over."""


class Nobody:
    """A watcher who does not look."""

    def begin(self, stage: str, total: int) -> None:
        """Look away."""

    def advance(self, count: int) -> None:
        """Look away."""

    def end(self, stage: str, seconds: float) -> None:
        """Look away."""


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
