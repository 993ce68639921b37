"""Documents are opened whole: no word lost, none invented, and what cannot be opened is one problem."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pypdfium2
import pytest
from hypothesis import given, settings

from generator import discover, readers
from generator.model import Transcript
from generator.readers import hypertext, hyphens, lists
from generator.readers.text import Line
from tests import growth
from tests.readers import layouts, reading, samples
from tests.readers.printing import Ink, Run, docx, packed, pdf, wrap

_HIDDEN = re.compile(
    r"(?is)<!--.*?-->|<(script|style)\b.*?</\1>|<(\w+)[^>]*display:\s?none[^>]*>.*?</\2>|<audio.*?</audio>"
)
_TAGS = re.compile(r"<[^>]*>")


def letters(words: str) -> Counter[str]:
    """Count letters and digits: what joining lines and words cannot change."""
    return Counter(c for c in words if c.isalnum())


def same(read: Transcript, words: str) -> bool:
    """Tell whether a transcript holds all letters of a file and no other; one label may head words in two sections."""
    had, said = letters(words), [p.text for u in read.utterances for p in u.paragraphs]
    said += [*(h.text for h in read.headings), *(f.text for f in read.furniture)]
    return not had - kept(read) and not letters(" ".join(said)) - had


def kept(read: Transcript) -> Counter[str]:
    """Count letters and digits of all that a transcript holds."""
    labels = " ".join(u.label for u in read.utterances if u.label)
    said = " ".join(p.text for u in read.utterances for p in u.paragraphs)
    tells = " ".join(part for u in read.utterances if u.tells for part in (u.tells.organization, u.tells.title) if part)
    asides = " ".join((*(h.text for h in read.headings), *(f.text for f in read.furniture)))
    return letters(f"{labels} {tells} {said} {asides}")


def printed(data: bytes) -> str:
    """Give all words of a PDF, as it holds them."""
    document = pypdfium2.PdfDocument(data)
    return " ".join(document[n].get_textpage().get_text_range() for n in range(len(document)))


def shown(data: bytes) -> str:
    """Give all words that a page of HTML shows, and its title."""
    return html.unescape(_TAGS.sub(" ", _HIDDEN.sub(" ", data.decode("utf-8"))))


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_the_samples_are_the_files_that_their_writer_writes(name: str) -> None:
    assert (samples.CASES / name).read_bytes() == samples.SAMPLES[name]()


@pytest.mark.parametrize("path", reading.sources(samples.CASES / "pdf"), ids=lambda path: path.name)
def test_no_letter_of_a_pdf_is_lost_or_invented(path: Path) -> None:
    assert same(reading.transcript(path.read_bytes(), path.name), printed(path.read_bytes()))


@pytest.mark.parametrize("path", reading.sources(samples.CASES / "html"), ids=lambda path: path.name)
def test_no_letter_of_html_is_lost_or_invented(path: Path) -> None:
    assert same(reading.transcript(path.read_bytes(), path.name), shown(path.read_bytes()))


def test_no_letter_of_a_real_document_is_lost_or_invented(need_fidelity: Path) -> None:
    documents, _ = discover.discover(need_fidelity / "transcripts")
    words = {".pdf": printed, ".html": shown, ".htm": shown}
    read = 0
    for document in documents:
        say = words.get(PurePosixPath(document.source.path).suffix)
        if say:
            transcript = readers.read(document).transcript
            assert transcript is not None, document.source.path
            assert same(transcript, say(document.data)), document.source.path
            read += 1
    assert read > 5


@settings(max_examples=25, deadline=None)
@given(turns=layouts.conversations())
def test_a_conversation_in_word_gives_back_the_turns_that_were_written(turns: layouts.Turns) -> None:
    written = [
        [Run(f"{who}:", True), Run(f" {words}")] if not n else words
        for who, paragraphs in turns
        for n, words in enumerate(paragraphs)
    ]
    read = reading.transcript(docx(written), "call.docx")
    assert reading.turns(read) == [(who, [" ".join(p.split()) for p in paragraphs]) for who, paragraphs in turns]


def test_a_turn_that_crosses_pages_is_one_and_its_paragraphs_know_their_pages() -> None:
    read = reading.transcript(samples.briefing(), "call.pdf")
    crossing = next(u for u in read.utterances if u.paragraphs[0].text.startswith("I mean weeks"))
    assert crossing.paragraphs[0].text.endswith("the other half are late.")
    assert [p.page for u in read.utterances for p in u.paragraphs][:2] == [1, 1]
    assert read.utterances[-1].paragraphs[0].page == 2


def test_a_cover_letter_is_set_aside_and_does_not_date_the_call() -> None:
    read = reading.transcript(samples.concall(), "call.pdf")
    assert read.value("date") == "2024-07-08"
    assert {f.text for f in read.furniture if f.kind == "cover letter"} == set(samples.LETTER)


def test_people_of_a_cover_are_listed_with_title_and_firm() -> None:
    read = reading.transcript(samples.concall(), "call.pdf")
    assert [(p.name, p.title, p.organization, p.role) for p in read.participants] == [
        ("LEELA NAIR", "MANAGING DIRECTOR AND CHIEF EXECUTIVE OFFICER", "VARUNA TILES LIMITED", "executive"),
        ("TARUN SHAH", "CHIEF FINANCIAL OFFICER", None, "executive"),
    ]


@pytest.mark.parametrize(
    ("cover", "told"),
    [
        (["Management:", "MR. A. RAO – MD", "DR. L. SEN – CHIEF OF CLAIMS – PROPERTY"],
         [("A. RAO", "MD", None), ("L. SEN", "CHIEF OF CLAIMS – PROPERTY", None)]),
        (["Varuna Tiles", "MANAGEMENT", "MS. LEELA NAIR", "CHIEF EXECUTIVE", "MR. T. SHAH – CFO – VARUNA TILES"],
         [("LEELA NAIR", "CHIEF EXECUTIVE", None), ("T. SHAH", "CFO", "VARUNA TILES")]),
        (["MODERATOR", "MR. PARVEZ IRANI – KESTREL"], [("PARVEZ IRANI", None, "KESTREL")]),
        (["Company: we sell tiles, and mr. Shah sells them"], []),
    ],
)  # fmt: skip
def test_a_cover_tells_a_title_from_a_firm(cover: list[str], told: list[tuple[str, str | None, str | None]]) -> None:
    found = lists.find([Line(n, words) for n, words in enumerate(cover, 1)])
    assert [(p.name, p.title, p.organization) for listing in found for p in listing.people] == told


def test_numbers_at_the_margin_are_set_aside() -> None:
    said = [
        "Mr. Reyes: Good morning to you.",
        "Ms. Moe: Good morning.",
        "Mr. Reyes: Where were you then?",
        "Ms. Moe: At sea.",
    ]
    page = [Ink(72, 700 - 20 * n, f"{n + 1}  {said[n % 4]}") for n in range(24)]
    read = reading.transcript(pdf([page]), "call.pdf")
    assert [u.label for u in read.utterances] == ["Mr. Reyes", "Ms. Moe"] * 12
    assert next(f.text for f in read.furniture if f.kind == "line number") == " ".join(map(str, range(1, 25)))


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["the two invest-", "ments and", "investments"], "the two investments and investments"),
        (["a ready-", "mix plant"], "a ready-mix plant"),
        (["two-", "and three-year bonds"], "two- and three-year bonds"),
        (["he said -", "nothing"], "he said - nothing"),
        (["a long-", "term plan, a long-term one, longterm too"], "a long-term plan, a long-term one, longterm too"),
        (["our invest\ufffements are", "investments of"], "our investments are investments of"),
    ],
)
def test_a_hyphen_at_a_line_end_is_taken_out_only_where_the_file_knows_the_word(lines: list[str], joined: str) -> None:
    known = hyphens.words(
        [*lines, f"{joined.replace(chr(0xFFFE), '')} end"] if "\ufffe" in lines[0] else [f"{x} end" for x in lines]
    )
    assert hyphens.join(lines, known) == joined


@pytest.mark.parametrize(
    ("data", "path", "words"),
    [
        (pdf([[Ink(72, 700, "Ana Ruiz: hello")]])[:300], "call.pdf", "damaged"),
        (b"", "call.pdf", "empty"),
        (pdf([[], []]), "call.pdf", "no words"),
        (b"", "call.docx", "empty"),
        (b"PK\x03\x04" + b"x" * 99, "call.docx", "damaged"),
        (packed({"word/document.xml": "<w:document"}), "call.docx", "damaged"),
        (packed({"mimetype": "x"}), "call.docx", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "call.docx", "password"),
        (packed({"word/document.xml": " " * 41_000_000}), "call.docx", "MB"),
        (b"", "call.html", "empty"),
        (b"<html><script>a()</script></html>", "call.html", "shows no words"),
        (b"<div>" * 100_000, "call.html", "deep"),
    ],
    ids=lambda value: value if isinstance(value, str) else "data",
)
def test_a_document_that_cannot_be_opened_is_one_error(data: bytes, path: str, words: str) -> None:
    read = reading.reading(data, path)
    assert read.transcript is None
    assert [p.level for p in read.problems] == ["error"]
    assert words in read.problems[0].message


def test_a_pdf_under_a_password_is_one_error_that_says_so() -> None:
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -4 >> /ID [(x) (x)]" % (b"o" * 32, b"u" * 32)
    locked = pdf([[Ink(72, 700, "Ana Ruiz: hello")]]).replace(b"/Root 1 0 R", b"/Root 1 0 R " + lock)
    read = reading.reading(locked, "call.pdf")
    assert read.transcript is None
    assert [(p.level, p.message) for p in read.problems] == [("error", "the file is protected by a password")]


HOSTILE: dict[str, Callable[[int], tuple[str | bytes, str]]] = {
    "empty pages": lambda n: (pdf([[]] * (2 * n)), "call.pdf"),
    "rows": lambda n: ("<table>" + "<tr><td>Ana<td>2" * (20 * n), "call.html"),
    "hyphens and headings": lambda n: ("<p>" + "a-" * (200 * n) + "<dt>Present" * (3 * n), "call.html"),
    "long words": lambda n: (pdf([[Ink(72, 700, "a" * (100 * n))], [Ink(72, 700, "a:" * (50 * n))]]), "call.pdf"),
}
"""Each grows with a number, which is a thousand where they are to be long."""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_is_read_or_refused_with_a_reason(name: str) -> None:
    found = reading.reading(*HOSTILE[name](growth.LARGE))
    assert found.transcript is not None or found.problems


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_costs_no_more_than_its_length(name: str) -> None:
    assert growth.holds(lambda size: reading.reading(*HOSTILE[name](size)))


def test_lines_of_html_are_those_of_the_file() -> None:
    opened = hypertext.unfold(
        reading.document("<p>one\n</p>\n\n<p>two</p>\n<div>\n<p class='x'>three</p></div>", "a.html")
    )
    assert opened.text is not None
    assert [(line.number, line.text) for line in opened.text.lines] == [(1, "one"), (4, "two"), (6, "three")]


def test_a_page_in_its_own_encoding_is_read() -> None:
    page = (
        '<meta charset="windows-1251"><p>Анна: Здравствуйте, все. <p>Пётр: Здравствуйте. <p>Анна: Начнём. <p>Пётр: Да.'
    )
    opened = hypertext.unfold(reading.document(page.encode("cp1251"), "a.html"))
    assert opened.text is not None
    assert opened.text.lines[0].text == "Анна: Здравствуйте, все."


def test_wrapping_of_samples_breaks_no_word() -> None:
    assert " ".join(wrap("one two three four", 40)) == "one two three four"
