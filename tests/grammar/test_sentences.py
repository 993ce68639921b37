"""Where sentences begin and end."""

from bisect import bisect_left, bisect_right

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


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """Take the sentences of a place from all of them."""
    spans = sentences.spans(text)
    first, after = (
        bisect_right(spans, start, key=lambda each: each[1]),
        bisect_left(spans, end, key=lambda each: each[0]),
    )
    return (spans[first][0], spans[after - 1][1]) if first < after else (0, len(text))


WORDS = st.sampled_from(
    (
        *"Aa.?!…)”“。",
        " ",
        " ",
        "  ",
        "\n",
        "Mr.",
        " Inc.",
        "vs.",
        " approx.",
        "U.S.",
        " No. ",
        "words of no end ",
        "Yes. ",
    )
)


@given(st.lists(WORDS, max_size=150).map("".join), st.floats(0, 1), st.integers(0, 30))
def test_the_sentences_around_a_place_are_those_of_the_whole_text(text: str, where: float, long: int) -> None:
    start = round(where * len(text))
    end = min(len(text), start + long)
    assert sentences.around(text, start, end) == _around(text, start, end)


def test_the_sentence_around_a_place_is_found_however_far_away_it_begins() -> None:
    text = f"Yes. And {'so on ' * 500}it goes. No."
    assert sentences.around(text, 2000, 2003) == (5, text.index(" No."))
    assert sentences.around(text, 0, 3) == (0, 4)
    assert sentences.around(text, 4, 4) == (0, len(text))
