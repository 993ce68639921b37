"""The index of questions, newest first: lists for everybody, which a script makes into a table with filters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.model import Page
from generator.pages import addresses, entries, ledger, listing, paging, wording
from generator.pages.desk import Desk
from generator.pages.escape import Safe
from generator.pages.paging import Slice
from generator.pages.pen import Pen
from generator.pages.press import Sheet
from generator.pages.units import Unit


def units(at: Desk) -> Iterator[Unit]:
    """Print the index."""
    for sliced in paging.newest(addresses.QUESTIONS, at.settings.page_size, len(at.asked)):
        yield Unit(f"questions {sliced}", partial(_pages, sliced))


def _pages(sliced: Slice, at: Desk) -> Iterator[Page]:
    pen = Pen(at, sliced.path)
    sheet = Sheet(pen.path, listing.numbered("Questions", sliced), (), *listing.turned(pen, sliced))
    group = listing.group("", [entries.question(pen, asked) for asked in sliced.take(at.asked)])
    lead = _lead(pen) if sliced.first else []
    yield listing.page(sheet, lead, [group], "questions.md", rows=_rows(pen, sliced))


def _rows(pen: Pen, sliced: Slice) -> Safe:
    """Say where the data lies, on the first page of the list only; the others are for those without a script."""
    return Safe(addresses.beside(pen.path, addresses.ROWS, pen.desk.settings.directory_urls) if sliced.first else "")


def _lead(pen: Pen) -> list[Safe]:
    exchanges = [pen.desk.archive.exchange(asked) for asked in pen.desk.asked]
    left = sum(bool(ledger.left(each)) for each in exchanges)
    unanswered = pen.link(f"{left:,} left unanswered, whole or in part", addresses.UNANSWERED) if left else Safe("")
    threads = len(pen.desk.archive.threads)
    repeated = pen.link(f"{threads:,} asked again", addresses.AGAIN) if threads else Safe("")
    counts = entries.dotted([Safe(wording.count(len(exchanges), "question")), unanswered, repeated])
    return [counts, ledger.sentence(pen) if any(each.status for each in exchanges) else Safe("")]
