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

DATASET = "archive.json"
"""The archive as data, which is written beside the pages."""


def pages(at: Desk) -> Iterator[Page]:
    """Print the page."""
    pen = Pen(at, addresses.SEARCH)
    tries = entries.dotted([_example(words) for words in examples.choose(at)])
    groups = (
        listing.group("Browse instead", _browse(pen), listing.PLAIN),
        listing.group("Data", list(_data(pen)), listing.PLAIN),
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


def _data(pen: Pen) -> Iterator[Safe]:
    """Link what can be taken away; the path of a file that is no page stands in raw HTML."""
    if pen.desk.settings.dataset:
        yield escape.fill(
            '<a href="{}">The archive as JSON</a>, which names a file for each call', _beside(pen, DATASET)
        )
    yield escape.fill(
        '<a href="{}">All questions as JSON</a>, the table behind the index of questions', _beside(pen, addresses.ROWS)
    )


def _beside(pen: Pen, path: str) -> Safe:
    return escape.attribute(addresses.beside(pen.path, path, pen.desk.settings.directory_urls))
