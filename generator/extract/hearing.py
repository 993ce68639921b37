"""The rounds of a call's exchanges, each answer laid beside what is asked: worked out once for all who look at it.

Must not know what is made of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.extract import aligning, rounds
from generator.extract.aligning import Aligned
from generator.extract.matching import Matter
from generator.extract.rounds import Round
from generator.model import Call, Exchange


@dataclass(slots=True)
class Hearing:
    """What has been laid out of a call so far; turns, mentions and what is asked must not change meanwhile."""

    matter: Matter | None = None
    laid: dict[int, tuple[tuple[Round, Aligned], ...]] = field(default_factory=dict)
    """Number of the exchange → its rounds."""

    def of(self, call: Call, exchange: Exchange) -> Iterator[tuple[Round, Aligned]]:
        """The rounds of an exchange, with the parts as the exchange has them now."""
        if exchange.number not in self.laid:
            self.matter = self.matter or Matter(call)
            self.laid[exchange.number] = tuple(_laid(self.matter, exchange))
        parts = {part.id: part for part in exchange.parts}
        for one, aligned in self.laid[exchange.number]:
            yield replace(one, parts=tuple(parts[part.id] for part in one.parts)), aligned


def _laid(matter: Matter, exchange: Exchange) -> Iterator[tuple[Round, Aligned]]:
    for one in rounds.rounds(matter.call, exchange):
        yield one, aligning.align(matter, one)
