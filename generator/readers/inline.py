"""Reads `Name: text` and `Q    text`: a label and its words on one line, in plain text."""

from __future__ import annotations

from generator.readers import blocks, dialogue, hanging
from generator.readers.text import Claim, Draft, Text

NAME = "inline"


def claim(text: Text) -> Claim | None:
    """Claim plain text in which paragraphs begin with labels."""
    if text.markdown:
        return None
    planned = dialogue.plan(hanging.blocks(text.lines) or blocks.blocks(text.lines), text.known)
    if planned is None:
        return None
    return Claim(
        planned.turns, f"{planned.turns} paragraphs begin with one of {planned.voices} labels and a colon", planned
    )


def read(text: Text, claim: Claim) -> Draft:
    """Read turns whose label and words share a line."""
    assert isinstance(claim.plan, dialogue.Plan), f"{text.path}: read what was claimed"
    return dialogue.read(claim.plan)
