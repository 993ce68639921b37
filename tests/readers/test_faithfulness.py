"""No reader loses a word, invents one or gives it to somebody else."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings

from generator import discover, readers
from generator.model import Document, Reading, Transcript
from generator.readers.documents import FORMATS
from tests.readers import layouts, reading

_WORD = re.compile(r"[^\W_]+")
MARKED = {"captions": {"v"}, "json": set(), "tokens": set()}
"""Readers of formats that repeat who speaks beside every few words, and the words of their markup."""


def words(text: str) -> Counter[str]:
    """Count the words of a text."""
    return Counter(_WORD.findall(html.unescape(text)))


def kept(read: Transcript) -> Counter[str]:
    """Count all words that a transcript holds."""
    labels = (part for u in read.utterances for part in (u.label, *_tells(u.tells)) if part)
    return said(read) + words(" ".join(labels))


def _tells(tells: object) -> tuple[str | None, ...]:
    return tuple(getattr(tells, name, None) for name in ("organization", "title", "initials"))


def said(read: Transcript) -> Counter[str]:
    """Count the words of a transcript beside its labels."""
    paragraphs = (p.text for u in read.utterances for p in u.paragraphs)
    return words(" ".join((*paragraphs, *(h.text for h in read.headings), *(f.text for f in read.furniture))))


@pytest.mark.parametrize("layout", layouts.LAYOUTS)
@settings(max_examples=40, deadline=None)
@given(turns=layouts.conversations())
def test_every_layout_gives_back_the_turns_that_were_written(layout: str, turns: layouts.Turns) -> None:
    name, write, reader = layouts.LAYOUTS[layout]
    read = reading.transcript(write(turns), name)
    assert read.reader == reader
    told = [
        (str(label).upper() if layout == "periods" else label, paragraphs) for label, paragraphs in reading.turns(read)
    ]
    shout = str.upper if layout == "periods" else str
    assert told == [(shout(who), [" ".join(p.split()) for p in paragraphs]) for who, paragraphs in turns]


@pytest.mark.parametrize("layout", layouts.LAYOUTS)
@settings(max_examples=25, deadline=None)
@given(turns=layouts.conversations())
def test_no_layout_loses_or_invents_a_word(layout: str, turns: layouts.Turns) -> None:
    name, write, _ = layouts.LAYOUTS[layout]
    text = write(turns)
    read = reading.transcript(text, name)
    assert not words(text) - kept(read)
    assert not said(read) - words(text)


@pytest.mark.parametrize("layout", layouts.LAYOUTS)
@settings(max_examples=15, deadline=None)
@given(turns=layouts.conversations())
def test_every_paragraph_stands_on_the_line_that_it_names(layout: str, turns: layouts.Turns) -> None:
    name, write, _ = layouts.LAYOUTS[layout]
    text = write(turns).replace("\n", "\r\n")
    lines = text.split("\r\n")
    for spoken in reading.transcript(text, name).utterances:
        for paragraph in spoken.paragraphs:
            assert paragraph.text.split()[0] in lines[paragraph.line - 1]


@pytest.fixture(scope="module")
def real(need_fidelity: Path) -> dict[str, tuple[Document, Reading]]:
    """The labelled transcripts by their paths, each with what is read of it."""
    documents, _ = discover.discover(need_fidelity / "transcripts")
    return {document.source.path: (document, readers.read(document)) for document in documents}


def test_no_word_of_a_real_transcript_is_lost_or_invented(real: dict[str, tuple[Document, Reading]]) -> None:
    plain = {path: pair for path, pair in real.items() if PurePosixPath(path).suffix not in FORMATS}
    read = {path: pair for path, pair in plain.items() if pair[1].transcript}
    assert len(read) > 20
    for path, (document, one) in read.items():
        assert one.transcript is not None
        text = words(_plain(one.transcript.reader, _decoded(document.data)))
        lost, invented = text - kept(one.transcript), said(one.transcript) - text
        if one.transcript.reader == "json":
            invented = Counter(set(invented) - set(words(_decoded(document.data).replace("_", " "))))
        if one.transcript.reader in MARKED:
            lost = Counter(set(lost) - set(kept(one.transcript)) - MARKED[one.transcript.reader])
        assert not lost, (path, lost.most_common(5))
        assert not invented, (path, invented.most_common(5))


def _plain(reader: str, text: str) -> str:
    """Take the words out of a format that holds more than words."""
    if reader == "tokens":
        rows = [row.split("|") for row in text.splitlines()]
        return " ".join((*rows[0], *(part for row in rows[1:] for part in (row[0], row[4]))))
    if reader == "json":
        return " ".join(_texts(json.loads(text), inside=False))
    return text


def _texts(value: object, inside: bool) -> Iterator[str]:
    """Give the texts of JSON, but for the ids and states that stand in a list of objects."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner, inside)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, inside or isinstance(inner, dict))
    elif isinstance(value, str) and (not inside or len(value.split()) > 2):
        yield value


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def test_every_file_of_the_fidelity_set_is_read_or_refused_with_a_reason(
    real: dict[str, tuple[Document, Reading]],
) -> None:
    assert len(real) > 50
    for path, (_, one) in real.items():
        assert one.transcript or any(p.level == "error" and p.message for p in one.problems), path
