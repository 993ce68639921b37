"""Whom an operator gives the floor to."""

import pytest

from generator.grammar import handover
from tests import cases


@pytest.mark.parametrize(("quote", "expected"), cases.quoted("handovers.md"), ids=cases.short)
def test_the_words_of_a_hand_over_name_whoever_gets_the_floor(quote: str, expected: list[str]) -> None:
    found = [
        " | ".join([i.name, i.organization or i.title or "", "question" if i.question else "remarks"]).replace("|  |", "| |")
        for i in handover.introductions(quote)
    ]
    assert found == expected


def test_the_offsets_of_an_introduction_hold_the_name() -> None:
    text = "Thank you. Our next question comes from Mei Tan with Harbour Bank. Please go ahead."
    (found,) = handover.introductions(text)
    assert "Mei Tan with Harbour Bank" in text[found.start : found.end]


def test_a_hostile_line_takes_no_longer_than_its_length() -> None:
    assert handover.introductions("question from " * 20_000 + "line of A " * 20_000) is not None
