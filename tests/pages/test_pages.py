"""What the pages of an archive say and how they are linked, told page by page over the archive made by hand."""

from __future__ import annotations

import dataclasses
import html
import re
from functools import cache

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator import pages
from generator.model import Affiliation, MentionKind, Page, Role, Speaker
from generator.pages import escape
from tests.pages import archive
from tests.pages.test_escape import convert

CALL = "calls/lanhai/2024-q1/index.md"
QUESTION = "calls/lanhai/2024-q1/mei-tan-1.md"
LINK = re.compile(r"\]\(([^)#?]*)(?:\?[^)#]*)?(?:#([^)]*))?\)")  # "[Wen Zhao](../../speakers/wen-zhao.md?a=b#t12)"


@cache
def made(page_size: int = 100) -> dict[str, Page]:
    """Make all pages once."""
    choices = archive.Choices(page_size=page_size)
    return {page.path: page for page in pages.render(archive.ARCHIVE, choices) if page.path.endswith(".md")}


def read(path: str, page_size: int = 100) -> LexborHTMLParser:
    """Convert a page's body."""
    return convert(made(page_size)[path].text.split("---\n", 2)[2], bigger=False)


def front(path: str) -> dict[str, object]:
    """Read a page's front matter."""
    loaded = yaml.safe_load(made()[path].text.split("---\n", 2)[1])
    assert isinstance(loaded, dict)
    return loaded


def text(parsed: LexborHTMLParser | LexborNode | None, where: str = "body") -> str:
    """Take the words of a part of a page."""
    assert parsed is not None
    node = parsed.css_first(where)
    assert node is not None, where
    return " ".join(node.text().split())


def paragraph(parsed: LexborHTMLParser, anchor: str) -> LexborNode:
    """Find the paragraph of an anchor."""
    node = parsed.css_first(f'a[id="{anchor}"]')
    assert node is not None and node.parent is not None
    return node.parent


def test_each_thing_has_its_page() -> None:
    assert sorted(made()) == sorted(
        [
            "index.md",
            "calls/index.md",
            "calls/lanhai/index.md",
            "calls/lanhai/2023-q4/index.md",
            "calls/lanhai/untitled/index.md",
            CALL,
            QUESTION,
            "calls/lanhai/2024-q1/long-1.md",
            "organizations/index.md",
            *(f"organizations/{each}.md" for each in archive.ORGANIZATIONS),
            "periods/fy2024-q1.md",
            "periods/index.md",
            "questions/again/index.md",
            "questions/index.md",
            "questions/statuses.md",
            "questions/unanswered.md",
            "search/index.md",
            "speakers/index.md",
            *(f"speakers/{each}.md" for each in archive.SPEAKERS),
            "topics/index.md",
            *(f"topics/{each}.md" for each in archive.TOPICS),
        ]
    )


@pytest.mark.parametrize("path", made())
def test_every_page_begins_with_front_matter_and_an_escaped_title(path: str) -> None:
    assert made()[path].text.startswith("---\ntitle:")
    assert not set("<>\"'") & set(str(front(path)["title"]))
    heading = archive.Choices().site_name if path == "index.md" else html.unescape(str(front(path)["title"]))
    assert text(read(path), "h1").removesuffix("§") == heading


@pytest.mark.parametrize("path", made())
def test_every_leaf_has_a_breadcrumb_that_ends_with_itself(path: str) -> None:
    crumbs = read(path).css("nav.ca-crumbs p")
    assert len(crumbs) == (0 if path.count("/") < 2 and path.endswith("index.md") else 1)
    assert all(crumb.css("a") for crumb in crumbs)


@pytest.mark.parametrize("page_size", [1, 100])
def test_every_link_and_anchor_lands(page_size: int) -> None:
    everything = made(page_size)
    anchors = {path: {node.attributes["id"] for node in read(path, page_size).css("[id]")} for path in everything}
    for path, page in everything.items():
        for target, anchor in LINK.findall(page.text):
            parts = [*path.split("/")[:-1], *target.split("/")] if target else path.split("/")
            while ".." in parts:
                del parts[parts.index("..") - 1 : parts.index("..") + 1]
            landed = "/".join(parts)
            assert landed in everything, f"{path}: {target}"
            assert not anchor or anchor in anchors[landed], f"{path}: {target}#{anchor}"


@pytest.mark.parametrize("path", made())
def test_no_anchor_stands_twice_on_a_page(path: str) -> None:
    ids = [node.attributes["id"] for node in read(path).css("[id]")]
    assert len(ids) == len(set(ids))


def test_a_call_shows_every_word_of_its_turns_as_it_is() -> None:
    parsed = read(CALL)
    for turn in archive.FIRST.turns:
        for number, spoken in enumerate(turn.paragraphs, start=1):
            shown = " ".join(paragraph(parsed, f"t{turn.number}p{number}").text().split())
            assert shown == " ".join(escape.fold(spoken.text).split())


def test_no_markup_of_a_transcript_reaches_any_page() -> None:
    for path in made():
        parsed = read(path)
        assert not parsed.css("script, code, strong[id], img, iframe")
        outside = {a.attributes["href"] for a in parsed.css("a[href]") if ":" in (a.attributes["href"] or "")}
        assert outside <= {"https://example.org/a_b?c=%2Ad%2A"}


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    hrefs = [node.attributes["href"] for node in read(CALL).css("a[href]")]
    assert "https://example.org/a_b?c=%2Ad%2A" in hrefs
    assert not [each for each in hrefs if each and "javascript" in each]
    assert "javascript:alert(1)" in text(read(CALL))


def test_a_turn_nobody_can_place_is_an_unknown_speakers() -> None:
    heading = read(CALL).css_first("h4[id=t1]")
    assert text(heading, "span") == "Unknown speaker"
    assert heading is not None and not heading.css("a:not(.headerlink)")
    doubt = heading.css_first("span.ca-doubt")
    assert doubt is not None and "Printed under no name, line 10" in str(doubt.attributes["title"])


def test_a_name_printed_as_it_is_known_is_not_doubtful() -> None:
    parsed = read(CALL)
    assert not parsed.css("h4[id=t3] .ca-doubt")
    assert not parsed.css("h4[id=t2] .ca-doubt"), "the operator is no doubt"
    assert parsed.css("h4[id=t10] .ca-doubt"), "MAX. stands for a longer name"


def test_the_first_mention_of_each_thing_in_a_turn_is_a_link() -> None:
    links = [(a.text(), a.attributes["href"]) for a in paragraph(read(CALL), "t6p1").css("a[href]:not([id])")]
    assert links == [
        ("Storage orders", "../../../topics/storage.md"),
        ("Mei Tan", "../../../speakers/mei-tan.md"),
        ("plant", "../../../topics/plants.md"),
        ("Harbour Bank", "../../../organizations/harbour-bank.md"),
        ("Lanhai", "../../../organizations/lanhai.md"),
    ]


def test_nobody_is_linked_in_their_own_words() -> None:
    words = archive.ANSWER
    own = archive.mention(archive.FIRST.id, 6, words, "Mei Tan", MentionKind.SPEAKER, "wen-zhao")
    call = dataclasses.replace(archive.FIRST, mentions=(own,))
    changed = dataclasses.replace(archive.ARCHIVE, calls={**archive.CALLS, call.id: call})
    page = next(page for page in pages.render(changed, archive.Choices()) if page.path == CALL)
    assert not paragraph(convert(page.text.split("---\n", 2)[2], bigger=False), "t6p1").css("a[href]:not([id])")


def test_the_parts_of_a_question_are_marked_where_they_begin() -> None:
    for path in (CALL, QUESTION):
        marks = paragraph(read(path), "t5p1").css("a.ca-part")
        assert [(mark.attributes["id"], mark.attributes["data-part"]) for mark in marks] == [
            ("x01a", "a"),
            ("x01b", "b"),
        ]
        assert "read by interrogative, line 41" in str(marks[0].attributes["title"])


def test_an_exchange_has_an_anchor_that_leads_to_its_page() -> None:
    heading = read(CALL).css_first("h3[id=x01] a")
    assert heading is not None
    assert heading.attributes["href"] == "mei-tan-1.md"
    assert heading.text() == "Question 1: Mei Tan, Harbour Bank"


def test_an_archive_without_topics_speaks_of_none() -> None:
    mute = dataclasses.replace(archive.FIRST, mentions=())
    changed = dataclasses.replace(archive.ARCHIVE, topics={}, passages={}, calls={**archive.CALLS, mute.id: mute})
    found = {page.path: page.text for page in pages.render(changed, archive.Choices())}
    assert "No topics yet" in found["topics/index.md"]
    assert not [path for path in found if "Topics:" in found[path] or "topics/" in path.removeprefix("topics/index")]


def test_a_call_lists_its_questions_with_links_down_the_page() -> None:
    jumps = read(CALL).css("div.ca-jumps li")
    assert [jump.css_first('a[href^="#x"]').attributes["href"] for jump in jumps] == ["#x01", "#x02"]  # type: ignore[union-attr]
    assert "Mei Tan, Harbour Bank → Wen Zhao" in " ".join(jumps[0].text().split())
    assert "2 parts · 1 follow-up" in " ".join(jumps[0].text().split())


def test_an_operators_turn_is_set_apart_as_procedural() -> None:
    apart = {node.attributes["id"] for node in read(CALL).css(".ca-procedural h4")}
    assert apart == {turn.id for turn in archive.FIRST.turns if turn.procedural}


def test_a_section_is_one_heading_that_tells_what_the_file_calls_it() -> None:
    parsed = read(CALL)
    assert [node.attributes["id"] for node in parsed.css("h2")] == [
        *("participants", "questions", "opening", "remarks", "qa", "about"),
    ]
    span = parsed.css_first("h2[id=qa] span")
    assert span is not None and span.attributes["title"] == "Printed as “QUESTIONS & *ANSWERS*”, line 39"


def test_a_call_tells_its_source_and_what_was_set_aside() -> None:
    words = text(read(CALL))
    for expected in ("lanhai/2024-q1.txt, 4,711 bytes", "3f" * 32, "Invented; <b>free</b>", "Page *1* of 9"):
        assert expected in words


def test_a_call_without_questions_or_names_says_so() -> None:
    assert "No questions are asked in this call." in text(read("calls/lanhai/2023-q4/index.md"))
    nameless = text(read("calls/lanhai/untitled/index.md"))
    assert "Nobody is named in this transcript." in nameless
    assert "No date" in nameless


def test_calls_of_a_series_lead_to_each_other() -> None:
    turning = read(CALL).css_first("nav.ca-turning")
    assert turning is not None
    assert [a.attributes["href"] for a in turning.css("a")] == ["../2023-q4/index.md", "../untitled/index.md"]


def test_a_question_page_tells_who_asked_whom_and_how_that_was_read() -> None:
    words = text(read(QUESTION))
    assert "Mei Tan, Harbour Bank → Wen Zhao · answered by Wen Zhao · 1 follow-up" in words
    assert "(a) how should we think about storage orders next year" in words
    assert "hand-over by the operator, line 40: “Our next question comes from Mei Tan”" in words
    assert "Question 1 of 2" in words


def test_a_question_page_has_its_turns_under_what_they_are() -> None:
    headings = [node.attributes["id"] for node in read(QUESTION).css("h2, h3")]
    order = ["parts", "t4", "question-5", "t5", "answer-6", "t6", "follow-up-7", "t7", "answer-8", "t8", "reading"]
    assert headings == order


def test_a_question_that_nobody_answers_says_so() -> None:
    assert "nobody answers" in text(read("calls/lanhai/2024-q1/long-1.md"))


def test_a_person_is_told_by_posts_questions_and_remarks() -> None:
    words = text(read("speakers/wen-zhao.md"))
    for expected in (
        "Chairman & CEO",
        "Chief Operating Officer",
        "Answered 1 question in 1 call of Lanhai Group · asked most often by Mei Tan",
        "Chairman & CEO · Lanhai Group · executive (2023)",
    ):
        assert expected in words
    assert "No questions today, only remarks." in words
    assert "“WEN ZHAO”" in words and "same name and organisation" in words
    asked = text(read("speakers/mei-tan.md"))
    assert "Asked 1 question in 1 call of Lanhai Group · answered most often by Wen Zhao" in asked
    assert "Asks about Plants & sites 1 · Storage 1" in asked


def test_an_organisation_tells_who_is_there_what_they_asked_and_where_it_is_spoken_of() -> None:
    words = text(read("organizations/harbour-bank.md"))
    for expected in ("Mei Tan, Analyst", "how should we think about storage orders", "Harbour Bank knew"):
        assert expected in words


def test_a_topic_counts_by_call_and_shows_zero() -> None:
    parsed = read("topics/storage.md")
    rows = [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in parsed.css("tbody tr")]
    assert ["Lanhai Group, FY2024 Q1", "0", "1", "1", "1", "1"] in rows
    assert ["Lanhai Group, 2 May 2023", "0", "0", "0", "0", "0"] in rows


def test_a_passage_is_the_sentence_with_the_words_marked_and_leads_to_its_place() -> None:
    passage = read("topics/storage.md").css(".ca-entries li")[1]
    assert "Storage orders are ahead of plan, as Mei Tan says." in " ".join(passage.text().split())
    assert "Wow" not in passage.text()
    assert [mark.text() for mark in passage.css("mark")] == ["Storage orders"]
    assert "../calls/lanhai/2024-q1/index.md#t6p1" in [a.attributes["href"] for a in passage.css("a")]


def test_topics_are_a_tree_and_an_alphabet() -> None:
    parsed = read("topics/index.md")
    assert text(parsed, ".ca-tree li li") == "Plants & sites 2 passages"
    assert [node.text() for node in parsed.css(".ca-plain li a")] == ["Plants & sites", "Silence", "Storage"]


def test_long_lists_go_over_several_pages() -> None:
    assert "questions/page_2.md" in made(1)
    assert text(read("questions/page_2.md", 1), "h1").startswith("Questions, older, part 1")
    assert {"calls/page_2.md", "calls/page_3.md", "speakers/page_5.md", "topics/storage/page_2.md"} <= set(made(1))
    asked = [a.text() for path in ("index", "page_2") for a in read(f"questions/{path}.md", 1).css(".ca-entries a")]
    assert len([each for each in asked if each.startswith(("how should", "So what"))]) == 2


def test_only_call_pages_and_names_are_searched() -> None:
    searched = {path for path in made() if "search" not in front(path)}
    assert searched == {
        *(f"calls/{each}/index.md" for each in ("lanhai", *archive.CALLS)),
        *(f"speakers/{each}.md" for each in archive.SPEAKERS),
        *(f"organizations/{each}.md" for each in archive.ORGANIZATIONS),
        *(f"topics/{each}.md" for each in archive.TOPICS),
    }


def test_a_voice_known_by_its_part_only_is_listed_among_no_people() -> None:
    post = Affiliation(None, None, Role.OPERATOR, (archive.FIRST.id,))
    operator = Speaker("operator", "Operator", affiliations=(post,), anonymous=True)
    changed = dataclasses.replace(archive.ARCHIVE, speakers={**archive.SPEAKERS, "operator": operator})
    found = {page.path: page.text for page in pages.render(changed, archive.Choices())}
    assert "[Operator](operator.md)" not in found["speakers/index.md"]
    assert "[5 speakers]" in found["index.md"]
    assert "speakers/operator.md" not in found


def test_four_hundred_participants_are_folded_away() -> None:
    people = tuple(dataclasses.replace(archive.CAST[3], name=f"Caller {n}", speaker=None) for n in range(400))
    call = dataclasses.replace(archive.SECOND, appearances=archive.CAST + people)
    changed = dataclasses.replace(archive.ARCHIVE, calls={**archive.CALLS, call.id: call})
    page = next(
        page for page in pages.render(changed, archive.Choices()) if page.path == "calls/lanhai/2023-q4/index.md"
    )
    parsed = convert(page.text.split("---\n", 2)[2], bigger=False)
    assert text(parsed, "details.ca-side summary") == "Analysts (402)"
    assert len(parsed.css("details.ca-side li")) == 402


def test_the_same_archive_makes_the_same_pages() -> None:
    first, again = (list(pages.render(archive.ARCHIVE, archive.Choices())) for _ in range(2))
    assert again == first


def test_what_the_pages_need_beside_them_is_there() -> None:
    assert "assets/call-archive.css" in {path for path, data in pages.assets() if data}
