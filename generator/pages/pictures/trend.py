"""Draws how often something occurs over time, one strip of bars a kind. Must not know what occurs, or when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.pages.escape import Safe
from generator.pages.pictures import svg

LEFT = 24.0
"""Share of the width for the names of strips."""
STRIP, GAP, HEAD, FOOT = 22.0, 6.0, 20.0, 28.0
"""Heights: the bars of a strip, the room above them, the name of the panel, the times below it and some room."""
BROAD = 5.0
"""Share of the width that a bar takes at most."""
LEAST = 2.0
"""Height of the lowest bar: what is there is seen."""


@dataclass(frozen=True, slots=True)
class Strip:
    """One row of bars."""

    name: str
    figures: tuple[int, ...]
    """One a column."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Several strips over the same columns."""

    name: str
    strips: tuple[Strip, ...]
    labels: tuple[str, ...]
    """What each column is called."""
    titles: tuple[str, ...]
    """What is shown when one points at a column."""
    links: tuple[Safe | None, ...]
    """Where a click on a column leads."""
    empty: tuple[bool, ...]
    """Columns in which there was nothing to count in."""


def height(panel: Panel) -> float:
    """Tell how high a panel is drawn."""
    return HEAD + len(panel.strips) * (STRIP + GAP) + FOOT


def draw(panel: Panel, y: float, most: int) -> Iterator[Safe]:
    """Draw a panel with its upper edge at `y`; `most` is the figure of the highest bar of all panels."""
    yield svg.words(0, y + 13, panel.name, "ca-panel")
    for number, strip in enumerate(panel.strips):
        base = y + HEAD + (number + 1) * (STRIP + GAP)
        yield svg.words(0, base - 1, f"{strip.name} {sum(strip.figures):,}", "ca-axis", 28)
        yield svg.line(LEFT, base + 0.5, 100, base + 0.5, "ca-base")
    for column in range(len(panel.labels)):
        yield _column(panel, column, y, most)
    yield from axis(panel.labels, LEFT, 100, y + height(panel) - 15)


def axis(labels: Sequence[str], left: float, right: float, y: float) -> Iterator[Safe]:
    """Write under columns what the first and the last of them are called."""
    if labels:
        yield svg.words(left, y, labels[0], "ca-axis")
    if len(labels) > 1:
        yield svg.words(right, y, labels[-1], "ca-axis ca-end")


def _column(panel: Panel, column: int, y: float, most: int) -> Safe:
    """Draw a column; one that has nothing in any strip is left out, for its place says so."""
    width = (100 - LEFT) / len(panel.labels)
    x, broad = LEFT + column * width, min(BROAD, 0.7 * width)
    figures = [strip.figures[column] for strip in panel.strips]
    if panel.empty[column]:
        gaps = (y + HEAD + (number + 1) * (STRIP + GAP) + 0.5 for number in range(len(figures)))
        return Safe("".join(svg.line(x + 0.1 * width, at, x + 0.9 * width, at, "ca-gap").text for at in gaps))
    shapes = [svg.bar(x, width, y + HEAD, height(panel) - HEAD - FOOT, "ca-reach")] if any(figures) else []
    for number, figure in enumerate(figures):
        base = y + HEAD + (number + 1) * (STRIP + GAP)
        tall = max(LEAST, STRIP * figure / most) if figure else 0
        if tall:
            shapes.append(svg.bar(x + (width - broad) / 2, broad, base - tall, tall, "ca-bar"))
    address = panel.links[column]
    if not shapes:
        return svg.NOTHING
    return svg.link(address, panel.titles[column], shapes) if address else svg.group(panel.titles[column], shapes)
