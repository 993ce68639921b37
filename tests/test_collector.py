"""The collector looks seldom while we work, and as before when we have done."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from generator import collector


@pytest.fixture(autouse=True)
def _usual() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


def test_the_collector_is_as_it_was_afterwards() -> None:
    with collector.relaxed():
        assert gc.get_threshold() == collector.SELDOM
        with collector.relaxed():
            assert gc.get_threshold() == collector.SELDOM
        assert gc.get_threshold() == collector.SELDOM
    assert gc.get_threshold() == (700, 10, 10)


def test_it_is_as_it_was_after_a_failure_too() -> None:
    with pytest.raises(OSError), collector.relaxed():
        raise OSError
    assert gc.get_threshold() == (700, 10, 10)


def test_who_has_switched_it_off_keeps_it_off() -> None:
    gc.set_threshold(0)
    with collector.relaxed():
        assert gc.get_threshold()[0] == 0


def test_what_is_left_in_the_end_is_never_looked_through_again() -> None:
    before = gc.get_freeze_count()
    with collector.leaving():
        left = [[] for _ in range(1000)]  # type: list[list[int]]
    assert gc.get_freeze_count() >= before + len(left)
    gc.unfreeze()
    assert gc.get_threshold() == (700, 10, 10)
