"""Calls are put into columns of time, as many as a picture bears; no call is lost and no time is left out."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.figures import columns
from generator.model import Call
from tests.figures import talk


def _held(*dates: str | None) -> list[Call]:
    return [talk.call(f"c{number:03}", date, []) for number, date in enumerate(dates)]


def _keys(*dates: str | None) -> list[str]:
    return [each.key for each in columns.by_time(_held(*dates))]


def test_a_short_series_has_a_column_a_call() -> None:
    found = columns.of_calls(_held("2024-02-01", "2024-05-02"))
    assert [(each.key, each.single) for each in found] == [("northern/c000", True), ("northern/c001", True)]


def test_months_are_taken_where_calls_are_held_in_most_of_them() -> None:
    assert _keys("2024-01-31", "2024-02-01", "2024-04-30") == ["2024-01", "2024-02", "2024-03", "2024-04"]


def test_calls_of_every_quarter_are_put_into_quarters_and_a_gap_has_its_column() -> None:
    assert _keys("2023-02-01", "2023-05-02", "2023-08-01", "2024-02-05") == [
        *("2023-q1", "2023-q2", "2023-q3", "2023-q4", "2024-q1")
    ]


def test_many_years_are_bounded_and_the_rest_is_put_together() -> None:
    found = columns.by_time(_held(*(f"{year}-06-01" for year in range(1990, 2025))))
    assert len(found) == columns.MOST + 1
    assert (found[0].key, len(found[0].calls), found[-1].key) == (columns.EARLIER, 35 - columns.MOST, "2024")


@pytest.mark.parametrize("odd", [None, "", "2024", "soon"])
def test_a_call_without_a_whole_date_stands_at_the_end(odd: str | None) -> None:
    assert _keys(odd, "2024-02-01") == ["2024-02", columns.UNDATED]


def test_no_calls_have_no_columns() -> None:
    assert columns.by_time([]) == ()


@given(st.lists(st.none() | st.dates(datetime.date(1, 1, 1)).map(str), max_size=40), st.integers(2, 20))
def test_every_call_stands_in_just_one_column_and_the_columns_are_bounded(dates: list[str | None], most: int) -> None:
    calls = _held(*dates)
    for found in (columns.by_time(calls, most), columns.of_calls(calls, most)):
        assert sorted(call for each in found for call in each.calls) == [call.id for call in calls]
        assert len(found) <= most + 2
