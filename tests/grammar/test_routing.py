"""Words that run the call."""

import pytest

from generator.grammar import routing
from tests import cases


@pytest.mark.parametrize(("expected", "text"), cases.listed("routing.md"), ids=cases.short)
def test_routing_and_courtesy_are_told_from_what_says_something(expected: str, text: str) -> None:
    assert routing.says_nothing(text) == (expected == "nothing")
