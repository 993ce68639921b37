"""The section "Asked again" of a question's page: its other versions, and two answers side by side. Knows no page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.model import AnswerStatus, Asked, Exchange, Status, Thread, Version
from generator.pages import addresses, compared, desk, entries, escape, ledger, wording
from generator.pages.compared import Answer
from generator.pages.escape import Safe
from generator.pages.pen import Pen

MOST = 12
"""Versions that are listed; the thread's own page has all."""
LONGEST = 240
FRESH = escape.fill(compared.MARK, *map(Safe, compared.FRESH), "said now, not before")
GONE = escape.fill(compared.MARK, *map(Safe, compared.GONE), "said before, not now")


@dataclass(frozen=True, slots=True)
class Again:
    """A thread as a question that is part of it shows it."""

    lead: Safe
    """How often it was asked, and what came of it."""
    others: tuple[Safe, ...]
    """The other versions, oldest first."""
    then: Answer | None
    now: Answer | None
    heads: tuple[str, str]
    """What stands above the two answers."""
    rule: Safe
    """By what the two were matched."""
    legend: tuple[Safe, ...]
    template: str = "again.md"


def versions(pen: Pen, asked: Asked) -> list[Again]:
    """Show every thread that a question is part of, the one asked last first."""
    archive = pen.desk.archive
    return [_again(pen, archive.threads[thread], asked) for thread in archive.threads_of.get(asked, ())]


def _again(pen: Pen, thread: Thread, asked: Asked) -> Again:
    here = next(version for version in thread.versions if version.asked == asked)
    pair = _pair(thread, here)
    then, now = (compared.older(pen, *pair), compared.newer(pen, pair[1])) if pair else (None, None)
    heads = ("The earlier answer", "This answer") if here.like else ("This answer", "The later answer")
    told = entries.dotted([history(pen, thread), pen.link("the whole thread", addresses.thread(thread.id))])
    rule = compared.rule(pair[1]) if pair else Safe("")
    return Again(told, tuple(_others(pen, thread, here)), then, now, heads, rule, _legend(then, now))


def _pair(thread: Thread, here: Version) -> tuple[Version, Version] | None:
    """Choose which answers to compare: this one with the one it was matched with, the first with the next."""
    by = {version.asked: version for version in thread.versions}
    if here.like:
        return by[here.like], here
    later = next((version for version in thread.versions if version.like == here.asked), None)
    return (here, later) if later else None


def _legend(then: Answer | None, now: Answer | None) -> tuple[Safe, ...]:
    """Say what the rules before sentences mean, as far as there are any."""
    return tuple(word for word, answer in ((GONE, then), (FRESH, now)) if answer and answer.marked)


def _others(pen: Pen, thread: Thread, here: Version) -> Iterator[Safe]:
    others = [version for version in thread.versions if version != here]
    for version in others[-MOST:]:
        yield other(pen, version, "" if version.like != here.asked else compared.rule(version).text)


def other(pen: Pen, version: Version, rest: str = "") -> Safe:
    """Write a version in one entry: when, by whom, in which words, what became of it."""
    told = entries.dotted([pen.asker(version.asked), pen.call_short(version.asked.call), became(pen, version)])
    date = wording.date(pen.desk.archive.calls[version.asked.call].date)
    words = pen.link(wording.cut(words_of(pen, version), LONGEST), *pen.question_place(version.asked))
    small = entries.dotted([told, Safe(rest)])
    return escape.fill(entries.WHEN + " {}<br><small>{}</small>", date, words, small)


def words_of(pen: Pen, version: Version) -> str:
    """Take the asker's words of the parts that are asked again, cut, never rewritten."""
    return " … ".join(parts(pen, version))


def parts(pen: Pen, version: Version) -> list[str]:
    """Take the words of each part that is asked again; of the question as a whole, those of its first turn."""
    exchange = pen.desk.archive.exchange(version.asked)
    first = exchange.questions[:1]
    told = [p.text for p in exchange.parts if (p.id in version.parts if version.parts else p.turn in first)]
    return told or [desk.words(pen.desk.archive.calls[version.asked.call], exchange)]


def became(pen: Pen, version: Version) -> Safe:
    """Write what became of the parts that are asked again."""
    found = _status(pen.desk.archive.exchange(version.asked), version)
    return ledger.status(pen, version.asked, found)


def history(pen: Pen, thread: Thread) -> Safe:
    """Tell what came of a question over time: "asked 4 times, declined twice, then answered"."""
    found = [_status(pen.desk.archive.exchange(version.asked), version) for version in thread.versions]
    told = [ledger.WORDS[status] + _often(count) for status, count in _runs([f.status for f in found if f])]
    asked = f"Asked{_often(len(thread.versions))}"
    return escape.fill("{}{}", asked, f": {', then '.join(told)}" if told else "")


def _status(exchange: Exchange, version: Version) -> AnswerStatus | None:
    """What became of the parts that are asked again, where they agree; else of the question as a whole."""
    read = [part.status for part in exchange.parts if part.id in version.parts and part.status]
    return read[0] if len({each.status for each in read}) == 1 else exchange.status


def _runs(known: list[Status]) -> list[tuple[Status, int]]:
    """Count what follows itself."""
    return [(status, len(list(same))) for status, same in groupby(known)]


def _often(count: int) -> str:
    """Write ` twice`; nothing for once."""
    return "" if count == 1 else " twice" if count == 2 else f" {count} times"
