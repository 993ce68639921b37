"""The index of calls by date, and the page of each company or body."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.figures import comparing
from generator.model import Page
from generator.pages import addresses, entries, escape, heats, listing, moved, paging, wording
from generator.pages import comparing as comparisons
from generator.pages.desk import Desk
from generator.pages.escape import Safe
from generator.pages.listing import Group
from generator.pages.pen import Pen
from generator.pages.press import Sheet
from generator.pages.units import Unit

NONE = Safe("")


def units(at: Desk) -> Iterator[Unit]:
    """Print the index and every series."""
    yield Unit("calls", _index)
    for series in at.archive.series:
        yield Unit(f"series {series}", partial(_series, series))


def _index(at: Desk) -> Iterator[Page]:
    for sliced in paging.newest(addresses.CALLS, at.settings.page_size, len(at.archive.calls)):
        pen = Pen(at, sliced.path)
        previous, following = listing.turned(pen, sliced)
        title = listing.numbered("Calls", sliced)
        years: dict[str, list[Safe]] = {}
        for call in sliced.take(tuple(at.archive.calls)):
            years.setdefault((at.archive.calls[call].date or "")[:4] or "No date", []).append(entries.call(pen, call))
        groups = [listing.group("Companies and bodies", _names(pen), listing.PLAIN)] if sliced.first else []
        groups += [listing.group(year, lines) for year, lines in years.items()]
        sheet = Sheet(pen.path, title, (), previous, following, contents=True)
        yield listing.page(sheet, [Safe(wording.count(len(at.archive.calls), "call") + ", newest first")], groups)


def _names(pen: Pen) -> list[Safe]:
    ordered = sorted(pen.desk.archive.series.values(), key=lambda each: (each.name.casefold(), each.id))
    return [
        escape.fill("{} <small>{}</small>", pen.series(each.id), wording.count(len(each.calls), "call"))
        for each in ordered
    ]


def _series(key: str, at: Desk) -> Iterator[Page]:
    series = at.archive.series[key]
    compared = comparing.calls(at.archive, series)
    newest = tuple(reversed(compared))
    for sliced in paging.newest(addresses.series(series.id), at.settings.page_size, len(newest)):
        pen = Pen(at, sliced.path)
        previous, following = listing.turned(pen, sliced)
        crumbs = (pen.link("Calls", addresses.CALLS), series.name)
        sheet = Sheet(pen.path, listing.numbered(series.name, sliced), crumbs, previous, following, search=sliced.first)
        told: dict[str, Safe] = {"table": comparisons.table(pen, sliced.take(newest)), "picture": NONE, "topics": NONE}
        groups: list[Group] = []
        if sliced.first:
            told |= {"picture": comparisons.picture(pen, compared), "topics": heats.of_series(pen, series)}
            asking = comparing.askers(at.archive, series)
            groups = [comparisons.askers(pen, asking, len(series.calls)), moved.of_series(pen, series)]
        yield listing.page(sheet, [_lead(pen, series.calls)], groups, "series.md", **told)


def _lead(pen: Pen, calls: tuple[str, ...]) -> Safe:
    archive = pen.desk.archive
    own = [archive.calls[call].organization for call in calls if archive.calls[call].organization]
    questions = sum(len(archive.calls[call].exchanges) for call in calls)
    return entries.dotted(
        [
            Safe(wording.count(len(calls), "call")),
            entries.counted(questions, "question"),
            escape.fill("organization: {}", pen.organization(own[0])) if own else Safe(""),
        ]
    )
