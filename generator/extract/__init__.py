"""Transcript, cast and roster → a call, understood: one extractor after another, in the order of one table."""

from __future__ import annotations

from generator.extract.context import Context
from generator.extract.table import EXTRACTORS
from generator.extract.turns import begin
from generator.lexicon import Lexicon
from generator.model import Call, Cast, Identity, Roster, Ruling, Transcript

__all__ = ["extract"]


def extract(
    transcript: Transcript,
    cast: Cast,
    identity: Identity,
    roster: Roster,
    lexicon: Lexicon,
    rulings: tuple[Ruling, ...] = (),
) -> Call:
    """Understand one call: turns, sections, exchanges, parts of questions and what became of them, mentions."""
    own = tuple(ruling for ruling in rulings if ruling.call == identity.id)
    context = Context(transcript, cast, identity, roster, lexicon, own)
    call = begin(context)
    for _, extractor in EXTRACTORS:
        call = extractor(call, context)
    return call
