"""Takes tables of who attended out of Markdown: names, initials, organisations. Must not know dialogue.

| Name    | Abbreviation | Organization |
| ------- | ------------ | ------------ |
| Mei Tan | MTN          | Kettle Works |
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Furniture, Participant
from generator.readers import attendance
from generator.readers.blocks import Block
from generator.readers.text import Line

TABLE = "table"
_RULER = frozenset("|-: \t")
# "a | b": where a cell ends; "a \\| b" is one cell
_BAR = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Taken:
    """What is left of some blocks, and who attended."""

    blocks: tuple[Block, ...]
    people: tuple[Participant, ...] = ()
    rows: tuple[Furniture, ...] = ()
    """The rows of the tables that were taken out."""


def take(lines: Sequence[Line], blocks: tuple[Block, ...]) -> Taken:
    """Take every table of who attended out of blocks that were made of these lines."""
    words: dict[int, list[str]] = defaultdict(list)
    for block in blocks:
        if block.kind == TABLE:
            words[block.line].append(block.text)
    people: list[Participant] = []
    taken: set[int] = set()
    for table in _tables(lines) if words else ():
        rows = [(line.number, _cells(line, words.get(line.number, ()))) for line in table]
        heads = attendance.columns(rows[0][1])
        found = [attendance.person(cells, heads, number) for number, cells in rows[1:]] if heads else []
        if any(found):
            people.extend(person for person in found if person)
            taken.update(number for number, _ in rows)
    left = tuple(block for block in blocks if block.kind != TABLE or block.line not in taken)
    rows_of = (Furniture("participant list", "  ".join(words[number]), number) for number in sorted(taken))
    return Taken(left, tuple(people), tuple(row for row in rows_of if row.text))


def _tables(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Find the rows of each table, the ruler below the first left out."""
    end = 0
    for at in range(len(lines) - 1):
        if at < end or "|" not in lines[at].text or not _ruler(lines[at + 1].text):
            continue
        end = at + 2
        while end < len(lines) and "|" in lines[end].text:
            end += 1
        yield [lines[at], *lines[at + 2 : end]]


def _ruler(words: str) -> bool:
    return "-" in words and "|" in words and _RULER.issuperset(words)


def _cells(line: Line, plain: Sequence[str]) -> Mapping[int, str]:
    """Give the words of each cell that has some, without markup; nothing where cells and words do not agree."""
    cells = [cell.strip() for cell in _BAR.split(line.text.strip().removeprefix("|").removesuffix("|"))]
    filled = [column for column, cell in enumerate(cells) if cell]
    return dict(zip(filled, plain, strict=True)) if len(filled) == len(plain) else {}
