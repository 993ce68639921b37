"""Finds what a call speaks of that the one before did not, what nobody asks about any more, and what moves.

The rules are strict, because a list of accidents is worse than none. Knows no wording and no addresses.

*The call before* is the newest earlier one of the same kind in the same series. Both must have a date.
*New*: a call is about a topic (`weighing`) or mentions it `FEW` times, and the call before never does.
*No longer asked*: a question of the call before is about a topic, or two questions mention it, and none of this
call's questions do.
*Asked from here on*: a thread of questions begins here and is taken up in a later call of the series.
*Asked no more*: a thread that was asked in at least two calls, the one before among them, is not asked in this one.

None of it is said where a call is too short to be silent: what is new needs a call before of at least half this
one's length, what is gone needs at least half as many questions as there were.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.figures import columns
from generator.figures.tally import Count
from generator.figures.topics import Book
from generator.model import Archive, Call, Series, Thread

FEW = 3
"""Mentions that make a topic new, where the call is not about it."""
LEAP, FACTOR = 4, 2
"""A topic moves when it is mentioned so many times more often, and at least so many mentions more."""
RECENT = 400
"""Days before the newest call of the archive in which a call must be held to tell what moves now."""
ENOUGH = 0.5
"""Part of the other's length, or of its questions, from which on the silence of a call says something."""


@dataclass(frozen=True, slots=True)
class Change:
    """A topic that appears in a call, or is no longer asked about."""

    topic: str
    count: Count
    """What the call says of it; for what is gone, what the one before did."""
    last: str | None
    """The call in which it was last spoken of, or asked about; None for what the series says for the first time."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How a call differs from the one before."""

    call: str
    before: str
    """Call id of the one before."""
    new: tuple[Change, ...] = ()
    """What is said most comes first."""
    gone: tuple[Change, ...] = ()
    begun: tuple[str, ...] = ()
    """Ids of threads."""
    ended: tuple[str, ...] = ()
    """Ids of threads."""

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.begun or self.ended)


@dataclass(frozen=True, slots=True)
class Move:
    """A topic, and how often the newest calls mention it against those before."""

    topic: str
    before: int
    now: int


@dataclass(frozen=True, slots=True)
class Moves:
    """What moves between the newest call of each series and the one before it."""

    series: int
    """How many series could be compared."""
    new: tuple[Move, ...] = ()
    up: tuple[Move, ...] = ()
    down: tuple[Move, ...] = ()


def find(archive: Archive, book: Book) -> dict[str, Changes]:
    """Compare each call with the one before; a call without one, or without a change, is absent."""
    threads = _threads(archive)
    every = archive.series.items()
    compared = (one for key, series in every for one in _compare(archive, book, series, threads.get(key, ())))
    return {each.call: each for each in compared if each}


def moves(archive: Archive, book: Book) -> Moves:
    """Sum up, over the newest call of each series and the one before it, which topics rise, fall and appear."""
    newest = max((day for call in archive.calls.values() if (day := columns.day(call))), default=None)
    pairs = [pair for series in archive.series.values() if (pair := _last_pair(archive, book, series, newest))]
    before, now, about = defaultdict[str, int](int), defaultdict[str, int](int), set[str]()
    for earlier, later in pairs:
        for topic, count in book.in_call.get(earlier.id, {}).items():
            before[topic] += count.mentions
        for topic, count in book.in_call.get(later.id, {}).items():
            now[topic] += count.mentions
            about.update([topic] if count.primary else [])
    every = [Move(topic, before[topic], now[topic]) for topic in sorted({*before, *now})]
    new = [each for each in every if not each.before and each.now >= FEW and each.topic in about]
    up = [each for each in every if each.before and _leaps(each.before, each.now)]
    return Moves(len(pairs), _most(new), _most(up), _most([each for each in every if _leaps(each.now, each.before)]))


def chains(archive: Archive, series: Series) -> list[list[Call]]:
    """List the calls of a series that can be compared: those with a date, oldest first, each kind apart."""
    kinds: dict[str, list[Call]] = {}
    for call in (archive.calls[each] for each in series.calls):
        if columns.day(call):
            kinds.setdefault(call.kind, []).append(call)
    return list(kinds.values())


def _leaps(few: int, many: int) -> bool:
    return many - few >= LEAP and many >= FACTOR * few


def _most(moved: Sequence[Move]) -> tuple[Move, ...]:
    return tuple(sorted(moved, key=lambda each: (-abs(each.now - each.before), each.topic)))


def _last_pair(archive: Archive, book: Book, series: Series, newest: datetime.date | None) -> tuple[Call, Call] | None:
    """Take the newest call of a series and the one before it, if they are recent and of comparable length."""
    chain = max(chains(archive, series), key=lambda calls: calls[-1].date or "", default=[])
    day = columns.day(chain[-1]) if chain else None
    if len(chain) < 2 or day is None or newest is None or (newest - day).days > RECENT:
        return None
    earlier, later = chain[-2:]
    return (earlier, later) if _enough(book, earlier, later) and _enough(book, later, earlier) else None


def _compare(archive: Archive, book: Book, series: Series, threads: Sequence[Thread]) -> Iterator[Changes]:
    """Go through each chain of calls once, remembering in which call each topic was last spoken of."""
    for chain in chains(archive, series):
        begun, ended = _taken_up(threads, {call.id: number for number, call in enumerate(chain)})
        spoken = dict.fromkeys(book.in_call.get(chain[0].id, {}), chain[0].id)
        for number, (before, call) in enumerate(pairwise(chain), 1):
            counts, asks = book.in_call.get(call.id, {}), _asks(book, call, before)
            yield Changes(
                call=call.id,
                before=before.id,
                new=_new(counts, spoken, before.id) if _enough(book, before, call) else (),
                gone=_gone(book.in_call.get(before.id, {}), counts, before.id) if asks else (),
                begun=tuple(begun.get(number, ())),
                ended=tuple(ended.get(number, ())) if asks else (),
            )
            spoken.update(dict.fromkeys(counts, call.id))


def _new(counts: Mapping[str, Count], spoken: Mapping[str, str], before: str) -> tuple[Change, ...]:
    found = [
        Change(topic, count, spoken.get(topic))
        for topic, count in counts.items()
        if spoken.get(topic) != before and (count.primary or count.mentions >= FEW)
    ]
    return tuple(sorted(found, key=lambda each: (-each.count.mentions, each.topic)))


def _gone(before: Mapping[str, Count], counts: Mapping[str, Count], call: str) -> tuple[Change, ...]:
    found = [
        Change(topic, count, call)
        for topic, count in before.items()
        if (count.asked_primary or count.asked >= 2) and not (topic in counts and counts[topic].asked)
    ]
    return tuple(sorted(found, key=lambda each: (-each.count.questions, each.topic)))


def _threads(archive: Archive) -> dict[str, list[Thread]]:
    """List the threads of each series, by id."""
    found: dict[str, list[Thread]] = {}
    for _, thread in sorted(archive.threads.items()):
        for series in thread.series:
            found.setdefault(series, []).append(thread)
    return found


def _taken_up(threads: Sequence[Thread], order: Mapping[str, int]) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """Find at which places of a chain threads begin, and where they are dropped after a second time."""
    begun: dict[int, list[str]] = {}
    ended: dict[int, list[str]] = {}
    for thread in threads:
        at = sorted({order[each.asked.call] for each in thread.versions if each.asked.call in order})
        if len(at) > 1:
            begun.setdefault(at[0], []).append(thread.id)
        for last, following in zip(at[1:], [*at[2:], -1], strict=False):
            if following != last + 1:
                ended.setdefault(last + 1, []).append(thread.id)
    return begun, ended


def _enough(book: Book, call: Call, other: Call) -> bool:
    """Tell whether a call is long enough for its silence to say something beside another one."""
    return book.lengths[call.id] >= ENOUGH * book.lengths[other.id]


def _asks(book: Book, call: Call, before: Call) -> bool:
    return book.asked[call.id] > 0 and book.asked[call.id] >= ENOUGH * book.asked[before.id]
