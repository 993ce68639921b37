"""The page of a topic: how often it is spoken of and since when, who speaks of it, beside what, and every passage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from generator.model import Page, Topic
from generator.pages import addresses, desk, entries, escape, listing, paging, passages, trends
from generator.pages.desk import Desk
from generator.pages.escape import Safe
from generator.pages.found import Found
from generator.pages.listing import Group
from generator.pages.paging import Slice
from generator.pages.pen import Pen
from generator.pages.press import Sheet
from generator.pages.units import Unit

MOST = 20
"""Speakers and related topics."""
SHAPES = 12
"""Words as printed."""
TOGETHER = 2
"""Turns in which two topics must be spoken of together to be related."""


def units(at: Desk) -> Iterator[Unit]:
    """Print every topic."""
    for topic in at.archive.topics:
        for sliced in paging.newest(addresses.topic(topic), at.settings.page_size, len(at.topical[topic].passages)):
            yield Unit(f"topic {topic} {sliced}", partial(_pages, topic, sliced))


def _pages(topic: str, sliced: Slice, at: Desk) -> Iterator[Page]:
    yield _page(Pen(at, sliced.path), at.archive.topics[topic], sliced, at.topical[topic])


def _page(pen: Pen, topic: Topic, sliced: Slice, found: Found) -> Page:
    sheet = Sheet(
        pen.path,
        listing.numbered(topic.name, sliced),
        (pen.link("Topics", addresses.TOPICS), *_wider(pen, topic), topic.name),
        *listing.turned(pen, sliced),
        search=sliced.first,
        contents=True,
    )
    groups = [_narrower(pen, topic)] if sliced.first else []
    groups += passages.by_call(pen, "Passages", found, sliced)
    picture = trends.picture(pen, topic, found) if sliced.first else None
    told = _told(pen, topic) if sliced.first else []
    lead = _lead(pen, topic, found) if sliced.first else []
    return listing.page(sheet, lead, groups, "topic.md", picture=picture, told=told)


def _wider(pen: Pen, topic: Topic) -> list[Safe]:
    """Link the wider topics, the widest first; a circle in the vocabulary ends where it closes."""
    met: list[str] = []
    wider = pen.desk.archive.topics.get(topic.parent or "")
    while wider and wider.id not in met and wider.id != topic.id:
        met.insert(0, wider.id)
        wider = pen.desk.archive.topics.get(wider.parent or "")
    return [pen.topic(each) for each in met]


def _lead(pen: Pen, topic: Topic, found: Found) -> list[Safe]:
    also = _also(pen.desk.book.spelled.get(topic.id, {}), topic.name)
    return [
        escape.fill("{}", topic.description),
        Safe("" if found.passages else "No call speaks of it."),
        escape.fill("Also matched: {}", also) if also.text else Safe(""),
    ]


def _also(spelled: Mapping[str, int], name: str) -> Safe:
    """Write the words that were matched beside the name itself, as printed, and how often."""
    ordered = desk.ranked({words: times for words, times in spelled.items() if words.casefold() != name.casefold()})
    more = f"{len(ordered) - SHAPES} more" if len(ordered) > SHAPES else ""
    shapes = entries.counts((escape.fill("“{}”", words), times) for words, times in ordered[:SHAPES])
    return entries.dotted([shapes, Safe(more)])


def _told(pen: Pen, topic: Topic) -> list[Safe]:
    """Write who speaks of it, and of what beside it."""
    who = entries.speakers(pen, pen.desk.speakers_of.get(topic.id, {}), MOST)
    near = {each: times for each, times in pen.desk.book.related.get(topic.id, {}).items() if times >= TOGETHER}
    beside = entries.topics(pen, near, MOST)
    return [
        *([escape.fill("Who speaks of it, by passages: {}", who)] if who.text else []),
        *([escape.fill("Spoken of together with: {}", beside)] if beside.text else []),
    ]


def _narrower(pen: Pen, topic: Topic) -> Group:
    below = pen.desk.narrower.get(topic.id, ())
    return listing.group("Narrower topics", [entries.topic(pen, each) for each in below], listing.PLAIN)
