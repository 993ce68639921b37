"""Makes heat maps of topics: of the whole archive over time, and of a series call by call. Knows no shapes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.figures.columns import Column, Timeline
from generator.figures.tally import Count
from generator.figures.topics import NONE
from generator.model import Series
from generator.pages import addresses, desk, escape, passages, when, wording
from generator.pages.escape import Safe
from generator.pages.pen import Pen
from generator.pages.pictures import figure, heat, svg
from generator.pages.pictures.figure import Picture
from generator.pages.pictures.heat import Cell, Row

MOST, MOST_OF_SERIES = 40, 20
"""Topics in the map of the archive, and in that of a series."""
NAME = "topics-over-time"


def of_archive(pen: Pen) -> Safe:
    """Draw which topics are spoken of when, over all calls."""
    counts = {topic: pen.desk.book.total(topic).mentions for topic in pen.desk.book.counts}
    return _picture(pen, counts, pen.desk.timelines[""], MOST, "all calls")


def of_series(pen: Pen, series: Series) -> Safe:
    """Draw which topics are spoken of in which call of a series."""
    counts: dict[str, int] = {}
    for call in series.calls:
        for topic, count in pen.desk.book.in_call.get(call, {}).items():
            counts[topic] = counts.get(topic, 0) + count.mentions
    return _picture(pen, counts, pen.desk.timelines[series.id], MOST_OF_SERIES, f"the calls of {series.name}")


def drawn(pen: Pen, series: Series) -> bool:
    """Tell whether a series has a map of its own."""
    return len(series.calls) > 1 and any(pen.desk.book.in_call.get(call) for call in series.calls)


def _picture(pen: Pen, counts: Mapping[str, int], timeline: Timeline, most: int, where: str) -> Safe:
    ranked = [topic for topic, number in desk.ranked(counts) if number]
    shown = ranked[:most]
    if not shown or len(timeline.columns) < 2:
        return svg.NOTHING
    sums = {topic: _sums(pen, topic, timeline) for topic in shown}
    labels = [when.label(pen, column) for column in timeline.columns]
    highest = max(count.mentions for each in sums.values() for count in each)
    rows = [_row(pen, topic, timeline, labels, sums[topic]) for topic in shown]
    picture = Picture(
        name=NAME,
        title="Topics over time:",
        says=_says(timeline, len(ranked), len(shown), where, highest),
        drawing=heat.draw(NAME, rows, labels, [not column.calls for column in timeline.columns]),
        head=("Topic", *labels),
        rows=tuple(_figures(pen, topic, timeline, sums[topic]) for topic in shown),
    )
    return figure.write(picture)


def _sums(pen: Pen, topic: str, timeline: Timeline) -> list[Count]:
    """Sum a topic's mentions up into columns, going over the calls with mentions alone."""
    sums = [NONE] * len(timeline.columns)
    for call, count in pen.desk.book.counts[topic].items():
        if call in timeline.at:
            sums[timeline.at[call]] += count
    return sums


def _says(timeline: Timeline, of: int, shown: int, where: str, highest: int) -> str:
    """Say what a square is and what its darkness means."""
    which = f"the {shown} most mentioned of {of} topics" if shown < of else wording.count(shown, "topic")
    unit = when.unit(timeline.columns)
    each = "a square is a call" if unit == "call" else f"a square is a {unit} in which calls were held"
    steps = ", ".join(f"{floor:,}" for floor in heat.floors(highest))
    return f"{which} in {where}; {each}. The darker, the more mentions: from {steps} on."


def _row(pen: Pen, topic: str, timeline: Timeline, labels: Sequence[str], sums: Sequence[Count]) -> Row:
    name = pen.desk.archive.topics[topic].name
    cells = tuple(
        Cell(count.mentions, f"{name}, {label}: {_told(column, count)}", _link(pen, topic, column, count))
        for column, label, count in zip(timeline.columns, labels, sums, strict=True)
    )
    return Row(name, pen.href(addresses.topic(topic)), cells)


def _told(column: Column, count: Count) -> str:
    if not column.calls:
        return "no call"
    return f"{wording.count(count.mentions, 'mention')} in {wording.count(count.passages, 'passage')}"


def _link(pen: Pen, topic: str, column: Column, count: Count) -> Safe | None:
    """Lead to the passages of the newest call in a column that has some."""
    if not count.mentions:
        return None
    found = pen.desk.topical[topic]
    newest = next(call for call in reversed(column.calls) if call in found.pages)
    return pen.href(*passages.target(found, newest))


def _figures(pen: Pen, topic: str, timeline: Timeline, sums: Sequence[Count]) -> tuple[Safe | str | int, ...]:
    name = escape.fill('<a href="{}">{}</a>', pen.href(addresses.topic(topic)), pen.desk.archive.topics[topic].name)
    held = zip(timeline.columns, sums, strict=True)
    return (name, *(count.mentions if column.calls else "" for column, count in held))
