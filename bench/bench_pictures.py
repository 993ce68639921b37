"""Measures what each kind of picture costs beside the page it stands on, and what the parser of Markdown adds to it.

A name tells the milliseconds and the bytes of one, and how many of those bytes are its drawing, without the table; a
ratio tells how many of it take as long as one call page. The calls are invented, of twelve thousand words each.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import markdown

from bench import invented
from bench.rows import Row, measure
from generator import build, config, lifting
from generator.figures import comparing, spoken
from generator.figures import ribbon as ribbons
from generator.model import Call
from generator.pages import addresses, desk, heats, parts
from generator.pages import call as calls
from generator.pages import comparing as comparisons
from generator.pages.desk import Desk
from generator.pages.pen import Pen
from generator.pages.pictures import ribbon, shares

TIMES = 5
"""So often each is made in a round, for a millisecond alone is too short to be told from noise."""
CALLS, QUESTIONS = 12, 30
EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]
TOPICS = "topics:\n" + "".join(
    f"  - name: {each}\n" for each in ("margin", "cloud", "price", "supply", "demand", "mill")
)

Works = dict[str, Callable[[], str]]


def run() -> list[Row]:
    """Measure a call page, its pictures, those of a series and of a person, and a page in the parser."""
    at = _desk()
    call = next(iter(at.archive.calls.values()))
    works = {**_of_call(at, call), **_of_series(at), **_parsed(calls.page(Pen(at, addresses.call(call.id)), call).text)}
    return [_row(name, work) for name, work in works.items()]


def _of_call(at: Desk, call: Call) -> Works:
    pen = Pen(at, addresses.call(call.id))
    return {
        "call page with its pictures": lambda: calls.page(pen, call).text,
        "ribbon": lambda: ribbon.write(pen, call, _seen(call)).text,
        "words by speaker": lambda: shares.write(pen, call, spoken.shares(call, spoken.by_turn(call))).text,
    }


def _of_series(at: Desk) -> Works:
    (series,) = at.archive.series.values()
    pen, compared = Pen(at, addresses.series(series.id)), comparing.calls(at.archive, series)
    speaker, asked = max(at.archive.asked_by.items(), key=lambda each: len(each[1]))
    person, held = Pen(at, addresses.speaker(speaker)), [each.call for each in asked]
    return {
        "calls of a series compared": lambda: comparisons.picture(pen, compared).text,
        "topics over time": lambda: heats.of_series(pen, series).text,
        "a person over time": lambda: parts.picture(person, "Questions", held, {"asked": held}).text,
    }


def _parsed(page: str) -> Works:
    bare, lifted = lifting.lift(page)
    return {
        "parser, pictures in the page": lambda: markdown.markdown(page, extensions=EXTENSIONS),
        "parser, pictures lifted": lambda: lifting.settle(markdown.markdown(bare, extensions=EXTENSIONS), lifted),
    }


def _seen(call: Call) -> ribbons.Ribbon:
    counted = spoken.by_turn(call)
    return ribbons.of(call, counted, spoken.shares(call, counted))


def _row(name: str, work: Callable[[], str]) -> Row:
    """Give every row the same size, so that its ratio is one of times."""
    made = work()
    drawn = made[made.find("<svg class=") : made.rfind("</svg>") + 6] if made.startswith("<figure") else ""
    row = measure(name, 1_000_000, lambda: [work() for _ in range(TIMES)])
    told = f"{row.seconds / TIMES * 1000:.2f} ms, {len(made.encode()):,} B"
    return replace(row, what=f"{name}: {told}{f', drawn {len(drawn.encode()):,}' if drawn else ''}")


def _desk() -> Desk:
    """Understand an archive of invented calls, as from files."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder, "content")
        (content / "ferry").mkdir(parents=True)
        (content / "topics.yml").write_text(TOPICS, encoding="utf-8")
        text = "\n\n".join(invented.dashes(invented.call(QUESTIONS))) + "\n"
        for number in range(CALLS):
            dated = text.replace("May 2, 2024", f"May 2, {2013 + number}").replace("Q1 2024", f"Q1 {2013 + number}")
            Path(content, "ferry", f"{2013 + number}.txt").write_text(dated, encoding="utf-8")
        settings, problems = config.load({"content": "content", "cache": "off", "jobs": 1}, Path(folder))
        if settings is None:
            raise ValueError(problems)
        return desk.prepare(build.understand(settings).archive, settings)
