"""Cuts what is said into phrases: runs of words between stop words and marks. Must not know which phrases matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from generator.grammar import names
from generator.lexicon import folding, spans, words
from generator.suggest import plain

Key = tuple[str, ...]
"""The stems of a term's words."""

LONGEST = 3
"""Words of a term, at most."""

# "https://…", "sodium-ion", "R&D", "customer's", "5G", and each mark between words
TOKEN = re.compile(r"https?://\S*|[^\W_]+(?:[-&'’‑][^\W_]+)*|[^\s\w]|_")

# "2024", "31st", "10-K", "Q3", "FY24", "1H", "3x": numbers, filings, periods
NUMBER = re.compile(r"\d[\d-]*(?:st|nd|rd|th|s|x|k|m|b|bn|am|pm|f|[hq]\d{0,4})?|[hqp]\d|c?fy\d{0,4}|[a-z]")

# "we're", "don't": two words in one
CONTRACTED = re.compile(r"['’](?![sS]$)")

# "customer's": an owner
OWNER = re.compile(r"['’][sS]$")

# "EVs": an acronym in the plural
ACRONYMS = re.compile(r"([A-Z0-9]{2,6})s")

STEMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?:ss|us|is|ics)$|^.{1,3}$"), lambda m: m[0]),  # business, campus, basis, logistics; ios
    (re.compile(r"(?<=[^aeiou])(?:ies|ie|y)$"), lambda m: "i"),  # facilities, movie, facility
    (re.compile(r"(?:(?<=[sxz])|(?<=[cs]h))es?$"), lambda m: ""),  # expenses, expense, taxes, cache
    (re.compile(r"s$"), lambda m: ""),  # tariffs
)
"""The first rule that fits makes the stem of a word."""

ENGLISH = 0.2
"""Least share of words of grammar in a text that these stop words fit; English has more than twice as much."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Reduce a folded word to what its singular and its plural share: facility, facilities; expense, expenses."""
    return next((rule.sub(to, word) for rule, to in STEMS if rule.search(word)), word)


def stems(text: str) -> Key:
    """The stems of a term: "Grid connections" and "grid-connection" have the same."""
    return tuple(map(stem, folding.blank(ACRONYMS.sub(r"\1", text)).words.split()))


BREAKS = frozenset(
    stem(word)
    for group in (
        words.GRAMMAR,
        words.CALENDAR,
        words.GREETINGS,
        words.TITLES,
        plain.COURTESY,
        plain.VERBS,
        plain.FILLERS,
    )
    for word in group
)
"""Stems of the words at which a phrase ends."""

PLAIN = frozenset(map(stem, plain.PLAIN))
"""Stems of words that are no subject when they stand alone, not even with a capital."""

ALONE = PLAIN | frozenset(map(stem, words.WORDS))
"""Stems of words that are no subject when they stand alone."""

BEFORE_PEOPLE = frozenset({*names.HONORIFICS, *words.GREETINGS, "president", "king", "queen", "pope"})
"""After these a capital begins somebody's name."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a token is, wherever it stands."""

    stems: Key
    folded: tuple[str, ...]
    capital: bool
    grammar: bool
    ends: bool
    """Whether a phrase ends at it."""
    owns: bool
    """Whether a phrase ends behind it: "customer's"."""


class Word(NamedTuple):
    """A word of a phrase, and what stands before it."""

    start: int
    end: int
    stems: Key
    before: str
    """The token before it, folded; a mark or nothing where a sentence may begin."""


@lru_cache(maxsize=65536)
def _shape(token: str) -> _Shape:
    bare = OWNER.sub("", token)
    folded = folding.fold(bare)
    found = stems(bare)
    mark = not token[0].isalnum() or CONTRACTED.search(token) is not None
    mark = mark or "://" in token
    empty = all(one in BREAKS for one in found) or NUMBER.fullmatch(folded.replace(" ", "-")) is not None
    ends = mark or empty or folded.endswith("ly") or found[0].isdigit()
    return _Shape(
        found, tuple(folded.split()), token[0].isupper(), folded in words.GRAMMAR or mark, ends, bare != token
    )


def grammar(text: str) -> tuple[int, int]:
    """Count the words of a text that are words of English grammar, and all of its words."""
    found = folding.blank(text).words.split()
    return sum(word in words.GRAMMAR for word in found), len(found)


def phrases(text: str, taken: Sequence[spans.Span], named: Container[str]) -> Iterator[list[Word]]:
    """Yield the phrases of a text; `taken` are sorted spans that are spoken for.

    `named` are folded words of names, at which a phrase ends if they have a capital.
    """
    phrase: list[Word] = []
    opening: Word | None = None
    before, capital = "", False
    for token in TOKEN.finditer(text):
        written, start = token[0], token.start()
        shape = _shape(written)
        stops = _stops(shape, before, capital and bool(phrase), named) or spans.holds(taken, start)
        opens = stops and _may_open(shape, before)
        if opens or not stops:
            word = Word(start, start + len(written) - 2 * shape.owns, shape.stems, before)
        if not stops:
            phrase += [opening, word] if opening and shape.capital else [word]
        if phrase and (stops or shape.owns):
            yield phrase
            phrase = []
        opening = word if opens else None
        if written != "," or before not in BEFORE_PEOPLE:
            before = shape.folded[0] if shape.folded else written
        capital = shape.capital
    if phrase:
        yield phrase


def _stops(shape: _Shape, before: str, after_capital: bool, named: Container[str]) -> bool:
    """Whether a phrase ends at a word; "States" is one at which it does, but not after "United"."""
    if shape.capital and (before in BEFORE_PEOPLE or any(part in named for part in shape.folded)):
        return True
    return shape.ends and (shape.grammar or not (shape.capital and after_capital))


def _may_open(shape: _Shape, before: str) -> bool:
    """Whether a name of two words may begin with a stop word: "New York"."""
    return shape.capital and shape.folded[0] in plain.FILLERS and before[:1].isalnum()


def terms(phrase: Sequence[Word]) -> Iterator[tuple[Key, Word, Word]]:
    """Yield (key, first word, last word) of every run of one to three words in a phrase."""
    for first, opening in enumerate(phrase):
        key: Key = ()
        for last in phrase[first : first + LONGEST]:
            key += last.stems
            yield key, opening, last
