"""The page of a topic: wider and narrower ones, counts by call, who speaks of it, and every passage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.model import MentionKind, Page, Passage, Topic
from generator.pages import addresses, desk, entries, escape, listing, paging, passages
from generator.pages.desk import Desk
from generator.pages.escape import Safe
from generator.pages.listing import Group
from generator.pages.paging import Slice
from generator.pages.passages import Found
from generator.pages.pen import Pen
from generator.pages.press import Sheet

MOST = 20
ROWS = 12
"""Calls of one series in the table of counts; older ones are in the passages."""
PLACES = ("remarks", "questions", "answers")


def pages(at: Desk) -> Iterator[Page]:
    """Print every topic."""
    for topic in at.archive.topics.values():
        path, size = addresses.topic(topic.id), at.settings.page_size
        found = passages.find(path, size, desk.passages(at, MentionKind.TOPIC, topic.id))
        for sliced in paging.slices(path, size, len(found.passages)):
            yield _page(Pen(at, sliced.path), topic, sliced, found)


def _page(pen: Pen, topic: Topic, sliced: Slice, found: Found) -> Page:
    sheet = Sheet(
        pen.path,
        listing.numbered(topic.name, sliced),
        (pen.link("Topics", addresses.TOPICS), *_wider(pen, topic), topic.name),
        *listing.turned(pen, sliced),
        search=sliced.first,
        contents=True,
    )
    extra = [_narrower(pen, topic), _counts(pen, found)] if sliced.first else []
    spoken = passages.by_call(pen, "Passages", found, sliced)
    return listing.page(sheet, _lead(pen, topic, found.passages), [*extra, *spoken])


def _wider(pen: Pen, topic: Topic) -> list[Safe]:
    """Link the wider topics, the widest first; a circle in the vocabulary ends where it closes."""
    met: list[str] = []
    wider = pen.desk.archive.topics.get(topic.parent or "")
    while wider and wider.id not in met and wider.id != topic.id:
        met.insert(0, wider.id)
        wider = pen.desk.archive.topics.get(wider.parent or "")
    return [pen.topic(each) for each in met]


def _lead(pen: Pen, topic: Topic, found: tuple[Passage, ...]) -> list[Safe]:
    who = entries.speakers(pen, pen.desk.speakers_of.get(topic.id, {}), MOST)
    also = ", ".join(f"“{alias}”" for alias in topic.aliases)
    return [
        escape.fill("{}", topic.description),
        Safe("" if found else "No call speaks of it."),
        escape.fill("Also matched: {}", also) if also else Safe(""),
        escape.fill("Who speaks of it: {}", who) if who.text else Safe(""),
    ]


def _narrower(pen: Pen, topic: Topic) -> Group:
    below = pen.desk.narrower.get(topic.id, ())
    return listing.group("Narrower topics", [entries.topic(pen, each) for each in below], listing.PLAIN)


def _counts(pen: Pen, found: Found) -> Group:
    """Count passages by call; calls of the same company without one are shown as zero."""
    archive, counted = pen.desk.archive, _counted(pen, found.passages)
    series = dict.fromkeys(archive.calls[each.call].series for each in found.passages)
    calls = [call for each in series for call in reversed(archive.series[each].calls[-ROWS:])]
    others = [each for each in archive.series if each not in series]
    note = escape.fill("Never in: {}", escape.join(", ", [pen.series(each) for each in others[:MOST]]))
    return Group(
        "By call",
        note=note if others and found.passages and len(others) <= MOST else None,
        head=("Call", *(place.capitalize() for place in PLACES)),
        rows=tuple(_row(pen, found, call, counted.get(call, Counter())) for call in calls),
        anchor="by-call",
    )


def _counted(pen: Pen, found: tuple[Passage, ...]) -> Mapping[str, Counter[str]]:
    counted: dict[str, Counter[str]] = {}
    for each in found:
        call = pen.desk.archive.calls[each.call]
        place = desk.place_of(call, call.turn(each.turn), pen.desk.exchange_at.get((each.call, each.turn)))
        counted.setdefault(each.call, Counter())[place] += 1
    return counted


def _row(pen: Pen, found: Found, call: str, counted: Counter[str]) -> tuple[Safe, ...]:
    return (passages.place(pen, found, call, pen.call_name(call)), *(Safe(str(counted[place])) for place in PLACES))
