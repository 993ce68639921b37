"""How much each voice says, and who is there to ask."""

from __future__ import annotations

import pytest

from generator.figures import spoken
from tests.figures import calls


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        ("one", 1),
        ("Nine thousand words, well-counted.", 4),
        ("Größe zählt", 2),
        ("公司增长百分之十二", 9),
        ("公司 AI 增长", 5),
        ("売上はカタカナ", 7),
        ("إيرادات الشركة نمت", 3),
    ],
)
def test_signs_of_scripts_without_spaces_count_as_words(text: str, number: int) -> None:
    assert spoken.count(text) == number


def test_what_is_said_to_run_the_call_counts_for_nothing() -> None:
    made = calls.call(("o1", 30), ("e1", 60), ("a1", 20), ("o1", 5))
    assert spoken.by_turn(made) == (0, 60, 20, 0)
    assert [(each.voice, each.words, each.part) for each in spoken.shares(made, (0, 60, 20, 0))] == [
        (1, 60, 0.75),
        (2, 20, 0.25),
    ]


def test_words_that_are_nobodys_have_a_share_of_their_own() -> None:
    made = calls.call(("?", 10), ("e1", 30), ("?", 5))
    found = spoken.shares(made, spoken.by_turn(made))
    assert [(each.voice, each.words, each.turns) for each in found] == [(0, 30, 1), (None, 15, 2)]


def test_a_call_without_a_word_has_no_shares() -> None:
    made = calls.call(("o1", 4))
    assert spoken.shares(made, spoken.by_turn(made)) == ()


def test_somebody_of_no_known_part_asks_who_opens_an_exchange_and_answers_in_none() -> None:
    made = calls.call(("m1", 9), ("m2", 9), exchanges=(calls.exchange(1, 1, 2, 0, (1,), (2,)),))
    assert spoken.askers(made) == {0}


def test_an_executive_who_asks_back_is_no_asker() -> None:
    made = calls.call(("e1", 9), ("a1", 9), exchanges=(calls.exchange(1, 1, 2, 0, (1,), (2,)),))
    assert spoken.askers(made) == {1}
