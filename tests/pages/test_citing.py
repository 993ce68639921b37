"""A citation says who, what they were at that date, where and from which file, in four formats that others can read."""

from __future__ import annotations

import dataclasses
import html
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Asked, Call, Detail
from generator.pages import addresses, citing, desk, formats
from generator.pages.formats import Cited
from generator.pages.pen import Pen
from tests.pages import archive
from tests.pages.test_pages import CALL, QUESTION, made, read

SITE = archive.Choices().site_url
WEN = Cited(
    title="Lanhai Group: first quarter",
    kind="earnings call",
    date="2023-08-10",
    archive="Our calls",
    file="lanhai/2024-q1.txt",
    sha256="3f" * 32,
    key="lanhai-2024-q1-t12",
    name="Wen Zhao",
    post="Chairman & CEO, Lanhai Group",
    what="turn 12",
    made="machine transcript",
    language="en",
    address="https://archive.example/calls/lanhai/2024-q1/#t12",
    quote="We keep 5 % of it.",
    accessed="2026-11-22",
)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Cf", "Zl", "Zp")), max_size=40)
UNTEX = {
    r"{\textbackslash}": "\\",
    r"{\textbraceleft}": "{",
    r"{\textbraceright}": "}",
    r"{\textasciitilde}": "~",
    r"{\textasciicircum}": "^",
}
TEX = re.compile(r"\{\\text[a-z]+\}|\\[&%$#_]")  # "{\textbackslash}", "\&"


def parse_bibtex(entry: str) -> tuple[str, str, dict[str, str]]:
    """Read an entry as BibTeX does: braces are counted, whatever stands before them. Anything else is an error."""
    head = re.match(r"@([a-z]+)\{([!-z|~]+),\n", entry)
    assert head, entry
    fields, at = {}, head.end()
    while found := re.compile(r"  ([a-z]+) = ").match(entry, at):
        at = found.end()
        if entry[at] == "{":
            end = _closing(entry, at)
            fields[found[1]] = entry[at + 1 : end]
            at = end + 1
        else:
            word = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec").match(entry, at)
            assert word, entry[at : at + 20]
            fields[found[1]], at = word[0], word.end()
        at += len(",\n") if entry[at] == "," else len("\n")
    assert entry[at:] == "}", entry[at:]
    return head[1], head[2], fields


def _closing(entry: str, start: int) -> int:
    depth = 0
    for at in range(start, len(entry)):
        depth += {"{": 1, "}": -1}.get(entry[at], 0)
        if not depth:
            return at
    raise AssertionError("a brace is never closed")


def _untex(words: str) -> str:
    inner = words[1:-1] if words[:1] == "{" and _closing(words, 0) == len(words) - 1 and words not in UNTEX else words
    return TEX.sub(lambda found: UNTEX.get(found[0], found[0][1:]), inner)


def test_plain_text_says_all_of_it_and_ends_with_the_address() -> None:
    assert formats.plain(WEN) == (
        "Wen Zhao, Chairman & CEO, Lanhai Group: “We keep 5 % of it.”. "
        "Lanhai Group: first quarter (earnings call), 10 Aug 2023, turn 12. Machine transcript. Our calls. "
        f"Source file lanhai/2024-q1.txt, SHA-256 {'3f' * 32}. "
        "https://archive.example/calls/lanhai/2024-q1/#t12 (accessed 22 Nov 2026)"
    )


def test_markdown_links_the_title_and_sets_the_words_above() -> None:
    quote, _, line = formats.markdown(WEN).partition("\n\n")
    assert quote == "> We keep 5 % of it."
    assert f"[Lanhai Group: first quarter]({WEN.address}) (earnings call), 10 Aug 2023, turn 12." in line


def test_a_kind_that_the_title_says_is_not_said_twice() -> None:
    called = dataclasses.replace(WEN, title="Lanhai Group, first Earnings Call")
    assert "(earnings call)" not in formats.plain(called)


def test_what_is_not_known_is_left_out() -> None:
    bare = Cited("A call", "call", "", "Ours", "a.txt", "00", "a")
    assert formats.plain(bare) == "A call. Ours. Source file a.txt, SHA-256 00."
    _, _, fields = parse_bibtex(formats.bibtex(bare))
    assert set(fields) == {"title", "howpublished", "note"}
    assert set(json.loads(formats.csl(bare))[0]) == {"id", "type", "title", "genre", "archive", "note"}


@pytest.mark.parametrize(
    ("date", "written", "parts"),
    [("2023-08-10", "10 Aug 2023", [2023, 8, 10]), ("2023-08", "Aug 2023", [2023, 8]), ("2023", "2023", [2023])],
)
def test_a_date_is_as_exact_as_it_is_known(date: str, written: str, parts: list[int]) -> None:
    cited = dataclasses.replace(WEN, date=date)
    assert f", {written}, turn 12" in formats.plain(cited)
    assert json.loads(formats.csl(cited))[0]["issued"] == {"date-parts": [parts]}


def test_bibtex_keeps_a_name_whole_because_nobody_said_which_part_is_the_family_name() -> None:
    kind, key, fields = parse_bibtex(formats.bibtex(WEN))
    assert (kind, key) == ("misc", "lanhai-2024-q1-t12")
    assert fields["author"] == "{Wen Zhao}"
    assert (fields["year"], fields["month"], fields["urldate"]) == ("2023", "aug", "2026-11-22")
    assert fields["url"] == WEN.address


@given(WORDS, WORDS, WORDS)
def test_bibtex_is_sound_whatever_the_words(name: str, title: str, quote: str) -> None:
    cited = dataclasses.replace(WEN, name=name, title=title, quote=quote)
    _, _, fields = parse_bibtex(formats.bibtex(cited))
    assert _untex(fields["title"]) == title
    assert not name or _untex(fields["author"]) == name
    assert not quote or f"“{quote}”" in _untex(fields["note"])


@given(WORDS, WORDS, WORDS)
def test_csl_is_sound_whatever_the_words(name: str, title: str, quote: str) -> None:
    (item,) = json.loads(formats.csl(dataclasses.replace(WEN, name=name, title=title, quote=quote)))
    assert item.get("title", "") == title
    assert item.get("author", [{"literal": ""}]) == [{"literal": name}]
    assert {"id", "type", "genre", "medium", "issued", "archive", "language", "URL", "accessed", "note"} <= set(item)


def test_csl_calls_an_interview_by_its_name_and_all_else_a_speech() -> None:
    kinds = [json.loads(formats.csl(dataclasses.replace(WEN, kind=kind)))[0]["type"] for kind in ("interview", "call")]
    assert kinds == ["interview", "speech"]


def _cited(call: Call, choices: archive.Choices | None = None) -> citing.Citation:
    given_archive = dataclasses.replace(archive.ARCHIVE, calls={**archive.CALLS, call.id: call})
    return citing.call(Pen(desk.prepare(given_archive, choices or archive.Choices()), addresses.call(call.id)), call)


def test_a_call_is_cited_by_its_permanent_address_and_the_hash_of_its_file() -> None:
    said = html.unescape(_cited(archive.FIRST).plain.text)
    assert said.endswith(f"{SITE}calls/lanhai/2024-q1/")
    assert "3f" * 32 in said


def test_without_an_address_of_the_site_none_is_made_up() -> None:
    said = html.unescape(_cited(archive.FIRST, archive.Choices(site_url="")).plain.text)
    assert "http" not in said


def test_the_address_is_that_of_the_file_where_pages_are_files() -> None:
    choices = archive.Choices(directory_urls=False)
    assert _cited(archive.FIRST, choices).address == f"{SITE}calls/lanhai/2024-q1/index.html"


def test_a_machine_transcript_says_so_and_an_unknown_one_says_nothing() -> None:
    made_by = dataclasses.replace(archive.FIRST, details=(Detail("transcript", "machine", "header", "a", 1),))
    assert "Machine transcript." in _cited(made_by).plain.text
    assert "ranscript" not in _cited(archive.FIRST).plain.text


def test_a_question_is_cited_by_who_asked_it_as_they_were_introduced() -> None:
    pen = Pen(desk.prepare(archive.ARCHIVE, archive.Choices()), QUESTION)
    said = html.unescape(citing.question(pen, Asked(archive.FIRST.id, 1)).plain.text)
    assert said.startswith(
        "Mei Tan, Analyst, Harbour Bank. Lanhai Group: 2024-q1 (earnings call), 10 Aug 2023, question 1."
    )
    assert said.endswith(f"{SITE}calls/lanhai/2024-q1/mei-tan-1/")


def test_a_call_holds_all_four_formats_for_readers_without_scripts() -> None:
    markdown, bibtex, csl = (pre.text() for pre in read(CALL).css("details.ca-citing > pre"))
    assert f"]({SITE}" in markdown
    parse_bibtex(bibtex)
    assert json.loads(csl)[0]["URL"].startswith(SITE)


@pytest.mark.parametrize("path", [CALL, QUESTION])
def test_the_citation_in_plain_text_stands_on_the_page_itself(path: str) -> None:
    (shown,) = read(path).css("p.ca-imprint")
    assert shown.text().endswith(SITE + path.removesuffix(".md").removesuffix("index") + "/" * (path == QUESTION))
    assert "3f" * 32 in shown.text()


def test_what_a_script_needs_comes_through_markdown_unharmed() -> None:
    hostile = dataclasses.replace(archive.FIRST, title=archive.HOSTILE)
    attribute = _cited(hostile).data.text
    assert not set("<>'{}[]`*") & set(attribute), "it stands in single quotes"
    (node,) = read(CALL).css("[data-cited]")
    told = json.loads(node.attributes["data-cited"] or "")
    assert told["voices"]["1"] == ["Wen Zhao", "Chairman & CEO, Lanhai Group", "../../../speakers/wen-zhao/", 3, 0]
    assert told["voices"]["2"][3:] == [2, 1]
    assert "4" not in told["voices"], "who neither speaks nor is spoken of is not told"


def test_pages_that_are_no_words_of_a_call_have_no_citation() -> None:
    cited = {path for path, page in made().items() if "data-cited" in page.text}
    assert cited == {path for path in made() if path.count("/") >= 3 and path.startswith("calls/")}
