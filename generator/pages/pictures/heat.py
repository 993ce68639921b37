"""Draws a heat map: rows of squares over columns of time, the darker the more. Must not know what is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.pages import escape
from generator.pages.escape import Safe
from generator.pages.pictures import svg, trend

ROW, HEAD = 24.0, 18.0
SHADES = 4
"""Steps of darkness above nothing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A square."""

    figure: int
    title: str
    link: Safe | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of squares."""

    name: str
    link: Safe
    cells: tuple[Cell, ...]


def draw(name: str, rows: Sequence[Row], labels: Sequence[str], empty: Sequence[bool]) -> Safe:
    """Draw the map beside its rows' names; columns in which there was nothing to count in stay without squares.

    The names are HTML, so that one too long for its room is cut there and not on every screen.
    """
    most = max((cell.figure for row in rows for cell in row.cells), default=1)
    shapes = [*trend.axis(labels, 0, 100, 12)]
    for number, row in enumerate(rows):
        shapes += _row(row, HEAD + number * ROW, most, empty)
    drawn = svg.drawing(name, HEAD + len(rows) * ROW + 2, shapes, linked=True)
    names = "\n".join(_name(row).text for row in rows)
    return Safe(f'<div class="ca-heat">\n<div class="ca-rows">\n{names}\n</div>\n{drawn.text}\n</div>')


def _name(row: Row) -> Safe:
    return escape.fill('<a href="{}" title="{}">{}</a>', row.link, escape.attribute(row.name), row.name)


def shade(figure: int, most: int) -> int:
    """Choose the darkness of a figure: 0 for none, else 1 to `SHADES`, each for figures twice as high."""
    return sum(figure >= floor for floor in floors(most)) if figure else 0


def floors(most: int) -> list[int]:
    """List the least figure of each shade from 1 on."""
    return [1, *(most // 2 ** (SHADES - step) + 1 for step in range(1, SHADES))]


def _row(row: Row, y: float, most: int, empty: Sequence[bool]) -> Iterator[Safe]:
    width = 100 / max(1, len(row.cells))
    for column, cell in enumerate(row.cells):
        if empty[column]:
            continue
        look = f"ca-shade ca-shade-{shade(cell.figure, most)}"
        x, across = (column + 0.06) * width, 0.88 * width
        if cell.link is None:
            yield svg.bar(x, across, y + 2, ROW - 4, look, cell.title)
        else:
            yield svg.link(cell.link, cell.title, [svg.bar(x, across, y + 2, ROW - 4, look)])
