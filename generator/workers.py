"""A map over things, in this process or elsewhere, with the same result in the same order. Must not know transcripts.

Processes are started afresh (`spawn`) on every system, so that a result never depends on what the parent happened to
hold in memory, and a server with threads may use them too. They are started once a build, and only when some stage
has enough to do: starting one costs about as much as reading a hundred transcripts.

Things travel in batches. What all share is packed once and unpacked once a worker. Batches that a worker took with it
when it died are done again: by fresh workers once, then in this process.
"""

from __future__ import annotations

import functools
import os
import pickle
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, wait
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from generator import collector, executors, problems
from generator.problems import Problem
from generator.progress import Tick

R = TypeVar("R")
Items = Sequence[Any]

WORTH_A_PROCESS = 64
"""Things below which starting processes costs more than it saves, where the user left the choice to us."""
WORTH_SENDING = 8
"""The same where workers are running already, elsewhere."""
BATCHES_A_WORKER = 4
"""Few enough that sending costs little, many enough that work is shared evenly."""
LARGEST = 64
"""Things in a batch, at most, so that little has to be done again when a worker dies."""
AHEAD = 3
"""Batches that are sent for each worker before the first is back, so that memory stays bounded."""
LOOK = 10
"""Seconds without a word after which it is asked whether any worker is left."""
TRIES = 2
"""How often workers may die in one map before this process does the rest."""

ONE_AT_A_TIME = threading.Lock()
"""Libraries that we read with are not safe in threads, and Python would gain nothing by them."""


@dataclass(frozen=True, slots=True)
class Filled(Sequence[Any]):
    """Things that are given what is needed of them when they are taken up, so that few are whole at a time."""

    things: Items
    fill: Callable[[Any], Any]

    def __len__(self) -> int:
        return len(self.things)

    def __getitem__(self, at: Any) -> Any:
        taken = self.things[at]
        return Filled(taken, self.fill) if isinstance(at, slice) else self.fill(taken)


@dataclass(slots=True)
class Crew:
    """Those who do the work of a build: this process, or others that are started when they are first needed."""

    jobs: int = 0
    """Processes; 0 for as many as useful."""
    executor: str = executors.PROCESSES
    scheduler: str = ""
    told: list[str] = field(default_factory=list)
    """What went wrong with workers, and was made good."""
    spent: float = 0.0
    """Seconds of processors that workers took."""
    lent: executors.Opened | None = None
    stack: ExitStack = field(default_factory=ExitStack)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What a user may like to know of it."""
        return tuple(problems.note("workers", 0, said) for said in self.told)

    @property
    def here(self) -> bool:
        """Whether all who work see the files of this machine."""
        return self.executor == executors.PROCESSES

    def map(
        self,
        function: Callable[..., R],
        items: Items,
        tick: Tick | None = None,
        shared: tuple[Any, ...] = (),
        spread: bool = False,
        pack: Callable[[Any], Any] | None = None,
    ) -> Iterator[R]:
        """Apply a module-level function to each item, and yield results in the order of the items.

        `shared` are further arguments, the same for every item; `spread` makes a tuple's parts arguments of their
        own. What the function raises is raised here. What is made elsewhere comes as `pack` packed it there.
        """
        if self._worth(len(items)):
            batches = self._apart(function, items, shared, spread, pack)
        else:
            batches = ([_apply(function, item, shared, spread)] for item in items)
        for results in batches:
            if tick:
                tick(len(results))
            yield from results

    def _worth(self, items: int) -> bool:
        return crowd(self.jobs, items) > 1 if self.here else items >= WORTH_SENDING

    def _apart(
        self,
        function: Callable[..., R],
        items: Items,
        shared: tuple[Any, ...],
        spread: bool,
        pack: Callable[[Any], Any] | None,
    ) -> Iterator[list[R]]:
        of_all = pickle.dumps(shared, pickle.HIGHEST_PROTOCOL)
        work = Work(function, spread, of_all, "" if self.here else executors.code(), pack)
        waiting = deque(_batches(items, self._open().workers))
        sent: deque[tuple[Items, Future[Any]]] = deque()
        tries = 0
        while waiting or sent:
            try:
                done = self._next(work, waiting, sent)
            except Exception as lost:  # whatever an executor raises; what the function raises comes back as a value
                waiting.extendleft(batch for batch, _ in reversed(sent))
                sent.clear()
                tries += 1
                self._renew(lost, last=tries == TRIES)
                if tries == TRIES:
                    yield from (work.run(batch).take() for batch in waiting)
                    return
            else:
                sent.popleft()
                self.spent += done.spent if done.process != os.getpid() else 0
                yield done.take()

    def _next(self, work: Work, waiting: deque[Items], sent: deque[tuple[Items, Future[Any]]]) -> Done:
        """Keep the workers busy, and wait for the batch that comes next."""
        opened = self._open()
        while waiting and len(sent) < AHEAD * opened.workers:
            sent.append((waiting[0], opened.executor.submit(work.run, list(waiting[0]))))
            waiting.popleft()
        future = sent[0][1]
        while not wait([future], LOOK).done:
            if not opened.alive():
                raise BrokenExecutor("nobody is left to do it")
        done: Done = future.result()
        return done

    def _open(self) -> executors.Opened:
        if self.lent is None:
            self.lent = self.stack.enter_context(executors.opened(self.executor, self.scheduler, self.jobs))
        return self.lent

    def _renew(self, lost: Exception, last: bool) -> None:
        """Send the workers home, since those that are left may be of no use; others come when they are needed."""
        how = "in this process" if last else "by fresh workers"
        self.told.append(f"a worker was lost ({type(lost).__name__}: {lost}), and its work is done again {how}")
        self.close()

    def close(self) -> None:
        """Send the workers home."""
        self.lent = None
        self.stack.close()


@dataclass(frozen=True, slots=True)
class Failure:
    """What a function raised elsewhere, told apart from what befell those who worked."""

    error: Exception


@dataclass(frozen=True, slots=True)
class Done:
    """A batch that came back."""

    results: list[Any] | Failure
    spent: float
    """Seconds of a processor."""
    process: int

    def take(self) -> list[Any]:
        """Give the results, or raise what was raised."""
        if isinstance(self.results, Failure):
            raise self.results.error
        return self.results


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done with each item of a batch."""

    function: Callable[..., Any]
    spread: bool
    shared: bytes
    code: str
    """The version of our code that sends it; empty where it can be no other."""
    pack: Callable[[Any], Any] | None = None
    """Packs each result for the way back."""

    def run(self, batch: Items) -> Done:
        """Do a batch, wherever this is."""
        with ONE_AT_A_TIME, collector.relaxed():
            began = time.process_time()
            results = self._results(batch)
            return Done(results, time.process_time() - began, os.getpid())

    def _results(self, batch: Items) -> list[Any] | Failure:
        try:
            if self.code and self.code != executors.code():
                raise executors.Unavailable("a worker has another version of call-archive or of Python")
            shared = _unpacked(self.shared)
            made = (_apply(self.function, item, shared, self.spread) for item in batch)
            return [self.pack(each) for each in made] if self.pack else list(made)
        except Exception as error:
            error.add_note("".join(traceback.format_exception(error)))  # what is raised here again has none
            return Failure(error)


@contextmanager
def crew(jobs: int = 0, executor: str = executors.PROCESSES, scheduler: str = "") -> Iterator[Crew]:
    """Lend workers for a while, and send them home whatever happens."""
    lent = Crew(jobs, executor, scheduler)
    try:
        yield lent
    finally:
        lent.close()


def crowd(jobs: int, items: int) -> int:
    """Say how many processes are worth having for so many items."""
    if jobs == 0:
        jobs = (os.cpu_count() or 1) if items >= WORTH_A_PROCESS else 1
    return max(1, min(jobs, items))


def _batches(items: Items, workers: int) -> Iterator[Items]:
    size = max(1, min(LARGEST, -(-len(items) // (workers * BATCHES_A_WORKER))))
    return (items[at : at + size] for at in range(0, len(items), size))


@functools.lru_cache(maxsize=2)
def _unpacked(shared: bytes) -> tuple[Any, ...]:
    """Unpack what all share, once for all batches of a stage: a roster takes longer than many a call."""
    unpacked: tuple[Any, ...] = pickle.loads(shared)
    return unpacked


def _apply(function: Callable[..., R], item: Any, shared: tuple[Any, ...], spread: bool) -> R:
    return function(*item, *shared) if spread else function(item, *shared)
