"""Cuts text whose entries begin at the margin and go on indented, as minutes sent by e-mail do. Must not know labels.

Mei Tan: We melt
  the sand.
<ravi> hot!
Topic: Furnaces
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.readers.blocks import WIDEST, Block, Piece
from generator.readers.text import Line

FEWEST = 6
"""So many lines must go on indented."""
# "<ravi_m> hot!": a line of chat that somebody typed
_CHAT = re.compile(r"<[^<>\s][^<>]{0,60}>\s")
# "Topic: Furnaces", "Subtopic: Sand"
_TOPIC = re.compile(r"(?:Sub)?[Tt]opic: \S.{0,200}")
# "Mei Tan is scribing.", "Our Robot Overlords are scribing."
_SCRIBE = re.compile(r".{1,80} (?:is|are) scribing\.?")


def blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Cut entries; empty where the text does not hang."""
    if not _hangs(lines):
        return ()
    return tuple(_entries(lines))


def _hangs(lines: Sequence[Line]) -> bool:
    """Tell whether most lines that do not begin an entry are indented, and most entries have a colon or a nick."""
    indented = margin = labelled = 0
    for line in lines:
        words = line.text
        if len(words) > WIDEST and " " in words.strip():
            return False
        if words[:2] == "  " and words[2:3] not in {"", " "}:
            indented += 1
        elif words and not words[0].isspace():
            margin += 1
            labelled += words[0] == "<" or ":" in words[:40]
    return indented >= FEWEST and indented * 4 > margin and labelled * 10 > margin * 7


def _entries(lines: Sequence[Line]) -> Iterator[Block]:
    run: list[Piece] = []
    for line in lines:
        begins = line.blank or not line.text[0].isspace()
        if begins and run:
            yield _block(run)
            run = []
        if not line.blank:
            run.append(Piece(line.text, line.number))
    if run:
        yield _block(run)


def _block(run: Sequence[Piece]) -> Block:
    words = " ".join(" ".join(piece.text.split()) for piece in run)
    one = (Piece(words, run[0].line),)
    if _CHAT.match(words):
        return Block(one, "chat")
    if _TOPIC.fullmatch(words):
        return Block(one, "heading", 2)
    if _SCRIBE.fullmatch(words):
        return Block(one, "scribe")
    return Block(tuple(run) if run[0].text[0].isspace() else one, "paragraph" if ":" in words[:110] else "stray")
