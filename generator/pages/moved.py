"""Writes how a call differs from the one before: what is new, what is no longer asked, which topics move.

Knows no rule by which that is found: `figures.changes` does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.figures import changes
from generator.figures.changes import Change, Changes, Move
from generator.model import Asked, Call, Series, Version
from generator.pages import desk, entries, escape, listing, passages, wording
from generator.pages.escape import Safe
from generator.pages.listing import Group
from generator.pages.pen import Pen

MOST, MOST_THREADS, MOST_MOVES = 6, 2, 6
"""Topics and threads of one line, and topics of a line on the home page; how many more there are is said."""
LONGEST = 90
"""Characters of a question."""
CALLS = 12
"""Calls on the page of a series, newest first."""


def lines(pen: Pen, call: Call) -> list[Safe]:
    """Write what is new in a call and what is no longer asked, a line each; nothing where there is nothing to say."""
    found = pen.desk.changes.get(call.id)
    return list(_lines(pen, found)) if found else []


def of_series(pen: Pen, series: Series) -> Group:
    """List what changed from call to call of a series, newest first."""
    found = [pen.desk.changes[call] for call in reversed(series.calls) if call in pen.desk.changes][:CALLS]
    return listing.group("What changed", [_entry(pen, each) for each in found])


def topics(pen: Pen) -> Group:
    """Write which topics rise, fall and appear between the newest call of each series and the one before it."""
    found = changes.moves(pen.desk.archive, pen.desk.book)
    told = [
        _moves(pen, "New", found.new),
        _moves(pen, "Up", found.up),
        _moves(pen, "Down", found.down),
    ]
    written = [each for each in told if each.text]
    series = wording.count(found.series, "company or body", "companies and bodies")
    about = f"Mentions in the newest call and in the one before, {series}"
    group = listing.group("Topics that moved", written, listing.PLAIN)
    return Group(group.title, group.entries, group.look, anchor=group.anchor, about=Safe(about) if written else None)


def _lines(pen: Pen, found: Changes) -> Iterator[Safe]:
    before = pen.call(found.before, pen.short(pen.desk.archive.calls[found.before]))
    if found.new:
        new = [_new(pen, found, each) for each in found.new[:MOST]]
        yield escape.fill("New since {}: {}", before, _some(new, len(found.new)))
    if found.gone:
        gone = [_topic(pen, each.topic, found.before) for each in found.gone[:MOST]]
        yield escape.fill("No longer asked: {}", _some(gone, len(found.gone)))
    begun, ended = _questions(pen, found.begun, found.call), _questions(pen, found.ended, found.before)
    if begun:
        yield escape.fill("Asked here first, and again since: {}", _some(begun[:MOST_THREADS], len(begun)))
    if ended:
        yield escape.fill("Asked until {}, not here: {}", before, _some(ended[:MOST_THREADS], len(ended)))


def _entry(pen: Pen, found: Changes) -> Safe:
    call = pen.desk.archive.calls[found.call]
    told = Safe("<br>".join(each.text for each in _lines(pen, found)))
    name = pen.call(call.id, pen.short(call))
    return escape.fill('<span class="ca-when">{}</span> {}<br><small>{}</small>', wording.date(call.date), name, told)


def _new(pen: Pen, found: Changes, each: Change) -> Safe:
    """Link a topic to what this call says of it, and where it was last spoken of, if anywhere."""
    topic = _topic(pen, each.topic, found.call)
    if each.last is None:
        return topic
    last = _place(pen, each.topic, each.last, pen.short(pen.desk.archive.calls[each.last]))
    return escape.fill("{} (last in {})", topic, last)


def _topic(pen: Pen, topic: str, call: str) -> Safe:
    """Link a topic to what a call says of it."""
    return _place(pen, topic, call, pen.desk.archive.topics[topic].name)


def _place(pen: Pen, topic: str, call: str, text: str) -> Safe:
    return pen.link(text, *passages.target(pen.desk.topical[topic], call))


def _questions(pen: Pen, threads: Sequence[str], call: str) -> list[Safe]:
    """Link the questions of threads that are asked in a call, each once, in the asker's words."""
    versions = (each for thread in threads for each in pen.desk.archive.threads[thread].versions)
    found = {each.asked: _words(pen, each) for each in reversed([v for v in versions if v.asked.call == call])}
    return [
        pen.link(wording.cut(words, LONGEST), *pen.question_place(asked))
        for asked, words in sorted(found.items(), key=_number)
    ]


def _number(item: tuple[Asked, str]) -> int:
    return item[0].exchange


def _words(pen: Pen, version: Version) -> str:
    """Take the part that is asked again, else the words that stand for the whole question."""
    exchange = pen.desk.archive.exchange(version.asked)
    part = next((each.text for each in exchange.parts if each.id in version.parts), "")
    return part or desk.words(pen.desk.archive.calls[version.asked.call], exchange)


def _some(shown: list[Safe], of: int) -> Safe:
    more = [Safe(f"{of - len(shown):,} more")] if of > len(shown) else []
    return entries.dotted([*shown, *more])


def _moves(pen: Pen, name: str, moved: Sequence[Move]) -> Safe:
    """Write `Up: cloud 4 → 11`."""
    if not moved:
        return Safe("")
    shown = [
        escape.fill("{}&nbsp;<small>{}</small>", pen.topic(each.topic), Safe(_figures(each)))
        for each in moved[:MOST_MOVES]
    ]
    return escape.fill("{}: {}", Safe(name), _some(shown, len(moved)))


def _figures(each: Move) -> str:
    return f"{each.before:,} → {each.now:,}" if each.before else f"{each.now:,}"
