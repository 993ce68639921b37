"""The index of questions, newest first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Page
from generator.pages import addresses, entries, listing, paging, wording
from generator.pages.desk import Desk
from generator.pages.escape import Safe
from generator.pages.pen import Pen
from generator.pages.press import Sheet


def pages(at: Desk) -> Iterator[Page]:
    """Print the index."""
    for sliced in paging.slices(addresses.QUESTIONS, at.settings.page_size, len(at.asked)):
        pen = Pen(at, sliced.path)
        sheet = Sheet(pen.path, listing.numbered("Questions", sliced), (), *listing.turned(pen, sliced))
        lead = Safe(wording.count(len(at.asked), "question") + ", newest first")
        group = listing.group("", [entries.question(pen, asked) for asked in sliced.take(at.asked)])
        yield listing.page(sheet, [lead], [group])
