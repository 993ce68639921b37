"""Turns rows of tables into lines: a row of a name and words is a turn, any other stays a row. Must not know files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.readers import names
from generator.readers.htmlblocks import Made
from generator.readers.text import Line

FEWEST = 2
WORDY = 6
"""Words that the cells beside names have on average where they are what these people say."""
# "00:12", "1:02:03", "[12:30]": a cell that is a time
_TIME = re.compile(r"[\[(]?\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?")


@dataclass(frozen=True, slots=True)
class _Turn:
    """A row that says who speaks."""

    time: str
    name: str
    words: tuple[Made, ...]
    line: int


def rows(made: Sequence[Made]) -> Iterator[Line]:
    """Give the lines of all blocks, those of tables row by row."""
    for table, group in groupby(made, key=lambda block: block.cell.table if block.cell else 0):
        blocks = list(group)
        yield from _table(blocks) if table else map(_line, blocks)


def _table(blocks: Sequence[Made]) -> Iterator[Line]:
    found = [list(row) for _, row in groupby(blocks, key=lambda block: block.cell.row if block.cell else 0)]
    turns = [_turn(row) for row in found]
    speaks = _dialogue(found, turns)
    for row, turn in zip(found, turns, strict=True):
        if turn and speaks:
            yield from _spoken(turn)
        elif len({block.cell for block in row}) == len(row) > 1:
            yield Line(row[0].number, "  ".join(block.text for block in row), row[0].page, kind="row")
        else:
            yield from map(_line, row)


def _dialogue(found: Sequence[Sequence[Made]], turns: Sequence[_Turn | None]) -> bool:
    """Tell whether a table is a conversation: most rows are a name and then words, and these are sentences."""
    spoken = [turn for turn in turns if turn]
    wide = sum(len({block.cell for block in row}) > 1 for row in found)
    words = sum(len(block.text.split()) for turn in spoken for block in turn.words)
    return len(spoken) >= FEWEST and 2 * len(spoken) > wide and words >= WORDY * len(spoken)


def _turn(row: Sequence[Made]) -> _Turn | None:
    cells = [list(cell) for _, cell in groupby(row, key=lambda block: block.cell)]
    time = cells.pop(0)[0].text if len(cells) > 2 and _TIME.fullmatch(cells[0][0].text) else ""
    if len(cells) != 2 or len(cells[0]) != 1:
        return None
    name = cells[0][0].text.rstrip(": ")
    fits = (names.plausible(name) and not names.common(name)) or names.generic(name)
    return _Turn(time, name, tuple(cells[1]), row[0].number) if fits else None


def _spoken(turn: _Turn) -> Iterator[Line]:
    first, *others = turn.words
    yield Line(turn.line, f"{turn.time} {turn.name}: {first.text}".strip(), first.page, turn.name)
    yield from map(_line, others)


def _line(block: Made) -> Line:
    return Line(block.number, block.text, block.page, block.bold, block.kind, block.level)
