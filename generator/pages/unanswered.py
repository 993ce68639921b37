"""The list of questions that were not answered, or only in part, with the words that say so."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Asked, Page, Status
from generator.pages import addresses, entries, escape, ledger, listing, paging, wording
from generator.pages.desk import Desk
from generator.pages.escape import Safe
from generator.pages.listing import Group
from generator.pages.paging import Slice
from generator.pages.pen import Pen
from generator.pages.press import Sheet

TITLES = {
    Status.DECLINED: "Declined",
    Status.DEFERRED: "Deferred",
    Status.UNADDRESSED: "Unaddressed",
    Status.PARTIAL: "Partly answered",
}
"""In the order of the page: what is answered in part comes last, for most of it is answered."""
Kept = dict[Status, tuple[Asked, ...]]


def pages(at: Desk) -> Iterator[Page]:
    """Print the list, the four statuses turned over together."""
    kept = _kept(at)
    for sliced in paging.slices(addresses.UNANSWERED, at.settings.page_size, *map(len, kept.values())):
        pen = Pen(at, sliced.path)
        title = listing.numbered("Questions left unanswered", sliced)
        crumbs = (pen.link("Questions", addresses.QUESTIONS), "Unanswered")
        sheet = Sheet(pen.path, title, crumbs, *listing.turned(pen, sliced), contents=True)
        yield listing.page(sheet, _lead(pen, kept), [_group(pen, each, kept[each], sliced) for each in TITLES])


def _kept(at: Desk) -> Kept:
    """Sort the questions by status, newest first."""
    found: dict[Status, list[Asked]] = {each: [] for each in TITLES}
    for asked in at.asked:
        status = at.archive.exchange(asked).status
        if status and status.status in found:
            found[status.status].append(asked)
    return {status: tuple(several) for status, several in found.items()}


def _lead(pen: Pen, kept: Kept) -> list[Safe]:
    counts = [_count(pen, status, len(several)) for status, several in kept.items() if several]
    if not counts:
        return [Safe("No question of this archive was read as left unanswered."), ledger.sentence(pen)]
    return [entries.dotted([*counts, Safe("newest first")]), ledger.sentence(pen)]


def _count(pen: Pen, status: Status, number: int) -> Safe:
    return ledger.filtered(pen, f"{number:,} {ledger.WORDS[status]}", status=status)


def _group(pen: Pen, status: Status, several: tuple[Asked, ...], sliced: Slice) -> Group:
    return listing.group(TITLES[status], [_entry(pen, asked) for asked in sliced.take(several)])


def _entry(pen: Pen, asked: Asked) -> Safe:
    """Write the question, the words that say what became of it, and whether it was asked again."""
    lines = [entries.question(pen, asked), *ledger.said(pen, asked), again(pen, asked)]
    return escape.join("<br>", [line for line in lines if line.text])


def again(pen: Pen, asked: Asked) -> Safe:
    """Write when the same was asked later and what became of it then; nothing if it was not."""
    later = list(_later(pen.desk, asked))
    told = [_asked_again(pen, each) for each in later]
    return escape.fill("<small>asked again: {}</small>", entries.dotted(told)) if told else Safe("")


def _later(at: Desk, asked: Asked) -> Iterator[Asked]:
    """Find the later versions of a question, oldest first, each once."""
    seen = {asked}
    for thread in at.archive.threads_of.get(asked, ()):
        versions = [version.asked for version in at.archive.threads[thread].versions]
        for each in versions[versions.index(asked) + 1 :] if asked in versions else ():
            if each not in seen:
                seen.add(each)
                yield each


def _asked_again(pen: Pen, asked: Asked) -> Safe:
    call = pen.desk.archive.calls[asked.call]
    there = pen.link(f"{wording.date(call.date)}, {pen.asker_name(asked)}", pen.question_path(asked))
    what = ledger.question(pen, asked)
    return escape.fill("{}: {}", there, what) if what.text else there
