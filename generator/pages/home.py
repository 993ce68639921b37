"""The home page: what is new, and the archive at a glance."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from generator.model import Page
from generator.pages import addresses, desk, entries, escape, examples, listing, moved, wording
from generator.pages.desk import Desk
from generator.pages.escape import Safe
from generator.pages.pen import Pen
from generator.pages.press import Sheet

LATEST = 5
MOST = 24
BUSIEST = 12
"""People on the home page."""
ABOUT = (
    Safe("The words are those of the files. At its end each call names its file, and tells how it was read."),
    Safe('A name <span class="ca-doubt">underlined with dots</span> is not printed so: point at it to read what is.'),
    Safe("Every turn and every question has an address that stays: the § beside its heading."),
)


def pages(at: Desk) -> Iterator[Page]:
    """Print the home page."""
    pen = Pen(at, addresses.HOME)
    groups = (
        listing.group("Latest calls", _calls(pen), note=_all(pen, "All calls", addresses.CALLS)),
        listing.group("Latest questions", _questions(pen), note=_all(pen, "All questions", addresses.QUESTIONS)),
        moved.topics(pen),
        listing.group("Topics", _topics(pen), listing.SHORT, _all(pen, "All topics", addresses.TOPICS)),
        listing.group("Companies and bodies", _series(pen), listing.PLAIN),
        listing.group("People", _people(pen), listing.PLAIN, _all(pen, "All speakers", addresses.SPEAKERS)),
        listing.group("About this archive", _about(at), listing.PLAIN),
    )
    sheet = Sheet(path=pen.path, title="What is new", heading=at.settings.site_name)
    tries = [_example(words) for words in examples.choose(at)]
    yield listing.page(sheet, [_sentence(pen)], groups, "home.md", tries=entries.dotted(tries))


def _example(words: str) -> Safe:
    """Link a search: the theme opens it when an address has words to look for."""
    return escape.fill('<a href="?q={}">{}</a>', Safe(quote(words)), words)


def _about(at: Desk) -> list[Safe]:
    description = escape.fill("{}", at.settings.site_description)
    return [each for each in (description, *ABOUT) if each.text]


def _sentence(pen: Pen) -> Safe:
    archive = pen.desk.archive
    dates = sorted(call.date for call in archive.calls.values() if call.date)
    span = f", {listing.between(dates[0], dates[-1])}" if dates else ""
    calls = pen.link(wording.count(len(archive.calls), "call"), addresses.CALLS)
    series = wording.count(len(archive.series), "company or body", "companies and bodies")
    people = pen.link(wording.count(len(pen.desk.people), "speaker"), addresses.SPEAKERS)
    questions = pen.link(wording.count(len(pen.desk.asked), "question"), addresses.QUESTIONS)
    topics = pen.link(wording.count(len(archive.topics), "topic"), addresses.TOPICS)
    return escape.fill("{} of {}{}: {}, {}, {}.", calls, series, Safe(span), people, questions, topics)


def _all(pen: Pen, text: str, path: str) -> Safe:
    return pen.link(text, path)


def _calls(pen: Pen) -> list[Safe]:
    return [entries.call(pen, call) for call in list(pen.desk.archive.calls)[:LATEST]]


def _questions(pen: Pen) -> list[Safe]:
    return [entries.question(pen, asked) for asked in pen.desk.asked[:LATEST]]


def _topics(pen: Pen) -> list[Safe]:
    found = {topic: len(pen.desk.topical[topic].passages) for topic in pen.desk.archive.topics}
    return [entries.topic(pen, topic) for topic, number in desk.ranked(found)[:MOST] if number]


def _series(pen: Pen) -> list[Safe]:
    ordered = sorted(pen.desk.archive.series.values(), key=lambda each: (each.name.casefold(), each.id))
    return [
        escape.fill("{} <small>{}</small>", pen.series(each.id), wording.count(len(each.calls), "call"))
        for each in ordered[:MOST]
    ]


def _people(pen: Pen) -> list[Safe]:
    archive = pen.desk.archive
    busy = {
        speaker: len(archive.asked_by.get(speaker, ())) + len(archive.answered_by.get(speaker, ()))
        for speaker in (each.id for each in pen.desk.people)
    }
    return [entries.person(pen, archive.speakers[each]) for each, number in desk.ranked(busy)[:BUSIEST] if number]
