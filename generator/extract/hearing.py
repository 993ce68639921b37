"""The rounds of a call's exchanges, each answer laid beside what is asked: worked out once for all who look at it.

Must not know what is made of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.extract import aligning, rounds
from generator.extract.aligning import Aligned
from generator.extract.matching import Matter
from generator.extract.rounds import Round
from generator.model import Call, Exchange


@dataclass(slots=True)
class Hearing:
    """What has been laid out of a call so far; turns, mentions and what is asked must not change meanwhile."""

    cut: dict[int, Sequence[Round]] = field(default_factory=dict)
    """Number of an exchange → its rounds."""
    laid: dict[str, Aligned] = field(default_factory=dict)
    """Id of the first part of a round → its answers beside its parts."""
    matter: Matter | None = None

    def rounds(self, call: Call, exchange: Exchange) -> Sequence[Round]:
        """The rounds of an exchange, with the parts as they were when it was first cut."""
        if exchange.number not in self.cut:
            self.cut[exchange.number] = tuple(rounds.rounds(call, exchange))
        return self.cut[exchange.number]

    def aligned(self, call: Call, one: Round) -> Aligned:
        """The sentences of a round's answers, each put beside the part it speaks to, or beside none."""
        first = one.parts[0].id
        if first not in self.laid:
            self.matter = self.matter or Matter(call)
            self.laid[first] = aligning.align(self.matter, one)
        return self.laid[first]
