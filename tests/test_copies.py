"""Copies of this process do the same work in the same order, and what befalls them costs nothing but time."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from generator import copies

HELD = list(range(100))
"""What this process holds, and nobody sends."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux copies processes cheaply")


@contextmanager
def another_thread(daemon: bool) -> Iterator[None]:
    """A thread that is at work."""
    over = threading.Event()
    thread = threading.Thread(target=over.wait, daemon=daemon)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def test_copies_see_what_nobody_sent_them_and_keep_the_order() -> None:
    shift = {"by": 7}  # a closure cannot be packed
    found = list(copies.spread(lambda at: (HELD[at] + shift["by"], os.getpid()), range(100), 3))
    assert [value for value, _ in found] == [at + 7 for at in range(100)]
    assert len({process for _, process in found} - {os.getpid()}) == 3


@pytest.mark.parametrize(("items", "count"), [(0, 4), (1, 4), (3, 4), (5, 1), (5, 0)])
def test_few_things_need_no_more_copies_than_there_are_things(items: int, count: int) -> None:
    assert list(copies.spread(lambda at: at * 2, range(items), count)) == [at * 2 for at in range(items)]


def test_a_result_larger_than_any_pipe_arrives_whole() -> None:
    assert [len(each) for each in copies.spread(lambda at: "x" * at, [5_000_000, 1, 3_000_000], 2)] == [
        5_000_000,
        1,
        3_000_000,
    ]


def test_what_the_function_raises_is_raised_here_with_its_place_and_copies_end() -> None:
    def fail(at: int) -> int:
        if at == 3:
            raise LookupError(f"no {at}")
        return at

    found = copies.spread(fail, range(9), 2)
    assert [next(found), next(found), next(found)] == [0, 1, 2]
    with pytest.raises(LookupError, match="no 3") as told:
        next(found)
    assert "in fail" in "".join(told.value.__notes__)
    assert not multiprocessing.active_children()


def test_the_work_of_a_copy_that_is_killed_is_done_here() -> None:
    ours = os.getpid()

    def fall(at: int) -> int:
        if at == 4 and os.getpid() != ours:
            os.kill(os.getpid(), signal.SIGKILL)
        return at

    assert list(copies.spread(fall, range(20), 2)) == list(range(20))


def test_who_stops_listening_leaves_no_copy_behind() -> None:
    found = copies.spread(lambda at: "x" * 100_000, range(1000), 2)
    next(found)
    assert len(multiprocessing.active_children()) == 2
    found.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


def test_beside_threads_somebody_waits_for_all_is_done_here() -> None:
    with another_thread(daemon=False):
        assert set(copies.spread(lambda _: os.getpid(), range(5), 2)) == {os.getpid()}
    with another_thread(daemon=True):
        assert os.getpid() not in set(copies.spread(lambda _: os.getpid(), range(5), 2))
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.extend(copies.spread(lambda _: os.getpid(), range(5), 2)))
    thread.start()
    thread.join()
    assert set(found) == {os.getpid()}


ENDLESS = """
from generator import copies
for _ in copies.spread(lambda at: print(at, flush=True) or "x" * 1000, range(10**9), 2):
    pass
"""


def test_copies_of_a_process_that_is_killed_end_by_themselves() -> None:
    with subprocess.Popen([sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stdout.readline()
        process.kill()
        process.wait()
        assert process.stdout.read() is not None  # comes back when nobody has the other end any more
