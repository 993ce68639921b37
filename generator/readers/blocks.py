"""Cuts plain text into blocks: a line, or, where lines are wrapped, a run of them. Must not know layouts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.readers import marks
from generator.readers.text import Line

WIDEST = 100
"""Lines that are all shorter than this may have been wrapped by a machine."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line of the file."""

    text: str
    line: int
    fresh: bool = False
    """True where the line before ended on purpose (Markdown's hard break), so that a label may begin here."""


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, list entry, table row, code or ruler, made of one or more lines."""

    pieces: tuple[Piece, ...]
    kind: str = "paragraph"
    level: int = 0
    bold: str = ""
    """The words in bold with which a Markdown paragraph begins."""

    @property
    def line(self) -> int:
        """Line of its first word."""
        return self.pieces[0].line

    @cached_property
    def text(self) -> str:
        """Its words, lines joined by a space."""
        return self.pieces[0].text if len(self.pieces) == 1 else " ".join(piece.text for piece in self.pieces)


def blocks(lines: Sequence[Line], joined: bool | None = None) -> tuple[Block, ...]:
    """Cut a text into blocks; `joined` tells whether lines are wrapped where these lines are too few to tell."""
    if not (wrapped(lines) if joined is None else joined):
        return tuple(_block(line) for line in lines if not line.blank)
    made: list[Block] = []
    run: list[Piece] = []
    for line in lines:
        if line.blank:
            if run:
                made.append(Block(tuple(run)))
            run = []
        else:
            run.append(Piece(line.text, line.number, line.text.endswith("  ")))
    return (*made, Block(tuple(run))) if run else tuple(made)


def _block(line: Line) -> Block:
    return Block((Piece(line.text, line.number),), line.kind, line.level, line.bold)


def wrapped(lines: Sequence[Line]) -> bool:
    """Tell whether paragraphs are wrapped: blank lines between them, no long line, full lines followed by others."""
    longest = full = inner = 0
    before: Line | None = None
    for line in lines:
        if marks.ruler(line.text):
            before = None
            continue
        longest = max(longest, len(line.text.rstrip()))
        if longest > WIDEST:
            return False
        if before and not before.blank and not line.blank:
            inner += 1
            full += len(before.text) > 50
        before = line
    return longest > 50 and full * 2 > inner and any(line.blank for line in lines)
