"""Long runs are parted evenly, and nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.search import groups

SIZES = st.lists(st.integers(1, 900), min_size=1, max_size=60)


@given(SIZES, st.integers(50, 1000))
def test_every_thing_is_in_one_group_in_its_order(sizes: list[int], wanted: int) -> None:
    parted = list(groups.part(list(enumerate(sizes)), lambda each: each[1], wanted))
    assert [thing for group in parted for thing in group] == list(enumerate(sizes))
    assert all(parted)


@given(SIZES, st.integers(50, 1000))
def test_a_group_is_not_far_from_its_share(sizes: list[int], wanted: int) -> None:
    share = sum(sizes) / max(1, round(sum(sizes) / wanted))
    for group in groups.part(sizes, lambda each: each, wanted):
        assert sum(group) <= share + max(sizes)


def test_what_is_short_stays_whole() -> None:
    assert list(groups.part([100, 200, 150], lambda each: each, 400)) == [[100, 200, 150]]
