"""A map gives the same results in the same order, however many processes work on it."""

from __future__ import annotations

import os

import pytest

from generator import workers


def double(number: int) -> int:
    """Work on one thing."""
    return number * 2


def power(number: int, exponent: int) -> int:
    """Work on one thing with something that all share."""
    return number**exponent


def fail_at_seven(number: int) -> int:
    """Fail on one of many things."""
    if number == 7:
        raise ValueError("seven")
    return number


def process_of(_: int) -> int:
    """Tell who works."""
    return os.getpid()


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    assert list(workers.map(double, range(23), jobs)) == [n * 2 for n in range(23)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_all_share_reaches_every_worker(jobs: int) -> None:
    assert list(workers.map(power, [1, 2, 3], jobs, shared=(3,))) == [1, 8, 27]


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_finished_thing_is_counted(jobs: int) -> None:
    ticks: list[int] = []
    list(workers.map(double, range(10), jobs, ticks.append))
    assert sum(ticks) == 10


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_exception_of_a_worker_is_raised_here(jobs: int) -> None:
    with pytest.raises(ValueError, match="seven"):
        list(workers.map(fail_at_seven, range(20), jobs))


def test_asking_for_two_processes_starts_others() -> None:
    assert os.getpid() not in set(workers.map(process_of, range(8), 2))


def test_nothing_to_do_is_done_at_once() -> None:
    assert list(workers.map(double, [], 4)) == []


def test_few_things_are_not_worth_a_process_unless_asked_for() -> None:
    assert workers.crew(0, workers.WORTH_A_PROCESS - 1) == 1
    assert workers.crew(0, workers.WORTH_A_PROCESS) == min(os.cpu_count() or 1, workers.WORTH_A_PROCESS)
    assert workers.crew(3, 2) == 2
    assert workers.crew(3, 0) == 1
