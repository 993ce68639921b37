"""A map over things, in this process or in several, with the same result in the same order. Must not know transcripts.

Processes are started afresh (`spawn`) on every system, so that a result never depends on what the parent happened to
hold in memory, and a server with threads may use them too.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any, TypeVar

from generator.progress import Tick

T = TypeVar("T")
R = TypeVar("R")

WORTH_A_PROCESS = 48
"""Things below which starting processes costs more than it saves, where the user left the choice to us."""
BATCHES_A_WORKER = 4
"""Small enough to share work evenly, large enough not to send every thing on its own."""


def map(  # shadows the builtin on purpose: it is one, and is called as `workers.map`
    function: Callable[..., R],
    items: Sequence[T],
    jobs: int = 0,
    tick: Tick | None = None,
    shared: tuple[Any, ...] = (),
) -> Iterator[R]:
    """Apply a module-level function to each item, and yield results in the order of the items.

    `jobs` is the number of processes, 0 for as many as useful. `shared` are further arguments, the same for every
    item, that are sent once a batch. What the function raises is raised here.
    """
    workers = crew(jobs, len(items))
    if workers > 1:
        yield from _apart(function, items, workers, tick, shared)
        return
    for item in items:
        yield function(item, *shared)
        if tick:
            tick(1)


def crew(jobs: int, items: int) -> int:
    """Say how many processes are worth having for so many items."""
    if jobs == 0:
        jobs = (os.cpu_count() or 1) if items >= WORTH_A_PROCESS else 1
    return max(1, min(jobs, items))


def _apart(
    function: Callable[..., R], items: Sequence[T], workers: int, tick: Tick | None, shared: tuple[Any, ...]
) -> Iterator[R]:
    size = -(-len(items) // (workers * BATCHES_A_WORKER))
    batches = [items[at : at + size] for at in range(0, len(items), size)]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        futures: list[Future[list[R]]] = [pool.submit(_batch, function, batch, shared) for batch in batches]
        try:
            for future in futures:
                results = future.result()
                if tick:
                    tick(len(results))
                yield from results
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _batch(function: Callable[..., R], items: Sequence[T], shared: tuple[Any, ...]) -> list[R]:
    return [function(item, *shared) for item in items]
