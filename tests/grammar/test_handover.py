"""Whom an operator gives the floor to."""

import pytest

from generator.grammar import handover
from tests import cases


def told(quote: str, chair: bool) -> list[str]:
    """Who is given the floor, as the cases write it."""
    return [
        f"{i.name} | {i.organization or i.title or ''} | {'question' if i.question else 'remarks'}".replace(
            "|  |", "| |"
        )
        for i in handover.introductions(quote, chair)
    ]


@pytest.mark.parametrize(("quote", "expected"), cases.quoted("handovers.md", until="known chair"), ids=cases.short)
def test_the_words_of_a_hand_over_name_whoever_gets_the_floor(quote: str, expected: list[str]) -> None:
    assert told(quote, chair=False) == expected


@pytest.mark.parametrize(("quote", "expected"), cases.quoted("handovers.md"), ids=cases.short)
def test_barer_words_are_enough_from_a_known_chair(quote: str, expected: list[str]) -> None:
    assert told(quote, chair=True) == expected


@pytest.mark.parametrize(
    ("words", "firm"),
    [
        ("It's actually Fjordbank Markets, but thanks. Two questions.", "Fjordbank Markets"),
        ("Thanks. I’m actually with Harbour Bank now.", "Harbour Bank"),
        ("Thanks. Actually, that covers it.", None),
        ("How is demand? It was actually Monday that you said so.", None),
    ],
)
def test_an_asker_puts_the_firm_right(words: str, firm: str | None) -> None:
    assert handover.corrected(words) == firm


def test_the_offsets_of_an_introduction_hold_the_name() -> None:
    text = "Thank you. Our next question comes from Mei Tan with Harbour Bank. Please go ahead."
    (found,) = handover.introductions(text)
    assert "Mei Tan with Harbour Bank" in text[found.start : found.end]


def test_a_hostile_line_takes_no_longer_than_its_length() -> None:
    assert handover.introductions("question from " * 20_000 + "line of A " * 20_000) is not None
