"""Joins pieces of speech (cues, segments, words) of one voice into paragraphs. Must not know formats."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.model import Participant
from generator.readers.builder import Builder

ENOUGH = 60
"""Words after which a paragraph ends with its sentence."""
FEW = 20
"""Words that a paragraph must have for a pause to end it."""
MOST = 180
"""Words after which a paragraph ends wherever a piece does, for files without full stops."""
PAUSE = 2.5
"""Seconds of silence after a sentence that begin a new paragraph."""
SILENCE = 6.0
"""Seconds of silence that begin a new paragraph anywhere."""
_STOPS = (".", "?", "!", "…", "。", "？", "！")
_CLOSING = "\"'”’)]»"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A piece of what somebody says: a cue, a segment, a word."""

    words: str
    line: int
    label: str | None = None
    start: float | None = None
    """Seconds into the recording."""
    end: float | None = None
    tells: Participant | None = None
    fresh: bool = False
    """True where a paragraph begins for certain."""
    glued: bool = False
    """True where no space stands before it (a full stop, a syllable of Chinese)."""


@dataclass(slots=True)
class _Open:
    """The paragraph that is being written."""

    pieces: list[Spoken] = field(default_factory=list)
    count: int = 0

    def add(self, piece: Spoken) -> None:
        self.pieces.append(piece)
        self.count += len(piece.words.split())

    def ended(self, piece: Spoken) -> bool:
        """Tell whether a new paragraph begins with a piece."""
        if not self.pieces or piece.glued:
            return False
        pause = _pause(self.pieces[-1], piece)
        if piece.fresh or self.count >= MOST or pause >= SILENCE:
            return True
        stopped = self.pieces[-1].words.rstrip(_CLOSING).endswith(_STOPS)
        return stopped and (self.count >= ENOUGH or (pause >= PAUSE and self.count >= FEW))

    def close(self, builder: Builder) -> None:
        if self.pieces:
            builder.say(text(self.pieces), self.pieces[0].line, self.pieces[0].start)
        self.pieces, self.count = [], 0


def write(builder: Builder, pieces: Iterable[Spoken]) -> None:
    """Write pieces into a draft: what one voice says without a break becomes one utterance in paragraphs."""
    paragraph = _Open()
    label: str | None = None
    speaking = False
    for piece in pieces:
        if not speaking or piece.label != label:
            paragraph.close(builder)
            builder.speak(piece.label, piece.line, piece.tells, piece.start)
            label, speaking = piece.label, True
        elif paragraph.ended(piece):
            paragraph.close(builder)
        if piece.words.strip():
            paragraph.add(piece)
    paragraph.close(builder)


def text(pieces: Iterable[Spoken]) -> str:
    """Join the words of pieces."""
    return "".join(piece.words if piece.glued else f" {piece.words}" for piece in pieces)


def _pause(before: Spoken, after: Spoken) -> float:
    until = before.end if before.end is not None else before.start
    return after.start - until if until is not None and after.start is not None else 0.0
