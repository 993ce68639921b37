"""The index of topics: what is spoken of when, as a tree, and by the alphabet."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Page
from generator.pages import addresses, entries, escape, heats, listing, wording
from generator.pages.desk import Desk
from generator.pages.escape import Safe
from generator.pages.listing import Entry, Group
from generator.pages.pen import Pen
from generator.pages.pictures import svg
from generator.pages.press import Sheet

NONE = "No topics yet: name them in topics.yml, or have some proposed by `call-archive topics suggest`."
MOST = 24
"""Series whose own map is named."""


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
    sheet = Sheet(pen.path, "Topics", contents=True)
    yield listing.page(sheet, lead, groups, "topic.md", picture=heats.of_archive(pen), told=_maps(pen))


def _maps(pen: Pen) -> list[Safe]:
    """Link the maps of single series, those with most calls first."""
    drawn = [each for each in pen.desk.archive.series.values() if heats.drawn(pen, each)]
    ordered = sorted(drawn, key=lambda each: (-len(each.calls), each.name.casefold()))[:MOST]
    links = [pen.link(each.name, addresses.series(each.id), svg.caption(heats.NAME)) for each in ordered]
    return [escape.fill("Call by call: {}", entries.dotted(links))] if links else []


def _tree(pen: Pen, parent: str, depth: int) -> Iterator[Entry]:
    for topic in pen.desk.narrower.get(parent, ()):
        yield Entry(entries.topic(pen, topic), depth)
        yield from _tree(pen, topic, depth + 1)
