"""Writes how the calls of a series compare: a picture of the newest, a table of all, and who asks in them.

Knows no rule by which anything is counted: `figures.comparing` does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.figures.comparing import Asker, Compared
from generator.pages import addresses, desk, entries, escape, ledger, lengths, listing, wording
from generator.pages.escape import Safe
from generator.pages.listing import Group
from generator.pages.pen import Pen
from generator.pages.pictures import figure, svg, trend
from generator.pages.pictures.figure import Cell, Picture
from generator.pages.pictures.trend import Panel, Strip

NAME = "calls-compared"
MOST = 12
"""Calls in the picture."""
NAMES, TOPICS, ASKERS = 6, 5, 24
"""People and topics named of a call, and people of the list of those who ask."""
HEAD = ("Call", "Length", "Speakers", "Questions", "Words of those who ask")
UNREAD = "without a status"


def picture(pen: Pen, compared: Sequence[Compared]) -> Safe:
    """Draw the newest calls of a series beside each other; nothing for a single one."""
    shown = compared[-MOST:]
    if len(shown) < 2:
        return svg.NOTHING
    panels = [each for each in (_words(pen, shown), _questions(pen, shown)) if each.strips]
    shapes: list[Safe] = []
    y = 0.0
    for panel in panels:
        shapes += trend.draw(panel, y, max(max(strip.figures) for strip in panel.strips) or 1)
        y += trend.height(panel)
    drawn = Picture(
        name=NAME,
        title="Calls compared:",
        says=_says(pen, shown),
        drawing=svg.drawing(NAME, y, shapes, linked=True, look="ca-trend"),
        head=("Call", *(strip.name for panel in panels for strip in panel.strips)),
        rows=tuple(_row(pen, each, at, panels) for at, each in enumerate(shown)),
    )
    return figure.write(drawn)


def table(pen: Pen, compared: Sequence[Compared]) -> Safe:
    """Write a table of calls as raw HTML, a few figures and what is new in each; on a phone each call is a card."""
    head = "".join(f'<th scope="col">{escape.markdown(each)}</th>' for each in HEAD)
    body = [line for each in compared for line in _lines(pen, each)]
    return Safe("\n".join(['<table class="ca-compared">', f"<thead><tr>{head}</tr></thead>", *body, "</table>"]))


def askers(pen: Pen, found: Sequence[Asker], of: int) -> Group:
    """List who asks in a series: how much, in how many of its calls, and from when to when."""
    lines = [_asker(pen, each, of) for each in found[:ASKERS]]
    more = Safe(f"and {len(found) - ASKERS:,} more") if len(found) > ASKERS else None
    return listing.group("Who asks", lines, listing.PLAIN, more)


def _words(pen: Pen, shown: Sequence[Compared]) -> Panel:
    asked = any(each.asking for each in shown)
    strips = {
        "answering" if asked else "in all": tuple(each.words - each.asking - each.nobodys for each in shown),
        "asking": tuple(each.asking for each in shown),
        "unknown": tuple(each.nobodys for each in shown),
    }
    return _panel(pen, "Words", shown, strips)


def _questions(pen: Pen, shown: Sequence[Compared]) -> Panel:
    became = [dict(each.became) for each in shown]
    strips = {word: tuple(each.get(status, 0) for each in became) for status, word in ledger.WORDS.items()}
    strips[UNREAD] = tuple(each.get(None, 0) for each in became)
    return _panel(pen, "Questions", shown, strips)


def _panel(pen: Pen, name: str, shown: Sequence[Compared], strips: dict[str, tuple[int, ...]]) -> Panel:
    filled = {key: figures for key, figures in strips.items() if any(figures)}
    labels = tuple(pen.short(pen.desk.archive.calls[each.call]) for each in shown)
    told = (", ".join(f"{figures[at]:,} {key}" for key, figures in filled.items()) for at in range(len(shown)))
    return Panel(
        name=name,
        strips=tuple(Strip(key, figures) for key, figures in filled.items()),
        labels=labels,
        titles=tuple(f"{label}: {figures}" for label, figures in zip(labels, told, strict=True)),
        links=tuple(pen.href(addresses.call(each.call)) for each in shown),
        empty=tuple(False for _ in shown),
    )


def _says(pen: Pen, shown: Sequence[Compared]) -> str:
    archive = pen.desk.archive
    first, last = (pen.short(archive.calls[each.call]) for each in (shown[0], shown[-1]))
    words = wording.count(round(sum(each.words for each in shown) / len(shown)), "word")
    asked = wording.count(sum(each.questions for each in shown), "question")
    return f"{wording.count(len(shown), 'call')} from {first} to {last}, {words} each on average, {asked}."


def _row(pen: Pen, each: Compared, at: int, panels: Sequence[Panel]) -> tuple[Cell, ...]:
    figures = (strip.figures[at] for panel in panels for strip in panel.strips)
    return (pen.anchor(panels[0].labels[at], addresses.call(each.call)), *figures)


def _lines(pen: Pen, each: Compared) -> Iterator[str]:
    call = pen.desk.archive.calls[each.call]
    name = escape.fill(
        "{}<br><small>{}</small>", pen.anchor(pen.short(call), addresses.call(call.id)), wording.date(call.date)
    )
    length = Safe(wording.count(each.words, "word"))
    if each.seconds:
        length = escape.fill("{}<br>{}", Safe(lengths.lasts(each.seconds)), length)
    known = each.words - each.nobodys
    asking = lengths.percent(each.asking / known) if known else "–"
    cells = (length, Safe(f"{each.speakers:,}"), _became(each), Safe(asking))
    filled = zip(HEAD[1:], cells, strict=True)
    told = "".join(f'<td data-label="{escape.attribute(label).text}">{cell.text}</td>' for label, cell in filled)
    yield f'<tbody><tr><th scope="row">{name.text}</th>{told}</tr>'
    more = _more(pen, each)
    yield f'<tr class="ca-beneath"><td colspan="{len(HEAD)}">{more.text}</td></tr></tbody>' if more.text else "</tbody>"


def _became(each: Compared) -> Safe:
    if not each.questions:
        return Safe("none")
    told = ", ".join(f"{number:,} {ledger.WORDS[status]}" for status, number in each.became if status)
    return escape.fill("{}<br><small>{}</small>", f"{each.questions:,}", told) if told else Safe(f"{each.questions:,}")


def _more(pen: Pen, each: Compared) -> Safe:
    """Write who asks for the first time, who no longer does, and what is most spoken of."""
    topics = [topic for topic, _ in desk.ranked(pen.desk.book.spoken_in(each.call))][:TOPICS]
    named = [pen.anchor(pen.desk.archive.topics[topic].name, addresses.topic(topic)) for topic in topics]
    told = [
        _told("New askers", [_person(pen, one) for one in each.new]),
        _told("Asked before, not here", [_person(pen, one) for one in each.absent]),
        _told("Topics", named),
    ]
    return escape.join("<br>", [line for line in told if line.text])


def _told(name: str, found: Sequence[Safe]) -> Safe:
    more = f", {len(found) - NAMES:,} more" if len(found) > NAMES else ""
    return Safe(f"{name}: {', '.join(each.text for each in found[:NAMES])}{more}") if found else Safe("")


def _person(pen: Pen, speaker: str) -> Safe:
    return pen.anchor(pen.desk.archive.speakers[speaker].name, addresses.speaker(speaker))


def _asker(pen: Pen, each: Asker, of: int) -> Safe:
    archive = pen.desk.archive
    seen = desk.appearance_of(archive.calls[each.calls[-1]], each.speaker)
    first, last = (pen.call(call, pen.short(archive.calls[call])) for call in (each.calls[0], each.calls[-1]))
    when = escape.fill("{} to {}", first, last) if len(each.calls) > 1 else first
    held = f"in {len(each.calls):,} of {wording.count(of, 'call')}"
    told = entries.dotted([Safe(wording.count(each.questions, "question")), Safe(held), when])
    return escape.fill("{}{} <small>{}</small>", pen.speaker(each.speaker), entries.comma(pen.post(seen)), told)
