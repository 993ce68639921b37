"""A long list goes over pages, and what once stands on a further page stays there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.pages import paging
from generator.pages.paging import Slice

LENGTHS = st.lists(st.integers(0, 60), min_size=1, max_size=3)
SIZES = st.integers(1, 7)


def entries(length: int) -> list[int]:
    """A list with the newest first, each entry named by how many there were before it."""
    return list(range(length))[::-1]


def shown(slices: list[Slice], length: int) -> list[int]:
    """What a list has on all pages, in the order in which one turns them over."""
    return [entry for sliced in slices for entry in sliced.take(entries(length))]


@given(LENGTHS, SIZES)
def test_every_entry_of_every_list_stands_on_one_page_in_order(lengths: list[int], size: int) -> None:
    for cut in (paging.newest, paging.slices):
        slices = list(cut("topics/cloud.md", size, *lengths))
        for length in lengths:
            assert shown(slices, length) == entries(length)


@given(LENGTHS, SIZES, st.integers(0, 30))
def test_what_stands_on_a_further_page_stays_there_when_something_new_is_said(
    lengths: list[int], size: int, more: int
) -> None:
    before = {each.path: each for each in paging.newest("topics/cloud.md", size, *lengths) if not each.first}
    after = {each.path: each for each in paging.newest("topics/cloud.md", size, *(n + more for n in lengths))}
    for path, sliced in before.items():
        for length in lengths:
            kept = set(sliced.take(entries(length)))
            assert kept <= set(after[path].take(entries(length + more)))


@given(LENGTHS, SIZES)
def test_no_page_is_longer_than_two_and_the_first_has_whatever_there_is(lengths: list[int], size: int) -> None:
    for sliced in paging.newest("topics/cloud.md", size, *lengths):
        for length in lengths:
            taken = len(sliced.take(entries(length)))
            assert taken >= min(length, size) if sliced.first else taken in (0, size)
            assert taken < 2 * size


@given(LENGTHS, SIZES)
def test_one_turns_from_the_newest_page_to_the_oldest_and_back(lengths: list[int], size: int) -> None:
    slices = list(paging.newest("topics/cloud.md", size, *lengths))
    paths = [each.path for each in slices]
    assert [each.later for each in slices] == [*paths[1:], None]
    assert [each.earlier for each in slices] == [None, *paths[:-1]]
    assert paths[0] == "topics/cloud.md"


@given(st.integers(1, 60), SIZES)
def test_the_page_of_an_entry_is_the_one_that_shows_it(length: int, size: int) -> None:
    for sliced in paging.newest("topics/cloud.md", size, length):
        for entry in sliced.take(entries(length)):
            assert paging.page(length, length - 1 - entry, size) == sliced.number
