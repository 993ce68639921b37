"""The index of periods, and the calls of each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.model import Page
from generator.pages import addresses, entries, escape, listing, wording
from generator.pages.desk import Desk
from generator.pages.escape import Safe
from generator.pages.pen import Pen
from generator.pages.press import Sheet
from generator.pages.units import Unit


def units(at: Desk) -> Iterator[Unit]:
    """Print the index and every period."""
    yield Unit("periods", _index)
    order = _order(at)
    for number, each in enumerate(order):
        later = order[number - 1] if number else None
        earlier = order[number + 1] if number + 1 < len(order) else None
        yield Unit(f"period {each} between {earlier} and {later}", partial(_pages, each, earlier, later))


def _order(at: Desk) -> list[str]:
    return sorted(at.archive.periods, key=wording.period_order, reverse=True)


def _index(at: Desk) -> Iterator[Page]:
    order = _order(at)
    pen = Pen(at, addresses.PERIODS)
    lead = Safe("Fiscal years are written FY; calendar years are not" if order else "No call says its period")
    lines = [_entry(pen, each) for each in order]
    yield listing.page(Sheet(pen.path, "Periods"), [lead], [listing.group("", lines, listing.PLAIN)])


def _pages(key: str, earlier: str | None, later: str | None, at: Desk) -> Iterator[Page]:
    yield _page(Pen(at, addresses.period(key)), key, earlier, later)


def _entry(pen: Pen, key: str) -> Safe:
    calls = wording.count(len(pen.desk.archive.periods[key]), "call")
    return escape.fill("{} <small>{}</small>", pen.period(key), calls)


def _page(pen: Pen, key: str, earlier: str | None, later: str | None) -> Page:
    sheet = Sheet(
        pen.path,
        wording.period(key),
        (pen.link("Periods", addresses.PERIODS), wording.period(key)),
        pen.period(earlier) if earlier else None,
        pen.period(later) if later else None,
    )
    calls = [entries.call(pen, each) for each in pen.desk.archive.periods[key]]
    return listing.page(sheet, [Safe(wording.count(len(calls), "call"))], [listing.group("", calls)])
