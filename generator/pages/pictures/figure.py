"""Puts a drawing, the sentence that says what it shows and the table of the same figures together.

Must not know what any of them is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.pages import escape
from generator.pages.escape import Safe
from generator.pages.pictures import svg

Cell = Safe | str | int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, ready to be written."""

    name: str
    """A slug that no other picture of the page has."""
    title: str
    """What it is: "Words by speaker"."""
    says: str
    """What it shows, in one sentence made from the figures."""
    drawing: Safe
    """By `svg.drawing` under the same name, maybe with HTML of ours around it; no blank lines."""
    head: tuple[str, ...]
    """Of the table."""
    rows: tuple[Sequence[Cell], ...]
    """The first cell of each names it. Links in cells are `pen.anchor`'s, for nothing here is read as Markdown."""


def write(picture: Picture) -> Safe:
    """Write a picture as one block of HTML, which stands between blank lines and is not searched."""
    title = escape.fill("<b>{}</b> {}", picture.title, picture.says)
    lines = [
        f'<figure class="ca-picture ca-picture-{picture.name}" data-search-exclude>',
        f'<figcaption id="{svg.caption(picture.name)}">{title.text}</figcaption>',
        picture.drawing.text,
        '<details class="ca-same">\n<summary>The same as a table</summary>',
        table(picture.head, picture.rows).text,
        "</details>\n</figure>",
    ]
    return Safe("\n".join(lines))


def table(head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Safe:
    """Write a table of HTML; figures are grouped by thousands and stand in line."""
    top = "".join(f'<th scope="col">{escape.markdown(each)}</th>' for each in head)
    lines = ["<table>", f"<thead><tr>{top}</tr></thead>", "<tbody>", *map(_row, rows), "</tbody>", "</table>"]
    return Safe("\n".join(lines))


def _row(cells: Sequence[Cell]) -> str:
    first, *others = cells
    rest = "".join(
        f'<td class="ca-number">{each:,}</td>' if isinstance(each, int) else f"<td>{_cell(each)}</td>"
        for each in others
    )
    return f'<tr><th scope="row">{_cell(first)}</th>{rest}</tr>'


def _cell(cell: Cell) -> str:
    return f"{cell:,}" if isinstance(cell, int) else escape.finalize(cell)
