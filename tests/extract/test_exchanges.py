"""Questions and answers are cut into exchanges."""

from generator.model import Call, Participant, Role, SectionKind
from tests import scripts

EXECUTIVES = (
    Participant("Wen Zhao", "Lanhai Group", "Chief Executive Officer", Role.EXECUTIVE),
    Participant("Li Xiaoming", "Lanhai Group", "Chief Financial Officer", Role.EXECUTIVE),
    Participant("Grace Liu", "Lanhai Group", "Head of Investor Relations", Role.EXECUTIVE),
)

CALL = """
Operator: Good morning, and welcome to the call.
Grace Liu: Thank you. Today's words may be forward-looking.
Wen Zhao: We had a good quarter.
Operator: Our first question comes from Mei Tan with Harbour Bank. Please go ahead.
Wen Zhao: Hi, Mei.
Mei Tan: Thanks. Xiaoming, could you talk about margins? And what about the tax rate?
Li Xiaoming: Margins rose by 40 basis points.
Wen Zhao: I would add that the tax rate will stay where it is.
Mei Tan: Is that before the new levy?
Li Xiaoming: Yes.
Mei Tan: Great, thank you.
Grace Liu: Thanks, Mei. Operator, next question please.
Operator: The next question comes from Ravi Menon of Kestrel Research.
Ravi Menon: How many customers pay?
Wen Zhao: We do not disclose the number.
Operator: That concludes our questions. I turn the call back to Wen Zhao.
Wen Zhao: Thank you all for joining us today.
"""


def call() -> Call:
    """The call above, understood."""
    return scripts.call(CALL, EXECUTIVES, organization="Lanhai Group")


def test_an_exchange_runs_from_the_hand_over_to_the_last_words_before_the_next() -> None:
    assert [(x.first, x.last) for x in call().exchanges] == [(4, 12), (13, 15)]


def test_the_asker_and_the_firm_are_those_of_the_hand_over() -> None:
    assert [(x.asker, x.organization) for x in call().exchanges] == [
        ("mei-tan", "Harbour Bank"),
        ("ravi-menon", "Kestrel Research"),
    ]


def test_a_question_is_put_to_whom_it_names() -> None:
    assert call().exchanges[0].addressees == ("li-xiaoming",)


def test_greetings_routing_and_thanks_are_no_answers() -> None:
    first = call().exchanges[0]
    assert first.answers == (7, 8, 10)
    assert first.answered_by == ("li-xiaoming", "wen-zhao")


INTERPRETED = """
Operator: Welcome. I turn the call over to Wen Zhao.
Wen Zhao: 我们的季度很好。
| [Interpreted] We had a good quarter.
Operator: Our first question comes from Mei Tan with Harbour Bank. Please go ahead.
Mei Tan: Will prices hold next year?
Interpreter: 请问明年的价格会怎么变化？
Wen Zhao: 我们认为明年的价格会稳定。
Interpreter: We believe that prices will be stable next year.
Mei Tan: Thank you.
Wen Zhao: 非常感谢您的问题。
Operator: That concludes our questions. Goodbye.
"""


def test_an_interpreter_is_heard_and_neither_asks_nor_answers() -> None:
    archive = scripts.archive(scripts.transcript(INTERPRETED, listed=EXECUTIVES, organization="Lanhai Group"))
    (told,) = archive.calls.values()
    (only,) = told.exchanges
    assert (only.asker, only.answers, only.answered_by) == ("mei-tan", (6,), ("wen-zhao",))
    assert [told.turns[n - 1].label for n in (5, 7)] == ["Interpreter", "Interpreter"]
    assert archive.speakers["interpreter"].anonymous
    assert {a.role for a in told.appearances if a.name == "Interpreter"} == {Role.INTERPRETER}


def test_words_and_their_translation_stay_in_one_turn() -> None:
    told = scripts.call(INTERPRETED, EXECUTIVES, organization="Lanhai Group")
    assert [p.text for p in told.turns[1].paragraphs] == ["我们的季度很好。", "[Interpreted] We had a good quarter."]


def test_an_asker_who_comes_back_asks_a_follow_up() -> None:
    first = call().exchanges[0]
    assert first.questions == (6, 9) and first.follow_ups == 1
    assert [p.id for p in first.parts] == ["x1a", "x1b", "x1c"]


def test_the_operators_turns_are_procedural_and_the_answers_are_not() -> None:
    assert [t.number for t in call().turns if t.procedural] == [1, 4, 12, 13, 16]


def test_the_sections_of_a_call_are_found_without_headings() -> None:
    sections = [t.section for t in call().turns]
    assert sections == (
        [SectionKind.OPENING] + [SectionKind.REMARKS] * 2 + [SectionKind.QA] * 12 + [SectionKind.CLOSING] * 2
    )


def test_without_an_operator_a_new_asker_opens_a_new_exchange() -> None:
    listed = (
        *EXECUTIVES,
        Participant("Mei Tan", "Harbour Bank", None, Role.SELL_SIDE_ANALYST),
        Participant("Ravi Menon", "Kestrel Research", None, Role.SELL_SIDE_ANALYST),
    )
    found = scripts.call(
        """
        Wen Zhao: Let us take questions.
        Mei Tan: How is demand?
        Wen Zhao: It is strong in every region.
        Ravi Menon: And supply?
        Wen Zhao: It is tight, as we said.
        Mei Tan: One more on supply. When does it ease?
        Wen Zhao: In the summer, we think.
        """,
        listed,
    )
    assert [x.asker for x in found.exchanges] == ["mei-tan", "ravi-menon", "mei-tan"]


def test_a_call_without_questions_has_no_exchange() -> None:
    found = scripts.call("Wen Zhao: We had a good quarter.\nLi Xiaoming: The figures are in the release.", EXECUTIVES)
    assert found.exchanges == ()


def test_a_file_that_begins_in_mid_answer_gives_its_first_words_to_nobody() -> None:
    found = scripts.call(
        """
        and that is why the models matter.
        | That's the short answer.
        Operator: Thank you. Your next question comes from Mei Tan with Harbour Bank.
        Mei Tan: I have a question for Wen. What will the market look like?
        Wen Zhao: It is hard to say.
        | It will be large.
        """
    )
    first = found.turns[0]
    assert (first.speaker, first.label, first.section, len(first.paragraphs)) == (None, None, SectionKind.QA, 2)
    (exchange,) = found.exchanges
    assert (exchange.first, exchange.last, exchange.asker) == (2, 4, "mei-tan")
    assert exchange.addressees == exchange.answered_by == ("wen-zhao",)
    assert {s for t in found.turns if (s := t.speaker)} == {"operator", "mei-tan", "wen-zhao"}


def test_parts_are_the_askers_own_words() -> None:
    found = call()
    for exchange in found.exchanges:
        for part in exchange.parts:
            assert found.turn(part.turn).paragraphs[part.paragraph - 1].text[part.start : part.end] == part.text


def test_an_answer_that_was_handed_on_says_by_which_words() -> None:
    found = scripts.call(
        """
        Operator: Our first question comes from Mei Tan with Harbour Bank. Please go ahead.
        Mei Tan: How much will you spend on machines next year?
        Wen Zhao: More than this year. Xiaoming will take that.
        Li Xiaoming: About six billion.
        """,
        EXECUTIVES,
    )
    told = [(e.rule, e.words) for e in found.exchanges[0].evidence if e.rule.startswith("answer")]
    assert told == [("answer: speaks after the question", "Wen Zhao"), ("answer: handed on", "Xiaoming will take")]
