"""One call's figures: which turns speak of what, in which words, beside what, and who answers about it."""

from __future__ import annotations

import pickle

from generator.figures import tally, topics
from tests.figures import talk

ABOUT = "Ferries, ferries, ferries."
CALL = talk.call(
    "c01",
    "2010-01-15",
    [ABOUT, "O: The ferries are next.", "Q: What of FERRIES and winters?", "A: Ferries sail in all winters."],
)
TALLY = tally.of(CALL)


def test_what_is_said_of_a_topic_is_counted_by_what_the_turn_does() -> None:
    found = TALLY.counts["ferries"]
    assert (found.remarks, found.questions, found.answers) == (3, 1, 1)
    assert (found.passages, found.asked) == (3, 1)


def test_what_is_said_to_run_a_call_counts_for_nothing() -> None:
    assert TALLY.order["ferries"] == (1, 1, 1, 3, 4)
    assert sum(times for topic, _, times in TALLY.spelled if topic == "ferries") == 5


def test_turns_that_are_about_a_topic_come_first_and_are_counted() -> None:
    call = talk.call("c03", "2010-07-15", [f"{talk.FILLER * 9} And ferries.", ABOUT])
    assert call.about == {(2, "ferries")}
    assert tally.of(call).order["ferries"] == (2, 2, 2, 1)
    assert tally.of(call).counts["ferries"].primary == 1


def test_of_turns_that_are_in_order_nothing_is_said() -> None:
    assert tally.of(talk.call("c03", "2010-07-15", [ABOUT, "Winters."])).order == {}


def test_words_are_counted_as_printed() -> None:
    printed = {words: times for topic, words, times in TALLY.spelled if topic == "ferries"}
    assert printed == {"Ferries": 2, "ferries": 2, "FERRIES": 1}


def test_two_topics_of_one_turn_are_together_in_it_once() -> None:
    assert TALLY.pairs == (("ferries", "winters", 2),)


def test_a_turn_that_neither_asks_nor_answers_is_a_remark() -> None:
    assert TALLY.remarks == {"ada": (1,)}


def test_who_answers_is_told_with_what_was_asked() -> None:
    assert TALLY.asked == (("ada", "ferries", 1), ("ada", "winters", 1))


def test_a_tally_that_was_kept_adds_up_to_the_same() -> None:
    archive = talk.archive(CALL, talk.call("c02", "2010-04-15", [ABOUT, "Winters and harbours."]))
    kept = pickle.loads(pickle.dumps(topics.tallies(archive)))
    assert topics.count(archive, kept) == topics.count(archive)
