"""The pages of questions: one question with its reading, the index and its data, what was left unanswered."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator import pages, vocabulary
from generator.model import Archive, Status
from generator.pages import addresses, rows
from tests.pages import archive, became
from tests.pages.test_escape import convert

QUESTION = "calls/lanhai/2024-q1/mei-tan-1.md"
SECOND = "calls/lanhai/2024-q1/long-1.md"
CALL = "calls/lanhai/2024-q1/index.md"


def made(of: Archive, **choices: Any) -> dict[str, str]:
    """Make all pages of an archive."""
    return {page.path: page.text for page in pages.render(of, archive.Choices(**choices))}


@cache
def usual() -> dict[str, str]:
    """Make the pages of the archive in which the second part of the first question is declined."""
    return made(became.make())


def read(text: str) -> LexborHTMLParser:
    """Convert a page's body."""
    return convert(text.split("---\n", 2)[2], bigger=False)


def words(parsed: LexborHTMLParser, where: str = "body") -> str:
    """Take the words of a part of a page."""
    return " ".join(" ".join(node.text() for node in parsed.css(where)).split())


def table(of: dict[str, str]) -> dict[str, Any]:
    """Take the data of the table."""
    told = json.loads(of[addresses.ROWS])
    assert isinstance(told, dict)
    return told


# --- one question


def test_the_facts_of_a_question_end_with_what_became_of_it_and_the_words_that_say_so() -> None:
    facts = words(read(usual()[QUESTION]), ".ca-facts")
    assert "partly answered: “The plant: it stays.” · 1 of 2 parts answered · 1 of 2 parts declined" in facts


def test_each_part_says_what_became_of_it_and_where_it_is_answered() -> None:
    first, second = read(usual()[QUESTION]).css(".ca-parts li")
    assert "answered · answer: Wen Zhao, paragraphs 1, 2, and later" in " ".join(first.text().split())
    assert "declined: “The plant: it stays.” · answer: Wen Zhao" in " ".join(second.text().split())
    assert [a.attributes["href"] for a in first.css("small a")] == ["#t6p1", "#t6p2", "#t8p1"]


def test_paragraphs_of_the_answer_say_to_which_parts_they_speak() -> None:
    parsed = read(usual()[QUESTION])
    assert [" ".join(note.text().split()) for note in parsed.css("p small.ca-note")][:2] == [
        "speaks to (a) (b)",
        "speaks to (a)",
    ]


def test_the_words_that_made_a_status_are_marked_on_the_question_and_in_the_call() -> None:
    for path in (QUESTION, CALL):
        assert words(read(usual()[path]), ".ca-said") == became.REFUSAL


def test_the_reading_tells_every_rule_with_line_and_words_and_that_it_is_no_judgement() -> None:
    told = words(read(usual()[QUESTION]), ".ca-about")
    assert "Part (a), answered in turn 6, paragraphs 1, 2: shared words, line 60: “storage, orders”" in told
    assert "Part (b): declined, leaves it, line 60: “The plant: it stays”" in told
    assert "The question as a whole: partly answered, leaves it, line 60" in told
    assert "never a judgement of intent" in told


def test_a_ruling_is_told_with_reason_name_and_date_and_with_what_the_rules_had_said() -> None:
    told = words(read(made(became.make(became.first(became.RULED)))[QUESTION]), ".ca-about")
    assert "Part (b): Ruled answered by Ada <Quill> on 1 May 2024 (rulings.yml, line 12): “It stays” *is*" in told
    assert "Part (b): the rules had said declined, by leaves it, line 60: “The plant: it stays”" in told


def test_who_disagrees_copies_a_ruling_fills_it_in_and_it_is_understood(tmp_path: Path) -> None:
    snippet = read(usual()[QUESTION]).css_first("pre.ca-yaml")
    assert snippet is not None
    filled = re.sub(r"status: …[^\n]*", "status: answered", snippet.text())
    filled = re.sub(r"date: …[^\n]*", "date: 2024-05-01", filled)
    (tmp_path / "rulings.yml").write_text(filled.replace("…", "Ada Quill"), encoding="utf-8")
    loaded, told = vocabulary.load(tmp_path)
    assert not told
    (ruling,) = loaded.rulings
    assert (ruling.call, ruling.question, ruling.status, ruling.by) == (archive.FIRST.id, "x1", "answered", "Ada Quill")
    assert ruling.words and ruling.words in archive.QUESTION


def test_a_question_that_nobody_answered_does_not_say_by_whom() -> None:
    parsed = read(usual()[SECOND])
    assert "nobody answers" in words(parsed, ".ca-facts")
    assert "unaddressed" in words(parsed, ".ca-facts")


def test_a_reply_that_declines_is_not_called_an_answer() -> None:
    exchange = replace(became.first(), parts=became.first().parts[1:], status=became.DECLINED)
    facts = words(read(made(became.make(exchange))[QUESTION]), ".ca-facts")
    assert "reply by Wen Zhao" in facts and "answered by" not in facts


def test_a_question_of_which_nothing_is_known_shows_no_status_anywhere() -> None:
    everything = made(archive.ARCHIVE)
    assert not [path for path, text in everything.items() if path.endswith(".md") and "ca-status" in text]
    assert "never a judgement" not in everything["questions/index.md"]


# --- lists


@pytest.mark.parametrize("path", ["index.md", "questions/index.md", CALL])
def test_lists_of_questions_say_what_became_of_them(path: str) -> None:
    assert "partly answered" in words(read(usual()[path]), ".ca-status")


def test_the_index_says_how_many_were_left_and_leads_there() -> None:
    parsed = read(usual()["questions/index.md"])
    assert "2 questions · 2 left unanswered, whole or in part" in words(parsed, ".ca-facts")
    assert "unanswered.md" in [a.attributes["href"] for a in parsed.css(".ca-facts a")]


def test_only_the_first_page_of_the_index_takes_the_table() -> None:
    everything = made(became.make(), page_size=1)
    places = {path: read(text).css("[data-rows]") for path, text in everything.items() if path.endswith(".md")}
    assert [path for path, found in places.items() if found] == ["questions/index.md"]
    assert places["questions/index.md"][0].attributes["data-rows"] == "rows.json"


# --- what was left unanswered


def test_what_was_left_stands_part_by_part_under_its_status_with_the_sentence_that_says_so() -> None:
    parsed = read(usual()[addresses.UNANSWERED])
    assert [node.text().removesuffix("§") for node in parsed.css("h2")] == ["Declined", "Unaddressed"]
    declined, unaddressed = parsed.css(".ca-entries")
    assert "will the plant in Toledo stay open?" in declined.text()
    assert "how should we think" not in declined.text(), "that part was answered"
    assert "declined: “The plant: it stays.”" in " ".join(declined.text().split())
    assert declined.css_first("a").attributes["href"] == "../calls/lanhai/2024-q1/mei-tan-1.md#x01b"  # type: ignore[union-attr]
    assert "unaddressed" in unaddressed.text()


def test_what_is_answered_in_part_stands_apart_unless_a_part_of_it_stands_above() -> None:
    partly = became.first(became.status(Status.PARTIAL, at=became.span()), became.PARTIAL)
    parsed = read(made(became.make(partly, None))[addresses.UNANSWERED])
    assert [node.text().removesuffix("§") for node in parsed.css("h2")] == ["Partly answered"]
    assert "Partly answered" not in words(read(usual()[addresses.UNANSWERED]), "h2")


def test_it_says_when_the_same_was_asked_again_and_what_became_of_it_then() -> None:
    entry = words(read(made(became.again())[addresses.UNANSWERED]), ".ca-entries li")
    assert "asked again: 10 Aug 2023, Maximiliana-Theodora" in entry
    assert entry.endswith("answered")


def test_an_archive_in_which_everything_was_answered_says_so() -> None:
    text = made(became.make(became.first(became.ANSWERED, became.ANSWERED), None))[addresses.UNANSWERED]
    assert "No question of this archive was read as left unanswered." in words(read(text))


def test_the_list_goes_over_pages() -> None:
    everything = made(became.make(two=became.status(Status.DECLINED)), page_size=1)
    second = read(everything["questions/unanswered/page_2.md"])
    assert len(second.css(".ca-entries li")) == 1
    assert "Newer" in words(second, ".ca-turning")


# --- how statuses are read


def test_the_explanation_says_what_each_word_means_and_counts_rules_and_rulings() -> None:
    parsed = read(made(became.make(became.first(became.RULED)))[addresses.STATUSES])
    assert "never a judgement" in words(parsed, ".ca-facts")
    cells = [[" ".join(cell.text().split()) for cell in row.css("td")] for row in parsed.css("tbody tr")]
    assert ["leaves it declined", "1", "1"] in cells
    assert ["nobody answers unaddressed", "1", ""] in cells


def test_the_explanation_counts_as_the_table_does_parts_included() -> None:
    told = [" ".join(each.text().split()) for each in read(usual()[addresses.STATUSES]).css(".ca-entries li")]
    assert [each.partition(" question")[0] for each in told] == [
        "answered 0",
        "partly answered 1",
        "declined 1",
        "deferred 0",
        "unaddressed 1",
    ]


# --- the data of the table


def test_the_data_holds_every_question_in_codes_that_lead_back_to_names() -> None:
    told = table(usual())
    cells, values = told["rows"], told["values"]
    assert {len(column) for column in cells.values()} == {2}
    assert values["asker"][cells["asker"][0]] == ["mei-tan", "Mei Tan"]
    assert values["organization"][cells["organization"][0]] == ["harbour-bank", "Harbour Bank"]
    assert values["addressee"][cells["addressee"][0]] == ["wen-zhao", "Wen Zhao"]
    assert [values["topic"][code][0] for code in cells["topic"][0]] == ["storage", "plants"]
    assert values["call"][0] == ["lanhai/2024-q1", "Lanhai Group FY2024 Q1", "2023-08-10", 0, 0]
    assert cells["key"] == [1, 1]
    assert [told["statuses"][code][0] for code in cells["status"]] == ["partial", "unaddressed"]
    assert told["statuses"][cells["open"][0]][0] == "declined"


def test_a_question_about_something_narrow_is_found_under_what_is_wider() -> None:
    exchange = became.first()
    only = tuple(each for each in archive.FIRST.mentions if each.target == "plants")
    call = replace(archive.FIRST, exchanges=(exchange, archive.FIRST.exchanges[1]), mentions=only)
    passages = {place: found for place, found in archive.ARCHIVE.passages.items() if place[1] == "plants"}
    told = table(made(replace(archive.ARCHIVE, calls={**archive.CALLS, call.id: call}, passages=passages)))
    assert [told["values"]["topic"][code][0] for code in told["rows"]["topic"][0]] == ["plants", "storage"]


def test_the_words_stand_in_slices_and_the_rows_name_each_by_its_digest() -> None:
    slices = json.loads(usual()[addresses.words(0)])
    assert slices[0] == [archive.QUESTION[4:54], archive.QUESTION[56:]]
    changed = made(became.make(replace(became.first(), parts=became.first().parts[:1])))
    assert table(changed)["words"] != table(usual())["words"]


def test_a_new_call_changes_no_slice_but_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "SLICE", 1)
    silent = replace(became.make().calls[archive.FIRST.id], mentions=(), about=frozenset())
    newer = replace(silent, id="lanhai/2024-q2", key="2024-q2", date="2024-02-01")
    keys = {("lanhai/2024-q2", 1): "mei-tan-1", ("lanhai/2024-q2", 2): "long-1"}
    series = replace(archive.ARCHIVE.series["lanhai"], calls=(*archive.ARCHIVE.series["lanhai"].calls, newer.id))
    of = replace(
        became.make(),
        calls={newer.id: newer, **became.make().calls},
        series={"lanhai": series},
        question_keys={**archive.ARCHIVE.question_keys, **keys},
    )
    before, after = made(became.make()), made(of)
    assert [after[addresses.words(number)] for number in (0, 1)] == [
        before[addresses.words(number)] for number in (0, 1)
    ]
    assert len(table(after)["words"]) == 4


def test_words_that_want_to_be_markup_stay_words_on_every_page_and_in_the_data() -> None:
    everything = made(became.hostile())
    for path, text in everything.items():
        if path.endswith(".md"):
            assert not read(text).css("script, code, strong[id], img, iframe"), path
    assert "<script>" in json.loads(everything[addresses.words(0)])[0][0], "the script puts it in as text"
