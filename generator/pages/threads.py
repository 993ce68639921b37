"""The index of questions that were asked again, the one asked last first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Page, Thread
from generator.pages import addresses, again, entries, escape, ledger, listing, paging, thread, wording
from generator.pages.desk import Desk
from generator.pages.escape import Safe
from generator.pages.pen import Pen
from generator.pages.press import Sheet

NONE = Safe("No question of this archive was found to be asked again.")
HOW = Safe(
    "Questions stand in one thread where they share rare words and are alike, by a fixed rule. "
    "It finds fewer than there are, for a wrong one costs more than a missing one."
)


def pages(at: Desk) -> Iterator[Page]:
    """Print the index."""
    threads = tuple(at.archive.threads.values())
    for sliced in paging.newest(addresses.AGAIN, at.settings.page_size, len(threads)):
        pen = Pen(at, sliced.path)
        crumbs = (pen.link("Questions", addresses.QUESTIONS), "Asked again")
        sheet = Sheet(pen.path, listing.numbered("Asked again", sliced), crumbs, *listing.turned(pen, sliced))
        group = listing.group("", [_entry(pen, each) for each in sliced.take(threads)])
        yield listing.page(sheet, _lead(pen, threads), [group])


def _lead(pen: Pen, threads: tuple[Thread, ...]) -> list[Safe]:
    if not threads:
        return [NONE]
    asked = sum(len(each.versions) for each in threads)
    counts = f"{wording.count(len(threads), 'thread')} of {wording.count(asked, 'question')}, the one asked last first"
    return [Safe(counts), HOW, ledger.sentence(pen)]


def _entry(pen: Pen, found: Thread) -> Safe:
    """Write a thread: when last, in whose words, how often, what came of it, over which time."""
    first, last = (pen.desk.archive.calls[found.versions[at].asked.call].date for at in (0, -1))
    since = f"since {wording.date(first)}" if first and first != last else ""
    words = pen.link(thread.title(pen, found), addresses.thread(found.id))
    askers = list(dict.fromkeys(pen.asker_name(version.asked) for version in found.versions))
    who = escape.fill("{}", ", ".join(askers[:3]) + (" and others" if len(askers) > 3 else ""))
    bodies = escape.join(", ", [pen.series(series) for series in found.series])
    rest = entries.dotted([again.history(pen, found), who, bodies, Safe(since)])
    return escape.fill(entries.WHEN + " {}<br><small>{}</small>", wording.date(last), words, rest)
