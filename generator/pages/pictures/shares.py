"""Draws how much each voice says in a call, as bars under names. Must not count anything."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.spoken import Share
from generator.model import Call
from generator.pages import lengths, wording
from generator.pages.escape import Safe
from generator.pages.pen import Pen
from generator.pages.pictures import figure, naming, svg
from generator.pages.pictures.figure import Cell, Picture

NAME = "words"
MOST = 8
"""Bars; the rest share one."""
TALL = 40
"""Rows of the table; the rest share one."""
ROW, THICK, UP = 25, 6, 12
"""Heights in pixels: of a bar with its name, of the bar alone, of the name's base line."""
COLUMNS = 30
"""Letters of a name that fit beside its figures on a phone."""


Row = tuple[str, Share]


def write(pen: Pen, call: Call, shares: tuple[Share, ...]) -> Safe:
    """Write the picture; nothing where one voice says all."""
    if len(shares) < 2:
        return Safe("")
    shown = _rows(pen, call, shares, MOST)
    longest = max(each.part for _, each in shown)
    drawn = [shape for at, row in enumerate(shown) for shape in _bar(at, row, longest)]
    return figure.write(
        Picture(
            name=NAME,
            title="Words by speaker",
            says=_says(shown[0], shares),
            drawing=svg.drawing(NAME, ROW * len(shown), drawn),
            head=("Speaker", "Words", "Share", "Turns"),
            rows=tuple(map(_cells, _rows(pen, call, shares, TALL))),
        )
    )


def _rows(pen: Pen, call: Call, shares: tuple[Share, ...], most: int) -> list[Row]:
    """Name as many as there is room for; the rest become one row."""
    alone = shares if len(shares) <= most + 1 else shares[:most]
    rows = [(naming.voice(pen, call, each.voice), each) for each in alone]
    rest = shares[len(alone) :]
    return [*rows, (f"{len(rest):,} others", _together(rest))] if rest else rows


def _together(shares: tuple[Share, ...]) -> Share:
    return Share(
        voice=None,
        words=sum(each.words for each in shares),
        turns=sum(each.turns for each in shares),
        part=sum(each.part for each in shares),
        asks=all(each.asks for each in shares),
    )


def _says(first: Row, shares: tuple[Share, ...]) -> str:
    whole, asking = sum(each.words for each in shares), sum(each.part for each in shares if each.asks)
    said = f"{first[0]} says {lengths.percent(first[1].part)} of {wording.count(whole, 'word')}"
    return f"{said}; those who ask, {lengths.percent(asking)}." if asking else f"{said}."


def _bar(at: int, row: Row, longest: float) -> Iterator[Safe]:
    name, share = row
    y = at * ROW
    figures = f"{share.words:,} · {lengths.percent(share.part)}"
    yield svg.words(0, y + UP, name, longest=COLUMNS)
    yield svg.words(100, y + UP, figures, "ca-end ca-faint")
    yield svg.bar(0, max(share.part / longest * 100, 0.3), y + UP + 4, THICK, "ca-asked" if share.asks else "ca-told")


def _cells(row: Row) -> tuple[Cell, ...]:
    name, share = row
    return name, share.words, lengths.percent(share.part), share.turns
