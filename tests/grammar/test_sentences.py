"""Where sentences begin and end."""

from hypothesis import given
from hypothesis import strategies as st

from generator.grammar import sentences


def test_an_abbreviation_ends_no_sentence() -> None:
    assert sentences.split("We thank Dr. Tan. “Why?” And then …  Next!") == [
        "We thank Dr. Tan.",
        "“Why?”",
        "And then …",
        "Next!",
    ]


@given(st.text(alphabet="Aa. ?!”\n\t…", max_size=120))
def test_sentences_hold_all_that_is_no_white_space_in_order(text: str) -> None:
    assert "".join("".join(sentences.split(text)).split()) == "".join(text.split())
    assert all(one == one.rstrip() for one in sentences.split(text))


def test_a_ruler_of_points_is_one_sentence() -> None:
    assert sentences.spans("." * 200_000 + " And") == ((0, 200_000), (200_001, 200_004))
