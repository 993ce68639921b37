"""Knows what pages tell of lines: the page a paragraph begins on, the running heads. Must not know formats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model import Furniture, Utterance
from generator.readers.text import Draft, Line

HEADS = 12
"""So many different running heads are looked at."""


def number(draft: Draft, lines: Sequence[Line]) -> Draft:
    """Note pages in a draft that was made of these lines."""
    pages = {line.number: line.page for line in lines if line.page}
    return replace(draft, utterances=tuple(_numbered(u, pages) for u in draft.utterances)) if pages else draft


def _numbered(utterance: Utterance, pages: Mapping[int, int]) -> Utterance:
    numbered = (replace(paragraph, page=pages.get(paragraph.line)) for paragraph in utterance.paragraphs)
    return replace(utterance, paragraphs=tuple(numbered))


def header(lines: Sequence[Line], furniture: Sequence[Furniture]) -> tuple[Line, ...]:
    """Let running heads, each once, tell of the call too: a name where it stands, a date after all other lines."""
    first: dict[str, Line] = {}
    for piece in furniture:
        if piece.kind == "running head" and len(first) < HEADS:
            first.setdefault(piece.text, Line(piece.line, piece.text))
    dated = [line for line in first.values() if any(c.isdigit() for c in line.text)]
    plain = [line for line in first.values() if line not in dated]
    return (*sorted((*lines, *plain), key=lambda line: line.number), *dated)
