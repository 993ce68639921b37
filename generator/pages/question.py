"""The page of a question: what was asked in how many parts, what became of each, and how that was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.model import Asked, Call, Exchange, MentionKind, Page
from generator.pages import (
    addresses,
    again,
    blocks,
    citing,
    desk,
    entries,
    escape,
    ledger,
    press,
    reading,
    wording,
)
from generator.pages.escape import Safe
from generator.pages.pen import Pen
from generator.pages.press import Sheet

TITLE = 140


def pages(pen: Pen, call: Call) -> Iterator[Page]:
    """Print every question of a call that has a page of its own."""
    for exchange in call.exchanges:
        asked = Asked(call.id, exchange.number)
        if pen.has_page(asked):
            yield page(pen.beside(pen.question_path(asked)), asked)


def page(pen: Pen, asked: Asked) -> Page:
    """Print one question."""
    call, exchange = pen.found(asked.call), pen.exchange(asked)
    sheet = _sheet(pen, call, exchange)
    return press.page(
        "question.md",
        sheet,
        facts=[line for line in _facts(pen, asked, exchange) if line],
        topics=entries.topics(pen, _topics(pen, call, exchange), 8),
        parts=[reading.part(pen, asked, each) for each in exchange.parts] if len(exchange.parts) > 1 else [],
        blocks=Safe("".join(_blocks(pen, call, exchange))),
        reading=list(reading.lines(pen, asked)),
        ruling=reading.ruling(pen, asked),
        again=again.versions(pen, asked),
    )


def _sheet(pen: Pen, call: Call, exchange: Exchange) -> Sheet:
    return Sheet(
        path=pen.path,
        title=wording.cut(desk.words(call, exchange), TITLE),
        crumbs=(
            pen.link("Calls", addresses.CALLS),
            pen.series(call.series),
            pen.call(call.id, pen.short(call)),
            Safe(wording.unbroken(f"Question {exchange.number} of {len(call.exchanges)}")),
        ),
        previous=_neighbour(pen, call, exchange.number - 1),
        following=_neighbour(pen, call, exchange.number + 1),
        citation=citing.question(pen, Asked(call.id, exchange.number)),
    )


def _neighbour(pen: Pen, call: Call, number: int) -> Safe | None:
    if not 0 < number <= len(call.exchanges):
        return None
    asked = Asked(call.id, number)
    return pen.link(f"Question {number}: {pen.asker_name(asked)}", *pen.question_place(asked))


def _facts(pen: Pen, asked: Asked, exchange: Exchange) -> Iterator[Safe]:
    call = pen.found(asked.call)
    to = escape.fill(" → {}", pen.speakers(exchange.addressees)) if exchange.addressees else Safe("")
    by = pen.speakers(exchange.answered_by)
    word = "answered by {}" if _answered(exchange) else "reply by {}"
    replied = escape.fill(word, by) if by else Safe("nobody answers")
    yield entries.dotted([escape.fill("{}{}", pen.asker(asked), to), replied, entries.follow_ups(exchange.follow_ups)])
    there = pen.call(call.id, "read it in the call", exchange.anchor)
    yield entries.dotted([Safe(wording.date(call.date)), pen.call_short(call.id), there])
    yield ledger.verdict(pen, asked)


def _answered(exchange: Exchange) -> bool:
    """Tell whether "answered by" would contradict what became of the question."""
    return exchange.status is None or exchange.status.status in ledger.SATISFIED


def _topics(pen: Pen, call: Call, exchange: Exchange) -> Counter[str]:
    found: Counter[str] = Counter()
    for number in (*exchange.questions, *exchange.answers):
        mentions = pen.desk.mentions.get((call.id, number), ())
        found.update({each.target for each in mentions if each.kind is MentionKind.TOPIC})
    return found


def _blocks(pen: Pen, call: Call, exchange: Exchange) -> Iterator[str]:
    """Put the turns of the exchange under headings that say what they are."""
    before, heard, said = "", set[int | None](), ledger.speaks(exchange)
    for turn in call.turns[exchange.first - 1 : exchange.last]:
        now = _name(exchange, turn.number)
        if now and now != before:
            anchor = f"{now.lower()}-{turn.number}".replace(" ", "-")
            yield blocks.heading(2, Safe(now), anchor)
            before = now
        notes = {number: note for (spoken, number), note in said.items() if spoken == turn.number}
        yield blocks.spoken(pen, call, turn, level=3, context=True, again=turn.voice in heard, notes=notes)
        heard.add(turn.voice)


def _name(exchange: Exchange, number: int) -> str:
    if number in exchange.questions:
        return "Question" if number == exchange.questions[0] else "Follow-up"
    return "Answer" if number in exchange.answers else ""
