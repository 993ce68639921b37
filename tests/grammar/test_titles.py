"""What a text calls somebody."""

import pytest

from generator.grammar import titles
from tests import cases

CASES = [
    (quote, *(part.strip() for part in f"{line} ".split(" |")))
    for quote, lines in cases.quoted("titles.md")
    for line in lines
]


@pytest.mark.parametrize(("quote", "name", "title"), CASES, ids=cases.short)
def test_a_title_is_what_the_words_say_of_the_person(quote: str, name: str, title: str) -> None:
    found = titles.said_of(name, quote)
    assert (found[0] if found else "") == title


@pytest.mark.parametrize(("quote", "name", "title"), [case for case in CASES if case[2]], ids=cases.short)
def test_the_words_that_say_so_are_in_the_text(quote: str, name: str, title: str) -> None:
    found = titles.said_of(name, quote)
    assert found and title in quote[found[1] : found[2]]
