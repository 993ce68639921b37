"""The index of topics: as a tree, and by the alphabet."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Page
from generator.pages import addresses, entries, listing, wording
from generator.pages.desk import Desk
from generator.pages.escape import Safe
from generator.pages.listing import Entry, Group
from generator.pages.pen import Pen
from generator.pages.press import Sheet

NONE = "No topics yet: name them in topics.yml, or have some proposed by `call-archive topics suggest`."


def pages(at: Desk) -> Iterator[Page]:
    """Print the index."""
    pen = Pen(at, addresses.TOPICS)
    ordered = sorted(at.archive.topics.values(), key=lambda each: (each.name.casefold(), each.id))
    tree = tuple(_tree(pen, "", 0))
    groups = [
        Group("By subject", tree, listing.TREE, anchor="by-subject"),
        listing.group("A to Z", [entries.topic(pen, each.id) for each in ordered], listing.PLAIN),
    ]
    lead = [Safe(wording.count(len(ordered), "topic") if ordered else NONE)]
    yield listing.page(Sheet(pen.path, "Topics", contents=True), lead, groups)


def _tree(pen: Pen, parent: str, depth: int) -> Iterator[Entry]:
    for topic in pen.desk.narrower.get(parent, ()):
        yield Entry(entries.topic(pen, topic), depth)
        yield from _tree(pen, topic, depth + 1)
