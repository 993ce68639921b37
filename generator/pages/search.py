"""The page of the search: its field and what there is to browse; a script draws the rest. Knows no index."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from generator.model import Page
from generator.pages import addresses, entries, escape, examples, listing, wording
from generator.pages.desk import Desk
from generator.pages.escape import Safe
from generator.pages.pen import Pen
from generator.pages.press import Sheet


def pages(at: Desk) -> Iterator[Page]:
    """Print the page."""
    pen = Pen(at, addresses.SEARCH)
    tries = entries.dotted([_example(words) for words in examples.choose(at)])
    groups = (
        listing.group("Browse instead", _browse(pen), listing.PLAIN),
        listing.group("Data", [_data(pen)], listing.PLAIN),
    )
    yield listing.page(Sheet(pen.path, "Search"), [], groups, "search.md", tries=tries)


def _example(words: str) -> Safe:
    return escape.fill('<a href="?q={}">{}</a>', Safe(quote(words)), words)


def _browse(pen: Pen) -> list[Safe]:
    """Link the indexes, for whoever does not know the words, or has no script."""
    archive = pen.desk.archive
    return [
        pen.link(wording.count(len(archive.calls), "call"), addresses.CALLS),
        pen.link(wording.count(len(pen.desk.asked), "question"), addresses.QUESTIONS),
        pen.link(wording.count(len(pen.desk.people), "speaker"), addresses.SPEAKERS),
        pen.link(wording.count(len(archive.organizations), "organization"), addresses.ORGANIZATIONS),
        pen.link(wording.count(len(archive.topics), "topic"), addresses.TOPICS),
    ]


def _data(pen: Pen) -> Safe:
    """Link what can be taken away; the path of a file that is no page stands in raw HTML."""
    rows = escape.attribute(addresses.beside(pen.path, addresses.ROWS, pen.desk.settings.directory_urls))
    said = '<a href="{}">All questions as JSON</a>, the table behind the index of questions'
    return escape.fill(said, rows)
