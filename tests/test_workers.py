"""A map gives the same results in the same order, however many processes work on it."""

from __future__ import annotations

import os
from typing import Any

import pytest

from generator import workers


def double(number: int) -> int:
    """Work on one thing."""
    return number * 2


def power(number: int, exponent: int) -> float:
    """Work on one thing with something that all share."""
    return float(number**exponent)


def fail_at_seven(number: int) -> int:
    """Fail on one of many things."""
    if number == 7:
        raise ValueError("seven")
    return number


def process_of(_: int) -> int:
    """Tell who works."""
    return os.getpid()


def mapped(jobs: int, *arguments: Any, **options: Any) -> list[Any]:
    """Map with a crew of so many."""
    with workers.crew(jobs) as crew:
        return list(crew.map(*arguments, **options))


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    assert mapped(jobs, double, range(23)) == [n * 2 for n in range(23)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_all_share_reaches_every_worker(jobs: int) -> None:
    assert mapped(jobs, power, [1, 2, 3], shared=(3,)) == [1, 8, 27]


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_finished_thing_is_counted(jobs: int) -> None:
    ticks: list[int] = []
    mapped(jobs, double, range(10), ticks.append)
    assert sum(ticks) == 10


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_exception_of_a_worker_is_raised_here(jobs: int) -> None:
    with pytest.raises(ValueError, match="seven"):
        mapped(jobs, fail_at_seven, range(20))


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_parts_of_an_item_can_be_arguments_of_their_own(jobs: int) -> None:
    assert mapped(jobs, power, [(2, 3), (3, 2)], spread=True) == [8, 9]


def test_the_same_processes_do_all_stages() -> None:
    with workers.crew(2) as crew:
        first, second = set(crew.map(process_of, range(64))), set(crew.map(process_of, range(64)))
    assert len(first | second) <= 2


def test_asking_for_two_processes_starts_others() -> None:
    assert os.getpid() not in set(mapped(2, process_of, range(8)))


def test_nothing_to_do_is_done_at_once() -> None:
    assert mapped(4, double, []) == []


def test_few_things_are_not_worth_a_process_unless_asked_for() -> None:
    assert workers.crowd(0, workers.WORTH_A_PROCESS - 1) == 1
    assert workers.crowd(0, workers.WORTH_A_PROCESS) == min(os.cpu_count() or 1, workers.WORTH_A_PROCESS)
    assert workers.crowd(3, 2) == 2
    assert workers.crowd(3, 0) == 1
