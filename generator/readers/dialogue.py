"""The grammar of a dialogue whose labels stand before the words, over blocks of any origin. Must not know files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.model import Participant
from generator.readers import evidence, labels, lists, marks, minutes, names, preamble
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
_TIMES = frozenset("[(0123456789")
LISTED = 1.5
"""Where this many list entries that are notes come on each label, too."""
_LISTED = frozenset(["item", "table", "code"])
_PAUSES = frozenset({"break", "jingle", "music", "ad break", "sponsor break", "outro music", "intro music", "ad"})


@dataclass(frozen=True, slots=True)
class Plan:
    """Where in a list of blocks the dialogue lies, and which blocks begin with a label."""

    blocks: tuple[Block, ...]
    labels: tuple[Label | None, ...]
    """One a block."""
    begin: int
    """Index of the first block that is not before the transcript."""
    end: int
    """Index of the first block after it."""
    turns: int
    """How many blocks begin with a label."""
    voices: int


def plan(blocks: Sequence[Block], known: Sequence[Participant]) -> Plan | None:
    """Find labels and limits of a dialogue; None where there is none."""
    begin = next((n + 1 for n, block in enumerate(blocks) if marks.beginning(block.text)), 0)
    often = _often(blocks[begin:])
    pieces = [part for block in blocks[begin:] for part in _parts(block, lambda piece: _surely(piece, often))]
    cuts = [_candidate(block) for block in pieces]
    if sum(map(bool, cuts)) < FEWEST:
        return None
    people = (*known, *_listed(blocks))
    accepted = _decide(pieces, cuts, people)
    if not accepted:
        return None
    whole, found = _split(pieces, cuts, accepted)
    if sum(map(bool, found)) < FEWEST or not _fits(whole, found, people):
        return None
    last = max(n for n, label in enumerate(found) if label)
    end = next((n for n in range(last + 1, len(whole)) if marks.footer(whole[n].text)), len(whole))
    names_of = {label.name for label in found if label}
    before: tuple[None, ...] = (None,) * begin
    return Plan((*blocks[:begin], *whole), (*before, *found), begin, begin + end, sum(map(bool, found)), len(names_of))


def _decide(blocks: Sequence[Block], cuts: Sequence[Label | None], people: Sequence[Participant]) -> frozenset[str]:
    both = list(zip(blocks, cuts, strict=True))
    found = [evidence.Candidate(label, _bold(block, label)) for block, label in both if label]
    spoken = evidence.Words(lambda: (label.rest if label else block.text for block, label in both))
    return evidence.decide(found, people, spoken)


def _fits(blocks: Sequence[Block], found: Sequence[Label | None], people: Sequence[Participant]) -> bool:
    """Tell whether a text is a dialogue and not minutes, a chat log or prose in which two labels happen to stand."""
    accepted = {label.name for label in found if label}
    first = next(n for n, label in enumerate(found) if label)
    spoken, labelled = blocks[first:], sum(map(bool, found))
    noted = minutes.notes(spoken, found[first:])
    listed = sum(
        block.kind in {"table", "code"} or n in noted for n, block in enumerate(spoken) if block.kind in _LISTED
    )
    chatted = sum(labels.chat(block.text) for block in spoken)
    if listed > max(NOTES * len(spoken), LISTED * labelled) or chatted > NOTES * len(spoken):
        return False
    if len(accepted) == 1:
        return labelled * 2 > len(spoken)
    sure = any(names.generic(n) or any(names.same_person(n, p.name) for p in people) for n in accepted)
    return sure or labelled > SPARSE * len(spoken)


def read(planned: Plan) -> Draft:
    """Read a dialogue as planned."""
    builder = Builder()
    first = next(n for n, label in enumerate(planned.labels) if label)
    at = preamble.read(builder, planned.blocks, planned.begin, first)
    accepted = {label.name for label in planned.labels if label}
    noted = minutes.notes(planned.blocks[at : planned.end], planned.labels[at : planned.end])
    for n in range(at, planned.end):
        block, label = planned.blocks[n], planned.labels[n]
        if label:
            _turn(builder, label, block.line)
        elif n - at in noted:
            builder.aside("notes", block.text, block.line)
        elif several := minutes.several(block.text, accepted):
            _several(builder, several, block.line)
        else:
            unlabelled(builder, block)
    for block in planned.blocks[planned.end :]:
        builder.aside("footer", block.text, block.line)
    return builder.draft()


def _several(builder: Builder, several: tuple[str, str], line: int) -> None:
    """Begin words of several people at once: they are given to nobody."""
    builder.speak(None, line)
    builder.aside("label of several people", several[0], line)
    say(builder, several[1], line)


def unlabelled(builder: Builder, block: Block) -> None:
    """Add a block that begins with no label: words, a heading, or what is nobody's speech."""
    clock = labels.clock(block.text)
    if clock is not None:
        builder.tick(block.text, block.line, clock)
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
    if block.kind == "stray":
        return "line without a label"
    if block.kind == "ruler" or marks.ruler(words):
        return "ruler"
    if marks.time_of_day(words):
        return "time"
    if block.kind in {"link", "image", "comment", "chat", "scribe"}:
        return block.kind
    if marks.end(words):
        return "end"
    if minutes.typed(words):
        return "chat"
    return "break" if block.bold and block.bold.strip(" :").casefold() in _PAUSES else ""


def _bold(block: Block, label: Label) -> bool:
    return bool(block.bold) and label.name in " ".join(block.bold.split())


def _candidate(block: Block) -> Label | None:
    if block.kind not in {"paragraph", "item"}:
        return None
    words = block.text
    found = labels.cut(words, block.line)
    marked = not found and (block.bold or words[:1] in _TIMES)
    return labels.handle(words, block.bold) if marked else found


def _split(
    blocks: Sequence[Block], cuts: Sequence[Label | None], accepted: frozenset[str]
) -> tuple[list[Block], list[Label | None]]:
    """Cut blocks where a line within begins with a label that is known by now, and keep only the labels known."""
    whole: list[Block] = []
    found: list[Label | None] = []
    for block, cut in zip(blocks, cuts, strict=True):
        parts = _parts(block, lambda piece: _begins(piece, accepted))
        whole.extend(parts)
        for label in [cut] if len(parts) == 1 else map(_candidate, parts):
            found.append(label if label and label.name in accepted else None)
    return whole, found


def _begins(piece: Piece, accepted: frozenset[str]) -> bool:
    label = labels.cut(piece.text) if ":" in piece.text[: labels.FARTHEST] else None
    return label is not None and label.name in accepted and not label.question


def _often(blocks: Sequence[Block]) -> frozenset[str]:
    """Find names that begin many lines within paragraphs, where turns follow each other without a blank line."""
    inner = (piece.text for block in blocks if len(block.pieces) > 1 for piece in block.pieces)
    cuts = (labels.cut(words) for words in inner if ":" in words[: labels.FARTHEST])
    counted = Counter(label.name for label in cuts if label and not label.question and not names.common(label.name))
    return frozenset(name for name, n in counted.items() if n >= evidence.OFTEN)


def _surely(piece: Piece, often: frozenset[str]) -> bool:
    """Tell whether a line within a paragraph is a label: a name met often, capitals, or any after a hard break."""
    if not piece.fresh and ":" not in piece.text[: labels.FARTHEST]:
        return False
    label = labels.cut(piece.text)
    if label is None or names.common(label.name):
        return False
    shouted = not label.question and names.capitals(label.name) and " " in label.name
    return piece.fresh or shouted or label.name in often


def _parts(block: Block, begins: Callable[[Piece], bool]) -> list[Block]:
    if len(block.pieces) == 1 or block.kind != "paragraph":
        return [block]
    pieces = block.pieces
    short = (n for n, piece in enumerate(pieces) if len(piece.text) <= labels.LONGEST_CLOCK)
    ticks = {n for n in short if labels.clock(pieces[n].text) is not None}
    inner = [n for n in range(1, len(pieces)) if n in ticks or n - 1 in ticks or begins(pieces[n])]
    if not inner:
        return [block]
    cuts = [0, *inner, len(pieces)]
    return [replace(block, pieces=pieces[a:b], bold="" if a else block.bold) for a, b in pairwise(cuts)]


def _listed(blocks: Sequence[Block]) -> list[Participant]:
    """Read the lists of participants, wherever they stand; in most files no line begins one."""
    if not any(lists.may_head(piece.text) for block in blocks for piece in block.pieces):
        return []
    lines = tuple(Line(piece.line, piece.text) for block in blocks for piece in block.pieces)
    return [person for found in lists.find(lines) for person in found.people]
