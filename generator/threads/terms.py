"""Reads out of words the terms that tell a question from another: stems, pairs of characters. Knows no calls."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import pairwise
from typing import NamedTuple

import Stemmer

from generator.lexicon import folding
from generator.threads import plain

# "sodium" and "ion" of "sodium-ion", "what" of "what's", "19", "人" and "工" alone
TOKEN = re.compile(rf"{folding.UNSPACED.pattern}|[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")

# "what's", "we’ve": what stands behind the mark is another word
ENDING = re.compile(r"['’].*")

STEMMER = Stemmer.Stemmer("english")
UNSPACED = "\u3040"
"""Scripts without spaces lie behind this character, as do others."""
LONGEST = 40
"""Letters of a word, at most; what is longer is no word."""


Pair = tuple[str, str]
"""Two stems."""
MOST = 1 << 16
"""Words that are remembered."""


class Term(NamedTuple):
    """A term where it stands."""

    stem: str
    start: int
    end: int
    paragraph: int = 1
    """From 1; where it is known."""
    capital: bool = False
    """Whether it is written with a capital, as names are."""


def terms(
    text: str, left_out: Container[str] = frozenset(), start: int = 0, end: int = 1 << 30, paragraph: int = 1
) -> list[Term]:
    """Read the terms between two places of a text; `left_out` are folded words that, with a capital, are names."""
    before: tuple[str, int] | None = None
    found: list[Term] = []
    for token in TOKEN.finditer(text, start, end):
        read = WORDS[token[0]]
        if read is None:  # most words say nothing
            before = None
        elif read.unspaced:
            word, begin = token[0], token.start()
            here = None if word in plain.CHINESE else (word, begin)
            if here and before and begin == before[1] + 1:
                found.append(Term(before[0] + word, before[1], token.end(), paragraph))
            before = here
        else:
            before = None
            stem, bare, capital, _ = read
            if not (capital and bare in left_out):  # as a tuple, in half the time of a call with five arguments
                found.append(tuple.__new__(Term, (stem, *token.span(), paragraph, capital)))
    return found


class _Word(NamedTuple):
    """What a word is wherever it stands."""

    stem: str
    bare: str
    capital: bool
    unspaced: bool


class _Words(dict[str, _Word | None]):
    """Words as they were read, found out when they are first met; bounded, for a hostile file may hold anything."""

    def __missing__(self, word: str) -> _Word | None:
        if len(self) > MOST:
            self.clear()
        self[word] = made = _read(word)
        return made


def _read(word: str) -> _Word | None:
    if word >= UNSPACED and folding.UNSPACED.match(word):
        return _Word("", "", False, True)
    folded = bare(word)
    found = _stem(folded)
    return _Word(found, folded, word[0].isupper(), False) if found else None


WORDS = _Words()


def bare(word: str) -> str:
    """Fold a word and drop what stands behind its apostrophe."""
    return folding.fold(ENDING.sub("", word)).strip()


def stem(word: str) -> str:
    """Reduce a word to what its forms share ("pricing", "prices" to "price"); nothing of one that says nothing."""
    return _stem(bare(word))


def _stem(folded: str) -> str:
    if len(folded) < 2 or len(folded) > LONGEST or folded.isdigit() or folded in plain.NOTHING:
        return ""
    return str(STEMMER.stemWord(folded))


def covered(run: tuple[Term, ...]) -> Iterator[Pair]:
    """Yield each topic with the words that name it, and pairs of characters that overlap."""
    yield from ((one[0], two[0]) for one, two in pairwise(run) if one[1] < two[1] < one[2])
    for topic in [term for term in run if term[0][0] == "#"]:
        inside = (t for t in run if t.paragraph == topic.paragraph and topic.start <= t.start and t.end <= topic.end)
        yield from ((topic.stem, term.stem) for term in inside)


HALF = frozenset(filter(None, map(stem, plain.PLAIN)))
"""Stems that count for half."""
