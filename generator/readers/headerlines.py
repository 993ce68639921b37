"""The grammar of a transcript whose labels stand on lines of their own. Must not know what such a line looks like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model import Participant
from generator.readers import blocks, dialogue, marks, preamble
from generator.readers.blocks import Block, Piece
from generator.readers.builder import Builder
from generator.readers.text import Draft, Line


@dataclass(frozen=True, slots=True)
class LabelLine:
    """A line that is a label."""

    name: str
    tells: Participant | None = None
    number: str = ""
    """A running number, as printed: "[12]"."""
    lines: int = 1
    """How many lines of the file it takes."""


def read(lines: Sequence[Line], found: Mapping[int, LabelLine], end: int) -> Draft:
    """Read a transcript, given the indexes of its label lines and of the first line after it."""
    builder = Builder()
    first = _before(lines, min(found))
    wrapped = blocks.wrapped(lines)
    _header(builder, lines[:first])
    at = first
    for label_at in [*sorted(found), end]:
        _words(builder, lines[at:label_at], wrapped)
        if label_at < end:
            at = label_at + _label(builder, lines[label_at], found[label_at])
    _footer(builder, lines[end:])
    return builder.draft()


def _before(lines: Sequence[Line], label: int) -> int:
    """Step back over the headings of parts that stand right before the first label."""
    at = label
    for n in range(label - 1, -1, -1):
        if marks.section(lines[n].text) and (marks.remarks(lines[n].text) or lines[n].text.strip().endswith(":")):
            at = n
        elif not lines[n].blank and not marks.ruler(lines[n].text):
            break
    return at


def _header(builder: Builder, lines: Sequence[Line]) -> None:
    taken = preamble.people(builder, lines)
    for line in lines:
        if line.number not in taken and not line.blank:
            builder.aside(preamble.kind(line.text), line.text, line.number)
            builder.header.append(line)


def _label(builder: Builder, line: Line, label: LabelLine) -> int:
    builder.speak(label.name, line.number, label.tells)
    builder.aside("turn number", label.number, line.number)
    return label.lines


def _words(builder: Builder, lines: Sequence[Line], wrapped: bool) -> None:
    for block in blocks.blocks(lines, wrapped):
        for part in _without_rulers(block):
            words = part.text
            if marks.ruler(words):
                builder.aside("ruler", words, part.line)
            elif marks.section(words):
                builder.head(words, part.line)
            else:
                dialogue.say(builder, words, part.line)


def _without_rulers(block: Block) -> list[Block]:
    """Take rulers and headings out of a wrapped paragraph."""
    if len(block.pieces) == 1:
        return [block]
    kept: list[Block] = []
    run: list[Piece] = []
    for piece in block.pieces:
        if marks.ruler(piece.text) or marks.section(piece.text):
            kept.extend([Block(tuple(run))] if run else [])
            kept.append(Block((piece,)))
            run = []
        else:
            run.append(piece)
    return [*kept, Block(tuple(run))] if run else kept


def _footer(builder: Builder, lines: Sequence[Line]) -> None:
    taken = preamble.people(builder, lines)
    for line in lines:
        if line.number not in taken:
            builder.aside("ruler" if marks.ruler(line.text) else "footer", line.text, line.number)
