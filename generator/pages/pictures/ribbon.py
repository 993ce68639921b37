"""Draws a call as a ribbon: a lane for each who speaks, ticks for questions, parts to click on. Must not count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.figures.ribbon import Lane, Ribbon, Stretch
from generator.model import Asked, Call, Role, SectionKind
from generator.pages import escape, lengths, wording
from generator.pages.escape import Safe
from generator.pages.pen import Pen
from generator.pages.pictures import figure, naming, svg
from generator.pages.pictures.figure import Cell, Picture

NAME = "ribbon"
LANE, TOP, BOTTOM = 18, 15, 16
"""Heights in pixels: of a lane, of the numbers of questions above, of the names of sections below."""
UNITS = 1000
"""A call is so many units long in the paths of its lanes."""
APART = 5.5
"""Shares of the width that the numbers of two questions need, so that they stay apart on a phone."""
NEAR = 4
"""Units within which ticks become one."""
ROOM = 24
"""Shares of the width that the name of a section needs."""
SHORT = {
    SectionKind.OPENING: "Opening",
    SectionKind.REMARKS: "Remarks",
    SectionKind.QA: "Questions",
    SectionKind.CLOSING: "Closing",
    SectionKind.DISCUSSION: "Discussion",
}
GROUPS = {Role.SELL_SIDE_ANALYST: "Analysts", Role.BUY_SIDE_ANALYST: "Analysts", Role.JOURNALIST: "Journalists"}


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch in words, and where a click on it leads."""

    stretch: Stretch
    what: str
    topics: str
    address: Safe


def write(pen: Pen, call: Call, ribbon: Ribbon) -> Safe:
    """Write the ribbon; nothing for a call that has nothing to tell apart."""
    if len(ribbon.stretches) < 2 or (len(ribbon.lanes) < 2 and not ribbon.questions):
        return Safe("")
    names = "".join(_name(pen, call, each).text for each in ribbon.lanes)
    look = "ca-lanes ca-numbered" if ribbon.questions else "ca-lanes"
    parts = [_part(pen, call, each) for each in ribbon.stretches]
    drawing = _drawing(ribbon, parts)
    drawn = f'<div class="ca-ribbon">\n<div class="{look}" aria-hidden="true">{names}</div>\n{drawing.text}\n</div>'
    return figure.write(
        Picture(
            name=NAME,
            title="Who speaks when",
            says=_says(ribbon),
            drawing=Safe(drawn),
            head=("Begins with", "What", "Words", "Topics"),
            rows=tuple(_row(call, ribbon, each) for each in parts),
        )
    )


def lane_name(pen: Pen, call: Call, lane: Lane) -> str:
    """Name who speaks in a lane."""
    if len(lane.voices) == 1:
        return naming.voice(pen, call, lane.voices[0])
    roles = {GROUPS.get(call.appearances[each].role, "") for each in lane.voices if each is not None}
    kind = roles.pop() if len(roles) == 1 else ""
    if lane.asks:
        return f"{kind or 'Those who ask'} ({len(lane.voices):,})"
    return f"{len(lane.voices):,} others"


def _says(ribbon: Ribbon) -> str:
    line = f"by time, {lengths.lasts(ribbon.seconds)}" if ribbon.seconds else f"by words, {ribbon.words:,} in all"
    if not ribbon.questions:
        return f"{line}."
    begin = lengths.percent(ribbon.questions[0][1])
    return f"{line}; {wording.count(len(ribbon.questions), 'question')}, the first after {begin}."


def _name(pen: Pen, call: Call, lane: Lane) -> Safe:
    name = lane_name(pen, call, lane)
    look = ' class="ca-asking"' if lane.asks else ""
    return escape.fill('<span{} title="{}">{}</span>', Safe(look), escape.attribute(name), name)


def _drawing(ribbon: Ribbon, parts: list[Part]) -> Safe:
    top = TOP if ribbon.questions else 0
    bottom = top + LANE * len(ribbon.lanes)
    shapes = [
        *_sections(ribbon, top, bottom),
        _lanes(ribbon, top),
        *_numbers(ribbon, top),
        *(_zone(each, bottom) for each in parts),
    ]
    return svg.drawing(NAME, bottom + BOTTOM, shapes, linked=True)


def _lanes(ribbon: Ribbon, top: int) -> Safe:
    """Draw each lane as one path: a line as thick as the lane, with gaps."""
    count = len(ribbon.lanes)
    paths = _ticks(ribbon) + "".join(_lane(number, each) for number, each in enumerate(ribbon.lanes))
    view = f'viewBox="0 0 {UNITS} {count}" preserveAspectRatio="none"'
    return Safe(f'<svg {view} width="100%" y="{top}" height="{LANE * count}">{paths}</svg>')


def _lane(number: int, lane: Lane) -> str:
    look = "ca-asked" if lane.asks else "ca-told"
    return f'<path class="{look}" d="{"".join(_dashes(lane, number + 0.5))}"/>'


def _dashes(lane: Lane, y: float) -> Iterator[str]:
    """Write `M120 .5h35` for words from 12 to 15.5 per cent; nothing is too short to be seen."""
    done = -1
    for first, last in lane.places:
        start, end = max(round(first * UNITS), done), round(last * UNITS)
        if end > done:
            done = max(end, start + 2)
            yield f"M{start} {svg.number(y)}h{done - start}"


def _ticks(ribbon: Ribbon) -> str:
    """Draw all ticks as one path: `M443 0v5` for a question that begins after 44.3 per cent, over five lanes."""
    places = dict.fromkeys(round(place * UNITS / NEAR) * NEAR for _, place in ribbon.questions)
    ticks = "".join(f"M{place} 0v{len(ribbon.lanes)}" for place in places)
    return f'<path class="ca-ticks" d="{ticks}"/>' if ticks else ""


def _numbers(ribbon: Ribbon, top: int) -> Iterator[Safe]:
    free = 0.0
    for number, place in ribbon.questions:
        x = place * 100
        if free <= x < 100 - APART / 2:
            free = x + APART
            yield svg.words(x, top - 5, str(number))


def _sections(ribbon: Ribbon, top: int, bottom: int) -> Iterator[Safe]:
    for kind, (first, last) in ribbon.sections:
        x, width = first * 100, (last - first) * 100
        if x:
            yield svg.line(x, top, x, bottom + BOTTOM, "ca-cut")
        if width >= ROOM:
            yield svg.pane(
                x, width, bottom, BOTTOM, [Safe(f'<text class="ca-faint" x="3" y="12">{SHORT[kind]}</text>')]
            )


def _part(pen: Pen, call: Call, stretch: Stretch) -> Part:
    topics = ", ".join(pen.desk.archive.topics[each].name for each in stretch.topics)
    return Part(stretch, what(pen, call, stretch), topics, pen.href(pen.path, anchor(call, stretch)))


def _zone(part: Part, height: int) -> Safe:
    """Draw what one clicks on: a pane over the lanes that is seen only under the mouse."""
    first, last = part.stretch.place
    words = wording.count(part.stretch.words, "word")
    title = f"{part.what}, {words}{': ' if part.topics else ''}{part.topics}"
    return svg.link(part.address, title, [svg.bar(first * 100, (last - first) * 100, 0, height)])


def what(pen: Pen, call: Call, stretch: Stretch) -> str:
    """Say what a stretch is: whose question, else who speaks."""
    voices = dict.fromkeys(t.voice for t in call.turns[stretch.first - 1 : stretch.last] if not t.procedural)
    names = [naming.voice(pen, call, each) for each in list(voices)[:2]]
    who = f"{names[0]} and {len(voices) - 1:,} more" if len(voices) > 2 else " and ".join(names)
    if not stretch.exchanges:
        return who
    first, last = stretch.exchanges[0], stretch.exchanges[-1]
    if first != last:
        return f"Questions {first} to {last}"
    if stretch.first == stretch.last and stretch.first not in call.exchanges[first - 1].questions:
        return f"{who}, on question {first}"
    asked = call.exchanges[first - 1]
    firm = f", {asked.organization}" if asked.organization else ""
    return f"Question {first}, {pen.asker_name(Asked(call.id, first))}{firm}"


def anchor(call: Call, stretch: Stretch) -> str:
    """Find where a click on a stretch leads: to the question where it begins with one, else to its first turn."""
    for number in stretch.exchanges[:1]:
        exchange = call.exchanges[number - 1]
        if stretch.first == min((*exchange.questions, *exchange.answers), default=exchange.first):
            return exchange.anchor
    return f"t{stretch.first}"


def _row(call: Call, ribbon: Ribbon, part: Part) -> tuple[Cell, ...]:
    first = part.stretch.first
    start = call.turn(first).start if ribbon.seconds else None
    place = wording.clock(start) or f"turn {first}"
    link = escape.fill('<a href="{}">{}</a>', part.address, place)
    return link, part.what, part.stretch.words, part.topics
