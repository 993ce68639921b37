"""Whom an operator gives the floor to."""

import pytest

from generator.grammar import floor, handover
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
    assert floor.corrected(words) == firm


def test_the_offsets_of_an_introduction_hold_the_name() -> None:
    text = "Thank you. Our next question comes from Mei Tan with Harbour Bank. Please go ahead."
    (found,) = handover.introductions(text)
    assert "Mei Tan with Harbour Bank" in text[found.start : found.end]


def test_a_hostile_line_takes_no_longer_than_its_length() -> None:
    assert handover.introductions("question from " * 20_000 + "line of A " * 20_000) is not None


@pytest.mark.parametrize(
    ("words", "name", "firm"),
    [
        ("Thanks, Chair Ibarra. Nick Tull of the Alderby Courier. Why now?", "NICK TULL", "Alderby Courier"),
        ("Hi, Nancy Marsh-Gent with Marketplace. Why now?", "Nancy Marsh-Gent", "Marketplace"),
        ("Steve Lind, Harbour News. Why now?", "Steve Lind", "Harbour News"),
        ("This is Jonas Brandt on for Claudia. Why now?", "Jonas Brandt", None),
        ("Thanks. Steve Lind asked this before. Why now?", "Steve Lind", None),
        ("I work with Ann Pell, John and Ravi. Why now?", "Ann Pell", None),
    ],
)
def test_people_say_with_their_name_of_which_firm_they_are(words: str, name: str, firm: str | None) -> None:
    found = floor.introduces(words, name)
    assert (found[0] if found else None) == firm


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("That is all from me. Go ahead, Zadie.", "Zadie"),
        ("The city does. Mr. Holt, go ahead.", "Mr. Holt"),
        ("We will go ahead, Alderby or not.", None),
        ("Go ahead.", None),
        ("It was the council that said go ahead, as you know.", None),
    ],
)
def test_the_last_words_of_an_answer_may_call_upon_the_next(words: str, name: str | None) -> None:
    found = floor.called_upon(words)
    assert (found[0] if found else None) == name


@pytest.mark.parametrize(
    ("words", "to"),
    [
        ("Thanks, Mei. Marcus will take that.", "marcus-oyelaran"),
        ("Good question. Let me ask Marcus to take this.", "marcus-oyelaran"),
        ("Wei, do you want to start?", "zhang-wei"),
        ("I'll hand it over to Wei for the chemistry.", "zhang-wei"),
        ("Marcus was right about that a year ago.", None),
        ("We will take that to the board.", None),
    ],
)
def test_a_question_is_handed_on_to_whom_the_words_name(words: str, to: str | None) -> None:
    found = floor.handed_on(words, {"marcus": "marcus-oyelaran", "wei": "zhang-wei"})
    assert (found[0] if found else None) == to
