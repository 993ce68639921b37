"""Groups what is said of something by the call in which it is said, so that a year earlier is found at a glance.

Knows neither whose page it is nor how a sentence is cut.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from generator import slugs
from generator.model import Passage
from generator.pages import addresses, entries, escape, listing, wording
from generator.pages.escape import Safe
from generator.pages.listing import Entry, Group
from generator.pages.paging import Slice
from generator.pages.pen import Pen

NOTHING: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """All passages that speak of one thing, newest call first, and on which page of the list each call begins."""

    path: str
    """Of the first page of the list."""
    passages: tuple[Passage, ...]
    pages: Mapping[str, int]
    """Call id → number of the page on which its passages begin, from 1."""
    passing: Collection[tuple[str, int]] = NOTHING
    """(call id, number of the turn) of those that only mention it in passing."""


def find(path: str, size: int, passages: tuple[Passage, ...], passing: Collection[tuple[str, int]] = NOTHING) -> Found:
    """Work out on which page the passages of each call begin."""
    pages: dict[str, int] = {}
    for index, each in enumerate(passages):
        pages.setdefault(each.call, index // size + 1)
    return Found(path, passages, pages, passing)


def by_call(pen: Pen, title: str, found: Found, sliced: Slice) -> Iterator[Group]:
    """Put the passages of one page under a heading for each call; those in passing fold away behind the others."""
    shown = sliced.take(found.passages)
    if shown:
        yield Group(title, about=_counts(found), anchor=slugs.slug(title))
    for call, passages in groupby(shown, key=lambda each: each.call):
        yield _group(pen, found, call, list(passages))


def place(pen: Pen, found: Found, call: str, text: str) -> Safe:
    """Link the passages of a call where there are some, else the call itself."""
    if call not in found.pages:
        return pen.call(call, text)
    return pen.link(text, *target(found, call))


def target(found: Found, call: str) -> tuple[str, str]:
    """Name the page on which the passages of a call begin, and their anchor."""
    return addresses.numbered(found.path, found.pages[call]), anchor(call)


def anchor(call: str) -> str:
    """Make the anchor of the passages of a call: `in-halvorsen--fy2024-q1`, which is no slug and therefore no other."""
    return f"in-{call.replace('/', '--')}"


def _group(pen: Pen, found: Found, call: str, passages: list[Passage]) -> Group:
    passing = [Entry(entries.passage(pen, each)) for each in passages if (each.call, each.turn) in found.passing]
    about = [Entry(entries.passage(pen, each)) for each in passages if (each.call, each.turn) not in found.passing]
    group = Group(
        pen.call_short(call),
        tuple(about or passing),
        about=_about(pen, found, call, only=bool(passing and not about)),
        anchor=anchor(call),
        marks=listing.BELOW,
    )
    return replace(group, folded=tuple(passing), fold=f"{len(passing)} more in passing") if about else group


def _counts(found: Found) -> Safe:
    count = wording.count(len(found.passages), "passage"), wording.count(len(found.pages), "call")
    about = len(found.passages) - len(found.passing)
    told = f": {about:,} about it, {len(found.passing):,} in passing" if found.passing else ""
    return Safe(f"{count[0]} in {count[1]}, newest first{told}")


def _about(pen: Pen, found: Found, call: str, only: bool) -> Safe:
    """Write the date, and where the same is said, or not, in the call of a year earlier."""
    archive, earlier = pen.desk.archive, pen.desk.year_before.get(call)
    told = [Safe(wording.date(archive.calls[call].date)), Safe("in passing" if only else "")]
    if earlier is not None:
        year = place(pen, found, earlier, pen.short(archive.calls[earlier]))
        silent = Safe("" if earlier in found.pages else ", where it is not spoken of")
        told.append(escape.fill("a year earlier: {}{}", year, silent))
    return entries.dotted(told)
