"""Joins the lines of a paragraph, and the words that a line's end cut in two. Must not know formats or layouts.

A hyphen is taken out only where the file elsewhere prints the word whole and never with the hyphen. Otherwise it stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BROKEN = "\ufffe"
"""What PDFium gives for a hyphen at a line's end, the next line following at once."""
CONTROL = "\x02"
"""What other programs write for it."""
_SOFT = "\xad"
# "ready-mix", "well", "Q3-on-Q3"
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
# the word cut in two around a broken hyphen
_CUT = re.compile(rf"([^\W_]{{0,60}})[{BROKEN}{CONTROL}]([^\W_]{{0,60}})")
_HANGING = frozenset("and or to nor und oder".split())
"""Words before which a hyphen hangs: "two- and three-year"."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words that a file prints within lines, in small letters."""

    seen: frozenset[str]


def words(lines: Iterable[str]) -> Words:
    """Collect the words of lines, but for those at their ends."""
    whole = "\n".join([line.rpartition(" ")[0] for line in lines])
    return Words(frozenset(" ".join(_WORD.findall(whole)).casefold().split()))


def join(lines: Sequence[str], known: Words) -> str:
    """Join lines by spaces, and words cut in two at their hyphens."""
    made: list[str] = []
    for line in lines:
        if made and _cut(made[-1], line):
            head, tail = made[-1].rpartition(" ")[2], line.split(None, 1)[0]
            made[-1] = made[-1].rstrip("-" + _SOFT) if _whole(head.rstrip("-" + _SOFT), tail, known) else made[-1]
            made.append(line)
        else:
            made.extend([" ", line] if made else [line])
    joined = "".join(made)
    broken = BROKEN in joined or CONTROL in joined
    return _CUT.sub(lambda cut: _mended(cut, known), joined) if broken else joined


def _cut(before: str, line: str) -> bool:
    """Tell whether a word runs from one line into the next."""
    if not before.endswith(("-", _SOFT)) or not before[-2:-1].isalnum() or not line[:1].isalnum():
        return False
    return line.split(None, 1)[0].casefold() not in _HANGING


def _whole(head: str, tail: str, known: Words) -> bool:
    """Tell whether the file prints a word whole, and never with a hyphen."""
    first = _WORD.search(head[::-1])
    last = _WORD.match(tail)
    if not first or not last or not tail[:1].islower():
        return False
    left = first[0][::-1].casefold()
    return left + last[0].casefold() in known.seen and f"{left}-{last[0].casefold()}" not in known.seen


def _mended(cut: re.Match[str], known: Words) -> str:
    return cut[1] + ("" if _whole(cut[1], cut[2], known) else "-") + cut[2]
