"""Prints a page that is made of lists and tables under headings, as most pages are. Knows no kind of page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator import slugs
from generator.model import Page
from generator.pages import escape, press, wording
from generator.pages.escape import Safe
from generator.pages.paging import Slice
from generator.pages.pen import Pen
from generator.pages.press import Sheet

ENTRIES, PLAIN, SHORT, TREE = "ca-entries", "ca-plain", "ca-plain ca-short", "ca-tree"
"""How a list looks: entries of two or three lines with room between, plain lines, short ones in columns, a tree."""
FOLDED = '<details class="ca-folded" markdown="1">\n<summary>{}</summary>\n\n{}</details>\n\n'
ABOVE, BELOW = Safe("##"), Safe("###")
"""The marks of a heading, and of one below another."""


class Entry(NamedTuple):
    """A line of a list, or of a tree; a tuple, since that takes half as long to make."""

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
    hush = press.hush(sheet).text
    written = Safe("".join([piece for each in filled for piece in _written(each, hush)]))
    return press.page(template, sheet, lead=told, groups=written, **more)


def _written(of: Group, hush: str) -> Iterator[str]:
    """Print a group; no template does, since a page may have thirty of them, each of a dozen pieces."""
    if of.title:
        yield f"{of.marks.text} {escape.finalize(of.title)} {{: #{of.anchor}{hush} }}\n\n"
    if of.about:
        yield f"<small>{of.about.text}</small>\n\n"
    if of.entries:
        yield _list(of.look, of.entries)
    if of.folded:
        yield FOLDED.format(escape.finalize(of.fold), _list(of.look, of.folded))
    if of.rows:
        yield f"{_row(of.head)}\n| :--- | {'---: | ' * (len(of.head) - 1)}\n"
        yield "".join([f"{_row(row)}\n" for row in of.rows]) + "\n"
    if of.table:
        yield f"{of.table.text}\n\n"
    if of.note:
        yield f"<small>{of.note.text}</small>\n\n"


def _list(look: str, shown: Iterable[Entry]) -> str:
    lines = "".join([f"{'    ' * each.depth}- {each.text.text}\n" for each in shown])
    return f'<div class="{look}" markdown="1">\n\n{lines}\n</div>\n\n'


def _row(cells: Iterable[Safe | str]) -> str:
    return f"| {''.join([f'{escape.finalize(each)} | ' for each in cells])}"


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
