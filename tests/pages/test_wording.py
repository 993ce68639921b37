"""Dates, periods and counts as a reader sees them."""

from __future__ import annotations

import pytest

from generator.model import Evidence
from generator.pages import wording


@pytest.mark.parametrize(
    ("key", "earlier"),
    [
        ("fy2024-q1", "fy2023-q1"),
        ("2024-q3", "2023-q3"),
        ("FY2000-H2", "FY1999-H2"),
        ("2024", "2023"),
        ("1000", "0999"),
        ("spring", None),
        ("fy24-q1", None),
    ],
)
def test_a_period_has_one_a_year_earlier_if_it_has_a_year(key: str, earlier: str | None) -> None:
    assert wording.year_earlier(key) == earlier


def test_no_line_ends_within_a_date_or_between_a_figure_and_what_it_counts() -> None:
    assert wording.date("2023-08-10") == "10\u00a0Aug\u00a02023"
    assert wording.count(1200, "call") == "1,200\u00a0calls"


def test_a_date_that_is_not_a_whole_one_is_left_as_it_is() -> None:
    assert wording.date("August 2023") == "August 2023"
    assert wording.date("2023-13-40") == "2023-13-40"
    assert wording.date(None) == "No date"


def test_facts_that_the_same_words_say_are_told_together() -> None:
    introduced = "introduction by the operator"
    found = (
        Evidence("name: as printed", 52, "Mei Tan"),
        Evidence(f"organization: {introduced}", 50, "Mei Tan with Harbour Bank"),
        Evidence(f"role: {introduced}", 50, "Mei Tan with Harbour Bank"),
        Evidence("people.yml", 3),
    )
    assert wording.evidences(found) == (
        "name: as printed, line 52: “Mei Tan”; "
        "organization, role: introduction by the operator, line 50: “Mei Tan with Harbour Bank”; people.yml, line 3"
    )


def test_a_line_and_words_that_were_just_said_are_not_said_again() -> None:
    found = Evidence("label names a part", 4, "Operator")
    assert wording.evidence(found, said=4, known="Operator") == "label names a part"
    assert wording.evidence(found, said=5, known="Q") == "label names a part, line 4: “Operator”"
