"""Cuts a paragraph into sentences by offsets, so that the words stay as they are. Knows text only."""

from __future__ import annotations

import re
from functools import lru_cache

# "…next question. Please go ahead" – an end, its closing quotes, white space, and what a sentence can begin with; of
# a ruler of points only the last count, so that a line of nothing else takes no longer; begins with one sign of a set,
# which is looked for faster than a run
END = re.compile(r"([.?!…؟][.?!…؟]{0,29}[\"'”’)\]]*)\s+(?=[\"'“‘(\[]?[^\Wa-z_])")

# "Mr." "J." "U.S." "Inc." before a break that is none
ABBREVIATED = re.compile(r"(?:^|[\s(\"“‘'\[.-])(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Inc|Corp|Co|Ltd|vs|No|approx|[A-Z])\.$")


SMALL = ("vs", "rox")
"""Ends of those of them that have no capital letter; the others have one among their last four."""


@lru_cache(maxsize=4096)
def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Give (start, end) of each sentence, white space between them left out."""
    found: list[tuple[int, int]] = []
    begin = 0
    for match in END.finditer(text):
        start, end = match.span(1)
        last = text[max(begin, start - 4) : start]
        word = last.islower() and not last.endswith(SMALL)  # as mostly: no abbreviation ends so
        if not word and text[start] == "." and _abbreviated(text, begin, start):
            continue
        found.append((begin, end))
        begin = match.end()
    rest = len(text[begin:].rstrip())
    return (*found, (begin, begin + rest)) if rest else tuple(found)


def _abbreviated(text: str, begin: int, stop: int) -> bool:
    """Whether a full stop ends an abbreviation and no sentence."""
    return ABBREVIATED.search(text[max(begin, stop - 8) : stop + 1]) is not None


def split(text: str) -> list[str]:
    """The sentences of a paragraph."""
    return [text[a:b] for a, b in spans(text)]
