"""What became of a question is a word with its rule, links to the words that say so, and never a bare colour."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.model import AnswerStatus, Archive, Evidence, Span, Status
from generator.pages import addresses, blocks, desk, ledger
from generator.pages.escape import Safe
from generator.pages.pen import Pen
from tests.pages import archive, became
from tests.pages.test_escape import convert

CALL, QUESTION = addresses.call(archive.FIRST.id), addresses.question(archive.FIRST.id, "mei-tan-1")


def pen(made: Archive | None = None, path: str = "index.md") -> Pen:
    """Take a pen for a page."""
    return Pen(desk.prepare(made or became.make(), archive.Choices()), path)


def shown(told: Safe) -> LexborHTMLParser:
    """Convert what was written."""
    return convert(told.text, bigger=False)


def words(told: Safe) -> str:
    """Take the words that a reader reads."""
    return " ".join(shown(told).text().split())


def node(told: Safe, where: str) -> LexborNode:
    """Find an element."""
    found = shown(told).css_first(where)
    assert found is not None, told.text
    return found


def test_a_status_is_a_word_with_its_rule_on_hover_and_a_link_to_the_words_that_say_so() -> None:
    told = ledger.question(pen(), became.FIRST)
    assert words(told) == "partly answered, a part declined"
    assert node(told, ".ca-status").attributes["title"] == f"As read by rule leaves it, line 60: “{became.REFUSAL}”"
    assert node(told, "a").attributes["href"] == "calls/lanhai/2024-q1/mei-tan-1.md#t6p1"


def test_on_the_page_of_its_call_a_status_leads_down_the_page() -> None:
    assert node(ledger.question(pen(path=CALL), became.FIRST), "a").attributes["href"] == "#t6p1"


@pytest.mark.parametrize("which", Status)
def test_every_status_has_a_word_of_its_own(which: Status) -> None:
    told = ledger.status(pen(), became.FIRST, became.status(which, at=became.span()))
    assert words(told) == ledger.WORDS[which]
    assert len(set(ledger.WORDS.values())) == len(Status)


def test_an_answered_question_is_no_link_and_one_of_which_nothing_is_known_says_nothing() -> None:
    assert not shown(ledger.status(pen(), became.FIRST, became.ANSWERED)).css("a")
    assert ledger.status(pen(), became.FIRST, None) == Safe("")


def test_a_ruling_names_who_ruled_and_why_and_what_the_rules_had_said() -> None:
    told = ledger.status(pen(), became.FIRST, became.RULED)
    assert words(told) == "answered, as ruled by Ada <Quill>"
    title = str(node(told, ".ca-status").attributes["title"])
    assert "Ruled answered by Ada <Quill> on 1 May 2024 (rulings.yml, line 12)" in title
    assert "the rules had said declined, by leaves it, line 60" in title


def test_a_ruling_where_no_rule_had_read_anything_says_that() -> None:
    ruled = replace(became.RULED, instead_of=None)
    assert ledger.how(ruled).endswith("the rules had said nothing")


def test_a_call_counts_its_questions_and_the_parts_left_open_each_a_way_to_those_questions() -> None:
    told = ledger.summary(pen(path=CALL), became.make().calls[archive.FIRST.id])
    assert words(told) == "1 partly answered · 1 unaddressed · 1 part declined · as read by rules"
    links = [each.attributes["href"] for each in shown(told).css("a")]
    assert links[0] == "../../../questions/index.md?call=lanhai/2024-q1&status=partial"
    assert links[-1] == "../../../questions/statuses.md"


def test_a_call_whose_questions_nobody_read_says_nothing() -> None:
    assert ledger.summary(pen(), archive.FIRST) == Safe("")


def test_an_answering_turn_says_which_parts_it_answers_each_a_link_to_its_words() -> None:
    made = became.make()
    call = made.calls[archive.FIRST.id]
    told = ledger.answers(pen(made, QUESTION), call, call.turn(6))
    assert words(told) == "answers (a) (b)"
    assert [each.attributes["href"] for each in shown(told).css("a")] == ["#x01a", "#x01b"]
    assert words(ledger.answers(pen(made, QUESTION), call, call.turn(8))) == "answers (a)"


@pytest.mark.parametrize("number", [1, 3, 5, 10])
def test_a_turn_that_answers_nothing_or_a_question_of_one_part_says_nothing(number: int) -> None:
    made = became.make()
    call = made.calls[archive.FIRST.id]
    assert ledger.answers(pen(made), call, call.turn(number)) == Safe("")
    single = became.make(replace(became.first(), parts=became.first().parts[:1]))
    assert ledger.answers(pen(single), single.calls[call.id], call.turn(6)) == Safe("")


def test_a_paragraph_says_to_which_parts_it_speaks() -> None:
    said = ledger.speaks(became.first())
    assert {place: words(note) for place, note in said.items()} == {
        (6, 1): "speaks to (a) (b)",
        (6, 2): "speaks to (a)",
        (8, 1): "speaks to (a)",
    }


def marked(made: Archive, number: int = 6) -> LexborHTMLParser:
    """Convert a turn with the words marked that made a status."""
    call, at = made.calls[archive.FIRST.id], pen(made, CALL)
    turn = call.turn(number)
    ((words, _), *_) = blocks.lay(at, call, turn, tuple(ledger.marks(at, call, turn))).paragraphs
    return convert(words.text, bigger=False)


def test_the_words_that_made_a_status_are_marked_once_with_all_that_they_made() -> None:
    (found,) = marked(became.make()).css(".ca-said")
    assert found.text() == became.REFUSAL
    assert found.css("a"), "the topic inside stays a link"
    assert str(found.attributes["title"]).startswith("(b) As read by rule leaves it")


@given(st.integers(0, len(archive.ANSWER)), st.integers(0, len(archive.ANSWER) + 20))
def test_wherever_a_mark_lies_every_word_stays_in_its_place(start: int, length: int) -> None:
    found = became.status(Status.DECLINED, at=Span(6, 1, start, start + length))
    made = became.make(became.first(found, None))
    assert " ".join(marked(made).text().split()) == archive.ANSWER


def test_marks_that_overlap_are_drawn_once() -> None:
    inner = became.status(Status.DEFERRED, at=became.span("it stays"))
    exchange = became.first(inner, became.PARTIAL)
    assert len(marked(became.make(exchange)).css(".ca-said")) == 1


def test_a_question_is_left_open_in_whole_or_in_parts() -> None:
    assert list(ledger.left(became.first())) == [Status.DECLINED]
    assert not ledger.left(became.first(became.ANSWERED, became.ANSWERED))
    assert ledger.left(became.first(None, became.DECLINED)) == {Status.DECLINED: ()}


def test_a_quotation_is_the_sentence_with_the_words_in_it_marked() -> None:
    told = ledger.quoted(pen(), became.FIRST, became.DECLINED)
    assert words(told) == "declined: “The plant: it stays.”"
    assert node(told, "mark").text() == became.REFUSAL
    assert words(ledger.quoted(pen(), became.FIRST, became.RULED)).endswith(": “It stays” *is* the <answer>.")


def test_a_verdict_counts_parts_where_they_differ() -> None:
    told = words(ledger.verdict(pen(path=QUESTION), became.FIRST))
    assert "1 of 2 parts answered · 1 of 2 parts declined · as read by rules" in told


@pytest.mark.parametrize(
    "found",
    [
        AnswerStatus(Status.DECLINED, Evidence(archive.HOSTILE, 3, archive.HOSTILE), became.span()),
        replace(became.RULED, ruling=replace(became.RULING, by=archive.HOSTILE, reason=archive.HOSTILE)),
    ],
)
def test_words_of_rules_and_rulings_stay_words(found: AnswerStatus) -> None:
    at = pen()
    for told in (ledger.status(at, became.FIRST, found), ledger.quoted(at, became.FIRST, found)):
        assert not shown(told).css("script, code, strong, img")
        assert "{{ 7 * 7 }}" in (words(told) + str(node(told, ".ca-status").attributes["title"]))


def test_a_filter_is_escaped_in_the_address() -> None:
    told = ledger.filtered(pen(), "all", asker="a&b=c #d", status=("declined", "deferred"))
    href = str(node(told, "a").attributes["href"])
    assert re.fullmatch(r"questions/index\.md\?asker=a%26b%3Dc%20%23d&status=declined&status=deferred", href)
