"""Parts of questions are linked to the paragraphs that speak to them, and to none where nobody can tell."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.extract import wording
from generator.model import Call, Exchange, Participant, QuestionPart, Role
from tests import scripts

LISTED = (
    Participant("Ingrid Halvorsen", "Halvorsen Grid Systems", "Chief Executive Officer", Role.EXECUTIVE),
    Participant("Tomás Beltrán", "Halvorsen Grid Systems", "Chief Financial Officer", Role.EXECUTIVE),
    Participant("Marcus Oyelaran", "Halvorsen Grid Systems", "President, Storage", Role.EXECUTIVE),
)

FRAME = """
Operator: Welcome to the call. Here is Ingrid Halvorsen.
Ingrid Halvorsen: It was a good quarter.
Operator: Our first question comes from Mei Tan with Harbour Bank. Please go ahead.
{}
Operator: That concludes our questions. Goodbye.
"""


def call(dialogue: str) -> Call:
    """A call with one asker."""
    return scripts.call(FRAME.format(dialogue.strip()), LISTED, organization="Halvorsen Grid Systems")


def exchange(dialogue: str) -> Exchange:
    """The one exchange of a call."""
    (only,) = call(dialogue).exchanges
    return only


def places(part: QuestionPart) -> list[tuple[int, int]]:
    """Where a part is answered."""
    return [(passage.turn, passage.paragraph) for passage in part.answered_in]


def test_the_only_thing_asked_is_answered_by_all_that_is_said() -> None:
    (part,) = exchange("""
Mei Tan: Why did the margin fall?
Tomás Beltrán: Freight, mostly.
| And the old contracts have run out.
""").parts
    assert places(part) == [(5, 1), (5, 2)]


def test_each_part_goes_to_the_paragraph_that_shares_its_words() -> None:
    first, second = exchange("""
Mei Tan: What drove the gross margin in Toledo? And where do lithium prices go from here?
Tomás Beltrán: Lithium prices may well have seen their low, carbonate rose in October.
| The gross margin was helped by the second line in Toledo.
""").parts
    assert (places(first), places(second)) == ([(5, 2)], [(5, 1)])
    assert second.answered_in[0].evidence.rule == "shared words"
    assert "Lithium" in second.answered_in[0].evidence.words


def test_an_answerer_who_counts_is_believed() -> None:
    first, second = exchange("""
Mei Tan: First, are customers waiting? And second, is the Arizona site on time?
Ingrid Halvorsen: The second is quick. Yes, it is.
| On your first question, some do, and I would too.
""").parts
    assert (places(first), places(second)) == ([(5, 2)], [(5, 1)])
    assert first.answered_in[0].evidence.rule == "counted by the answerer"


def test_parts_put_to_two_people_by_name_go_to_what_each_of_them_says() -> None:
    first, second = exchange("""
Mei Tan: Tomás, how does the tax rate develop? And Marcus, how does the tax credit help the factory?
Tomás Beltrán: The tax rate stays where it is.
Marcus Oyelaran: The tax credit pays a tenth of the factory.
""").parts
    assert (places(first), places(second)) == ([(5, 1)], [(6, 1)])


def test_a_part_that_nothing_speaks_to_is_linked_to_nothing() -> None:
    first, second = exchange("""
Mei Tan: What drove the gross margin in Toledo? And who becomes the next chair of the board?
Tomás Beltrán: The gross margin was helped by the second line in Toledo.
""").parts
    assert (places(first), places(second)) == ([(5, 1)], [])
    assert second.status is None


def test_what_is_said_before_a_follow_up_answers_none_of_it() -> None:
    first, second = exchange("""
Mei Tan: What drove the gross margin in Toledo?
Tomás Beltrán: The gross margin was helped by transformers and by the second line.
Mei Tan: Did the transformers help the gross margin twice?
Tomás Beltrán: No.
""").parts
    assert (places(first), places(second)) == ([(5, 1)], [(7, 1)])


def test_whoever_only_passes_the_question_on_answers_nothing() -> None:
    first, second = exchange("""
Mei Tan: What drove the gross margin in Toledo? And where do lithium prices go from here?
Ingrid Halvorsen: The gross margin is yours, Tomás, and so are lithium prices and Toledo.
Tomás Beltrán: The gross margin was helped by the second line in Toledo.
| Lithium prices may have seen their low.
""").parts
    assert (places(first), places(second)) == ([(6, 1)], [(6, 2)])


def test_a_greeting_asks_nothing_where_something_else_is_asked() -> None:
    parts = exchange("""
Mei Tan: Hi, how are you? What drove the margin?
Tomás Beltrán: Freight did, and the old contracts.
""").parts
    assert [places(part) for part in parts] == [[], [(5, 1)]]


SENTENCES = st.lists(
    st.sampled_from(
        [
            "The gross margin rose.",
            "On the second question, no.",
            "We don't disclose that.",
            "Lithium fell to 13,500.",
            "Thank you.",
            "Tomás?",
            "Yes.",
        ]
    ),
    min_size=1,
    max_size=12,
)


@given(SENTENCES, SENTENCES)
def test_every_link_leads_to_an_answer_after_the_question(first: list[str], second: list[str]) -> None:
    dialogue = f"""
Mei Tan: What drove the gross margin? And where does lithium go, and what about the second line?
Tomás Beltrán: {" ".join(first)}
| {" ".join(second)}
Mei Tan: And is the tax rate stable?
Ingrid Halvorsen: {" ".join(second)}
"""
    found = call(dialogue)
    for x in found.exchanges:
        for part in x.parts:
            following = [n for n in x.questions if n > part.turn]
            for passage in part.answered_in:
                assert passage.turn in x.answers and passage.turn > part.turn
                assert 1 <= passage.paragraph <= len(found.turn(passage.turn).paragraphs)
                assert not following or passage.turn < following[0]


def test_forms_of_a_word_are_one_stem_and_chatter_has_none() -> None:
    assert set(wording.terms("customers")) == set(wording.terms("Customer"))
    assert set(wording.terms("profitable")) == set(wording.terms("profits"))
    assert wording.terms("Thank you, just a quick question, please") == {}


def test_words_without_spaces_between_them_are_shared_by_pairs_of_signs() -> None:
    assert set(wording.terms("价格")) & set(wording.terms("明年的价格会稳定"))


def test_questions_beyond_those_that_are_cut_into_parts_break_nothing() -> None:
    asked = exchange(f"""
Mei Tan: {"What will the margin be then? " * 720}
Tomás Beltrán: The margin was forty per cent.
Mei Tan: And what will lithium prices be?
Tomás Beltrán: Lithium prices have seen their low.
""")
    assert len(asked.parts) == 702
    assert asked.questions == (4, 6)


@given(st.text(alphabet="price-cost, 1,200 café’s 价格が Möbel.\n", max_size=200))
def test_stems_of_a_passage_are_those_of_its_words_as_printed(text: str) -> None:
    assert wording.stems(text) == wording.terms(text).keys()
    assert all(words in text for words in wording.terms(text).values())
