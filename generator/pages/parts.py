"""Writes somebody's part in the calls of an archive, a person's or a firm's: over time, in a sentence, as a table.

Knows no kind of page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.figures import part
from generator.figures.columns import Column
from generator.model import Asked, MentionKind
from generator.pages import addresses, desk, escape, ledger, when, wording
from generator.pages.desk import Desk
from generator.pages.escape import Safe
from generator.pages.pen import Pen
from generator.pages.pictures import figure, svg, trend
from generator.pages.pictures.figure import Cell, Picture
from generator.pages.pictures.trend import Panel, Strip

NAME = "part"
SHOWN = 160
"""Letters of a question in a table."""
SERIES = 3
"""Companies and bodies named in a sentence."""
TABLE = '<div class="{}" markdown="1">\n\n{}\n\n</div>'


def picture(pen: Pen, title: str, calls: Iterable[str], done: Mapping[str, Iterable[str]]) -> Safe:
    """Draw how often somebody does what, over the calls of the series they take part in; nothing for a single time."""
    shown = part.over(pen.desk.archive, taken) if (taken := list(calls)) else ()
    counts = {name: part.count(shown, each) for name, each in done.items()}
    filled = {name: figures for name, figures in counts.items() if any(figures)}
    if len(shown) < 2 or not filled:
        return svg.NOTHING
    panel = _panel(pen, shown, filled)
    drawn = trend.draw(panel, -trend.HEAD, max(map(max, filled.values())))
    linked = any(panel.links)
    drawing = svg.drawing(NAME, trend.height(panel) - trend.HEAD, drawn, linked=linked, look="ca-trend")
    says = f"by {when.unit(shown)}, from {panel.labels[0]} to {panel.labels[-1]}."
    head = (when.unit(shown).capitalize(), *filled)
    return figure.write(Picture(NAME, title, says, drawing, head, tuple(_rows(shown, panel))))


def table(pen: Pen, asked: Sequence[Asked], answered: bool = False) -> Safe:
    """Write questions as a table, a card each on a phone: date, company, question, to whom, what became of it.

    Of what somebody `answered`, it tells who asked.
    """
    if not asked:
        return Safe("")
    head = f"| Date | Company or body | Question | {'Asked by' if answered else 'To'} | Status |\n{'| --- ' * 5}|"
    rows = (f"| {' | '.join(cell.text for cell in _cells(pen, each, answered))} |" for each in asked)
    return Safe(TABLE.format("ca-questions ca-by" if answered else "ca-questions", "\n".join([head, *rows])))


def sentence(pen: Pen, verb: str, asked: Sequence[Asked]) -> Safe:
    """Write `Asked 14 questions in 9 calls of 4 companies and bodies`."""
    if not asked:
        return Safe("")
    calls = list(dict.fromkeys(each.call for each in asked))
    counts = wording.count(len(asked), "question"), wording.count(len(calls), "call")
    return escape.fill("{} {} in {} of {}", Safe(verb), Safe(counts[0]), Safe(counts[1]), bodies(pen, calls))


def bodies(pen: Pen, calls: Iterable[str]) -> Safe:
    """Name the companies and bodies of some calls, or count them where they are many."""
    series = list(dict.fromkeys(pen.found(call).series for call in calls))
    if len(series) > SERIES:
        return Safe(wording.count(len(series), "company or body", "companies and bodies"))
    return escape.join(", ", [pen.series(each) for each in sorted(series)])


def topics(at: Desk, asked: Iterable[Asked]) -> Counter[str]:
    """Count the topics of questions, each once a question."""
    found: Counter[str] = Counter()
    for each in asked:
        numbers = at.archive.exchange(each).questions
        named = (m for number in numbers for m in at.mentions.get((each.call, number), ()))
        found.update({m.target for m in named if m.kind is MentionKind.TOPIC and m.target in at.archive.topics})
    return found


def names(pen: Pen, counter: Mapping[str, int], most: int) -> Safe:
    """Name the people of a count, those with most first, without figures."""
    known = pen.desk.archive.speakers
    ranked = [each for each, _ in desk.ranked(counter) if not known[each].anonymous]
    return escape.join(", ", [pen.speaker(each) for each in ranked[:most]])


def _panel(pen: Pen, shown: Sequence[Column], filled: Mapping[str, tuple[int, ...]]) -> Panel:
    labels = tuple(when.label(pen, column) for column in shown)
    told = [", ".join(f"{figures[at]:,} {name}" for name, figures in filled.items()) for at in range(len(shown))]
    return Panel(
        name="",
        strips=tuple(Strip(name, figures) for name, figures in filled.items()),
        labels=labels,
        titles=tuple(f"{label}: {figures}" for label, figures in zip(labels, told, strict=True)),
        links=tuple(pen.href(addresses.call(each.calls[0])) if len(each.calls) == 1 else None for each in shown),
        empty=tuple(not each.calls for each in shown),
    )


def _rows(shown: Sequence[Column], panel: Panel) -> Iterator[tuple[Cell, ...]]:
    for at, label in enumerate(panel.labels):
        address = panel.links[at]
        name: Cell = escape.fill('<a href="{}">{}</a>', address, label) if address else label
        yield (name, *(strip.figures[at] if shown[at].calls else "no call" for strip in panel.strips))


def _cells(pen: Pen, asked: Asked, answered: bool) -> Iterator[Safe]:
    call = pen.found(asked.call)
    yield Safe(wording.date(call.date))
    yield pen.call(call.id, pen.series_name(call.series))
    yield pen.question(asked, SHOWN)
    yield pen.asker(asked) if answered else pen.answerers(asked)
    yield ledger.question(pen, asked)
