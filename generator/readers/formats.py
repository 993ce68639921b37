"""How a file's bytes become lines or finished dialogue, by the ending of its name. Must not know layouts.

A format that holds running text (text, Markdown, later PDF, DOCX, HTML) is opened into lines, which the readers of
layouts then claim. A format that itself says who speaks (captions, JSON of speech services) is opened into a draft
at once, and needs no claim. One row each in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from generator import problems
from generator.model import Document
from generator.readers import decode, text
from generator.readers.opened import Opened

HINT = "save it as text or Markdown with a label before each turn, such as `Name: words`, or begin its name with `_`"


def words(document: Document) -> Opened:
    """Open a file of plain text or Markdown."""
    path = document.source.path
    decoded, found = decode.decode(path, document.data)
    if decoded is None:
        return Opened(problems=found)
    if not decoded.strip():
        return Opened(problems=(*found, problems.error(path, 0, "the file is empty")))
    return Opened(text=text.cut(path, decoded), problems=found)


FORMATS: Mapping[str, Callable[[Document], Opened]] = {
    "": words,
    ".txt": words,
    ".text": words,
    ".transcript": words,
    ".md": words,
    ".markdown": words,
    ".mdown": words,
}
"""Ending of the name, in small letters → how to open such a file."""


def unfold(document: Document) -> Opened:
    """Open a file by the ending of its name."""
    suffix = PurePosixPath(document.source.path).suffix.casefold()
    if suffix not in FORMATS:
        return Opened(problems=(problems.error(document.source.path, 0, f"no reader for {suffix} files", HINT),))
    return FORMATS[suffix](document)
