"""What became of a question: a status, the passages that answer it, words that say so. Knows no files."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from generator.model.people import Evidence
from generator.model.team import Ruling


class Status(enum.StrEnum):
    """What an answer does with what was asked, as rules read its words; never a judgement of intent."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    """Some of it is answered and some is not, or words say that only a part will be."""
    DECLINED = "declined"
    """"We don't break that out"."""
    DEFERRED = "deferred"
    """"Too early to say", "we'll come back to you"."""
    UNADDRESSED = "unaddressed"
    """Nobody says anything to it."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a call: a place in a paragraph of a turn."""

    turn: int
    """Number of the turn."""
    paragraph: int
    """From 1."""
    start: int
    """Offset of the first character in the paragraph's text."""
    end: int
    """Offset after the last character."""


@dataclass(frozen=True, slots=True)
class AnswerPassage:
    """A paragraph of an answer that speaks to a part of the question."""

    turn: int
    paragraph: int
    """From 1."""
    evidence: Evidence
    """The rule that linked them, and the words that both share."""


@dataclass(frozen=True, slots=True)
class AnswerStatus:
    """What became of a question or of a part of it, and what says so."""

    status: Status
    evidence: Evidence
    """The rule and the words as printed; a ruling's own line and reason where the team has ruled."""
    at: Span | None = None
    """Where those words stand in the call; None where it is their absence that says so."""
    ruling: Ruling | None = None
    """The team's word, which wins over the rules."""
    instead_of: AnswerStatus | None = None
    """What the rules said before a ruling; None without one."""
