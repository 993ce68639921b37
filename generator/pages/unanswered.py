"""The list of what was asked and not answered, whole questions and parts, with the words that say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.model import Asked, Page, QuestionPart, Status
from generator.pages import addresses, desk, entries, escape, ledger, listing, paging, prose, wording
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
APART = Safe("Questions of which no part stands above.")
LONGEST = 240
MOST = 12
Left = tuple[Asked, tuple[QuestionPart, ...]]
"""A question, and the parts of it that were left so; none for the question as a whole."""
Kept = dict[Status, tuple[Left, ...]]


def pages(at: Desk) -> Iterator[Page]:
    """Print the list, the four statuses turned over together."""
    kept = find(at)
    for sliced in paging.newest(addresses.UNANSWERED, at.settings.page_size, *map(len, kept.values())):
        pen = Pen(at, sliced.path)
        title = listing.numbered("Questions left unanswered", sliced)
        crumbs = (pen.link("Questions", addresses.QUESTIONS), "Unanswered")
        sheet = Sheet(pen.path, title, crumbs, *listing.turned(pen, sliced), contents=True)
        yield listing.page(sheet, _lead(pen, kept), [_group(pen, each, kept[each], sliced) for each in TITLES])


def find(at: Desk) -> Kept:
    """Sort what was left by status, newest first; a question stands under each status that a part of it has."""
    found: dict[Status, list[Left]] = {each: [] for each in TITLES}
    for asked in at.asked:
        exchange = at.archive.exchange(asked)
        left = ledger.left(exchange)
        for status, parts in left.items():
            found[status].append((asked, parts if len(exchange.parts) > 1 else ()))
        if not left and exchange.status and exchange.status.status is Status.PARTIAL:
            parts = tuple(each for each in exchange.parts if each.status and each.status.status is Status.PARTIAL)
            found[Status.PARTIAL].append((asked, parts if len(exchange.parts) > 1 else ()))
    return {status: tuple(several) for status, several in found.items()}


def _lead(pen: Pen, kept: Kept) -> list[Safe]:
    counts = [_count(pen, status, len(several)) for status, several in kept.items() if several]
    if not counts:
        return [Safe("No question of this archive was read as left unanswered."), ledger.sentence(pen)]
    return [
        entries.dotted([*counts, Safe("newest first")]),
        _by_series(pen, kept),
        Safe("A question stands here if it was left so as a whole or in one of its parts."),
        ledger.sentence(pen),
    ]


def _count(pen: Pen, status: Status, number: int) -> Safe:
    return pen.link(wording.unbroken(f"{number:,} {ledger.WORDS[status]}"), addresses.UNANSWERED, _anchor(status))


def _by_series(pen: Pen, kept: Kept) -> Safe:
    """Link the same by company or body, in the table of questions; nothing where there is only one."""
    archive = pen.desk.archive
    questions = {asked for status in ledger.OPEN for asked, _ in kept[status]}
    found = Counter(archive.calls[asked.call].series for asked in questions)
    if len(found) < 2:
        return Safe("")
    open_ = [status.value for status in ledger.OPEN]
    links = [
        (ledger.filtered(pen, archive.series[series].name, series=series, status=open_), number)
        for series, number in desk.ranked(found)[:MOST]
    ]
    return escape.fill("Declined, deferred or unaddressed, by company or body: {}", entries.counts(links))


def _anchor(status: Status) -> str:
    return TITLES[status].lower().replace(" ", "-")


def _group(pen: Pen, status: Status, several: tuple[Left, ...], sliced: Slice) -> Group:
    lines = [_entry(pen, asked, parts) for asked, parts in sliced.take(several)]
    group = listing.group(TITLES[status], lines)
    apart = status is Status.PARTIAL and lines
    return Group(group.title, group.entries, group.look, anchor=_anchor(status), about=APART if apart else None)


def _entry(pen: Pen, asked: Asked, parts: tuple[QuestionPart, ...]) -> Safe:
    """Write what was asked, the words that say what became of it, who asked, and whether it was asked again."""
    call, exchange = pen.desk.archive.calls[asked.call], pen.desk.archive.exchange(asked)
    asks = [_part(pen, asked, each) for each in parts]
    if not asks:
        asks = [_told(pen.question(asked, LONGEST), ledger.quoted(pen, asked, exchange.status))]
    who = escape.fill("<small>{}</small>", entries.dotted([_people(pen, asked), pen.call_short(call.id)]))
    rest = [line for line in (who, again(pen, asked)) if line]
    when = escape.fill(entries.WHEN + " ", wording.date(call.date))
    return Safe(when.text + escape.join("<br>", [*asks, *rest]).text)


def _part(pen: Pen, asked: Asked, part: QuestionPart) -> Safe:
    words = pen.link(wording.cut(part.text, LONGEST), *pen.question_place(asked, prose.part_anchor(part)))
    return _told(words, ledger.quoted(pen, asked, part.status))


def _told(words: Safe, status: Safe) -> Safe:
    return escape.fill('{}<br><span class="ca-quoted">{}</span>', words, status)


def _people(pen: Pen, asked: Asked) -> Safe:
    to = pen.answerers(asked)
    return escape.fill("{}{}", pen.asker(asked), Safe(f" → {to.text}" if to else ""))


def again(pen: Pen, asked: Asked) -> Safe:
    """Write when the same was asked later and what became of it then; nothing if it was not."""
    told = [_asked_again(pen, each) for each in _later(pen.desk, asked)]
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
    there = pen.link(f"{wording.date(call.date)}, {pen.asker_name(asked)}", *pen.question_place(asked))
    what = ledger.question(pen, asked)
    return escape.fill("{}: {}", there, what) if what else there
