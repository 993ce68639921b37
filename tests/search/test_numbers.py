"""Numbers as texts, read back as the script reads them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from generator.search import numbers

NUMBERS = st.lists(st.integers(min_value=0, max_value=10**9))


def read(text: str) -> Iterator[int]:
    """Read a row, as `bundle.js` does."""
    value, worth = 0, 1
    for sign in text:
        digit = numbers.SIGNS.index(sign)
        value += (digit % numbers.BASE) * worth
        worth *= numbers.BASE
        if digit < numbers.BASE:
            yield value
            value, worth = 0, 1


@given(NUMBERS)
def test_a_row_gives_back_its_numbers(values: list[int]) -> None:
    assert list(read(numbers.row(values))) == values


@given(NUMBERS)
def test_steps_give_back_numbers_that_grow(values: list[int]) -> None:
    assert list(accumulate(read(numbers.steps(sorted(values))))) == sorted(values)


@given(NUMBERS)
def test_a_row_is_written_in_json_as_it_is(values: list[int]) -> None:
    row = numbers.row(values)
    assert json.dumps(row) == f'"{row}"'


def test_small_numbers_take_one_sign() -> None:
    assert (numbers.number(0), numbers.number(44), numbers.number(45)) == ("#", "O", "P$")
