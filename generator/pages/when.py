"""Writes what a column of calls is called, and where it leads. Knows no kind of picture."""

from __future__ import annotations

from generator.figures import columns
from generator.figures.columns import Column
from generator.pages import wording
from generator.pages.pen import Pen


def label(pen: Pen, column: Column) -> str:
    """Write `FY2024 Q1` for a call of a series, `May 2023`, `2023 Q2` or `2023` for a time."""
    if column.single:
        return pen.short(pen.found(column.key))
    if column.key == columns.EARLIER:
        return "earlier"
    if column.key == columns.UNDATED:
        return "no date"
    year, _, part = column.key.partition("-")
    return f"{wording.MONTHS[int(part) - 1]} {year}" if part.isdigit() else wording.period(column.key)


def unit(shown: tuple[Column, ...]) -> str:
    """Say what a column is: a call, or the month, quarter or year in which calls were held."""
    key = next((each.key for each in shown if each.key not in (columns.EARLIER, columns.UNDATED)), "")
    if not key or shown[0].single:
        return "call"
    part = key.partition("-")[2]
    return "year" if not part else "month" if part.isdigit() else "quarter"
