"""Makes the picture with which a topic opens: mentions over time, series by series. Knows no shapes.

The newest of a topic's questions is often "since when": each series is a panel with a strip for remarks, questions
and answers, all on one scale, and calls that never speak of it stand there as nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.figures import topics
from generator.figures.columns import Column, Timeline
from generator.figures.tally import Count
from generator.model import Topic
from generator.pages import addresses, desk, escape, passages, when, wording
from generator.pages.escape import Safe
from generator.pages.found import Found
from generator.pages.pen import Pen
from generator.pages.pictures import figure, svg, trend
from generator.pages.pictures.figure import Cell, Picture
from generator.pages.pictures.trend import Panel, Strip

MOST = 12
"""Series with a panel of their own; the others are summed up."""
OPEN = 3
"""Panels that one sees at once."""
NAME = "trend"
HEAD = ("Remarks", "Questions", "Answers", "Passages about it", "In passing")


@dataclass(frozen=True, slots=True)
class Line:
    """What is counted of a series, column by column."""

    name: str
    timeline: Timeline
    counts: tuple[Count, ...]
    labels: tuple[str, ...]
    """What each column is called."""
    links: tuple[Safe | None, ...]
    """Where each column leads."""


def picture(pen: Pen, topic: Topic, found: Found) -> Safe:
    """Draw how often a topic is mentioned; nothing for one that never is."""
    counts = pen.desk.book.counts.get(topic.id, {})
    if not counts:
        return svg.NOTHING
    series = desk.ranked(_by_series(pen, topic))
    lines = [_line(pen, topic, found, each, pen.series_name(each)) for each, _ in series[:MOST]]
    if len(series) > 1:
        lines.insert(0, _line(pen, topic, found, "", f"All {len(series)} companies and bodies"))
    rest = series[MOST:]
    rows = tuple(row for line in lines for row in _rows(pen, line))
    if rest:
        left = sum((count for each, count in counts.items() if addresses.series_of(each) in dict(rest)), topics.NONE)
        rows += ((f"{len(rest)} more companies and bodies", *_cells(left)),)
    says = _says(pen, topic, lines, len(rest))
    unit = when.unit(lines[-1].timeline.columns) if len(lines) == 1 else "time"
    head = ("Call" if unit == "call" else "Calls", *HEAD)
    return figure.write(Picture(NAME, "Mentions over time:", says, _drawing(lines), head, rows))


def _by_series(pen: Pen, topic: Topic) -> dict[str, int]:
    found: dict[str, int] = {}
    for call, count in pen.desk.book.counts[topic.id].items():
        series = addresses.series_of(call)
        found[series] = found.get(series, 0) + count.mentions
    return found


def _line(pen: Pen, topic: Topic, found: Found, series: str, name: str) -> Line:
    """Sum the mentions of a series up into its columns, going over the calls with mentions alone."""
    timeline = pen.desk.timelines[series]
    counts = [topics.NONE] * len(timeline.columns)
    for call, count in pen.desk.book.counts[topic.id].items():
        if call in timeline.at:
            counts[timeline.at[call]] += count
    labels = tuple(when.label(pen, column) for column in timeline.columns)
    listed = dict(found.pages.items())  # one look at all of them
    links = tuple(_link(pen, found, listed, column) for column in timeline.columns)
    return Line(name, timeline, tuple(counts), labels, links)


def _says(pen: Pen, topic: Topic, lines: Sequence[Line], rest: int) -> str:
    total, calls = pen.desk.book.total(topic.id), len(pen.desk.book.counts[topic.id])
    passing = total.passages - total.primary
    units = dict.fromkeys(when.unit(each.timeline.columns) for each in lines)
    told = [
        f"{wording.count(total.mentions, 'mention')} in {wording.count(calls, 'call')}",
        f"{wording.count(total.primary, 'passage')} about it, {passing:,} in passing",
    ]
    left = f" The {rest:,} series that mention it least are summed up in the table." if rest else ""
    return f"{'; '.join(told)}. Each bar stands for a {' or a '.join(units)}.{left}"


def _drawing(lines: Sequence[Line]) -> Safe:
    """Draw the first panels, and the others behind a fold."""
    panels = [_panel(line) for line in lines]
    most = max(max(strip.figures) for panel in panels for strip in panel.strips)
    few = len(panels) if len(panels) <= OPEN + 1 else OPEN
    shown = _panels(panels[:few], most)
    if len(panels) == few:
        return shown
    more = wording.count(len(panels) - few, "more company or body", "more companies and bodies")
    head = f'<details class="ca-more">\n<summary>{more}</summary>\n'
    return Safe(f"{shown.text}\n{head}{_panels(panels[few:], most).text}\n</details>")


def _panels(panels: Sequence[Panel], most: int) -> Safe:
    shapes: list[Safe] = []
    y = 0.0
    for panel in panels:
        shapes += trend.draw(panel, y, max(1, most))
        y += trend.height(panel)
    return svg.drawing(NAME, y, shapes, linked=True, look="ca-trend")


def _panel(line: Line) -> Panel:
    columns = line.timeline.columns
    told = (_told(column, count) for column, count in zip(columns, line.counts, strict=True))
    return Panel(
        name=line.name,
        strips=(
            Strip("Remarks", tuple(each.remarks for each in line.counts)),
            Strip("Questions", tuple(each.questions for each in line.counts)),
            Strip("Answers", tuple(each.answers for each in line.counts)),
        ),
        labels=line.labels,
        titles=tuple(f"{label}: {each}" for label, each in zip(line.labels, told, strict=True)),
        links=line.links,
        empty=tuple(not column.calls for column in columns),
    )


def _told(column: Column, count: Count) -> str:
    if not column.calls:
        return "no call"
    parts = (f"{count.remarks} in remarks", f"{count.questions} in questions", f"{count.answers} in answers")
    return ", ".join(each for each in parts if not each.startswith("0 ")) or "no mention"


def _link(pen: Pen, found: Found, listed: Mapping[str, int], column: Column) -> Safe | None:
    """Lead to the passages of the newest call in a column that has some."""
    newest = next((call for call in reversed(column.calls) if call in listed), None)
    if newest is None:
        return None
    return pen.href(addresses.numbered(found.path, listed[newest]), passages.anchor(newest))


def _rows(pen: Pen, line: Line) -> Iterator[tuple[Cell, ...]]:
    shown = zip(line.timeline.columns, line.counts, line.labels, line.links, strict=True)
    for column, count, label, address in shown:
        if column.calls:
            name, there = f"{line.name}, {label}", address
            if there is None and column.single:
                there = pen.href(addresses.call(column.key))
            yield (escape.fill('<a href="{}">{}</a>', there, name) if there else name, *_cells(count))


def _cells(count: Count) -> tuple[int, ...]:
    return (count.remarks, count.questions, count.answers, count.primary, count.passages - count.primary)
