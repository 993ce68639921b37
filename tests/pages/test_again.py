"""What pages say of questions that were asked again, told over a small archive made by hand."""

from __future__ import annotations

import html
import re
from functools import cache

import pytest

from generator import pages, threads
from generator.model import Archive, Page, Topic
from generator.pages import again, desk
from generator.pages.pen import Pen
from tests.pages.archive import HOSTILE, Choices
from tests.pages.test_escape import convert
from tests.threads.building import Question, archive, asked

COST = "What does a ton of recycled glass cost you, delivered to the furnace?"
AGAIN = "Could you tell us the delivered cost of recycled glass at the furnace, per ton?"
OLD = ("A ton costs 94 dollars at the furnace gate. Freight is the smaller part of it.",)
NEW = ("A ton costs 72 dollars at the furnace gate. Freight is the smaller part of it.",)
LONG = tuple(
    f"Barge {n} carries glass down the river to the furnace at dawn, and it carries ash back." for n in range(60)
)
FIRST, SECOND, THIRD = "ferry/2023-05-02", "ferry/2023-08-10", "ferry/2024-05-02"
THREAD = "questions/again/ferry-2023-05-02-mei-tan-1.md"
INDEX = "questions/again/index.md"
LINK = re.compile(r"\]\(([^)#]*\.md)")  # "[2 May 2023](../../calls/ferry/2023-05-02/index.md#t2)"


def made(second: Question, third: Question | None = None) -> dict[str, Page]:
    """Make the pages of an archive in which something is asked again."""
    calls = {FIRST: [Question(COST, answer=OLD)], SECOND: [second]}
    calls |= {THIRD: [third]} if third else {}
    calls |= {"other/2020-01-01": [Question("How many nurses left the Halden clinics after the merger?", "li-wei")]}
    found = threads.follow(archive(calls))
    return {page.path: page for page in pages.render(found, Choices()) if page.path.endswith(".md")}


@cache
def usual() -> dict[str, Page]:
    """Make the pages of an archive in which one question is asked twice."""
    return made(Question(AGAIN, "ravi-menon", NEW))


def body(page: Page) -> str:
    """Convert a page to HTML."""
    return convert(page.text.split("---\n", 2)[2], bigger=False).html or ""


def words(page: Page) -> str:
    """The words of a page as a reader sees them."""
    parsed = convert(page.text.split("---\n", 2)[2], bigger=False)
    assert parsed.body is not None
    return " ".join(parsed.body.text(separator=" ").split())


@pytest.mark.parametrize("path", [f"calls/{FIRST}/mei-tan-1.md", f"calls/{SECOND}/ravi-menon-1.md"])
def test_both_questions_show_the_other_one_and_the_two_answers(path: str) -> None:
    said = words(usual()[path])
    assert "Asked again" in said
    assert "A ton costs 94 dollars" in said
    assert "A ton costs 72 dollars" in said
    assert "matched by rule: " in said
    assert "shared: " in said


def test_a_later_question_calls_its_answer_this_one_and_the_first_calls_the_other_the_later() -> None:
    assert "This answer" in words(usual()[f"calls/{SECOND}/ravi-menon-1.md"])
    assert "The earlier answer" in words(usual()[f"calls/{SECOND}/ravi-menon-1.md"])
    assert "The later answer" in words(usual()[f"calls/{FIRST}/mei-tan-1.md"])


def test_what_is_new_and_what_is_gone_are_marked_apart_and_for_screen_readers() -> None:
    page = convert(usual()[f"calls/{SECOND}/ravi-menon-1.md"].text.split("---\n", 2)[2], bigger=False)
    fresh = [node.text() for node in page.css('.ca-answer [role="insertion"]')]
    gone = [node.text() for node in page.css('.ca-answer [role="deletion"]')]
    assert fresh == ["A ton costs 72 dollars at the furnace gate."]
    assert gone == ["A ton costs 94 dollars at the furnace gate."]
    legend = [node.text() for node in page.css(".ca-again small span[role]")]
    assert legend == ["said before, not now", "said now, not before"]


def test_where_all_is_new_a_sentence_says_so_and_nothing_is_marked() -> None:
    page = made(Question(AGAIN, "b", ("We hedge copper with a bank in Tromsø.",)))[f"calls/{SECOND}/b-1.md"]
    assert "Nothing of this was said in the earlier answer." in words(page)
    assert "ca-fresh" not in body(page)


def test_words_of_a_transcript_stay_words_in_a_comparison() -> None:
    marked = AGAIN.replace("recycled glass", "**recycled** <b>glass</b> [at](http://b.example) {{ 7 * 7 }} |")
    found = made(Question(marked, "ravi-menon", (*NEW, HOSTILE)))
    for path in (f"calls/{FIRST}/mei-tan-1.md", f"calls/{SECOND}/ravi-menon-1.md", THREAD, INDEX):
        parsed = convert(found[path].text.split("---\n", 2)[2], bigger=False)
        assert not parsed.css("script, code, b, a[href^='http://b']"), path
    assert HOSTILE in words(found[THREAD])
    assert "**recycled** <b>glass</b> [at](http://b.example) {{ 7 * 7 }} |" in words(found[THREAD])


def test_a_long_answer_is_cut_at_a_sentence_with_a_way_to_the_rest() -> None:
    page = made(Question(AGAIN, "b", (" ".join(LONG),)))[THREAD]
    assert "the whole answer" in words(page)
    assert "Barge 5 " in words(page)
    assert "Barge 59 " not in words(page)
    assert not re.search(r"Barge \d+ carries glass down the$", words(page))


def test_an_answer_nobody_gives_is_said_to_be_none() -> None:
    calls = {
        FIRST: [Question(COST, answer=())],
        SECOND: [Question(AGAIN, "b", ())],
        "other/2020-01-01": [Question("Why?")],
    }
    found = {page.path: page for page in pages.render(threads.follow(archive(calls)), Choices())}
    assert words(found[THREAD]).count("Nobody answers.") == 2


def test_a_thread_lists_its_versions_oldest_first_and_links_to_their_questions() -> None:
    found = made(Question(AGAIN, "ravi-menon", NEW), Question(COST, "claudia-reinhardt"))
    rows = convert(found[THREAD].text.split("---\n", 2)[2], bigger=False).css(".ca-timeline tbody tr")
    assert [" ".join(row.text(separator=" ").split())[:11] for row in rows] == [
        "2 May 2023 ",
        "10 Aug 2023",
        "2 May 2024 ",
    ]
    linked = {link.removeprefix("../../") for link in LINK.findall(found[THREAD].text)}
    assert {f"calls/{FIRST}/mei-tan-1.md", f"calls/{THIRD}/claudia-reinhardt-1.md"} <= linked


def test_a_threads_title_is_an_askers_words() -> None:
    assert (
        f'title: "{html.escape(COST)}"' in usual()[THREAD].text
        or f'title: "{html.escape(AGAIN)}"' in usual()[THREAD].text
    )


def test_the_index_tells_how_often_and_by_whom() -> None:
    said = words(usual()[INDEX])
    assert "1 thread of 2 questions" in said
    assert "Asked twice" in said
    assert "Mei Tan, Ravi Menon" in said


def test_an_archive_without_threads_has_an_index_that_says_so() -> None:
    found = {page.path: page for page in pages.render(archive({FIRST: [Question("Why?")]}), Choices())}
    assert "No question of this archive was found to be asked again." in words(found[INDEX])


def test_nothing_that_is_printed_once_more_is_found_by_searching() -> None:
    for path in (f"calls/{SECOND}/ravi-menon-1.md", THREAD, INDEX):
        assert "search:\n  exclude: true" in usual()[path].text.split("---\n", 2)[1], path


def test_every_link_of_these_pages_lands() -> None:
    found = made(Question(AGAIN, "ravi-menon", NEW), Question(COST, "claudia-reinhardt"))
    for path in (THREAD, INDEX, f"calls/{SECOND}/ravi-menon-1.md"):
        for link in LINK.findall(found[path].text):
            assert _resolved(path, link) in found, f"{path}: {link}"


def _resolved(path: str, link: str) -> str:
    parts = path.split("/")[:-1]
    for step in link.split("/"):
        parts = parts[:-1] if step == ".." else [*parts, step]
    return "/".join(parts)


def test_the_section_has_a_row_for_each_thread_of_a_question() -> None:
    ferries = "How many of the ferries have been converted to batteries?"
    both = {FIRST: [Question(f"{COST} {ferries}")], SECOND: [Question(COST, "b"), Question(ferries, "c")]}
    found: Archive = threads.follow(archive({**both, "other/2020-01-01": [Question("Why?")]}))
    at = desk.prepare(found, Choices())
    assert len(again.versions(Pen(at, f"calls/{FIRST}/mei-tan-1.md"), asked(FIRST))) == 2
    assert len(again.versions(Pen(at, f"calls/{SECOND}/b-1.md"), asked(SECOND))) == 1


def test_a_question_known_by_its_topics_is_shown_with_all_that_was_asked_and_says_so() -> None:
    family = (Topic("m", "Charts"), Topic("open", "Open", parent="m"), Topic("closed", "Closed", parent="m"))
    one = "I come to something large. Will open charts or sealed charts win, and how many charts are left in ten years?"
    two = "Where do free charts and guarded charts stand? And how many makers of charts survive?"
    calls = {
        FIRST: [Question(one, topics=(("open charts", "open"), ("sealed charts", "closed"), ("charts", "m")))],
        SECOND: [Question(two, "b", topics=(("free charts", "open"), ("guarded charts", "closed"), ("charts", "m")))],
        "other/2020-01-01": [Question("How many nurses left the Halden clinics?", "li-wei")],
    }
    found = {page.path: page for page in pages.render(threads.follow(archive(calls, family)), Choices())}
    assert "matched by rule: about the same topics; named: " in words(found[THREAD])
    assert "makers of charts survive" in words(found[THREAD])
