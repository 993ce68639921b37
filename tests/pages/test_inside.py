"""Where units looked in calls is packed, and comes back as it was."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from generator.pages import inside
from generator.pages.inside import Table, Within
from generator.pages.traces import ITEM, MENTIONS, NTH, TURNS, Look

WAYS = st.lists(st.integers(0, 1 << 20), max_size=5).map(
    lambda numbers: b"".join(n.to_bytes(4, "little") for n in numbers)
)
WITHIN = st.dictionaries(st.text(max_size=4), WAYS, max_size=6)


@given(WITHIN)
def test_what_was_packed_comes_back_for_the_same_calls(within: Within) -> None:
    found = inside.unpack(list(within), inside.pack(within))
    assert found == within
    assert list(found) == list(within)


def test_the_same_looks_have_the_same_numbers_even_after_being_kept() -> None:
    looks: list[Look] = [(TURNS, NTH, 3), (MENTIONS, ITEM, 4), (TURNS, NTH, 4)]
    table = Table()
    ways = table.ways(looks)
    kept: Table = pickle.loads(pickle.dumps(table))
    assert kept.told(ways) == looks
    assert kept.ways(reversed(looks)) == table.ways(reversed(looks))
    assert len(kept.looks) == len(looks)


def test_many_calls_looked_at_in_the_same_way_take_little() -> None:
    ways = Table().ways((TURNS, NTH, number) for number in range(60))
    assert len(inside.pack({f"c{number}": ways for number in range(100)})) < 1000
