"""Executors as a user may name them: `tests.factories:late` and others, some of which fail."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from queue import LifoQueue
from threading import Thread
from typing import Any

NOT_CALLABLE = 3
LATE: list[Late] = []
FRAGILE: list[Fragile] = []
"""Those that were made, so that a test can see how many it took."""


class Late(Executor):
    """Does what was sent last before what was sent first."""

    def __init__(self) -> None:
        self.sent: LifoQueue[tuple[int, Callable[[], None]]] = LifoQueue()
        self.order: list[int] = []
        """Which it did when, by the order of sending."""
        self.worker = Thread(target=self._work, daemon=True)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Put work on the pile."""
        future: Future[Any] = Future()
        self.sent.put((len(self.order) + self.sent.qsize(), lambda: future.set_result(fn(*args, **kwargs))))
        if not self.worker.is_alive():
            self.worker.start()
        return future

    def _work(self) -> None:
        time.sleep(0.2)  # until there is a pile
        while True:
            number, work = self.sent.get()
            self.order.append(number)
            work()


class Fragile(Executor):
    """Works a little, and then is broken for ever, as a pool is that lost a process."""

    def __init__(self, lasts: int) -> None:
        self.left = lasts
        FRAGILE.append(self)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Work, or break."""
        self.left -= 1
        future: Future[Any] = Future()
        if self.left >= 0:
            future.set_result(fn(*args, **kwargs))
        else:
            future.set_exception(BrokenExecutor("a process ended abruptly"))
        return future


def late() -> Executor:
    """Turn the order round."""
    LATE.append(Late())
    return LATE[-1]


def breaks_once() -> Executor:
    """Break in the middle; the next one is sound."""
    return Fragile(2 if not FRAGILE else 10_000)


def breaks_always() -> Executor:
    """Break after one batch, each time."""
    return Fragile(1)


@contextmanager
def lent() -> Iterator[Executor]:
    """Lend threads as a context manager that is no executor itself."""
    with ThreadPoolExecutor(2) as pool:
        yield pool


def nothing() -> None:
    """Give no executor."""


def fails() -> Executor:
    """Fail to make one."""
    raise OSError("the cluster is asleep")
