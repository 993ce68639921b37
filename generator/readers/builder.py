"""Collects what a reader meets, in order, into a draft. Must not know layouts.

A label is kept until words come, so that a heading inside a turn splits it into two utterances under one label.
"""

from __future__ import annotations

import sys

from generator.model import Furniture, Heading, Paragraph, Participant, Utterance
from generator.problems import Problem
from generator.readers.text import Draft, Line, fold


class Builder:
    """A mutable notebook that lives inside one call of `read`."""

    def __init__(self) -> None:
        self.utterances: list[Utterance] = []
        self.headings: list[Heading] = []
        self.participants: list[Participant] = []
        self.furniture: list[Furniture] = []
        self.header: list[Line] = []
        self.problems: list[Problem] = []
        self._label: str | None = None
        self._tells: Participant | None = None
        self._line = 0
        self._start: float | None = None
        self._words: list[Paragraph] = []
        self._silent = False
        self._tick: float | None = None

    def speak(self, label: str | None, line: int, tells: Participant | None = None, start: float | None = None) -> None:
        """Begin an utterance under a label."""
        self._close()
        if self._silent:
            self.aside("label without words", self._label or "", self._line)
        self._label = sys.intern(label) if label else label  # each is printed many times, and kept once
        self._tells, self._line = tells, line
        self._start = self._tick if start is None else start
        self._tick = None
        self._silent = label is not None

    def say(self, words: str, line: int, start: float | None = None) -> None:
        """Add a paragraph to the utterance that is open, or to one without label."""
        folded = fold(words)
        if folded:
            self._line = self._line or line
            self._words.append(Paragraph(folded, line, start=self._tick if start is None else start))
            self._tick = None
            self._silent = False

    def tick(self, words: str, line: int, seconds: float) -> None:
        """Set aside a line that tells the time at which what follows is said."""
        self.aside("time", words, line)
        self._tick = seconds

    def head(self, words: str, line: int, level: int = 1) -> None:
        """Note a heading; what follows without a label still belongs to the same speaker."""
        self._close()
        if not self._silent:
            self._line, self._start = 0, None
        self.headings.append(Heading(fold(words), len(self.utterances), line, level))

    def aside(self, kind: str, words: str, line: int) -> None:
        """Set aside words that are nobody's speech."""
        if words and not words.isspace():
            self.furniture.append(Furniture(kind, fold(words), line))

    def draft(self) -> Draft:
        """Finish."""
        self.speak(None, 0)
        return Draft(
            tuple(self.utterances),
            tuple(self.headings),
            tuple(self.participants),
            tuple(sorted(self.furniture, key=lambda f: f.line)),
            tuple(self.header),
            tuple(self.problems),
        )

    def _close(self) -> None:
        if self._words:
            paragraphs = tuple(self._words)
            self.utterances.append(Utterance(self._label, paragraphs, self._line, self._tells, self._start))
            self._words = []
