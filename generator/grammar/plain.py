"""Small letters and straight apostrophes, character by character, so that offsets stay. Knows text only."""

from __future__ import annotations

from functools import lru_cache

ODD = (("’", "'"), ("‘", "'"), ("ʼ", "'"), ("ſ", "s"), ("ı", "i"), ("İ", "i"))
"""Apostrophes, and letters that fit others where case is ignored, though they have no such small form."""


@lru_cache(maxsize=256)
def fold(text: str) -> str:
    """Give `folded`, remembered for the rules that look at one text after each other."""
    return folded(text)


def folded(text: str) -> str:
    """Give a text in which a pattern of small letters fits wherever it fits the printed words regardless of case."""
    if text.isascii():
        return text.lower()
    for printed, small in ODD:
        text = text.replace(printed, small)
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
