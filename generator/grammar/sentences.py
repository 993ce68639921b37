"""Cuts a paragraph into sentences by offsets, so that the words stay as they are. Knows text only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

# "…next question. Please go ahead" – an end, its closing quotes, white space, and what a sentence can begin with
END = re.compile(r"[.?!…؟]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\Wa-z_])")

# "Mr." "J." "U.S." "Inc." before a break that is none
ABBREVIATED = re.compile(r"(?:^|[\s(\"“‘'\[.-])(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Inc|Corp|Co|Ltd|vs|No|approx|[A-Z])\.$")


@lru_cache(maxsize=4096)
def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Give (start, end) of each sentence, white space between them left out."""
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for match in END.finditer(text):
        stop = match.end()
        if text[match.start()] == "." and ABBREVIATED.search(text[max(begin, match.start() - 8) : match.start() + 1]):
            continue
        yield begin, _trim(text, begin, stop)
        begin = stop
    if text[begin:].strip():
        yield begin, _trim(text, begin, len(text))


def _trim(text: str, begin: int, stop: int) -> int:
    while stop > begin and text[stop - 1].isspace():
        stop -= 1
    return stop


def split(text: str) -> list[str]:
    """The sentences of a paragraph."""
    return [text[a:b] for a, b in spans(text)]
