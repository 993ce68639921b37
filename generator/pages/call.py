"""The page of a call: its facts, who takes part, its questions, and the transcript."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.figures import ribbon as ribbons
from generator.figures import spoken
from generator.figures.ribbon import Ribbon
from generator.model import Appearance, Call, Page, Role, SectionKind
from generator.pages import (
    addresses,
    blocks,
    citing,
    desk,
    entries,
    escape,
    ledger,
    lengths,
    media,
    moved,
    press,
    question,
    wording,
)
from generator.pages.desk import Desk
from generator.pages.escape import Safe
from generator.pages.pen import Pen
from generator.pages.pictures import ribbon, shares
from generator.pages.press import Sheet
from generator.pages.units import Unit

WEB = ("source", "source_url", "url", "media", "audio", "video")
"""Names of details that may hold the address of a page or a recording."""
CONVERSATION = (SectionKind.QA, SectionKind.DISCUSSION)


@dataclass(frozen=True, slots=True)
class Side:
    """People of one role."""

    name: str
    people: tuple[Safe, ...]


def units(at: Desk) -> Iterator[Unit]:
    """Print every call with its questions."""
    for call in at.archive.calls:
        yield Unit(f"call {call}", partial(pages, call), of=call)


def pages(call_id: str, at: Desk) -> Iterator[Page]:
    """Print a call and its questions, which lie in one folder and say much the same: one pen writes it once."""
    pen, call = Pen(at, addresses.call(call_id)), at.archive.calls[call_id]
    yield page(pen, call)
    yield from question.pages(pen, call)


def page(pen: Pen, call: Call) -> Page:
    """Print one call."""
    counted = spoken.by_turn(call)
    said = spoken.shares(call, counted)
    seen = ribbons.of(call, counted, said)
    return press.page(
        "call.md",
        _sheet(pen, call),
        facts=_facts(pen, call, seen),
        ribbon=ribbon.write(pen, call, seen),
        words=shares.write(pen, call, said),
        told=[line for line in _told(pen, call) if line.text],
        sides=_sides(pen, call),
        jumps=[entries.jump(pen, call, exchange.number) for exchange in call.exchanges],
        discussion=any(turn.section in CONVERSATION for turn in call.turns),
        blocks=Safe("".join(blocks.transcript(pen, call))),
        player=media.player(pen, call),
        about=list(_about(pen, call)),
        furniture=[_set_aside(each.kind, each.line, each.text) for each in call.furniture],
    )


def _sheet(pen: Pen, call: Call) -> Sheet:
    earlier, later = pen.desk.beside[call.id]
    return Sheet(
        path=pen.path,
        title=call.title,
        crumbs=(pen.link("Calls", addresses.CALLS), pen.series(call.series), pen.short(call)),
        previous=pen.call(earlier) if earlier else None,
        following=pen.call(later) if later else None,
        search=True,
        contents=True,
        citation=citing.call(pen, call),
    )


def _told(pen: Pen, call: Call) -> Iterator[Safe]:
    """Write what became of the questions, and of what is spoken, a line each."""
    yield ledger.summary(pen, call)
    topics = entries.topics(pen, pen.desk.book.spoken_in(call.id), 8)
    yield Safe(f"Topics: {topics.text}") if topics.text else topics
    yield from moved.lines(pen, call)


def _facts(pen: Pen, call: Call, seen: Ribbon) -> Safe:
    length = lengths.lasts(seen.seconds) if seen.seconds else lengths.reading(seen.words)
    return entries.dotted(
        [
            Safe(wording.date(call.date)),
            escape.fill("{}", wording.kind(call.kind)),
            pen.organization(call.organization),
            pen.period(call.period) if call.period else Safe(""),
            entries.counted(len(call.exchanges), "question"),
            Safe(wording.count(seen.words, "word")),
            Safe(length),
            pen.link("source", pen.path, "about"),
            media.link(pen, call),
        ]
    )


def _sides(pen: Pen, call: Call) -> list[Side]:
    sides: dict[str, list[Safe]] = {name: [] for name in wording.SIDES.values()}
    for seen in call.appearances:
        sides[wording.SIDES[seen.role]].append(_participant(pen, call, seen))
    return [Side(name, tuple(people)) for name, people in sides.items() if people]


def _participant(pen: Pen, call: Call, seen: Appearance) -> Safe:
    how = escape.attribute(f"Read by {wording.evidences(seen.evidence)}" if seen.evidence else "")
    nameless = seen.role is not Role.OPERATOR and desk.nameless(pen.desk.archive, seen)
    name = pen.speaker(seen.speaker, wording.nameless(seen.name, "voice") if nameless else seen.name)
    post = pen.post(seen, apart_from=call.organization)
    silent = Safe("" if seen.speaks else " <small>listed, does not speak</small>")
    return escape.fill('<span title="{}">{}</span>{}{}', how, name, entries.comma(post), silent)


def _about(pen: Pen, call: Call) -> Iterator[Safe]:
    yield escape.fill("File: {}, {}", call.source.path, wording.count(call.source.size, "byte"))
    yield escape.fill('SHA-256: <span class="ca-digest">{}</span>', call.source.sha256)
    yield escape.fill("Read as {}: {}", call.reader, call.claim)
    for detail in call.details:
        value = pen.outside(detail.value) if detail.name in WEB else escape.fill("{}", detail.value)
        where = f"{detail.origin}, {detail.path}{f', line {detail.line}' if detail.line else ''}"
        yield escape.fill("{}: {} <small>{}</small>", wording.kind(detail.name).capitalize(), value, where)
    for problem in call.problems:
        yield escape.fill("Doubtful: {} <small>line {}</small>", problem.message, problem.line)


def _set_aside(kind: str, line: int, text: str) -> Safe:
    return escape.fill("{} <small>{}, line {}</small>", text, kind, line)
