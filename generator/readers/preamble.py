"""Reads what stands before the first label: header, participants, summary, or already speech. Must not know layouts."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from generator.readers import labels, lists, marks, names
from generator.readers.blocks import Block
from generator.readers.builder import Builder
from generator.readers.text import Line

SPEECH = 8
"""Words that a paragraph before the first label must have to be taken for speech."""
# "Net Revenue-- $575 million", "Gross margin (company) — 69%": a summary's bullet
_BULLET = re.compile(r"[^.?!]{2,90}?(?:--|\s[—–-]\s)\s*\S")
# "Topic: Electrum", "Paper on fuzzing: https://…": a header's line
_KEYED = re.compile(r"[^.?!:]{1,90}:\s*\S")
_PERSONS = frozenset("i we you my our your us me i'm i'd i'll i've we're we'll we've we'd you're you'll thanks".split())
_ADMINISTRATIVE = frozenset(
    [
        "attendance",
        "attendees",
        "logistics",
        "meeting details",
        "meeting notes",
        "participants",
        "registration",
        "schedule constraints",
    ]
)
_PUBLISHERS = (
    "transcript ",
    "this transcript",
    "this editable transcript",
    "transcribed ",
    "edited by",
    "note:",
    "the following",
    "editor's note",
)


def read(builder: Builder, blocks: Sequence[Block], begin: int, first: int) -> int:
    """Set aside what is no speech between two blocks; give the index of the first that is spoken or has a label."""
    speech = _speech(blocks, begin, first)
    set_aside(builder, blocks, speech)
    return speech


def people(builder: Builder, lines: Sequence[Line]) -> set[int]:
    """Note the lists of participants that stand in some lines, and give the numbers of these lines."""
    taken: set[int] = set()
    for found in lists.find(lines):
        builder.participants.extend(found.people)
        for line in lines[found.first : found.end]:
            builder.aside("participant list", line.text, line.number)
            taken.add(line.number)
    return taken


def _speech(blocks: Sequence[Block], begin: int, first: int) -> int:
    """Find the first block that is spoken although no label stands before it."""
    lines = [Line(piece.line, piece.text) for block in blocks[begin:first] for piece in block.pieces]
    listed = {line.number for found in lists.find(lines) for line in lines[found.first : found.end]}
    opening = max((n + 1 for n in range(begin, first) if _administrative(blocks[n], listed)), default=begin)
    for n in range(opening, first):
        alone = n == 0 or begin > 0
        if blocks[n].line not in listed and _sentence(blocks[n]) and (alone or _addressed(blocks[n])):
            heading = n > begin and blocks[n - 1].kind == "heading"
            return n - 1 if heading else n
    while first > begin and _leads(blocks[first - 1]):
        first -= 1
    return first


def _leads(block: Block) -> bool:
    """Tell a heading or a time right before the first label."""
    return block.kind == "heading" or marks.section(block.text) or labels.clock(block.text) is not None


def _administrative(block: Block, listed: Collection[int]) -> bool:
    """Tell what stands before speech and never within: a list of who attends, a heading such as "Logistics"."""
    if block.line in listed:
        return True
    return block.kind == "heading" and block.text.strip(" :").casefold() in _ADMINISTRATIVE


def _addressed(block: Block) -> bool:
    """Tell whether a paragraph below a header is said by somebody to somebody, and does not describe the meeting."""
    return any(word.strip('.,;:!?"“”()') in _PERSONS for word in block.text.replace("’", "'").casefold().split())


def _sentence(block: Block) -> bool:
    words = block.text.strip()
    if block.kind != "paragraph" or len(words.split()) < SPEECH or "://" in words[:80]:
        return False
    if _BULLET.match(words) or (_KEYED.match(words) and labels.cut(words)) or words.casefold().startswith(_PUBLISHERS):
        return False
    return words.rstrip("\"”’')]").endswith((".", "?", "!", "…", "。", "？", "！", "-", "—"))


def set_aside(builder: Builder, blocks: Sequence[Block], end: int) -> None:
    """Set aside the blocks before an index as header, summary or list of participants."""
    for block in blocks[:end]:
        if block.kind in {"chat", "scribe"}:
            builder.aside(block.kind, block.text, block.line)
    spoken = [block for block in blocks[:end] if block.kind not in {"chat", "scribe"}]
    lines = [Line(piece.line, piece.text) for block in spoken for piece in block.pieces]
    taken = people(builder, lines)
    for line in lines:
        if line.number not in taken:
            builder.aside(kind(line.text), line.text, line.number)
            builder.header.append(line)


def kind(words: str) -> str:
    """Name the kind of a line that stands before the words."""
    if marks.ruler(words):
        return "ruler"
    if marks.time_of_day(words):
        return "time"
    return "summary" if (_BULLET.match(words) and not names.plausible(words)) or len(words) > 160 else "header"
