"""All that an extractor may look at beside the call that it adds to."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.extract.hearing import Hearing
from generator.lexicon import Lexicon
from generator.model import Cast, Identity, Roster, Ruling, Transcript


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a call before extraction, and of the archive around it."""

    transcript: Transcript
    cast: Cast
    identity: Identity
    roster: Roster
    lexicon: Lexicon
    rulings: tuple[Ruling, ...] = ()
    """Those on questions of this call."""
    hearing: Hearing = field(default_factory=Hearing, compare=False, repr=False)
    """What extractors work out once for each other; no fact."""
