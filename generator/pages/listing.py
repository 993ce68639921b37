"""Prints a page that is made of lists and tables under headings, as most pages are. Knows no kind of page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator import slugs
from generator.model import Page
from generator.pages import press, wording
from generator.pages.escape import Safe
from generator.pages.paging import Slice
from generator.pages.pen import Pen
from generator.pages.press import Sheet

ENTRIES, PLAIN, SHORT, TREE = "ca-entries", "ca-plain", "ca-plain ca-short", "ca-tree"
"""How a list looks: entries of two or three lines with room between, plain lines, short ones in columns, a tree."""
ABOVE, BELOW = Safe("##"), Safe("###")
"""The marks of a heading, and of one below another."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list, or of a tree."""

    text: Safe
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """A heading, maybe a sentence, and a list or a table; left out altogether when it has none of them."""

    title: str | Safe
    entries: tuple[Entry, ...] = ()
    look: str = ENTRIES
    note: Safe | None = None
    """What stands below the list."""
    head: tuple[str, ...] = ()
    rows: tuple[tuple[Safe, ...], ...] = ()
    anchor: str = ""
    about: Safe | None = None
    """What stands between heading and list."""
    marks: Safe = ABOVE
    folded: tuple[Entry, ...] = ()
    """More of the list, which one opens."""
    fold: str = ""
    """What the fold is called."""
    table: Safe | None = None
    """A table that is already written."""


def group(title: str, lines: Iterable[Safe], look: str = ENTRIES, note: Safe | None = None) -> Group:
    """Put lines under a heading."""
    return Group(title, tuple(map(Entry, lines)), look, note, anchor=slugs.slug(title) if title else "")


def page(
    sheet: Sheet, lead: Sequence[Safe], groups: Iterable[Group], template: str = "listing.md", **more: object
) -> Page:
    """Print the page; a template that extends the usual one may be given more values."""
    filled = [each for each in groups if each.entries or each.rows or each.table or each.note or each.about]
    told = [each for each in lead if each.text]
    return press.page(template, sheet, lead=told, groups=filled, lines=_lines, **more)


def _lines(shown: Iterable[Entry]) -> Safe:
    """Print entries at once: a topic may have a hundred a page."""
    return Safe("".join([f"{'    ' * each.depth}- {each.text.text}\n" for each in shown]))


def turned(pen: Pen, sliced: Slice) -> tuple[Safe | None, Safe | None]:
    """Write the links to the pages before and after, where a list goes over several."""
    return (
        pen.link("Newer" if sliced.steady else "Previous page", sliced.earlier) if sliced.earlier else None,
        pen.link("Older" if sliced.steady else "Next page", sliced.later) if sliced.later else None,
    )


def numbered(title: str, sliced: Slice) -> str:
    """Tell the pages of a list apart by their titles."""
    if sliced.first:
        return title
    return f"{title}, older, part {sliced.number - 1}" if sliced.steady else f"{title}, page {sliced.number}"


def between(first: str | None, last: str | None) -> str:
    """Write the time that dates span."""
    if first == last:
        return wording.date(first)
    return f"{wording.date(first)} to {wording.date(last)}"
