"""What a passage is about is told from what it names in passing, by the share that speaks of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.figures import weighing
from tests.figures import talk


def _share(text: str) -> float:
    made = talk.call("one", "2024-05-02", [text])
    return weighing.share(made.turns[0], [each for each in made.mentions if each.target == "ferries"])


def _about(text: str) -> bool:
    made = talk.call("one", "2024-05-02", [text])
    return weighing.about(made.turns[0], [each for each in made.mentions if each.target == "ferries"])


@pytest.mark.parametrize(
    "text",
    [
        "How many ferries will you order next year?",
        f"{talk.FILLER}The ferries are late. The yard that builds the ferries says so, and we believe it.",
        f"{talk.FILLER * 12}Our ferries are new. All of the ferries sail. No other ferries are as quiet. "
        f"People like these ferries very much indeed, and they say so. That is why more ferries come in May.",
        "The ferries are late. / The ferries are wet.",
    ],
)
def test_a_passage_that_keeps_to_a_thing_is_about_it(text: str) -> None:
    assert _about(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ferries.",
        f"{talk.FILLER * 6}We also have ferries. {talk.FILLER * 6}",
        f"{talk.FILLER * 4}The ferries, well, {'and so on and so forth ' * 60}which is what I wanted to say.",
        f"{talk.FILLER * 8}We like ferries. {talk.FILLER * 8}We like ferries. {talk.FILLER * 8}",
    ],
)
def test_a_name_that_is_dropped_is_in_passing(text: str) -> None:
    assert not _about(text)


def test_the_share_is_that_of_the_sentences_that_mention_it() -> None:
    text = "The ferries of the north are late once more this year. The harbours of the south are not late at all."
    assert _share(text) == pytest.approx(len("The ferries of the north are late once more this year.") / len(text))


def test_a_thing_that_is_not_mentioned_has_no_share() -> None:
    made = talk.call("one", "2024-05-02", ["Nothing of that kind is said."])
    assert weighing.share(made.turns[0], []) == 0


SENTENCES = st.lists(st.sampled_from(["The ferries sail.", talk.FILLER.strip(), "Yes."]), min_size=1, max_size=40)


@given(SENTENCES)
def test_the_short_way_and_the_long_way_agree(said: list[str]) -> None:
    assert _about(" ".join(said)) == (_share(" ".join(said)) >= weighing.PRIMARY)


@given(SENTENCES)
def test_a_share_lies_between_nothing_and_all_and_grows_with_more_of_the_same(said: list[str]) -> None:
    text = " ".join(said)
    assert 0 <= _share(text) <= 1
    assert _share(f"The ferries sail. {text}") > 0
