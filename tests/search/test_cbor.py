"""What is written can be read again."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search import cbor

ITEMS: st.SearchStrategy[Any] = st.recursive(
    st.integers(-(1 << 31), 1 << 33) | st.text(max_size=300), lambda inner: st.lists(inner, max_size=40), max_leaves=60
)


def written(item: Any) -> bytes:
    """Write an item of any kind that we know."""
    if isinstance(item, int):
        return cbor.number(item)
    return cbor.text(item) if isinstance(item, str) else cbor.array(map(written, item))


@given(ITEMS)
def test_what_is_written_is_read_back(item: Any) -> None:
    data = written(item)
    assert cbor.read(data) == (item, len(data))


def test_examples_of_the_standard() -> None:
    assert cbor.number(1000) == bytes.fromhex("1903e8")
    assert cbor.number(-500) == bytes.fromhex("3901f3")
    assert cbor.text("水") == bytes.fromhex("63e6b0b4")
    assert cbor.read(bytes.fromhex("8301820203820405")) == ([1, [2, 3], [4, 5]], 8)


def test_a_kind_that_no_index_has_is_refused() -> None:
    with pytest.raises(ValueError, match="no index has"):
        cbor.read(bytes.fromhex("a10102"))
