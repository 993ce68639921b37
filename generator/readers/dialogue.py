"""The grammar of a dialogue whose labels stand before the words, over blocks of any origin. Must not know files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.model import Participant
from generator.readers import evidence, labels, lists, marks, names, preamble
from generator.readers.blocks import Block, Piece
from generator.readers.builder import Builder
from generator.readers.labels import Label
from generator.readers.text import Draft, Line

FEWEST = 2
"""A dialogue has at least so many labels."""
SPARSE = 0.05
"""Where no label is a known person or voice, more than this share of the paragraphs must have one."""
NOTES = 0.15
"""Where more than this share are list entries, these are minutes: whose words they are nobody can say."""
_PAUSES = frozenset({"break", "jingle", "music", "ad break", "sponsor break", "outro music", "intro music", "ad"})


@dataclass(frozen=True, slots=True)
class Plan:
    """Where in a list of blocks the dialogue lies, and which names are labels in it."""

    blocks: tuple[Block, ...]
    begin: int
    """Index of the first block that is not before the transcript."""
    end: int
    """Index of the first block after it."""
    accepted: frozenset[str]
    turns: int
    """How many blocks begin with a label."""
    voices: int


def plan(blocks: Sequence[Block], known: Sequence[Participant]) -> Plan | None:
    """Find labels and limits of a dialogue; None where there is none."""
    begin = next((n + 1 for n, block in enumerate(blocks) if marks.beginning(block.text)), 0)
    people = (*known, *(p for found in lists.find(_lines(blocks)) for p in found.people))
    pieces = _split_surely(blocks[begin:])
    found = [evidence.Candidate(label, _bold(block, label)) for block, label in _candidates(pieces)]
    starts = [label.rest for _, label in _candidates(pieces)]
    others = [block.text for block in pieces if not _candidate(block)]
    accepted = evidence.decide(found, people, evidence.words((*starts, *others)))
    counted = evidence.counts(found, accepted)
    whole = (*blocks[:begin], *_split(pieces, accepted))
    if sum(counted.values()) < FEWEST or not _fits(whole[begin:], accepted, people):
        return None
    end = _end(whole, begin, accepted)
    return Plan(whole, begin, end, accepted, sum(counted.values()), len(counted))


def _fits(blocks: Sequence[Block], accepted: frozenset[str], people: Sequence[Participant]) -> bool:
    """Tell whether a text is a dialogue and not minutes, a chat log or prose in which two labels happen to stand."""
    labelled = [bool(_accepted(block, accepted)) for block in blocks]
    spoken = blocks[labelled.index(True) :]
    listed = sum(block.kind in {"item", "table", "code"} for block in spoken)
    chatted = sum(labels.chat(block.text) for block in spoken)
    if listed > NOTES * len(spoken) or chatted > NOTES * len(spoken):
        return False
    if len(accepted) == 1:
        return sum(labelled) * 2 > len(spoken)
    sure = any(names.generic(n) or any(names.same_person(n, p.name) for p in people) for n in accepted)
    return sure or sum(labelled) > SPARSE * len(spoken)


def read(planned: Plan) -> Draft:
    """Read a dialogue as planned."""
    builder = Builder()
    at = preamble.read(builder, planned.blocks, planned.begin, lambda block: _accepted(block, planned.accepted) is not None)
    notes = False
    for block in planned.blocks[at : planned.end]:
        notes = block.kind == "heading" or (notes and block.kind == "item" and not _accepted(block, planned.accepted))
        if notes and block.kind == "item":
            builder.aside("notes", block.text, block.line)
        else:
            _block(builder, block, planned.accepted)
    for block in planned.blocks[planned.end :]:
        builder.aside("footer", block.text, block.line)
    return builder.draft()


def _block(builder: Builder, block: Block, accepted: frozenset[str]) -> None:
    label = _accepted(block, accepted)
    if label:
        _turn(builder, label, block.line)
    elif kind := _aside(block):
        builder.aside(kind, block.text, block.line)
    elif block.kind == "heading" or marks.section(block.text):
        builder.head(block.text, block.line, max(1, block.level))
    else:
        say(builder, block.text, block.line)


def _turn(builder: Builder, label: Label, line: int) -> None:
    builder.speak(label.name, line, label.tells, label.start)
    builder.aside("time", label.time, line)
    if label.rest:
        say(builder, label.rest, line)


def say(builder: Builder, words: str, line: int) -> None:
    """Add a paragraph, a time of the recording at its beginning set apart."""
    time = labels.leading_time(words)
    if time:
        builder.aside("time", time[0], line)
        builder.say(words[len(time[0]) :], line, time[1])
    else:
        builder.say(words, line)


def _aside(block: Block) -> str:
    """Name the kind of a block that is nobody's speech; empty where it is speech."""
    words = block.text.strip()
    if block.kind == "ruler" or marks.ruler(words):
        return "ruler"
    if marks.time_of_day(words):
        return "time"
    if block.kind in {"link", "image", "comment"}:
        return block.kind
    if marks.end(words):
        return "end"
    return "break" if block.bold and block.bold.strip(" :").casefold() in _PAUSES else ""


def _bold(block: Block, label: Label) -> bool:
    return bool(block.bold) and label.name in " ".join(block.bold.split())


def _candidate(block: Block) -> Label | None:
    return labels.cut(block.text, block.line) if block.kind in {"paragraph", "item"} else None


def _candidates(blocks: Sequence[Block]) -> list[tuple[Block, Label]]:
    return [(block, label) for block in blocks if (label := _candidate(block))]


def _accepted(block: Block, accepted: frozenset[str]) -> Label | None:
    label = _candidate(block)
    return label if label and label.name in accepted else None


def _split_surely(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Cut blocks where a line within can only be a new label: capitals and a colon, or a label after a hard break."""
    return tuple(part for block in blocks for part in _parts(block, _surely))


def _split(blocks: Sequence[Block], accepted: frozenset[str]) -> tuple[Block, ...]:
    """Cut blocks where a line within begins with a label that is known by now."""

    def begins(piece: Piece) -> bool:
        label = labels.cut(piece.text)
        return label is not None and label.name in accepted and not label.question

    return tuple(part for block in blocks for part in _parts(block, begins))


def _surely(piece: Piece) -> bool:
    label = labels.cut(piece.text)
    if label is None or names.common(label.name):
        return False
    return piece.fresh or (not label.question and names.capitals(label.name) and " " in label.name)


def _parts(block: Block, begins: Callable[[Piece], bool]) -> list[Block]:
    if len(block.pieces) == 1 or block.kind != "paragraph":
        return [block]
    cuts = [0, *(n for n, piece in enumerate(block.pieces) if n and begins(piece)), len(block.pieces)]
    return [replace(block, pieces=block.pieces[a:b], bold="" if a else block.bold) for a, b in pairwise(cuts)]


def _end(blocks: Sequence[Block], begin: int, accepted: frozenset[str]) -> int:
    """Find where the publisher's footer begins: after the last label."""
    last = max(n for n, block in enumerate(blocks) if n >= begin and _accepted(block, accepted))
    return next((n for n in range(last + 1, len(blocks)) if marks.footer(blocks[n].text)), len(blocks))


def _lines(blocks: Sequence[Block]) -> tuple[Line, ...]:
    return tuple(Line(piece.line, piece.text) for block in blocks for piece in block.pieces)
