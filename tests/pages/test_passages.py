"""Passages stand under the call in which they are said, and lead to the call of a year earlier."""

from __future__ import annotations

import dataclasses

from selectolax.lexbor import LexborHTMLParser

from generator import pages
from generator.model import Archive, Call, MentionKind, Places
from generator.pages import desk
from tests.pages import archive
from tests.pages.test_escape import convert

EARLIER = "In storage we sell nothing yet."


def _earlier(period: str, kind: str = "earnings_call") -> Call:
    """Make a call that speaks of storage."""
    turns = (archive.turn(1, 1, archive.REMARKS, EARLIER),)
    said = archive.mention("lanhai/earlier", 1, EARLIER, "storage", MentionKind.TOPIC, "storage")
    return archive.call("earlier", "2022-08-11", turns, period=period, kind=kind, mentions=(said,))


def _with(call: Call, spoken: bool = True) -> Archive:
    """Add a call to the archive made by hand."""
    key = (MentionKind.TOPIC, "storage")
    own = Places([(call.id, (1,))] if spoken else ())
    call = call if spoken else dataclasses.replace(call, mentions=(), about=frozenset())
    passages = archive.ARCHIVE.passages
    series = dataclasses.replace(archive.ARCHIVE.series["lanhai"], calls=(call.id, *archive.CALLS))
    return dataclasses.replace(
        archive.ARCHIVE,
        calls={**archive.CALLS, call.id: call},
        series={"lanhai": series},
        periods={**archive.ARCHIVE.periods, call.period or "": (call.id,)},
        passages={**passages, key: Places((*passages[key].runs, *own.runs))},
    )


def _read(of: Archive, path: str = "topics/storage.md", page_size: int = 100) -> LexborHTMLParser:
    made = {page.path: page for page in pages.render(of, archive.Choices(page_size=page_size))}
    return convert(made[path].text.split("---\n", 2)[2], bigger=False)


def _headings(parsed: LexborHTMLParser) -> list[tuple[str | None, str]]:
    return [(h.attributes["id"], h.text().removesuffix("§")) for h in parsed.css("h3")]


def _about(parsed: LexborHTMLParser, anchor: str) -> tuple[str, list[str | None]]:
    """Take the line under the heading of a call, and where it leads."""
    line = parsed.css_first(f'h3[id="{anchor}"] + p')
    assert line is not None
    return " ".join(line.text().split()), [a.attributes["href"] for a in line.css("a")]


def test_passages_stand_under_their_call_newest_first() -> None:
    assert _headings(_read(_with(_earlier("fy2023-q1")))) == [
        ("in-lanhai--2024-q1", "Lanhai Group FY2024 Q1"),
        ("in-lanhai--earlier", "Lanhai Group FY2023 Q1"),
    ]


def test_a_call_leads_to_what_was_said_a_year_earlier() -> None:
    parsed = _read(_with(_earlier("fy2023-q1")))
    assert _about(parsed, "in-lanhai--2024-q1") == ("10 Aug 2023 · a year earlier: FY2023 Q1", ["#in-lanhai--earlier"])
    assert _about(parsed, "in-lanhai--earlier") == ("11 Aug 2022", [])


def test_the_way_to_a_year_earlier_leads_over_the_pages_of_a_long_list() -> None:
    parsed = _read(_with(_earlier("fy2023-q1")), page_size=1)
    assert _about(parsed, "in-lanhai--2024-q1")[1] == ["storage/page_2.md#in-lanhai--earlier"]


def test_silence_a_year_earlier_is_told_and_leads_to_the_call() -> None:
    parsed = _read(_with(_earlier("fy2023-q1"), spoken=False))
    told = "10 Aug 2023 · a year earlier: FY2023 Q1, where it is not spoken of"
    assert _about(parsed, "in-lanhai--2024-q1") == (told, ["../calls/lanhai/earlier/index.md"])


def test_only_the_same_period_of_the_same_kind_is_a_year_earlier() -> None:
    for period, kind in (("2023-q1", "earnings_call"), ("fy2023-q2", "earnings_call"), ("fy2023-q1", "town_hall")):
        made = desk.prepare(_with(_earlier(period, kind)), archive.Choices())
        assert not made.year_before


def test_a_row_of_the_counts_leads_to_the_passages_or_where_there_are_none_to_the_call() -> None:
    parsed = _read(archive.ARCHIVE)
    leads = {a.text(): a.attributes["href"] for a in parsed.css("tbody a")}
    assert leads["Lanhai Group, FY2024 Q1"] == "#in-lanhai--2024-q1"
    assert leads["Lanhai Group, 2 May 2023"] == "../../calls/lanhai/2023-q4/"


def test_a_passage_of_an_exchange_leads_to_its_question() -> None:
    asked = _read(archive.ARCHIVE).css(".ca-entries li")[0]
    assert "../calls/lanhai/2024-q1/mei-tan-1.md" in [a.attributes["href"] for a in asked.css("a")]


def test_an_executive_is_asked_about_the_topics_of_the_questions_that_they_answer() -> None:
    made = desk.prepare(archive.ARCHIVE, archive.Choices())
    assert made.asked_about == {"wen-zhao": {"storage": 1, "plants": 1}}
    assert "Asked about Plants & sites 1 · Storage 1" in " ".join(
        _read(archive.ARCHIVE, "speakers/wen-zhao.md").text().split()
    )
