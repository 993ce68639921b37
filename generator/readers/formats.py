"""How a file's bytes become lines or finished dialogue, by the ending of its name. Must not know layouts.

A format that holds running text (text, Markdown, later PDF, DOCX, HTML) is opened into lines, which the readers of
layouts then claim. A format that itself says who speaks (captions, JSON of speech services) is opened into a draft
at once, and needs no claim. One row each in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from generator import problems
from generator.model import Document
from generator.problems import Problem
from generator.readers import captions, decode, documents, jsonspeech, text, tokens
from generator.readers.opened import Opened

HINT = "save it as text or Markdown with a label before each turn, such as `Name: words`, or begin its name with `_`"


Read = Callable[[str, str], Opened]
"""(path, decoded words) → what came of it."""

SNIFFED: tuple[tuple[Callable[[str], bool], Read], ...] = (
    (captions.looks, captions.read),
    (jsonspeech.looks, jsonspeech.read),
    (tokens.looks, tokens.read),
)
"""Formats that a file of another ending may hold, told by its beginning."""


def words(document: Document) -> Opened:
    """Open a file of plain text or Markdown, or of captions or data that were saved as text."""
    path = document.source.path
    decoded, found = _decode(document)
    if decoded is None:
        return Opened(problems=found)
    read = next((read for looks, read in SNIFFED if looks(decoded)), None)
    if read is None:
        return Opened(text=text.cut(path, decoded), problems=found)
    opened = read(path, decoded)
    return replace(opened, problems=(*found, *opened.problems))


def spoken(read: Read) -> Callable[[Document], Opened]:
    """Make the opening of a format that says itself who speaks."""

    def opened(document: Document) -> Opened:
        decoded, found = _decode(document)
        made = Opened() if decoded is None else read(document.source.path, decoded)
        return replace(made, problems=(*found, *made.problems))

    return opened


def _decode(document: Document) -> tuple[str | None, tuple[Problem, ...]]:
    path = document.source.path
    decoded, found = decode.decode(path, document.data)
    if decoded is not None and not decoded.strip():
        return None, (*found, problems.error(path, 0, "the file is empty"))
    return decoded, found


FORMATS: Mapping[str, Callable[[Document], Opened]] = {
    "": words,
    ".txt": words,
    ".text": words,
    ".transcript": words,
    ".log": words,
    ".md": words,
    ".markdown": words,
    ".mdown": words,
    ".vtt": spoken(captions.read),
    ".srt": spoken(captions.read),
    ".sbv": spoken(captions.read),
    ".json": spoken(jsonspeech.read),
    ".nlp": spoken(tokens.read),
    **documents.FORMATS,
}
"""Ending of the name, in small letters → how to open such a file."""


def unfold(document: Document) -> Opened:
    """Open a file by the ending of its name."""
    suffix = PurePosixPath(document.source.path).suffix.casefold()
    if suffix not in FORMATS:
        return Opened(problems=(problems.error(document.source.path, 0, f"no reader for {suffix} files", HINT),))
    return FORMATS[suffix](document)
