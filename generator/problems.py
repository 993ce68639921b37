"""What went wrong, where, and what to do about it. Knows nothing else of ours."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass


class Level(enum.StrEnum):
    """How bad a problem is. Errors and warnings make a build end with exit code 1; notes do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A mistake in what the user gave us: a value, never an exception, so that one bad file stops nothing."""

    path: str
    """The file, as a POSIX path from the content folder (or the configuration file's name)."""
    line: int
    """Line in that file, counted from 1; 0 where the whole file is meant."""
    level: Level
    message: str
    """One sentence about what is wrong, without a full stop."""
    hint: str = ""
    """What to do about it, if anything can be said."""

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        hint = f" ({self.hint})" if self.hint else ""
        return f"{where}: {self.level}: {self.message}{hint}"


def error(path: str, line: int, message: str, hint: str = "") -> Problem:
    """Describe what kept something from being read at all."""
    return Problem(path, line, Level.ERROR, message, hint)


def warning(path: str, line: int, message: str, hint: str = "") -> Problem:
    """Describe what was read but is doubtful."""
    return Problem(path, line, Level.WARNING, message, hint)


def note(path: str, line: int, message: str, hint: str = "") -> Problem:
    """Describe what a careful person would like to know and need not act upon."""
    return Problem(path, line, Level.NOTE, message, hint)


def serious(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that a build must not pass over: errors and warnings, in order of file and line."""
    return sorted(p for p in problems if p.level is not Level.NOTE)
