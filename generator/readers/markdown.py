"""Reads Markdown: `**Name:** text`, `Name: text`, `Name (SL): text`, through markdown-it-py.

Inline markup becomes plain words; targets of links and images are set aside.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.model import Furniture, Participant
from generator.readers import dialogue, markup, rolls
from generator.readers.text import Claim, Draft, Text

NAME = "markdown"
BOLD = "**"


@dataclass(frozen=True, slots=True)
class _Plan:
    dialogue: dialogue.Plan
    aside: tuple[Furniture, ...]
    """Targets of links and images, and rows of tables of who attended."""
    attending: tuple[Participant, ...]


def claim(text: Text) -> Claim | None:
    """Claim Markdown in which paragraphs begin with labels."""
    if not (text.markdown or _bold_labels(text)):
        return None
    found, targets = markup.blocks(text)
    attending = rolls.take(text.lines, found)
    planned = dialogue.plan(attending.blocks, (*text.known, *attending.people))
    if planned is None:
        return None
    reason = f"Markdown in which {planned.turns} paragraphs begin with one of {planned.voices} labels"
    return Claim(planned.turns, reason, _Plan(planned, (*targets, *attending.rows), attending.people))


def read(text: Text, claim: Claim) -> Draft:
    """Read turns out of Markdown."""
    assert isinstance(claim.plan, _Plan), f"{text.path}: read what was claimed"
    draft = dialogue.read(claim.plan.dialogue)
    furniture = sorted((*draft.furniture, *claim.plan.aside), key=lambda f: f.line)
    people = (*claim.plan.attending, *draft.participants)
    return replace(draft, furniture=tuple(furniture), participants=people)


def _bold_labels(text: Text) -> bool:
    """Tell whether a file that calls itself plain text has labels in bold: `**Name:**`, `**Name**:`."""
    near = (line.text[:80] for line in text.lines if BOLD in line.text[:14])
    return sum(":**" in words or "**:" in words for words in near) > 1
