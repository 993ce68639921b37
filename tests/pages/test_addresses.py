"""Pages point at each other by ways that are as short as can be, and alike from all pages that lie alike."""

from __future__ import annotations

import posixpath

from hypothesis import given
from hypothesis import strategies as st

from generator.pages import addresses

NAMES = st.sampled_from(["calls", "topics", "a", "ab", "calls-2"])
PATHS = st.lists(NAMES, max_size=3).map(lambda names: "/".join([*names, "index.md"]))
FLAT = (addresses.speaker("ada-quist"), addresses.organization("harbour-bank"), addresses.topic("diesel"))
DEEP = (addresses.CALLS, addresses.call("ferries/2024-q1"), addresses.question("ferries/2024-q1", "mei-tan-1"))
PAGES = (
    addresses.HOME,
    *FLAT,
    *DEEP,
    *(addresses.numbered(each, 2) for each in FLAT),
    *(addresses.call(each) for each in ("ferries/2024-q2", "harbours/2024-q1")),
    addresses.TOPICS,
    addresses.topic("fees"),
    addresses.numbered(addresses.topic("fees"), 3),
    addresses.series("ferries"),
    addresses.QUESTIONS,
    addresses.AGAIN,
)


@given(origin=PATHS, target=PATHS)
def test_a_way_goes_up_as_far_as_it_must_and_down_again(origin: str, target: str) -> None:
    assert addresses.relative(origin, target) == posixpath.relpath(target, posixpath.dirname(origin) or ".")


def test_a_place_on_the_same_page_is_an_anchor() -> None:
    assert addresses.relative(DEEP[1], DEEP[1], "t12") == "#t12"
    assert addresses.relative(DEEP[2], DEEP[1], "t12") == "index.md#t12"


def test_from_pages_that_lie_alike_all_ways_are_the_same() -> None:
    for tell, targets in ((addresses.alike, FLAT), (addresses.alike_to_calls, (*FLAT, *DEEP))):
        ways: dict[object, tuple[str, ...]] = {}
        for page in PAGES:
            found = tuple(addresses.relative(page, target) for target in targets)
            assert ways.setdefault(tell(page), found) == found
        assert len(ways) < len(PAGES)


def test_a_call_tells_whose_it_is() -> None:
    assert addresses.series_of("ferries/2024-q1") == "ferries"
