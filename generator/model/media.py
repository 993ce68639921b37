"""A recording of a call, and words that a call holds in two languages. Knows no files."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.people import Evidence

AUDIO = (".mp3", ".m4a", ".ogg", ".opus", ".wav")
VIDEO = (".mp4", ".webm")
ENDINGS = (*AUDIO, *VIDEO)
"""Recordings that browsers play, the smallest first: where a call has several, the first is played."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A sound or a film in the content folder."""

    path: str
    """POSIX path from the content folder."""
    size: int
    """Bytes."""

    @property
    def ending(self) -> str:
        """`.mp3`, in small letters."""
        return "." + self.path.rpartition(".")[2].lower()

    @property
    def film(self) -> bool:
        """Whether there is something to see."""
        return self.ending in VIDEO


@dataclass(frozen=True, slots=True)
class Passages:
    """Neighbouring paragraphs of one turn."""

    turn: int
    """Number of the turn."""
    first: int
    """From 1."""
    last: int


@dataclass(frozen=True, slots=True)
class Translation:
    """The same words in two languages, the second said or printed after the first."""

    original: Passages
    translated: Passages
    evidence: Evidence
    """The rule that takes one for the other."""
