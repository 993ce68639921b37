"""Reads Markdown: `**Name:** text`, `Name: text`, `Name (SL): text`, through markdown-it-py.

Inline markup becomes plain words; targets of links and images are set aside.
"""

from __future__ import annotations

from generator.model import Furniture
from generator.readers import dialogue, markup
from generator.readers.text import Claim, Draft, Text

NAME = "markdown"
BOLD = "**"


def claim(text: Text) -> Claim | None:
    """Claim Markdown in which paragraphs begin with labels."""
    if not (text.markdown or _bold_labels(text)):
        return None
    planned = dialogue.plan(markup.blocks(text)[0], text.known)
    if planned is None:
        return None
    return Claim(planned.turns, f"Markdown in which {planned.turns} paragraphs begin with one of {planned.voices} labels")


def read(text: Text) -> Draft:
    """Read turns out of Markdown."""
    found, targets = markup.blocks(text)
    planned = dialogue.plan(found, text.known)
    assert planned is not None, "read what was claimed"
    draft = dialogue.read(planned)
    return _with(draft, targets)


def _with(draft: Draft, targets: tuple[Furniture, ...]) -> Draft:
    furniture = tuple(sorted((*draft.furniture, *targets), key=lambda f: f.line))
    return Draft(draft.utterances, draft.headings, draft.participants, furniture, draft.header, draft.problems)


def _bold_labels(text: Text) -> bool:
    """Tell whether a file that calls itself plain text has labels in bold: `**Name:**`, `**Name**:`."""
    return sum(BOLD in line.text[:12] and (":**" in line.text[:80] or "**:" in line.text[:80]) for line in text.lines) > 1
