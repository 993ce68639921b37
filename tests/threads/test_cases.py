"""Pairs of questions that a reader calls the same or different, out of tests/cases/threads.md."""

from __future__ import annotations

import pytest

from generator import threads
from generator.model import Archive
from tests import cases
from tests.threads.building import Question, archive, asked, together

Case = tuple[str, str, str]
"""Two questions, and what a reader says of them."""


def pairs() -> list[Case]:
    """Every pair of the file."""
    quotes = cases.quoted("threads.md")
    one = quotes[0::2]
    two = quotes[1::2]
    assert not any(said for _, said in one), "a case is two quotes and one line"
    return [(first, second, said[0]) for (first, _), (second, said) in zip(one, two, strict=True)]


PAIRS = pairs()


@pytest.fixture(scope="module")
def found() -> Archive:
    """All pairs in one archive, each in a company of its own, so that words have their usual weight."""
    calls: dict[str, list[Question]] = {}
    for number, (first, second, said) in enumerate(PAIRS):
        calls[f"s{number}/2023-05-02"] = [Question(first)]
        calls[f"s{number}/2024-05-02"] = [Question(second, "mei-tan" if "one asker" in said else "ravi-menon")]
    return threads.follow(archive(calls))


@pytest.mark.parametrize("number", range(len(PAIRS)), ids=[cases.short(first) for first, _, _ in PAIRS])
def test_a_pair_is_read_as_a_careful_reader_reads_it(number: int, found: Archive) -> None:
    said = PAIRS[number][2].split(", ")
    read = together(found, asked(f"s{number}/2023-05-02"), asked(f"s{number}/2024-05-02"))
    assert said[0] in {"same", "different"}
    if {"missed", "taken for the same"} & set(said):
        assert read != (said[0] == "same"), "the rules have learnt this one: take the note away"
    else:
        assert read == (said[0] == "same")


def test_few_cases_are_known_to_come_out_wrong() -> None:
    assert sum("taken for the same" in kind for _, _, kind in PAIRS) <= 1


def test_there_are_enough_cases_of_both_kinds() -> None:
    said = [kind.split(",")[0] for _, _, kind in PAIRS]
    assert min(said.count("same"), said.count("different")) >= 20
