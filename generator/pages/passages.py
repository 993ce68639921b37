"""Groups what is said of something by the call in which it is said, so that a year earlier is found at a glance.

Knows neither whose page it is nor how a sentence is cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator import slugs
from generator.model import Passage
from generator.pages import addresses, entries, escape, listing, wording
from generator.pages.escape import Safe
from generator.pages.listing import Entry, Group
from generator.pages.paging import Slice
from generator.pages.pen import Pen


@dataclass(frozen=True, slots=True)
class Found:
    """All passages that speak of one thing, newest call first, and on which page of the list each call begins."""

    path: str
    """Of the first page of the list."""
    passages: tuple[Passage, ...]
    pages: Mapping[str, int]
    """Call id → number of the page on which its passages begin, from 1."""


def find(path: str, size: int, passages: tuple[Passage, ...]) -> Found:
    """Work out on which page the passages of each call begin."""
    pages: dict[str, int] = {}
    for index, each in enumerate(passages):
        pages.setdefault(each.call, index // size + 1)
    return Found(path, passages, pages)


def by_call(pen: Pen, title: str, found: Found, sliced: Slice) -> Iterator[Group]:
    """Put the passages of one page under a heading for each call."""
    shown = sliced.take(found.passages)
    if shown:
        count = wording.count(len(found.passages), "passage"), wording.count(len(found.pages), "call")
        yield Group(title, about=Safe(f"{count[0]} in {count[1]}, newest first"), anchor=slugs.slug(title))
    for call, passages in groupby(shown, key=lambda each: each.call):
        yield Group(
            pen.call_short(call),
            tuple(Entry(entries.passage(pen, each)) for each in passages),
            about=_about(pen, found, call),
            anchor=anchor(call),
            marks=listing.BELOW,
        )


def place(pen: Pen, found: Found, call: str, text: str) -> Safe:
    """Link the passages of a call where there are some, else the call itself."""
    if call not in found.pages:
        return pen.call(call, text)
    return pen.link(text, addresses.numbered(found.path, found.pages[call]), anchor(call))


def anchor(call: str) -> str:
    """Make the anchor of the passages of a call: `in-halvorsen--fy2024-q1`, which is no slug and therefore no other."""
    return f"in-{call.replace('/', '--')}"


def _about(pen: Pen, found: Found, call: str) -> Safe:
    """Write the date, and where the same is said, or not, in the call of a year earlier."""
    archive, earlier = pen.desk.archive, pen.desk.year_before.get(call)
    date = Safe(wording.date(archive.calls[call].date))
    if earlier is None:
        return date
    year = place(pen, found, earlier, pen.short(archive.calls[earlier]))
    silent = Safe("" if earlier in found.pages else ", where it is not spoken of")
    return entries.dotted([date, escape.fill("a year earlier: {}{}", year, silent)])
