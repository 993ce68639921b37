"""Marks the turns that only run the call: the operator's, and routing by anybody. Must not know exchanges."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.context import Context
from generator.grammar import handover, routing
from generator.model import Call, Role, Turn, packing


def extract(call: Call, context: Context) -> Call:
    """Mark every procedural turn; its words stay."""
    return replace(call, turns=tuple(_marked(t) if _procedural(call, t) else t for t in call.turns))


def _marked(turn: Turn) -> Turn:
    return packing.varied(turn, procedural=True)


def _procedural(call: Call, turn: Turn) -> bool:
    if turn.voice is None:
        return False
    role = call.appearances[turn.voice].role
    text = " ".join(p.text for p in turn.paragraphs)
    if role is Role.OPERATOR:
        return True
    if role is Role.MODERATOR:
        return turn.words <= 60 and (
            routing.routes(text) or any(i.question for i in handover.introductions(text, chair=True))
        )
    return role is Role.EXECUTIVE and routing.routes(text) and turn.words <= 40
