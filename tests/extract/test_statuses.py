"""What became of a question, and by which words: the cases of statuses.md, and what follows for the whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract import settling
from generator.grammar.refusals import RULES
from generator.model import AnswerStatus, Call, Evidence, Participant, Role, Status
from tests import cases, scripts

LISTED = (
    Participant("Ingrid Halvorsen", "Halvorsen Grid Systems", "Chief Executive Officer", Role.EXECUTIVE),
    Participant("Tomás Beltrán", "Halvorsen Grid Systems", "Chief Financial Officer", Role.EXECUTIVE),
)
CASES = cases.quoted("statuses.md")


def asked(question: str, told: list[str]) -> Call:
    """A call in which a question of the cases is asked, and answered as the case says."""
    answers = [line.removeprefix("answer: ") for line in told if line.startswith("answer: ")]
    spoken = [f"{'Tomás Beltrán: ' if not n else '| '}{answer}" for n, answer in enumerate(answers)]
    script = [
        "Operator: Welcome to the call. Here is Ingrid Halvorsen.",
        "Ingrid Halvorsen: It was a good quarter, and we sold more than in the spring.",
        "Operator: Our first question comes from Mei Tan with Harbour Bank. Please go ahead.",
        f"Mei Tan: {question}",
        *spoken,
        "Operator: That concludes our questions. Goodbye.",
    ]
    return scripts.call("\n".join(script), LISTED, organization="Halvorsen Grid Systems")


@pytest.mark.parametrize(("question", "told"), CASES, ids=cases.short)
def test_what_became_of_a_question_is_as_the_case_says(question: str, told: list[str]) -> None:
    (exchange,) = asked(question, told).exchanges
    assert exchange.status
    expected = {line.split(": ")[0]: line.split(": ", 1)[1] for line in told if ": " in line}
    found = {f"part {p.id.lstrip('x1')}": str(p.status.status) if p.status else "" for p in exchange.parts}
    assert str(exchange.status.status) == expected["status"]
    assert {name: found[name] for name in expected if name.startswith("part ")} == {
        name: status for name, status in expected.items() if name.startswith("part ")
    }
    if "words" in expected:
        assert exchange.status.evidence.words == expected["words"]


@pytest.mark.parametrize(("question", "told"), CASES, ids=cases.short)
def test_the_words_that_say_so_stand_where_they_are_said_to_stand(question: str, told: list[str]) -> None:
    call = asked(question, told)
    for status in every(call):
        if status.at:
            paragraph = call.turn(status.at.turn).paragraphs[status.at.paragraph - 1]
            assert paragraph.text[status.at.start : status.at.end] == status.evidence.words


@pytest.mark.parametrize(("question", "told"), CASES, ids=cases.short)
def test_words_of_the_asker_refuse_nothing(question: str, told: list[str]) -> None:
    refusing = f"You never say it, we don't disclose that, you told us. {question}"
    for status in every(asked(refusing, told)):
        assert status.at is None or status.at.turn != 4


def every(call: Call) -> list[AnswerStatus]:
    """All statuses of a call."""
    return [s for x in call.exchanges for s in (x.status, *(p.status for p in x.parts)) if s]


FOLLOWED = """
Operator: Welcome to the call. Here is Ingrid Halvorsen.
Ingrid Halvorsen: It was a good quarter.
Operator: Our first question comes from Mei Tan with Harbour Bank. Please go ahead.
Mei Tan: How many customers pay for it?
Tomás Beltrán: We don't disclose the number.
Mei Tan: Is it tens or is it hundreds?
Tomás Beltrán: We're not giving a range either.
Operator: Next is Ravi Menon of Kestrel Research. Please go ahead.
Ravi Menon: What was the yield in October?
Tomás Beltrán: It was 79 per cent.
Ravi Menon: And what does a cell cost?
Tomás Beltrán: I won't answer that.
Operator: That concludes our questions. Goodbye.
"""


def test_a_question_refused_twice_is_declined_and_one_refused_once_partly_answered() -> None:
    first, second = scripts.call(FOLLOWED, LISTED, organization="Halvorsen Grid Systems").exchanges
    assert [str(x.status.status) for x in (first, second) if x.status] == ["declined", "partial"]
    assert [str(p.status.status) for p in second.parts if p.status] == ["answered", "declined"]


def test_the_words_of_a_follow_ups_answer_say_nothing_of_the_first_question() -> None:
    _, second = scripts.call(FOLLOWED, LISTED, organization="Halvorsen Grid Systems").exchanges
    assert [[p.turn for p in part.answered_in] for part in second.parts] == [[10], [12]]


def status_of(statuses: list[Status | None]) -> Status:
    """What follows for a question from the statuses of its parts."""
    exchange = scripts.call(FOLLOWED, LISTED, organization="Halvorsen Grid Systems").exchanges[1]
    told = [AnswerStatus(status, Evidence("told", 1, "words")) if status else None for status in statuses]
    settled = settling.settle(exchange, [replace(exchange.parts[0], status=status) for status in told])
    assert settled
    return settled.status


@given(st.lists(st.sampled_from([Status.DECLINED, Status.DEFERRED, Status.UNADDRESSED]), min_size=1, max_size=6))
def test_a_question_of_which_nothing_is_answered_is_not_answered(statuses: list[Status | None]) -> None:
    assert status_of(statuses) in {*statuses} - {None}


@given(st.lists(st.sampled_from([*Status, None]), min_size=1, max_size=6))
def test_a_question_with_an_answered_part_and_another_is_partly_answered(statuses: list[Status | None]) -> None:
    assert status_of([Status.ANSWERED, *statuses, Status.DECLINED]) is Status.PARTIAL


def test_the_docs_name_every_rule_with_its_status(root: Path) -> None:
    rows = [line.split(" | ") for line in (root / "docs" / "ledger.md").read_text(encoding="utf-8").splitlines()]
    told = {row[0].removeprefix("| ").removesuffix(" (soft)"): row for row in rows if len(row) == 4}
    for rule in RULES:
        name, status, *_ = told[rule.name]
        assert status == rule.status
        assert name.endswith(" (soft)") is not rule.firm
