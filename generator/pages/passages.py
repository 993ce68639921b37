"""Groups what is said of something by the call in which it is said, so that a year earlier is found at a glance.

Knows neither whose page it is nor how a sentence is cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, cast

from generator import slugs
from generator.model import MentionKind, Places
from generator.pages import addresses, desk, entries, escape, listing, wording
from generator.pages.escape import Safe
from generator.pages.found import Found
from generator.pages.fragments import shared
from generator.pages.listing import Entry, Group
from generator.pages.paging import Slice
from generator.pages.pen import Pen


class Head(NamedTuple):
    """What a list says of a call, whatever is listed."""

    name: Safe
    date: str
    organization: str | None
    earlier: str | None
    """The call of a year earlier."""
    year: str
    """What that is called."""


def by_call(pen: Pen, title: str, found: Found, sliced: Slice) -> Iterator[Group]:
    """Put the passages of one page under a heading for each call; those in passing fold away behind the others."""
    shown = cast(Places, sliced.take(found.passages))
    if shown:
        yield Group(title, about=_counts(found) if sliced.first else Safe("newest first"), anchor=slugs.slug(title))
    for call, turns in shown.runs:
        yield _group(pen, found, call, dict.fromkeys(turns))


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


def _group(pen: Pen, found: Found, call: str, turns: Iterable[int]) -> Group:
    head, says, topical = _head(pen, call), desk.says(pen.desk, found, call), found.kind is MentionKind.TOPIC
    passing: list[Entry] = []
    about: list[Entry] = []
    for turn in turns:
        said = says[turn]
        kind = passing if topical and not said.about else about
        kind.append(Entry(entries.passage(pen, call, head.organization, said)))
    folded = passing if about else []
    return Group(
        head.name,
        tuple(about or passing),
        about=_about(pen, found, head, only=bool(passing and not about)),
        anchor=anchor(call),
        marks=listing.BELOW,
        folded=tuple(folded),
        fold=f"{len(folded)} more in passing" if folded else "",
    )


def _counts(found: Found) -> Safe:
    count = wording.count(len(found.passages), "passage"), wording.count(len(found.pages), "call")
    about = len(found.passages) - found.passing
    told = f": {about:,} about it, {found.passing:,} in passing" if found.passing else ""
    return Safe(f"{count[0]} in {count[1]}, newest first{told}")


@shared(addresses.alike_to_calls)
def _head(pen: Pen, call_id: str) -> Head:
    call, earlier = pen.found(call_id), pen.desk.year_before.get(call_id)
    year = pen.short(pen.found(earlier)) if earlier else ""
    return Head(pen.call_short(call_id), wording.date(call.date), call.organization, earlier, year)


def _about(pen: Pen, found: Found, head: Head, only: bool) -> Safe:
    """Write the date, and where the same is said, or not, in the call of a year earlier."""
    told = [Safe(head.date), Safe("in passing" if only else "")]
    if head.earlier:
        year = place(pen, found, head.earlier, head.year)
        silent = Safe("" if head.earlier in found.pages else ", where it is not spoken of")
        told.append(escape.fill("a year earlier: {}{}", year, silent))
    return entries.dotted(told)
