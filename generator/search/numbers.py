"""Rows of whole numbers as short texts that a script reads fast, and that are plain text in JSON. Knows nothing else.

A number is written in base 45, the lowest digit first; all digits but the last come from the second half of the signs.
"""

from __future__ import annotations

from collections.abc import Iterable

BASE = 45
SIGNS = "".join(chr(code) for code in range(0x23, 0x7E) if chr(code) != "\\")
"""Twice as many signs as the base, none of which JSON writes otherwise."""


def number(value: int) -> str:
    """Write a number from 0: 0 is `#`, 44 is `O`, 45 is `P$`."""
    written = ""
    while value >= BASE:
        value, digit = divmod(value, BASE)
        written += SIGNS[BASE + digit]
    return written + SIGNS[value]


SMALL = [number(value) for value in range(BASE * BASE)]


def row(values: Iterable[int]) -> str:
    """Write numbers one after another."""
    return "".join([SMALL[value] if value < BASE * BASE else number(value) for value in values])


def steps(values: Iterable[int]) -> str:
    """Write numbers that only grow as their distances, the first from 0."""
    before, far = 0, []
    for value in values:
        far.append(value - before)
        before = value
    return row(far)
