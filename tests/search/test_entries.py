"""Calls, people, organisations and topics are found by their names."""

from __future__ import annotations

from generator.search.record import PASSAGE
from tests.search import calls


def test_everything_with_a_page_of_its_own_is_found_by_name() -> None:
    names = {record.title for record in calls.records() if not record.language}
    assert {"Mei Tan", "Wen Zhao", "Harbour Bank", "Storage", "Energy", "Q1"} <= names


def test_other_spellings_find_it_too() -> None:
    assert "HB" in calls.one("organizations/harbour-bank/").words
    assert "battery storage" in calls.one("topics/storage/").words


def test_names_hold_nothing_that_anybody_said() -> None:
    for record in calls.records():
        if not record.language:
            assert dict(record.facets)["kind"] != (PASSAGE,)
            assert not record.places
            assert len(record.words) < 60


def test_a_person_comes_with_post_and_firm() -> None:
    assert calls.one("speakers/mei-tan/").context == "sell-side analyst, Harbour Bank"
    assert dict(calls.one("speakers/mei-tan/").facets)["organization"] == ("harbour-bank",)
