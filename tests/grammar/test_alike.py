"""Whether two forms can be one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.grammar import alike

WORD = st.sampled_from(["mei", "tan", "wen", "zhao", "jean", "pierre", "kristina", "krystina", "holloway", "hollowey"])
NAME = st.lists(WORD, min_size=1, max_size=3).map(tuple)


@pytest.mark.parametrize(
    ("label", "known", "rule"),
    [
        ("MR. TAN", ["Mei Tan", "Wen Zhao"], "only one person of the call bears this name"),
        ("Steve Ju", ["Stephen Ju"], "short form of the first name"),
        ("Kristina Hollowey", ["Kristina Holloway"], "at most two letters differ"),
    ],
)
def test_a_label_means_the_one_name_that_it_may_be(label: str, known: list[str], rule: str) -> None:
    assert alike.match(label, known) == (0, rule)


def test_a_label_that_may_be_two_names_means_neither() -> None:
    assert alike.match("Tan", ["Mei Tan", "Wen Tan"]) is None


@given(NAME, NAME)
def test_names_that_may_be_one_have_a_word_in_common(label: tuple[str, ...], name: tuple[str, ...]) -> None:
    fitting = tuple(n for n, (_, fits) in enumerate(alike.RULES) if fits(label, name))
    assert alike._fitting(label, name) == fitting
    assert not fitting or set(label) & set(name)
