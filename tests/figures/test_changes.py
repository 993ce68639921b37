"""A topic is new, or no longer asked about, by strict rules; where a call is too short to be silent nothing is said."""

from __future__ import annotations

import dataclasses

from generator.figures import changes, topics
from generator.figures.changes import Changes, Move
from generator.model import Archive, Asked, Call, Thread, Version
from tests.figures import talk

LONG = talk.FILLER * 10


def _call(key: str, *said: str, kind: str = "earnings_call", series: str = "northern") -> Call:
    date = {"q1": "2024-02-01", "q2": "2024-05-02", "q3": "2024-08-01", "undated": None}[key]
    return talk.call(key, date, [LONG, *said], kind, series)


def _changes(*calls: Call) -> dict[str, Changes]:
    archive = talk.archive(*calls)
    return changes.find(archive, topics.count(archive))


def _new(found: Changes) -> list[tuple[str, str | None]]:
    return [(each.topic, each.last) for each in found.new]


def test_a_subject_that_the_call_before_never_mentions_is_new() -> None:
    found = _changes(_call("q1"), _call("q2", "We will now speak of ferries only."))["northern/q2"]
    assert (found.before, _new(found)) == ("northern/q1", [("ferries", None)])


def test_what_is_dropped_in_passing_is_not_new() -> None:
    assert not _changes(_call("q1"), _call("q2", f"{LONG}And ferries. {LONG}"))


def test_what_is_mentioned_three_times_is_new_wherever_it_stands() -> None:
    assert _changes(_call("q1", *[LONG] * 3), _call("q2", *[f"{LONG}And ferries. {LONG}"] * 3))


def test_what_the_call_before_mentions_even_once_is_not_new() -> None:
    assert not _changes(_call("q1", f"{LONG}And ferries. {LONG}"), _call("q2", "We speak of ferries, of ferries only."))


def test_what_comes_back_says_when_it_was_last_spoken_of() -> None:
    ferries = "We will now speak of ferries only."
    found = _changes(_call("q1", ferries), _call("q2"), _call("q3", ferries))
    assert _new(found["northern/q3"]) == [("ferries", "northern/q1")]
    assert "northern/q2" not in found, "nobody asked about ferries, so that nothing is no longer asked"


def test_the_first_call_has_nothing_new() -> None:
    assert not _changes(_call("q1", "We will now speak of ferries only."))


def test_only_calls_of_the_same_kind_in_the_same_series_are_compared() -> None:
    ferries = "We will now speak of ferries only."
    assert not _changes(_call("q1"), _call("q2", ferries, kind="town_hall"))
    assert not _changes(_call("q1"), _call("q2", ferries, series="southern"))


def test_a_call_without_a_date_is_compared_with_none() -> None:
    assert not _changes(_call("q1"), _call("undated", "We will now speak of ferries only."))


def test_a_call_before_that_is_a_fragment_makes_nothing_new() -> None:
    fragment = talk.call("q1", "2024-02-01", ["Good morning."])
    assert not _changes(fragment, _call("q2", "We will now speak of ferries only."))


def test_what_nobody_asks_about_any_more_is_told() -> None:
    before = _call("q1", "Q: How many ferries will you order next year?", "A: Two.")
    found = _changes(before, _call("q2", "Q: What of the weather, then?", "A: Ferries like it. Ferries do."))
    assert [(each.topic, each.last) for each in found["northern/q2"].gone] == [("ferries", "northern/q1")]


def test_a_call_without_questions_does_not_tell_what_is_no_longer_asked() -> None:
    assert not _changes(_call("q1", "Q: How many ferries will you order next year?", "A: Two."), _call("q2"))


def test_a_call_with_far_fewer_questions_does_not_tell_it_either() -> None:
    asked = ["Q: How many ferries will you order next year?", "A: Two."] * 3
    assert not _changes(_call("q1", *asked), _call("q2", "Q: What of the weather, then?", "A: Fine."))


def test_a_topic_that_is_still_asked_in_passing_is_not_gone() -> None:
    before = _call("q1", "Q: How many ferries will you order next year?", "A: Two.")
    assert not _changes(before, _call("q2", f"Q: {LONG}And ferries? {LONG}", "A: Two."))


def _threaded(*asked_in: int) -> Archive:
    """Make four calls with a question each, and a thread of those at some places."""
    dates = ("2023-08-01", "2023-11-01", "2024-02-01", "2024-05-01")
    question = ["Q: And what then?", "A: We shall see."]
    calls = [talk.call(f"c{number}", date, question) for number, date in enumerate(dates)]
    versions = tuple(Version(Asked(f"northern/c{number}", 1), (), None) for number in asked_in)
    thread = Thread("then", ("northern",), versions)
    return dataclasses.replace(talk.archive(*calls), threads={"then": thread})


def _threads(archive: Archive) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    found = changes.find(archive, topics.count(archive)).values()
    return [(each.call, each.begun, each.ended) for each in found]


def test_a_thread_begins_where_it_is_first_asked_if_it_is_asked_again() -> None:
    assert _threads(_threaded(1, 3)) == [("northern/c1", ("then",), ())]


def test_a_thread_ends_after_it_was_asked_in_two_calls() -> None:
    assert _threads(_threaded(0, 1)) == [("northern/c2", (), ("then",))]
    assert _threads(_threaded(1, 2)) == [("northern/c1", ("then",), ()), ("northern/c3", (), ("then",))]


def test_a_thread_within_one_call_neither_begins_nor_ends() -> None:
    assert _threads(_threaded(1, 1)) == []


def _moves(before: list[str], now: list[str]) -> tuple[list[Move], list[Move], list[Move]]:
    archive = talk.archive(_call("q1", *before), _call("q2", *now))
    found = changes.moves(archive, topics.count(archive))
    return list(found.new), list(found.up), list(found.down)


def test_topics_move_by_leaps_alone() -> None:
    ferries, harbours, lanterns = (
        "We now speak of the new ferries.",
        "We now speak of our harbours.",
        "We now speak of all the lanterns.",
    )
    found = _moves([ferries, *[harbours] * 5], [*[ferries] * 5, harbours, *[lanterns] * 3])
    assert found == ([Move("lanterns", 0, 3)], [Move("ferries", 1, 5)], [Move("harbours", 5, 1)])
    assert _moves([ferries] * 4, [ferries] * 6) == ([], [], [])
    assert _moves([], [ferries] * 2) == ([], [], [])


def test_one_call_moves_nothing() -> None:
    archive = talk.archive(_call("q1", "We speak of ferries."))
    assert changes.moves(archive, topics.count(archive)).series == 0


def test_a_series_that_ended_long_ago_moves_nothing() -> None:
    ferries = [LONG, *["We speak of ferries."] * 5]
    old = [talk.call("a", "2020-02-01", [LONG], series="old"), talk.call("b", "2020-05-01", ferries, series="old")]
    archive = talk.archive(*old, _call("q1"), _call("q2"))
    assert changes.moves(archive, topics.count(archive)).new == ()
