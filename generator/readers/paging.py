"""Gives paragraphs the page of the line they begin on. Must not know formats or layouts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model import Utterance
from generator.readers.text import Draft, Line


def number(draft: Draft, lines: Sequence[Line]) -> Draft:
    """Note pages in a draft that was made of these lines."""
    pages = {line.number: line.page for line in lines if line.page}
    return replace(draft, utterances=tuple(_numbered(u, pages) for u in draft.utterances)) if pages else draft


def _numbered(utterance: Utterance, pages: Mapping[int, int]) -> Utterance:
    numbered = (replace(paragraph, page=pages.get(paragraph.line)) for paragraph in utterance.paragraphs)
    return replace(utterance, paragraphs=tuple(numbered))
