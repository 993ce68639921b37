"""What comes of opening a file: lines to be claimed, or finished dialogue. Must not know formats or layouts."""

from __future__ import annotations

from dataclasses import dataclass

from generator.problems import Problem
from generator.readers.text import Claim, Draft, Text


@dataclass(frozen=True, slots=True)
class Opened:
    """What came of opening a file: lines to be claimed, or a finished draft, or neither and problems that say why."""

    text: Text | None = None
    draft: Draft | None = None
    reader: str = ""
    """Name of the format's reader, where it made a draft."""
    claim: Claim | None = None
    """Why it is that format, where it made a draft."""
    problems: tuple[Problem, ...] = ()
