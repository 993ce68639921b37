"""Measures how fast each reader reads the same invented call in its own layout."""

from __future__ import annotations

import hashlib
from functools import partial

from bench import invented
from bench.rows import Row, measure
from generator import readers
from generator.model import Document, Source

SUFFIX = {"markdown": "md"}


def run() -> list[Row]:
    """Read the call once in each layout."""
    return [_row(layout) for layout in invented.LAYOUTS]


def _row(layout: str) -> Row:
    data = invented.written(layout).encode()
    source = Source(f"call.{SUFFIX.get(layout, 'txt')}", hashlib.sha256(data).hexdigest(), len(data))
    document = Document(source, data)
    transcript = readers.read(document).transcript
    claimed = f"{transcript.reader}, {len(transcript.utterances)} labels" if transcript else "nobody"
    return measure(f"{layout}: read by {claimed}", len(data), partial(readers.read, document))
