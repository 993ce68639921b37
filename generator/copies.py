"""A map in copies of this process, which see all that it holds: nothing need be packed for them but their results.

A copy costs little where the system shares memory until somebody writes to it, which is what Linux does. Elsewhere, and
where other threads are at work, of which a copy would have the locks and not the threads, everything is done here. Each
copy has every so-manieth thing, and waits when nobody takes what it made, so that memory stays bounded; a copy that
nobody listens to any more ends. Must not know the work.
"""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def spread(function: Callable[[T], R], items: Sequence[T], count: int) -> Iterator[R]:
    """Apply a function to each item in so many copies, and yield results in the order of the items.

    What the function raises is raised here. What a copy took with it when it died is done here.
    """
    if count < 2 or not possible():
        yield from map(function, items)
        return
    with ExitStack() as stack:
        ends: list[Connection | None] = []
        for number in range(min(count, len(items))):
            ends.append(_begin(function, items[number :: min(count, len(items))], [end for end in ends if end], stack))
        for at, item in enumerate(items):
            end = ends[at % len(ends)]
            try:
                made = pickle.loads(end.recv_bytes()) if end else (function(item), None)
            except (EOFError, OSError):
                ends[at % len(ends)], made = None, (function(item), None)
            if made[1]:
                raise made[1]
            yield made[0]


def possible() -> bool:
    """Tell whether this process can be copied, and a copy can work: of threads only such as nobody waits for."""
    others = [each for each in threading.enumerate() if each is not threading.main_thread()]
    here = threading.current_thread() is threading.main_thread()
    return sys.platform == "linux" and here and all(each.daemon for each in others)


def _begin(
    function: Callable[[T], R], items: Sequence[T], others: Sequence[Connection], stack: ExitStack
) -> Connection:
    """Begin a copy, and give the end at which its results arrive."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(function, items, theirs, [ours, *others]), daemon=True)
    process.start()
    theirs.close()
    stack.callback(_end, process, ours)
    return ours


def _end(process: ForkProcess, end: Connection) -> None:
    end.close()
    process.terminate()  # one that has done its work is gone, or about to go
    process.join()
    process.close()


def _work(function: Callable[[T], R], items: Sequence[T], end: Connection, others: Sequence[Connection]) -> None:
    """Be a copy: do the work, and send each result, or what was raised."""
    gc.freeze()  # to look through what is shared would be to write to it
    for other in others:  # else nobody could tell that the process they belong to is gone
        other.close()
    with suppress(BrokenPipeError):
        for item in items:
            try:
                made = pickle.dumps((function(item), None), pickle.HIGHEST_PROTOCOL)
            except Exception as error:
                error.add_note("".join(traceback.format_exception(error)))  # what is raised elsewhere again has none
                made = pickle.dumps((None, error), pickle.HIGHEST_PROTOCOL)
            end.send_bytes(made)
