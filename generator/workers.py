"""A map over things, in this process or in several, with the same result in the same order. Must not know transcripts.

Processes are started afresh (`spawn`) on every system, so that a result never depends on what the parent happened to
hold in memory, and a server with threads may use them too. They are started once a build, and only when some stage
has enough to do: starting one costs about as much as reading a hundred transcripts.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from generator.progress import Tick

R = TypeVar("R")

WORTH_A_PROCESS = 64
"""Things below which starting processes costs more than it saves, where the user left the choice to us."""
BATCHES_A_WORKER = 4
"""Few enough that sending costs little, many enough that work is shared evenly."""


@dataclass(slots=True)
class Crew:
    """Those who do the work of a build: this process, or others that are started when they are first needed."""

    jobs: int = 0
    """Processes; 0 for as many as useful."""
    pool: ProcessPoolExecutor | None = None

    def map(
        self,
        function: Callable[..., R],
        items: Sequence[Any],
        tick: Tick | None = None,
        shared: tuple[Any, ...] = (),
        spread: bool = False,
    ) -> Iterator[R]:
        """Apply a module-level function to each item, and yield results in the order of the items.

        `shared` are further arguments, the same for every item, sent once a batch; `spread` makes a tuple's parts
        arguments of their own. What the function raises is raised here.
        """
        if crowd(self.jobs, len(items)) > 1:
            yield from self._apart(function, items, tick, shared, spread)
            return
        for item in items:
            yield _apply(function, item, shared, spread)
            if tick:
                tick(1)

    def _apart(
        self, function: Callable[..., R], items: Sequence[Any], tick: Tick | None, shared: tuple[Any, ...], spread: bool
    ) -> Iterator[R]:
        workers = self.jobs or os.cpu_count() or 1
        if self.pool is None:
            self.pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))
        size = -(-len(items) // (workers * BATCHES_A_WORKER))
        batches = [items[at : at + size] for at in range(0, len(items), size)]
        futures: list[Future[list[R]]] = [self.pool.submit(_batch, function, b, shared, spread) for b in batches]
        for future in futures:
            results = future.result()
            if tick:
                tick(len(results))
            yield from results


@contextmanager
def crew(jobs: int = 0) -> Iterator[Crew]:
    """Lend workers for a while, and send them home whatever happens."""
    lent = Crew(jobs)
    try:
        yield lent
    finally:
        if lent.pool:
            lent.pool.shutdown(cancel_futures=True)


def crowd(jobs: int, items: int) -> int:
    """Say how many processes are worth having for so many items."""
    if jobs == 0:
        jobs = (os.cpu_count() or 1) if items >= WORTH_A_PROCESS else 1
    return max(1, min(jobs, items))


def _batch(function: Callable[..., R], items: Sequence[Any], shared: tuple[Any, ...], spread: bool) -> list[R]:
    return [_apply(function, item, shared, spread) for item in items]


def _apply(function: Callable[..., R], item: Any, shared: tuple[Any, ...], spread: bool) -> R:
    return function(*item, *shared) if spread else function(item, *shared)
