"""A call seen from afar: lanes, stretches, questions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from generator.figures import ribbon, spoken
from generator.model import Call, Mention, MentionKind, SectionKind
from tests.figures import calls

VOICES = [f"{kind}{n}" for kind in "eam" for n in range(40)] + ["o1", "?"]


def seen(call: Call) -> ribbon.Ribbon:
    counted = spoken.by_turn(call)
    return ribbon.of(call, counted, spoken.shares(call, counted))


def test_who_answers_has_a_lane_and_those_who_ask_share_the_last() -> None:
    made = seen(calls.call(("e1", 5), ("e2", 50), ("a1", 9), ("e1", 8), ("a2", 3)))
    assert [(each.voices, each.asks) for each in made.lanes] == [((1,), False), ((0,), False), ((2, 3), True)]


def test_many_who_answer_share_a_lane_after_the_first_four() -> None:
    made = seen(calls.call(*((f"e{n}", 90 - n) for n in range(9)), ("a1", 9)))
    assert [len(each.voices) for each in made.lanes] == [1, 1, 1, 1, 5, 1]


def test_words_after_each_other_in_a_lane_are_one_place() -> None:
    made = seen(calls.call(("a1", 10), ("a2", 10), ("e1", 10), ("a1", 10)))
    assert made.lanes[-1].places == ((0, 0.5), (0.75, 1))


def test_a_short_call_is_cut_into_turns_and_a_long_one_into_questions() -> None:
    short = calls.call(("o1", 9), ("a1", 5), ("e1", 9), exchanges=(calls.exchange(1, 1, 3, 1, (2,), (3,)),))
    assert [(each.first, each.exchanges) for each in seen(short).stretches] == [(2, (1,)), (3, (1,))]
    turns = [("e1", 40)] + [(f"{'ea'[n % 2]}{n % 4}", 5) for n in range(1, 61)]
    slots = tuple(calls.exchange(n + 1, 2 + 6 * n, 7 + 6 * n, 1, (2 + 6 * n,), (3 + 6 * n,)) for n in range(10))
    long = seen(calls.call(*turns, exchanges=slots))
    assert [each.exchanges for each in long.stretches] == [(), *((n,) for n in range(1, 11))]


def test_a_stretch_names_what_is_spoken_of_most_in_it() -> None:
    said = [("e1", "cloud"), ("e1", "chips"), ("e1", "chips"), ("a1", "cloud")]
    found = tuple(
        Mention("ferry/one", 1 if who == "e1" else 2, 1, at, at + 1, MentionKind.TOPIC, topic, "vocabulary")
        for at, (who, topic) in enumerate(said)
    )
    made = seen(calls.call(("e1", 9), ("a1", 9), mentions=found))
    assert [each.topics for each in made.stretches] == [("chips", "cloud"), ("cloud",)]


def test_sections_follow_one_another_to_the_end() -> None:
    parts = (SectionKind.REMARKS, SectionKind.QA, SectionKind.QA, SectionKind.CLOSING)
    made = seen(calls.call(("e1", 50), ("a1", 20), ("e1", 20), ("e1", 10), sections=parts))
    assert made.sections == (
        (SectionKind.REMARKS, (0, 0.5)),
        (SectionKind.QA, (0.5, 0.9)),
        (SectionKind.CLOSING, (0.9, 1.0)),
    )


@given(some.lists(some.tuples(some.sampled_from(VOICES), some.integers(0, 40)), max_size=400))
def test_no_call_has_more_lanes_or_stretches_than_a_picture_bears(said: list[tuple[str, int]]) -> None:
    made = calls.call(*said)
    found = seen(made)
    assert len(found.lanes) <= ribbon.LANES
    assert len(found.stretches) <= ribbon.STRETCHES
    assert sum(each.words for each in found.stretches) == sum(each.words for each in found.lanes) == found.words
    places = [edge for each in found.stretches for edge in each.place]
    assert places == sorted(places)
