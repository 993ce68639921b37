"""Mentions are counted once for the whole archive: by call, by place, by words, and beside what else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.figures import topics
from generator.figures.tally import Count
from tests.figures import talk

FIRST = talk.call(
    "q1",
    "2024-02-01",
    [
        "O: The ferries desk welcomes you.",
        f"{talk.FILLER * 8}We built harbours, ferries and more. {talk.FILLER * 8}",
        "Q: How many ferries will sail in May, and how many Ferries in June?",
        "A: All of the ferries will sail in May, I should think.",
        "O: Next, please.",
        "Q: What of lanterns?",
        "A: None.",
    ],
)
SECOND = talk.call("q2", "2024-05-02", ["Lanterns are all that we speak of today, lanterns and nothing else."])
BOOK = topics.count(talk.archive(FIRST, SECOND))


def test_remarks_questions_and_answers_are_counted_apart() -> None:
    found = BOOK.count("ferries", "northern/q1")
    assert (found.remarks, found.questions, found.answers, found.mentions) == (1, 2, 1, 4)


def test_what_runs_the_call_is_not_counted() -> None:
    assert BOOK.count("ferries", "northern/q1").passages == 3


def test_passages_about_a_topic_are_told_from_those_in_passing() -> None:
    found = BOOK.count("ferries", "northern/q1")
    assert (found.primary, found.asked, found.asked_primary) == (2, 1, 1)
    assert BOOK.count("harbours", "northern/q1").primary == 0


def test_passages_about_it_come_first_in_each_call_and_the_newest_call_first() -> None:
    assert [each.turn for each in BOOK.passages["ferries"]] == [3, 4, 2]
    assert [each.call for each in BOOK.passages["lanterns"]] == ["northern/q2", "northern/q1"]


def test_a_call_that_does_not_speak_of_it_counts_nothing() -> None:
    assert BOOK.count("ferries", "northern/q2") == Count()
    assert BOOK.total("winters") == Count()


def test_spellings_that_differ_in_capitals_are_one() -> None:
    assert BOOK.spelled["ferries"] == {"ferries": 4}


def test_topics_named_near_each_other_are_related() -> None:
    assert BOOK.related["ferries"] == {"harbours": 1}
    assert "lanterns" not in BOOK.related


def test_topics_far_apart_in_a_long_turn_are_not_related() -> None:
    made = talk.call("q1", "2024-02-01", [f"Our ferries. {talk.FILLER * 6}Our harbours."])
    assert topics.count(talk.archive(made)).related == {}


LINES = st.lists(
    st.builds(
        "{}{}".format,
        st.sampled_from(["", "Q: ", "A: ", "O: "]),
        st.sampled_from(["Ferries and harbours.", "Winters.", "Nothing.", f"{talk.FILLER}Ferries."]),
    ),
    max_size=8,
)


@given(LINES, LINES)
def test_every_mention_outside_procedure_is_counted_just_once(one: list[str], other: list[str]) -> None:
    calls = (talk.call("q1", "2024-02-01", one), talk.call("q2", "2024-05-02", other))
    book = topics.count(talk.archive(*calls))
    spoken = [m for c in calls for m in c.mentions if not c.turn(m.turn).procedural]
    assert sum(count.mentions for of in book.counts.values() for count in of.values()) == len(spoken)
    assert sum(sum(words.values()) for words in book.spelled.values()) == len(spoken)
    assert {call: dict(of) for call, of in book.in_call.items()} == {
        call: {topic: of[call] for topic, of in book.counts.items() if call in of} for call in book.in_call
    }
