"""Writes what stands in a list: one entry a question, a call, a passage, a person. Knows no kind of page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model import Asked, Call, Speaker
from generator.pages import addresses, desk, escape, ledger, prose, wording
from generator.pages.escape import Safe
from generator.pages.fragments import shared
from generator.pages.pen import Pen
from generator.pages.sayings import Saying

DOT = f"{wording.UNBROKEN}· "
WHEN = '<span class="ca-when">{}</span>'


def question(pen: Pen, asked: Asked) -> Safe:
    """Write an exchange as seen from outside its call."""
    call, exchange = pen.found(asked.call), pen.exchange(asked)
    told = escape.fill("{}{}", pen.asker(asked), _to(pen, asked))
    size = [parts(len(exchange.parts)), follow_ups(exchange.follow_ups)]
    rest = dotted([told, pen.call_short(asked.call), *size, ledger.question(pen, asked)])
    return escape.fill(WHEN + " {}<br><small>{}</small>", wording.date(call.date), pen.question(asked), rest)


def jump(pen: Pen, call: Call, number: int) -> Safe:
    """Write an exchange as its own call lists it: a link down the page, and one to its own page."""
    asked, exchange = Asked(call.id, number), call.exchanges[number - 1]
    words = pen.call(call.id, wording.cut(desk.words(call, exchange), 180), exchange.anchor)
    told = escape.fill("{}{}", pen.asker(asked), _to(pen, asked))
    size = [parts(len(exchange.parts)), follow_ups(exchange.follow_ups)]
    rest = dotted([*size, ledger.question(pen, asked), pen.own_page(asked)])
    return escape.fill("{}<br>{}<br><small>{}</small>", told, words, rest)


def call(pen: Pen, call_id: str) -> Safe:
    """Write a call with its date and size."""
    found = pen.found(call_id)
    people = sum(1 for each in found.appearances if each.speaks)
    rest = dotted(
        [
            pen.series(found.series),
            Safe(wording.count(len(found.exchanges), "question")) if found.exchanges else Safe("no questions"),
            Safe(wording.count(people, "speaker")),
        ]
    )
    return escape.fill(WHEN + " {}<br><small>{}</small>", wording.date(found.date), pen.call(call_id), rest)


def passage(pen: Pen, call_id: str, of: str | None, said: Saying) -> Safe:
    """Write the sentence around a match in a call `of` an organisation, who said it, and the ways to its context."""
    told = _speaks(pen, said.speaker, said.name, said.title, said.organization, of)
    context = f"[in context]({pen.place(call_id, f't{said.turn}p{said.paragraph}')})"
    more = f"{DOT}{_exchange(pen, call_id, said.exchange)}" if said.exchange else ""
    more += f"{DOT}{wording.count(said.times, 'time')} in this turn" if said.times > 1 else ""
    return Safe(f"{told}<br>{prose.excerpt(said.text, said.places)}<br><small>{context}{more}</small>")


@shared(addresses.alike)
def _speaks(
    pen: Pen, speaker: str | None, name: str, title: str | None, organization: str | None, apart_from: str | None
) -> str:
    """Write who speaks in a call, and in which post."""
    who = pen.speaker(speaker, "" if speaker else name)
    return f"{who.text}{comma(pen.held(title, organization, apart_from)).text}"


def person(pen: Pen, speaker: Speaker) -> Safe:
    """Write a person with the latest post and how much they take part."""
    archive = pen.desk.archive
    last = speaker.affiliations[-1] if speaker.affiliations else None
    post = dotted([escape.fill("{}", last.title), pen.organization(last.organization)]) if last else Safe("")
    done = dotted(
        [
            counted(len(archive.spoke_in.get(speaker.id, ())), "call"),
            counted(len(archive.asked_by.get(speaker.id, ())), "question asked", "questions asked"),
            counted(len(archive.answered_by.get(speaker.id, ())), "question answered", "questions answered"),
        ]
    )
    return escape.fill("{}{} <small>{}</small>", pen.speaker(speaker.id), comma(post), done)


def topic(pen: Pen, topic_id: str) -> Safe:
    """Write a topic and in how many turns it is spoken of."""
    found = len(pen.desk.topical[topic_id].passages)
    return escape.fill("{} <small>{}</small>", pen.topic(topic_id), Safe(wording.count(found, "passage")))


def counts(links: Iterable[tuple[Safe, int]]) -> Safe:
    """Write `cloud 14 · margins 11`, figures small."""
    return dotted(Safe(f"{link.text}{wording.UNBROKEN}<small>{number:,}</small>") for link, number in links)


def speakers(pen: Pen, counter: Mapping[str, int], most: int) -> Safe:
    """Write who, and how often."""
    return counts((pen.speaker(each), number) for each, number in desk.ranked(counter)[:most])


def topics(pen: Pen, counter: Mapping[str, int], most: int) -> Safe:
    """Write of what, and how often."""
    return counts((pen.topic(each), number) for each, number in desk.ranked(counter)[:most])


def counted(number: int, one: str, many: str = "") -> Safe:
    """Write a count, nothing for none."""
    return Safe(wording.count(number, one, many) if number else "")


def parts(number: int) -> Safe:
    """Write of how many parts a question is, if of several."""
    return Safe(wording.count(number, "part") if number > 1 else "")


def follow_ups(number: int) -> Safe:
    """Write how often the asker came back."""
    return counted(number, "follow-up")


def dotted(values: Iterable[Safe]) -> Safe:
    """Join what there is with middle dots."""
    return Safe(DOT.join([value.text for value in values if value.text]))


def comma(value: Safe) -> Safe:
    """Put a comma before something, if it is there."""
    return Safe(f", {value.text}" if value.text else "")


@shared(addresses.alike_to_calls)
def _exchange(pen: Pen, call_id: str, number: int) -> str:
    """Link a question from what is said in it."""
    path, anchor = pen.question_place(Asked(call_id, number))
    return f"[question {number}]({addresses.relative(pen.path, path, anchor)})"


def _to(pen: Pen, asked: Asked) -> Safe:
    found = pen.answerers(asked)
    return Safe(f" → {found.text}" if found.text else "")
