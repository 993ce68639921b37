"""The words of a text as the engine of a packed archive counts them: folded, and each with its place. Knows no records.

The engine folds what somebody types in the same way (`engine.js`), so that "Strasse" and "Straße" are one word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from generator.search import languages

WORD = re.compile(r"[^\W_]+")  # "state", "of", "the", "art" of "state-of-the-art"
ELIDED = re.compile("[^\\W_]+(?:['\u2019\u02bc][^\\W_]+)+")  # "don't", "l’énergie"
APOSTROPHES = re.compile("['\u2019\u02bc]")  # "don't" is one word, "dont"
FOLDED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
)
"""Letters that are not taken apart into one without a mark and the mark."""


def parted(words: str, by_signs: bool) -> str:
    """Write words so that white space or borders stand between all that have a place of their own."""
    return languages.part(words) if by_signs else words


def placed(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the words at each place; several where a hyphen joins them, these and the whole."""
    for place, token in enumerate(languages.tokens(text)):
        yield place, known(token.strip())


@lru_cache(maxsize=1 << 16)
def known(token: str) -> tuple[str, ...]:
    """Tell by which words a token is found: "Covid-19," by covid, 19, covid19; "l’énergie" by lenergie and energie."""
    found = WORD.findall(folded(token))
    whole = ["".join(found)] if len(found) > 1 else []
    parts = [part for each in ELIDED.findall(token) for part in WORD.findall(folded(" ".join(APOSTROPHES.split(each))))]
    return tuple(dict.fromkeys([*found, *whole, *(part for part in parts if len(part) > 1)]))


def folded(text: str) -> str:
    """Leave out case, accents and apostrophes."""
    plain = APOSTROPHES.sub("", text).lower().translate(FOLDED)
    if plain.isascii():
        return plain
    apart = unicodedata.normalize("NFKD", plain)
    return "".join(sign for sign in apart if not unicodedata.category(sign).startswith("M"))
