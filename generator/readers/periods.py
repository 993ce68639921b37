"""Reads transcripts whose labels are capitals and a full stop: `CHAIR NAME.  text`, `MS. IBÁÑEZ. text`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from generator.model import Participant
from generator.readers import blocks, dialogue, evidence, marks, names, preamble
from generator.readers.blocks import Block, Piece
from generator.readers.builder import Builder
from generator.readers.text import Claim, Draft, Text

NAME = "periods"
FEWEST = 3
LONGEST = 60


def claim(text: Text) -> Claim | None:
    """Claim text in which paragraphs begin with a name in capitals and a full stop."""
    near = [line.text for line in text.lines if not "a" <= line.text[1:2] <= "z"]  # as in most lines: "We melt"
    if sum(map(_shouts, near)) < FEWEST or sum(map(_may_label, near)) < FEWEST:
        return None
    whole, accepted, turns = _plan(text)
    if turns < FEWEST:
        return None
    reason = f"{turns} paragraphs begin with one of {len(accepted)} names in capitals and a full stop"
    return Claim(turns, reason, (whole, accepted))


def _shouts(words: str) -> bool:
    """Tell quickly whether a line may begin with a name in capitals."""
    start = words.lstrip()[:3]
    return len(start) > 2 and start[0].isalpha() and start == start.upper()


def _may_label(words: str) -> bool:
    """Tell whether a line begins with a label, or is all capitals, so that the next one may end a label."""
    stripped = words.lstrip()
    if not stripped or stripped[1:2] != stripped[1:2].upper():
        return False
    for word in stripped[: LONGEST + 20].split():
        if not _capital(word.rstrip(".")):
            return False
        if _ends(word):
            break
    return True


def read(text: Text, claim: Claim) -> Draft:
    """Read turns labelled in capitals."""
    found, accepted = cast(tuple[tuple[Block, ...], frozenset[str]], claim.plan)
    builder = Builder()
    first = next(n for n, block in enumerate(found) if (label := _cut(block.text)) and label[0] in accepted)
    at = preamble.read(builder, found, 0, first)
    for block in found[at:]:
        _block(builder, block, accepted)
    return builder.draft()


def _plan(text: Text) -> tuple[tuple[Block, ...], frozenset[str], int]:
    whole = tuple(part for block in blocks.blocks(text.lines) for part in _parts(block))
    labels = Counter(label[0] for block in whole if (label := _cut(block.text)))
    spoken = evidence.Words(lambda: (block.text for block in whole))
    accepted = frozenset(name for name, n in labels.items() if _label(name, n, text.known, spoken))
    if sum(labels[name] for name in accepted) >= evidence.MANY:
        accepted |= {name for name in labels if " " in name and names.plausible(name) and not _phrase(name)}
    return whole, accepted, sum(labels[name] for name in accepted)


def _parts(block: Block) -> list[Block]:
    """Cut a wrapped paragraph where a line within begins with a label."""
    runs: list[list[Piece]] = []
    for piece in block.pieces:
        if not runs or _cut(piece.text):
            runs.append([])
        runs[-1].append(piece)
    return [block] if len(runs) == 1 else [replace(block, pieces=tuple(run)) for run in runs]


def _label(name: str, often: int, known: Sequence[Participant], spoken: evidence.Words) -> bool:
    if names.generic(name) or any(names.same_person(name, p.name) for p in known):
        return True
    if not names.plausible(name) or names.common(name):
        return False
    return names.titled(name) or often > 1 or (len(name.split()) > 1 and _mentioned(name, spoken))


def _mentioned(name: str, spoken: evidence.Words) -> bool:
    """Tell whether the text speaks of somebody of that name."""
    last = name.split()[-1]
    return len(last) > 2 and last.title() in spoken.capital


def _phrase(name: str) -> bool:
    """Tell "THANK YOU" from "HEATHER LONG", where labels in capitals are many."""
    return all(names.common(word) for word in name.split())


def _cut(words: str) -> tuple[str, str] | None:
    """Cut a label in capitals and the words after its full stop."""
    stripped = words.lstrip()
    if stripped[1:2] != stripped[1:2].upper():
        return None
    taken = 0
    for word in stripped[: LONGEST + 20].split():
        at = stripped.index(word, taken)
        taken = at + len(word)
        if not _capital(word.rstrip(".")):
            return None
        if _ends(word):
            rest = stripped[taken:]
            spaced = rest[:1].isspace() and bool(rest.strip())
            return (
                (" ".join(stripped[:taken].rstrip(".").split()), rest.strip()) if spaced and taken <= LONGEST else None
            )
    return None


def _capital(bare: str) -> bool:
    """Tell whether a word of a label is written as its words are: "CHAIR", "2"."""
    return bare == bare.upper() and (bare.isdigit() or any(c.isalpha() for c in bare))


def _ends(word: str) -> bool:
    """Tell whether a label may end with a word: with "NAME." and not with "MS." or "J.F."."""
    bare = word.rstrip(".")
    return bare != word and len(bare) > 1 and "." not in bare and bare.casefold() not in names.ABBREVIATED


def _block(builder: Builder, block: Block, accepted: frozenset[str]) -> None:
    label = _cut(block.text)
    if label and label[0] in accepted:
        builder.speak(label[0], block.line)
        dialogue.say(builder, label[1], block.line)
    elif marks.ruler(block.text):
        builder.aside("ruler", block.text, block.line)
    elif marks.section(block.text):
        builder.head(block.text, block.line)
    elif marks.time_of_day(block.text) or marks.end(block.text):
        builder.aside("time" if marks.time_of_day(block.text) else "end", block.text, block.line)
    else:
        dialogue.say(builder, block.text, block.line)
