"""To which time a question looks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.threads import times


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("How are bookings so far?", {"now"}),
        ("Will the Back Half be better than LAST QUARTER was?", {"next", "past"}),
        ("Where is the mill three to five years from now?", {"far"}),
        ("Who runs the mill?", set()),
    ],
)
def test_a_question_looks_to_the_times_that_it_names(text: str, looks: set[str]) -> None:
    assert times.times(text) == looks


@pytest.mark.parametrize("name", times.LOOKS)
@given(data=st.data())
def test_whatever_names_a_time_is_looked_at(name: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(times.LOOKS[name]))
    assert name in times.times(text)
