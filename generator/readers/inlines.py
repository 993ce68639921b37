"""Reads paragraphs of Markdown in which nothing is marked, or nothing but a label in bold; most are such.

It gives what the parser would give, many times faster; whatever it is not sure of it leaves to the parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.readers.blocks import Piece

# What may begin a mark: emphasis, code, links and images, autolinks, entities, escapes
_MARK = re.compile(r"[*_`<&\\]|\]\(|!\[")
# "**Mei Tan:** We melt", "**Mei Tan**: We melt": bold letters at the beginning, that end before a space or a colon
_BOLD = re.compile(r"\*\*([^\s*_`<&\\\[\]!][^*_`<&\\\[\]!\n]{0,100}(?<!\s))\*\*(?=\s|$|(?<=[^\W_]\*\*):)")


@dataclass(frozen=True, slots=True)
class Plain:
    """The words of a paragraph without its marks."""

    pieces: tuple[Piece, ...]
    bold: str = ""
    """The words in bold with which it begins."""


def plain(content: str, line: int) -> Plain | None:
    """Read a paragraph; None where a parser must."""
    label = _BOLD.match(content) if content[:2] == "**" else None
    rest = content[label.end() :] if label else content
    if _MARK.search(rest):
        return None
    words = label[1] + rest if label else content
    pieces = _pieces(words, line) if "\n" in words else _single(words, line)
    return Plain(tuple(pieces), label[1] if label else "")


def _single(words: str, line: int) -> Iterator[Piece]:
    if words and not words.isspace():
        yield Piece(words, line)


def _pieces(words: str, line: int) -> Iterator[Piece]:
    """Cut at line ends: spaces around them go, two before one make it a break on purpose."""
    fresh = False
    lines = words.split("\n")
    for n, part in enumerate(lines):
        text = part.lstrip(" \t") if n else part
        text = text.rstrip(" ") if n < len(lines) - 1 else text
        if text and not text.isspace():
            yield Piece(text, line + n, fresh)
        fresh = part.endswith("  ")
