"""Cuts a paragraph into sentences by offsets, so that the words stay as they are. Knows text only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

# "…next question. Please go ahead" – an end, its closing quotes, white space, and what a sentence can begin with; of
# a ruler of points only the last count, so that a line of nothing else takes no longer; begins with one sign of a set,
# which is looked for faster than a run
END = re.compile(r"([.?!…؟][.?!…؟]{0,29}[\"'”’)\]]*)\s+(?=[\"'“‘(\[]?[^\Wa-z_])")

# "Mr." "J." "U.S." "Inc." before a break that is none
ABBREVIATED = re.compile(r"(?:^|[\s(\"“‘'\[.-])(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Inc|Corp|Co|Ltd|vs|No|approx|[A-Z])\.$")


SMALL = ("vs", "rox")
"""Ends of those of them that have no capital letter; the others have one among their last four."""


REACH = 120
"""Characters before a place in which the end of the sentence before it is looked for first."""


@lru_cache(maxsize=4096)
def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Give (start, end) of each sentence, white space between them left out."""
    found: list[tuple[int, int]] = []
    begin = 0
    for end, after in _breaks(text, 0):
        found.append((begin, end))
        begin = after
    rest = len(text[begin:].rstrip())
    return (*found, (begin, begin + rest)) if rest else tuple(found)


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Give (start, end) of the sentences in which a place lies, as `spans` has them; of all where it lies in none."""
    first, reach = None, REACH
    while first is None:
        first, last = _within(text, start, end, _word(text, start - reach))
        reach *= 2
    return (first, last) if first < end and start < last else (0, len(text))


def _within(text: str, start: int, end: int, origin: int) -> tuple[int | None, int]:
    """Look for the sentences of a place from a word on; None where the first of them begins before that word."""
    first = None if origin else 0
    for stop, after in _breaks(text, origin):
        if stop <= start:
            first = after
        elif after >= end:
            return first, stop
    return first, len(text.rstrip())


def _word(text: str, at: int) -> int:
    """Find where the word at a place begins, from which on sentences end where they do in the whole text."""
    return text.rfind(" ", 0, at) + 1 if at > 0 else 0


def _breaks(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """Yield where each sentence ends and the next one begins, from the beginning of a word on."""
    for match in END.finditer(text, begin):
        start, end = match.span(1)
        last = text[max(begin, start - 4) : start]
        word = last.islower() and not last.endswith(SMALL)  # as mostly: no abbreviation ends so
        if not word and text[start] == "." and _abbreviated(text, begin, start):
            continue
        begin = match.end()
        yield end, begin


def _abbreviated(text: str, begin: int, stop: int) -> bool:
    """Whether a full stop ends an abbreviation and no sentence."""
    return ABBREVIATED.search(text[max(begin, stop - 8) : stop + 1]) is not None


def split(text: str) -> list[str]:
    """The sentences of a paragraph."""
    return [text[a:b] for a, b in spans(text)]
