"""The table of questions as data for a browser: columns of codes that fit in one file, and the words in slices.

Knows no markup: everything here is plain text, which the script puts into the page as text. Rows stand oldest call
first, so that a new call changes the end of the last slice and nothing before it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields

from generator.model import Archive, Asked, Call, Exchange, MentionKind, Page, Status
from generator.pages import addresses, desk, escape, ledger, own, wording
from generator.pages.desk import Desk
from generator.pages.pen import Pen

FORMAT = 1
SLICE = 1000
"""Questions whose words stand in one file, of which a reader loads those that are shown, or all for a search."""
SHOWN = 180
MORE = 600
"""Characters of the other parts of a question that can be searched."""
NONE = -1
"""The code of nothing."""


@dataclass(frozen=True, slots=True)
class Codes:
    """Numbers for values that many questions share, in order of meeting."""

    values: dict[tuple[str | int, ...], int] = field(default_factory=dict)

    def of(self, *value: str | int) -> int:
        """Give the number of a value."""
        return self.values.setdefault(value, len(self.values))


@dataclass(frozen=True, slots=True)
class Books:
    """What the codes stand for: id (part of an address, or empty) and name; of a call also date, series, period."""

    call: Codes = field(default_factory=Codes)
    series: Codes = field(default_factory=Codes)
    period: Codes = field(default_factory=Codes)
    asker: Codes = field(default_factory=Codes)
    organization: Codes = field(default_factory=Codes)
    addressee: Codes = field(default_factory=Codes)
    topic: Codes = field(default_factory=Codes)


@dataclass(frozen=True, slots=True)
class Row:
    """A question in codes. Several codes are a list, a single one stands alone."""

    call: int
    key: int | str
    """Last part of its address, or its anchor in its call; a number where that is the asker's id and this number."""
    asker: int
    organization: int
    addressee: int | list[int]
    topic: int | list[int]
    status: int
    open: int | list[int]
    """What parts of it were left as, other than the question as a whole: declined, deferred, unaddressed."""
    parts: int


def pages(at: Desk) -> Iterator[Page]:
    """Make the file of rows, and those of words."""
    asked = tuple(Asked(c.id, x.number) for c in reversed(tuple(at.archive.calls.values())) for x in c.exchanges)
    slices = [_compact(_words(at.archive, asked[start : start + SLICE])) for start in range(0, len(asked), SLICE)]
    yield Page(addresses.ROWS, _compact(_table(at, asked, slices)))
    for number, text in enumerate(slices):
        yield Page(addresses.words(number), text)


def _compact(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"


def _words(archive: Archive, asked: Iterable[Asked]) -> list[list[str]]:
    return [_said(archive.calls[each.call], archive.exchange(each)) for each in asked]


def _said(call: Call, exchange: Exchange) -> list[str]:
    """Take the words that are shown, and those that can be searched besides."""
    whole = desk.words(call, exchange)
    shown = wording.cut(escape.fold(whole), SHOWN)
    others = [part.text for part in exchange.parts if part.text != whole or shown.endswith("…")]
    more = wording.cut(escape.fold(" ".join(others)), MORE)
    return [shown, more] if more else [shown]


def _table(at: Desk, asked: tuple[Asked, ...], slices: list[str]) -> dict[str, object]:
    pen, books = Pen(at, addresses.QUESTIONS), Books()
    rows = [_row(pen, books, each) for each in asked]
    return {
        "format": FORMAT,
        "folders": at.settings.directory_urls,
        "slice": SLICE,
        "words": [hashlib.sha256(text.encode()).hexdigest()[:12] for text in slices],  # so that no stale ones are shown
        "statuses": [[status.value, word] for status, word in ledger.WORDS.items()],
        "values": {each.name: list(getattr(books, each.name).values) for each in fields(Books)},
        "rows": {each.name: [getattr(row, each.name) for row in rows] for each in fields(Row)},
    }


def _row(pen: Pen, books: Books, asked: Asked) -> Row:
    archive = pen.desk.archive
    call, exchange = archive.calls[asked.call], archive.exchange(asked)
    speaker, key = _asker(pen, asked), _key(pen, asked)
    number = key.removeprefix(f"{speaker[0]}-")
    whole = _code(exchange.status.status) if exchange.status else NONE
    return Row(
        call=books.call.of(*_call(pen, books, call)),
        key=int(number) if key != number and number.isdecimal() and str(int(number)) == number else key,
        asker=books.asker.of(*speaker),
        organization=_organization(archive, books, exchange.organization),
        addressee=_alone([books.addressee.of(*each) for each in _people(archive, exchange)]),
        topic=_alone([books.topic.of(each, archive.topics[each].name) for each in _topics(pen.desk, call, exchange)]),
        status=whole,
        open=_alone([code for code in map(_code, ledger.left(exchange)) if code != whole]),
        parts=len(exchange.parts),
    )


def _key(pen: Pen, asked: Asked) -> str:
    """Take the last part of a question's address: `mei-tan-1`, or `#x07` where the page of its call shows it."""
    if own.page(pen.desk, asked):
        return pen.desk.archive.question_keys[asked.call, asked.exchange]
    return f"#{pen.desk.archive.exchange(asked).anchor}"


def _code(status: Status) -> int:
    return list(ledger.WORDS).index(status)


def _alone(codes: list[int]) -> int | list[int]:
    return codes[0] if len(codes) == 1 else codes


def _call(pen: Pen, books: Books, call: Call) -> tuple[str | int, ...]:
    series = books.series.of(call.series, escape.fold(pen.desk.archive.series[call.series].name))
    period = books.period.of(call.period, wording.period(call.period)) if call.period else NONE
    return call.id, escape.fold(pen.call_name(call.id)), call.date or "", series, period


def _asker(pen: Pen, asked: Asked) -> tuple[str, str]:
    speaker = pen.desk.archive.speakers.get(pen.desk.archive.exchange(asked).asker or "")
    if speaker is None or speaker.anonymous:
        return "", escape.fold(pen.asker_name(asked))
    return speaker.id, escape.fold(speaker.name)


def _organization(archive: Archive, books: Books, printed: str | None) -> int:
    if not printed:
        return NONE
    found = archive.organization_of.get(printed)
    known = archive.organizations.get(found or "")
    return books.organization.of(known.id if known else "", escape.fold(known.name if known else printed))


def _people(archive: Archive, exchange: Exchange) -> list[tuple[str, str]]:
    """List to whom a question was put, else who answered."""
    found = (archive.speakers[each] for each in exchange.addressees or exchange.answered_by)
    return [(each.id, escape.fold(each.name)) for each in found if not each.anonymous]


def _topics(at: Desk, call: Call, exchange: Exchange) -> list[str]:
    """List what the asker speaks of, and every wider topic of it."""
    found: dict[str, None] = {}
    for number in exchange.questions:
        for mention in at.mentions.get((call.id, number), ()):
            topic = mention.target if mention.kind is MentionKind.TOPIC else None
            while topic and topic in at.archive.topics and topic not in found:
                found[topic] = None
                topic = at.archive.topics[topic].parent
    return list(found)
