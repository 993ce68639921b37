"""Where turns lie on the line of a call."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.figures import spoken, timeline
from tests.figures import calls


def laid(*said: calls.Said) -> timeline.Timeline:
    made = calls.call(*said)
    return timeline.of(made, spoken.by_turn(made))


def test_without_times_words_say_how_long_a_turn_is() -> None:
    found = laid(("e1", 30), ("o1", 500), ("a1", 10))
    assert found.places == ((0, 0.75), (0.75, 0.75), (0.75, 1))
    assert found.seconds is None


def test_with_times_the_clock_says_it_and_the_operator_takes_time_too() -> None:
    found = laid(("e1", 100, 10.0), ("o1", 20, 50.0), ("a1", 50, 60.0))
    assert found.seconds == pytest.approx(75), "fifty words as fast as the hundred in fifty seconds"
    assert found.places[1] == pytest.approx((40 / 75, 50 / 75))


@pytest.mark.parametrize(
    "said",
    [
        (("e1", 9, 5.0), ("a1", 9)),
        (("e1", 9, 50.0), ("a1", 9, 20.0)),
        (("e1", 9, 5.0), ("a1", 9, 5.0)),
        (("e1", 9, 5.0), ("a1", 9, 9e9)),
        (("e1", 9, 5.0),),
    ],
    ids=["a time is missing", "times run backwards", "all at once", "no call lasts so long", "a single time"],
)
def test_a_clock_that_cannot_be_trusted_is_not_used(said: tuple[calls.Said, ...]) -> None:
    assert laid(*said).seconds is None


@given(
    some.lists(
        some.tuples(some.sampled_from(["e1", "a1", "o1", "?"]), some.integers(0, 50), some.floats(0, 5000)), max_size=30
    )
)
def test_turns_lie_side_by_side_from_the_beginning_to_the_end(said: list[tuple[str, int, float]]) -> None:
    ordered = sorted(said, key=lambda each: each[2])
    found = laid(*ordered)
    edges = [edge for place in found.places for edge in place]
    assert edges == sorted(edges)
    assert all(-1e-9 <= each <= 1 + 1e-9 for each in edges)
