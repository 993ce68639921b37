"""Cuts what is said into phrases: runs of words between stop words and marks. Must not know which phrases matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.lexicon import folding, words
from generator.suggest import plain

Key = tuple[str, ...]
"""The stems of a term's words."""

LONGEST = 3
"""Words of a term, at most."""

# "sodium-ion", "R&D", "customer's", "5G", and each mark between words
TOKEN = re.compile(r"[^\W_]+(?:[-&'’‑][^\W_]+)*|[^\s\w]|_")

# "2024", "31st", "10-K", "Q3", "FY24", "1H", "3x": numbers, filings, periods
NUMBER = re.compile(r"\d[\d-]*(?:st|nd|rd|th|s|x|k|m|b|bn|am|pm|f|[hq]\d{0,4})?|[hqp]\d|c?fy\d{0,4}|[a-z]")

# "we're", "don't": two words in one
CONTRACTED = re.compile(r"['’](?![sS]$)")

# "customer's": an owner
OWNER = re.compile(r"['’][sS]$")

STEMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?:ss|us|is|ics)$"), lambda m: m[0]),  # business, campus, basis, logistics
    (re.compile(r"(?<=[^aeiou])(?:ies|ie|y)$"), lambda m: "i"),  # facilities, movie, facility
    (re.compile(r"(?:(?<=[sxz])|(?<=[cs]h))es?$"), lambda m: ""),  # expenses, expense, taxes, cache
    (re.compile(r"s$"), lambda m: ""),  # tariffs
)
"""The first rule that fits makes the stem of a word."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a phrase."""

    start: int
    end: int
    stems: Key
    """More than one for a word with hyphens."""
    opens: bool
    """Whether a sentence may begin with it, so that its capital says nothing."""


def stem(word: str) -> str:
    """Reduce a folded word to what its singular and its plural share: facility, facilities; expense, expenses."""
    return next((rule.sub(to, word) for rule, to in STEMS if rule.search(word)), word)


def stems(text: str) -> Key:
    """The stems of a term: "Grid connections" and "grid-connection" have the same."""
    return tuple(map(stem, folding.blank(text).words.split()))


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

ALONE = frozenset(map(stem, plain.PLAIN | words.WORDS))
"""Stems of words that are no subject when they stand alone."""


def terms(text: str, taken: Sequence[tuple[int, int]], named: Container[str]) -> Iterator[tuple[Word, ...]]:
    """Yield every run of one to three words in every phrase; `taken` are spans that are spoken for.

    `named` are folded words of names, at which a phrase ends if they have a capital.
    """
    for phrase in _phrases(text, taken, named):
        for first in range(len(phrase)):
            for last in range(first + 1, min(first + LONGEST, len(phrase)) + 1):
                yield tuple(phrase[first:last])


def key(term: Iterable[Word]) -> Key:
    """What all shapes of a term have in common."""
    return tuple(one for word in term for one in word.stems)


def _phrases(text: str, taken: Sequence[tuple[int, int]], named: Container[str]) -> Iterator[list[Word]]:
    phrase: list[Word] = []
    opens = True
    for token in TOKEN.finditer(text):
        word = _word(token, opens)
        opens = token[0] in '.?!:…"“'
        if word is None or _breaks(token, word, named) or any(a <= token.start() < b for a, b in taken):
            yield phrase
            phrase = []
            continue
        phrase.append(word)
        if OWNER.search(token[0]):
            yield phrase
            phrase = []
    yield phrase


def _word(token: re.Match[str], opens: bool) -> Word | None:
    """A token as a word; None for a mark and for two words in one."""
    if CONTRACTED.search(token[0]) or not token[0][0].isalnum():
        return None
    text = OWNER.sub("", token[0])
    return Word(token.start(), token.start() + len(text), stems(text), opens)


def _breaks(token: re.Match[str], word: Word, named: Container[str]) -> bool:
    folded = folding.fold(token[0])
    if NUMBER.fullmatch(folded.replace(" ", "-")) or all(one in BREAKS for one in word.stems):
        return True
    if folded.endswith("ly") or word.stems[0].isdigit():
        return True
    return token[0][0].isupper() and any(part in named for part in folded.split())
