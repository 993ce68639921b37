"""A line as it is printed on a page: words, place, letters. Must not know where it comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed line. Lengths are points, from the left and the bottom of the page."""

    text: str
    number: int
    """From 1, over the whole file."""
    page: int
    """From 1."""
    left: float
    right: float
    top: float
    """Base of its first letter: where the line above looks for its distance."""
    bottom: float
    """Base of its last letter."""
    size: float
    """Of its letters; 0 where nobody can tell."""
    bold: str = ""
    """The words with which it begins, where they are set apart by heavy letters."""


class Unreadable(Exception):
    """A file that cannot be read, and why."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint
