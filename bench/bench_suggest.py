"""Measures how fast topics are proposed, against the length of the archive: that must grow no faster than it."""

from __future__ import annotations

from functools import partial

from bench import invented
from bench.rows import Row, measure
from generator import suggest
from generator.model import Archive, Call, Evidence, Paragraph, SectionKind, Source, Turn

SIZES = (10, 40)


def run() -> list[Row]:
    """Propose topics for archives of two lengths."""
    return [_row(calls) for calls in SIZES]


def _row(calls: int) -> Row:
    archive = _archive(calls)
    texts = (p.text for call in archive.calls.values() for turn in call.turns for p in turn.paragraphs)
    return measure(f"suggest, {calls} calls", sum(map(len, texts)), partial(suggest.suggest, archive))


def _archive(calls: int) -> Archive:
    table = {f"ferry/{n}": _call(f"ferry/{n}") for n in range(calls)}
    return Archive(table, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {})


def _call(name: str) -> Call:
    turns = tuple(
        Turn(n, None, None, None, SectionKind.QA, tuple(Paragraph(t, n) for t in texts), n, Evidence("invented"))
        for n, (_, _, texts) in enumerate(invented.call(9), 1)
    )
    source = Source(name, "", 0)
    return Call(name, "ferry", name, name, None, None, None, "call", source, "", "", (), (), turns, (), (), ())
