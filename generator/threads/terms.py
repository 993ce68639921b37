"""Reads out of words the terms that tell a question from another: stems, pairs of characters. Knows no calls."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from generator.lexicon import folding
from generator.threads import plain

# "sodium" and "ion" of "sodium-ion", "what" of "what's", "19", "人" and "工" alone
TOKEN = re.compile(rf"{folding.UNSPACED.pattern}|[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")

# "what's", "we’ve": what stands behind the mark is another word
ENDING = re.compile(r"['’].*")

STEMMER = Stemmer.Stemmer("english")
LONGEST = 40
"""Letters of a word, at most; what is longer is no word."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term where it stands."""

    stem: str
    start: int
    end: int
    paragraph: int = 1
    """From 1; where it is known."""
    capital: bool = False
    """Whether it is written with a capital, as names are."""


def terms(text: str, left_out: Container[str] = frozenset()) -> Iterator[Term]:
    """Yield the terms of a text in order; `left_out` are folded words that are names where they have a capital."""
    before: tuple[str, int] | None = None
    for token in TOKEN.finditer(text):
        word, start, end = token[0], token.start(), token.end()
        if folding.UNSPACED.match(word):
            here = None if word in plain.CHINESE else (word, start)
            if here and before and token.start() == before[1] + 1:
                yield Term(before[0] + word, before[1], end)
            before = here
            continue
        before = None
        found = stem(word)
        if found and not (word[0].isupper() and folding.fold(ENDING.sub("", word)) in left_out):
            yield Term(found, start, end, capital=word[0].isupper())


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Reduce a word to what its forms share ("pricing", "prices" to "price"); nothing of one that says nothing."""
    folded = folding.fold(ENDING.sub("", word)).strip()
    if len(folded) < 2 or len(folded) > LONGEST or folded.isdigit() or folded in plain.NOTHING:
        return ""
    return str(STEMMER.stemWord(folded))


HALF = frozenset(filter(None, map(stem, plain.PLAIN)))
"""Stems that count for half."""
