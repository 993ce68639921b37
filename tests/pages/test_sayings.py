"""What a call says of a thing is what a list shows of it, and no more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Appearance, Call, Evidence, MentionKind, Role
from generator.pages.sayings import Sayings, Thing
from tests.figures import talk

FERRIES: Thing = (MentionKind.TOPIC, "ferries")
SAID = "Good morning. / We speak of the ferries, of ferries and of winters. / Of ferries once more."
CALL = talk.call("c01", "2010-01-15", [talk.FILLER, SAID, "Q: Will ferries sail?", "A: The ferries will."])


def _voiced(call: Call, appearance: Appearance) -> Call:
    """Let one voice say all of a call."""
    turns = tuple(replace(turn, voice=0) for turn in call.turns)
    return replace(call, turns=turns, appearances=(appearance,))


def test_a_thing_is_spoken_of_in_its_turns() -> None:
    says = Sayings(CALL)
    assert list(says[FERRIES]) == [2, 3, 4]
    assert set(says) == {FERRIES, (MentionKind.TOPIC, "winters")} and len(says) == 2


def test_nothing_is_said_of_what_nobody_speaks_of() -> None:
    says = Sayings(CALL)
    assert says.get((MentionKind.TOPIC, "lanterns")) is None
    assert says.get((MentionKind.SPEAKER, "ferries")) is None
    with pytest.raises(KeyError):
        says[MentionKind.TOPIC, "lanterns"]


def test_a_turn_shows_the_first_paragraph_that_speaks_of_it_and_counts_the_others() -> None:
    said = Sayings(CALL)[FERRIES][2]
    assert said.paragraph == 2 and said.text == SAID.split(" / ")[1]
    assert [said.text[start:end] for start, end in said.places] == ["ferries", "ferries"]
    assert said.times == 3


def test_the_order_of_mentions_changes_nothing() -> None:
    assert Sayings(replace(CALL, mentions=CALL.mentions[::-1]))[FERRIES] == Sayings(CALL)[FERRIES]


def test_a_turn_knows_its_question_and_whether_it_is_about_the_thing() -> None:
    says = Sayings(replace(CALL, about=frozenset({(4, "ferries"), (2, "winters")})))[FERRIES]
    assert [each.exchange for each in says.values()] == [None, 1, 1]
    assert [each.about for each in says.values()] == [False, False, True]


def test_of_who_speaks_it_knows_what_is_printed() -> None:
    voice = Appearance("ada", "Ada", "Ferry Works", "Captain", Role.EXECUTIVE, ("ADA",), ())
    said = Sayings(_voiced(CALL, voice))[FERRIES][2]
    assert (said.speaker, said.name, said.title, said.organization) == ("ada", "Ada", "Captain", "Ferry Works")
    assert Sayings(CALL)[FERRIES][2].name == ""


def test_what_no_list_shows_makes_no_difference() -> None:
    voice = Appearance("ada", "Ada", None, None, Role.EXECUTIVE, ("ADA",), ())
    before = _voiced(CALL, voice)
    other = replace(voice, labels=("A. DA",), evidence=(Evidence("another rule", 7),))
    after = _voiced(replace(CALL, turns=tuple(replace(turn, line=turn.line + 1) for turn in CALL.turns)), other)
    assert before != after and Sayings(before)[FERRIES] == Sayings(after)[FERRIES]
