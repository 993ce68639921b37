"""Finds and opens what does work elsewhere: processes, a Dask cluster, any `concurrent.futures.Executor` by its name.

Must not know what the work is, nor how it is shared out.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import importlib.util
import logging
import multiprocessing
import os
import re
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache as once
from functools import partial
from pathlib import Path
from typing import Any

PROCESSES, DASK = "processes", "dask"
"""The kinds that have a name; all others are `module:factory`."""

# "our.cluster:pool", "concurrent.futures:ThreadPoolExecutor"
FACTORY = re.compile(r"[A-Za-z_]\w{0,99}(?:\.[A-Za-z_]\w{0,99}){0,9}:[A-Za-z_]\w{0,99}")

# "tcp://10.0.0.7:8786", "tls://scheduler.lan:8786", "localhost:8786"
ADDRESS = re.compile(r"(?:[a-z]{2,10}://)?[A-Za-z0-9._\-\[\]:]{1,255}:\d{1,5}")

EXAMPLE = "tcp://localhost:8786"
HERE = Path()

PATIENCE = 10
"""Seconds that a scheduler, and then its first worker, have to answer."""


class Unavailable(ValueError):
    """An executor that the user asked for is not to be had. Its message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An executor that is ready to work."""

    executor: Executor
    workers: int
    """How many things it does at once, as far as it can be known."""
    alive: Callable[[], bool] = lambda: True
    """Whether anybody is left to do what was sent, where the executor itself would wait for ever."""


def check(name: str, folder: Path = HERE) -> None:
    """Raise `Unavailable` for an executor that cannot be had, as far as that is known before it is opened."""
    if name == DASK and importlib.util.find_spec("distributed") is None:
        raise Unavailable("Dask is not installed: pip install 'call-archive[dask]'")
    if name not in {PROCESSES, DASK}:
        factory(name, folder)


def check_scheduler(name: str, scheduler: str) -> None:
    """Raise `Unavailable` where an address is missing, wrong, or of no use."""
    if name != DASK and scheduler:
        raise Unavailable(f"a scheduler is for executor: {DASK}, and {name} is chosen")
    if name == DASK and not ADDRESS.fullmatch(scheduler):
        raise Unavailable(f"Dask needs the address of a scheduler, such as {EXAMPLE}")


def factory(name: str, folder: Path = HERE) -> Callable[[], Any]:
    """Find what `module:factory` names, beside the configuration too, and never call it."""
    if not FACTORY.fullmatch(name):
        raise Unavailable(f"expected {PROCESSES}, {DASK} or module:factory")
    module, _, attribute = name.partition(":")
    place = str(folder.resolve())
    sys.path.append(place)
    try:
        found = getattr(importlib.import_module(module), attribute)
    except ImportError as reason:
        raise Unavailable(f"{module} cannot be imported: {reason}") from reason
    except AttributeError as reason:
        raise Unavailable(f"{module} has no {attribute}") from reason
    except Exception as reason:  # somebody's module may raise anything at all when it is imported
        raise Unavailable(f"{module} fails when it is imported: {type(reason).__name__}: {reason}") from reason
    finally:
        sys.path.remove(place)
    if not callable(found):
        raise Unavailable(f"{name} cannot be called")
    made: Callable[[], Any] = found
    return made


@contextmanager
def opened(name: str, scheduler: str, jobs: int) -> Iterator[Opened]:
    """Lend an executor, and close it whatever happens; raise `Unavailable` where there is none."""
    if name == PROCESSES:
        count = jobs or os.cpu_count() or 1
        pool = ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"))
        try:
            yield Opened(pool, count)
        finally:
            pool.shutdown(cancel_futures=True)
    elif name == DASK:
        with _dask(scheduler, jobs) as lent:
            yield lent
    else:
        with _made(name) as executor:
            yield Opened(executor, jobs or getattr(executor, "_max_workers", 0) or os.cpu_count() or 1)


@contextmanager
def _made(name: str) -> Iterator[Executor]:
    """Call somebody's factory; what it gives must be an executor, or lend one as a context manager."""
    try:
        made = factory(name)()
    except Unavailable:
        raise
    except Exception as reason:  # as above
        raise Unavailable(f"{name} fails: {type(reason).__name__}: {reason}") from reason
    if not isinstance(made, Executor) and not hasattr(made, "__enter__"):
        raise Unavailable(f"{name} gives {type(made).__name__}, which is no concurrent.futures.Executor")
    with made as lent:
        if not isinstance(lent, Executor):
            raise Unavailable(f"{name} lends {type(lent).__name__}, which is no concurrent.futures.Executor")
        yield lent


@contextmanager
def _dask(scheduler: str, jobs: int) -> Iterator[Opened]:
    check(DASK)
    check_scheduler(DASK, scheduler)
    client = _client(scheduler)
    try:
        _wait(client, scheduler)
        threads = sum(client.nthreads().values())
        yield Opened(client.get_executor(pure=False), jobs or threads or 1, partial(_peopled, client))
    finally:
        with contextlib.suppress(OSError, TimeoutError):  # who is gone cannot be taken leave of
            client.close(timeout=PATIENCE)


def _client(scheduler: str) -> Any:
    distributed: Any = importlib.import_module("distributed")
    for name in ("batched", "client"):  # what befalls it is told in words of ours, and without a traceback
        logging.getLogger(f"distributed.{name}").setLevel(logging.CRITICAL)
    try:
        return distributed.Client(scheduler, timeout=PATIENCE, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as reason:
        raise Unavailable(f"no Dask scheduler answers at {scheduler} within {PATIENCE} seconds") from reason


def _wait(client: Any, scheduler: str) -> None:
    """Wait for a worker, and make sure that each would do what this process would do."""
    distributed: Any = importlib.import_module("distributed")
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except (TimeoutError, distributed.TimeoutError) as reason:
        raise Unavailable(f"the Dask scheduler at {scheduler} has no workers") from reason
    for worker, told in sorted(client.run(code, on_error="return").items()):
        if isinstance(told, ModuleNotFoundError):
            raise Unavailable(f"the Dask worker {worker} has no call-archive: {told}")
        if told != code():
            raise Unavailable(f"the Dask worker {worker} has another version of call-archive or of Python")


def _peopled(client: Any) -> bool:
    try:
        return bool(client.nthreads())
    except (OSError, TimeoutError, RuntimeError):  # the scheduler is gone, too
        return False


@once
def code() -> str:
    """Digest what all results depend on in any process: our code and Python."""
    package = Path(__file__).parent
    told = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for path in sorted(path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        told.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return told.hexdigest()
