"""A build makes the records of those calls alone that changed, or of which the archive says something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from generator.model import Archive
from generator.search import facets, making, passages, slips
from generator.search.slips import Memory, Stock
from tests.search import calls

FIRST, SECOND = "lanhai/fy2024-q1", "lanhai/fy2024-q2"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The calls whose records are made, each time."""
    found: list[str] = []
    records = passages.records

    def noted(call: Any, *more: Any) -> Any:
        found.append(call.id)
        return records(call, *more)

    monkeypatch.setattr(passages, "records", noted)
    yield found


def keys() -> dict[str, str]:
    """What the calls depend on."""
    return {FIRST: "a", SECOND: "b"}


def renamed(archive: Archive, speaker: str, name: str) -> Archive:
    """Call somebody otherwise."""
    return replace(archive, speakers={**archive.speakers, speaker: replace(archive.speakers[speaker], name=name)})


def taken(stock: Stock) -> list[Any]:
    """All records, by their shares."""
    return [record for share in stock.shares for record in stock.records(share)]


def test_records_are_made_once_and_not_again_while_nothing_changes(made: list[str]) -> None:
    memory = Memory(keys())
    first = slips.stock(calls.archive(), True, memory)
    assert sorted(made) == [FIRST, SECOND]
    again = slips.stock(calls.archive(), True, memory)
    assert sorted(made) == [FIRST, SECOND]
    assert (again.shares, again.counts) == (first.shares, first.counts)


def test_a_call_that_depends_on_something_else_is_read_again_and_no_other(made: list[str]) -> None:
    memory = Memory(keys())
    slips.stock(calls.archive(), True, memory)
    made.clear()
    memory.keys = {**keys(), SECOND: "c"}
    slips.stock(calls.archive(), True, memory)
    assert made == [SECOND]


def test_a_name_that_the_archive_has_otherwise_makes_the_calls_be_read_in_which_it_is_said(made: list[str]) -> None:
    memory = Memory(keys())
    slips.stock(calls.archive(), True, memory)
    made.clear()
    slips.stock(renamed(calls.archive(), "wen-zhao", "Wen Y. Zhao"), True, memory)
    assert sorted(made) == [FIRST, SECOND]
    assert "Mei Tan (Harbour Bank) asks Wen Y. Zhao" in {
        record.title for record in making.records(renamed(calls.archive(), "wen-zhao", "Wen Y. Zhao"))
    }


def test_a_wider_topic_that_is_gone_is_gone_from_all_passages(made: list[str]) -> None:
    archive, memory = calls.archive(), Memory(keys())
    slips.stock(archive, True, memory)
    flat = {name: replace(topic, parent=None) for name, topic in archive.topics.items()}
    stock = slips.stock(replace(archive, topics=flat), True, memory)
    assert "energy" not in stock.counts["topic"]
    assert stock.counts == slips.stock(replace(archive, topics=flat), True, Memory()).counts


def test_records_of_a_call_that_did_not_change_are_the_same_when_they_are_asked_for() -> None:
    memory = Memory(keys())
    first = slips.stock(calls.archive(), True, memory)
    assert taken(slips.stock(calls.archive(), True, memory)) == taken(first) == calls.records()


def test_a_call_that_is_gone_is_forgotten() -> None:
    archive, memory = calls.archive(), Memory(keys())
    slips.stock(archive, True, memory)
    fewer = replace(archive, calls={FIRST: archive.calls[FIRST]})
    stock = slips.stock(fewer, True, memory)
    assert memory.slips.keys() == {FIRST}
    assert {share.group for share in stock.shares if share.kind} == {FIRST}


def test_counts_of_calls_add_up_to_those_of_all_records() -> None:
    stock = slips.stock(calls.archive(), True, Memory(keys()))
    assert stock.counts == facets.summed([facets.counts(taken(stock))])
