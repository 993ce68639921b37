"""Cuts a paragraph into sentences by offsets, so that the words stay as they are. Knows text only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

# "…next question. Please go ahead" – an end, its closing quotes, white space, and what a sentence can begin with; of
# a ruler of points only the last count, so that a line of nothing else takes no longer
END = re.compile(r"([.?!…؟]{1,30}[\"'”’)\]]*)\s+(?=[\"'“‘(\[]?[^\Wa-z_])")

# "Mr." "J." "U.S." "Inc." before a break that is none
ABBREVIATED = re.compile(r"(?:^|[\s(\"“‘'\[.-])(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Inc|Corp|Co|Ltd|vs|No|approx|[A-Z])\.$")


@lru_cache(maxsize=4096)
def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Give (start, end) of each sentence, white space between them left out."""
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for match in END.finditer(text):
        start = match.start()
        if text[start] == "." and ABBREVIATED.search(text[max(begin, start - 8) : start + 1]):
            continue
        yield begin, match.end(1)
        begin = match.end()
    rest = text[begin:].rstrip()
    if rest:
        yield begin, begin + len(rest)


def split(text: str) -> list[str]:
    """The sentences of a paragraph."""
    return [text[a:b] for a, b in spans(text)]
