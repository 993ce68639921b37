"""The page of a question that was asked again: when and by whom, and what each answer says that was not said before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.model import Page, Thread, Version
from generator.pages import addresses, again, compared, entries, escape, press, wording
from generator.pages.compared import Answer
from generator.pages.desk import Desk
from generator.pages.escape import Safe
from generator.pages.pen import Pen
from generator.pages.press import Sheet
from generator.pages.units import Unit

TITLE = 140
WORDS = 600
"""Characters of a question."""


@dataclass(frozen=True, slots=True)
class Told:
    """One version, ready to print."""

    heading: Safe
    anchor: str
    question: Safe
    answer: Answer
    rule: Safe


def units(at: Desk) -> Iterator[Unit]:
    """Print every thread."""
    for thread in at.archive.threads:
        yield Unit(f"thread {thread}", partial(_pages, thread))


def _pages(thread: str, at: Desk) -> Iterator[Page]:
    yield page(Pen(at, addresses.thread(thread)), at.archive.threads[thread])


def page(pen: Pen, thread: Thread) -> Page:
    """Print one thread."""
    crumbs = (pen.link("Questions", addresses.QUESTIONS), pen.link("Asked again", addresses.AGAIN), named(thread, pen))
    told = [_told(pen, version, number) for number, version in enumerate(thread.versions, start=1)]
    return press.page(
        "thread.md",
        Sheet(pen.path, title(pen, thread), crumbs, contents=True),
        facts=[again.history(pen, thread), _bodies(pen, thread)],
        rows=[_row(pen, version, number) for number, version in enumerate(thread.versions, start=1)],
        versions=told,
        legend=again.FRESH if any(each.answer.marked for each in told) else Safe(""),
    )


def title(pen: Pen, thread: Thread) -> str:
    """Take the words of whoever asked most plainly: with most of what all share, and no more."""
    shared = {word.casefold() for version in thread.versions for word in version.words}
    told = [part for version in thread.versions for part in again.parts(pen, version)]
    best = max(told, key=lambda text: (sum(word in text.casefold() for word in shared), -len(text)))
    return wording.cut(best, TITLE)


def named(thread: Thread, pen: Pen) -> str:
    """Name a thread in a line: by its series."""
    return ", ".join(pen.desk.archive.series[series].name for series in thread.series)


def _bodies(pen: Pen, thread: Thread) -> Safe:
    return entries.dotted([pen.series(series) for series in thread.series])


def _row(pen: Pen, version: Version, number: int) -> tuple[Safe, ...]:
    date = wording.date(pen.desk.archive.calls[version.asked.call].date)
    return (
        pen.link(Safe(date), pen.path, _anchor(number)),
        pen.call(version.asked.call, pen.short(pen.desk.archive.calls[version.asked.call])),
        pen.asker(version.asked),
        pen.answerers(version.asked),
        again.became(pen, version),
    )


def _anchor(number: int) -> str:
    return f"v{number}"


def _told(pen: Pen, version: Version, number: int) -> Told:
    words = wording.cut(again.words_of(pen, version), WORDS)
    call = pen.desk.archive.calls[version.asked.call]
    heading = entries.dotted([Safe(wording.date(call.date)), escape.fill("{}", pen.short(call) if call.period else "")])
    answer = compared.newer(pen, version) if version.like else compared.plain(pen, version)
    return Told(
        heading,
        _anchor(number),
        escape.fill("{}<br><small>{}</small>", words, _ways(pen, version)),
        answer,
        compared.rule(version) if version.like else Safe(""),
    )


def _people(pen: Pen, version: Version) -> Safe:
    to = pen.answerers(version.asked)
    return escape.fill("{}{}", pen.asker(version.asked), Safe(f" → {to.text}" if to else ""))


def _ways(pen: Pen, version: Version) -> Safe:
    exchange = pen.desk.archive.exchange(version.asked)
    return entries.dotted(
        [
            _people(pen, version),
            again.became(pen, version),
            pen.own_page(version.asked),
            pen.call(version.asked.call, "in the call", exchange.anchor),
        ]
    )
