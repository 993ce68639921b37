"""A map gives the same results in the same order, however many processes work on it."""

from __future__ import annotations

import os
import pickle
from pathlib import Path
from typing import Any

import pytest

from generator import executors, workers
from tests import factories


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


def die_once(number: int, marker: Path) -> int:
    """Take the whole process along, the first time that anybody gets as far as this."""
    if number == 37 and not marker.exists():
        marker.touch()
        os._exit(9)
    return number * 2


def never_die_elsewhere(number: int, home: int) -> int:
    """Take any process along but the one that all began in."""
    if number == 37 and os.getpid() != home:
        os._exit(9)
    return number * 2


class Costly:
    """Something that all share, which is slow to unpack."""

    unpacked = 0

    def __reduce__(self) -> tuple[Any, ...]:
        return unpack, ()


def unpack() -> Costly:
    """Count how often this is done."""
    Costly.unpacked += 1
    return Costly()


def beside(number: int, _: Costly) -> int:
    """Work on one thing."""
    return number


def unwilling(number: int) -> Any:
    """Give what cannot be sent."""
    return lambda: number


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


@pytest.mark.parametrize(("jobs", "told"), [(1, [0, 2, 4]), (2, ["0", "2", "4"])])
def test_results_are_packed_for_the_way_and_never_here(jobs: int, told: list[object]) -> None:
    assert mapped(jobs, double, range(3), pack=str) == told


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


EVERY_KIND = ["processes", "concurrent.futures:ThreadPoolExecutor", "tests.factories:late", "tests.factories:lent"]
EVERY_KIND += ["tests.factories:breaks_once", "tests.factories:breaks_always"]


@pytest.fixture(autouse=True)
def _fresh() -> None:
    factories.FRAGILE.clear()
    factories.LATE.clear()


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_every_kind_of_executor_gives_the_same_in_the_same_order(kind: str) -> None:
    with workers.crew(2, kind) as crew:
        assert list(crew.map(power, range(101), shared=(2,))) == [n * n for n in range(101)]


def test_what_is_done_out_of_order_comes_back_in_order() -> None:
    """Not only because everything was done in order."""
    with workers.crew(2, "tests.factories:late") as crew:
        assert list(crew.map(double, range(101))) == [n * 2 for n in range(101)]
    assert factories.LATE[0].order != sorted(factories.LATE[0].order)


def test_a_process_that_dies_costs_its_batch_alone(tmp_path: Path) -> None:
    ticks: list[int] = []
    with workers.crew(2) as crew:
        got = list(crew.map(die_once, range(60), ticks.append, shared=(tmp_path / "died",)))
    assert got == [n * 2 for n in range(60)]
    assert sum(ticks) == 60
    assert len(crew.problems) == 1 and "by fresh workers" in crew.problems[0].message


def test_what_kills_every_worker_is_done_in_this_process() -> None:
    with workers.crew(2) as crew:
        assert list(crew.map(never_die_elsewhere, range(60), shared=(os.getpid(),))) == [n * 2 for n in range(60)]
    assert ["by fresh workers" in said for said in crew.told] == [True, False]


def test_after_a_break_fresh_workers_take_over() -> None:
    with workers.crew(2, "tests.factories:breaks_once") as crew:
        assert list(crew.map(double, range(101))) == [n * 2 for n in range(101)]
    assert len(factories.FRAGILE) == 2


def test_workers_who_always_break_are_not_asked_for_ever() -> None:
    with workers.crew(2, "tests.factories:breaks_always") as crew:
        assert list(crew.map(double, range(101))) == [n * 2 for n in range(101)]
    assert len(factories.FRAGILE) == workers.TRIES


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_an_exception_of_the_work_is_no_break(kind: str) -> None:
    with workers.crew(2, kind) as crew, pytest.raises(ValueError, match="seven"):
        list(crew.map(fail_at_seven, range(20)))
    assert not any("ValueError" in said for said in crew.told)


def test_an_exception_says_where_it_was_raised_elsewhere() -> None:
    with workers.crew(2) as crew, pytest.raises(ValueError, match="seven") as raised:
        list(crew.map(fail_at_seven, range(20)))
    assert "in fail_at_seven" in "".join(raised.value.__notes__)


def test_what_cannot_be_sent_back_is_made_here() -> None:
    with workers.crew(2) as crew:
        assert [made() for made in crew.map(unwilling, range(9))] == list(range(9))


def test_what_all_share_is_unpacked_once_for_many_batches() -> None:
    Costly.unpacked = 0
    with workers.crew(1, "concurrent.futures:ThreadPoolExecutor") as crew:
        assert list(crew.map(beside, range(500), shared=(Costly(),))) == list(range(500))
    assert Costly.unpacked == 1


def test_few_things_are_not_sent_to_other_machines() -> None:
    with workers.crew(2, "tests.factories:fails") as crew:
        assert list(crew.map(double, range(workers.WORTH_SENDING - 1))) == [0, 2, 4, 6, 8, 10, 12]


def test_a_worker_with_other_code_is_refused() -> None:
    """It might read the same words in another way."""
    work = workers.Work(double, False, pickle.dumps(()), "other")
    with pytest.raises(executors.Unavailable, match="another version"):
        work.run([1]).take()


def test_memory_is_bounded_because_few_batches_are_on_their_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "LARGEST", 1)
    with workers.crew(2, "tests.factories:late") as crew:
        list(crew.map(double, range(100)))
    (late,) = factories.LATE
    behind = max(number - at for at, number in enumerate(late.order))
    assert 0 < behind < workers.AHEAD * 2
