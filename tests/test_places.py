"""Places are a list of passages to whoever looks, though none of them is made before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Passage, Places

RUNS = [("ferry/q2", (4, 2, 2, 2)), ("ferry/q1", ()), ("ferry/q0", (7,))]
LIST: tuple[Passage, ...] = (Passage("ferry/q2", 4, 1), Passage("ferry/q2", 2, 3), Passage("ferry/q0", 7, 1))
ENDS = st.none() | st.integers(-5, 5)


def test_passages_keep_the_order_in_which_they_were_given() -> None:
    assert tuple(Places(RUNS)) == LIST and len(Places(RUNS)) == 3


@given(st.slices(4) | st.builds(slice, ENDS, ENDS))
def test_a_part_of_them_is_that_part_of_the_list(part: slice) -> None:
    assert tuple(Places(RUNS)[part]) == LIST[part]


@pytest.mark.parametrize("at", [0, 1, 2, -1, -3])
def test_one_of_them_is_found_by_its_number(at: int) -> None:
    assert Places(RUNS)[at] == LIST[at]


@pytest.mark.parametrize("at", [3, -4])
def test_there_is_nothing_behind_the_last_or_before_the_first(at: int) -> None:
    with pytest.raises(IndexError):
        Places(RUNS)[at]


def test_nothing_is_an_empty_list() -> None:
    assert not Places() and tuple(Places()) == () and not Places()[:2]


def test_lists_of_the_same_passages_are_the_same() -> None:
    assert Places(RUNS) == Places([RUNS[0], RUNS[2]])
    assert Places(RUNS) != Places(reversed(RUNS))
