"""What a measurement gives, and how it is taken. Must not know what is measured."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    what: str
    megabytes: float
    seconds: float
    """The best of a few rounds: what the machine can do when nothing disturbs it."""

    @property
    def speed(self) -> float:
        """Megabytes a second."""
        return self.megabytes / self.seconds


def measure(what: str, size: int, work: Callable[[], object]) -> Row:
    """Time some work on so many bytes; a first run warms up and is not counted."""
    work()
    return Row(what, size / 1e6, min(_seconds(work) for _ in range(ROUNDS)))


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
