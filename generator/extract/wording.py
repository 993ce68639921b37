"""What words are about: the stems that two passages of a call can share, and how much each of them weighs in it.

Must not know questions or answers: it sees passages.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.lexicon.words import GRAMMAR

# "gigawatt", "1,200", "14b", "价"
WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*\d|\d+")

# 人 or か: written without spaces, so that two neighbours are taken as a word
UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")

CHATTER = frozenset(
    """
    actually answer appreciate basically bit call clarify color colour comment comments congrats congratulations
    couple curious definitely detail details discuss elaborate exactly expect follow followup fully going good
    great guess guys happen hear helpful hey hi hope important interested just kind know like little look looking
    lot maybe mean morning obviously ok okay part people please point probably provide question questions quick
    regard regarding right second secondly sense share sorry sort start sure talk talked talking terms thank thanks
    think thinking thought thoughts today touch understand update walk want wanted way wondering yeah yes afternoon
    evening come coming coupled day getting happening help helps idea mentioned mr ms mrs madam chair feel view
    don doesn didn won wouldn couldn shouldn isn aren wasn weren hasn haven ve ll re
    """.split()
)
"""Words that every question and every answer has, and that say nothing of what it is about."""

ALIKE = {
    "many": "number",
    "often": "frequency",
    "much": "amount",
    "cost": "price",
    "costs": "price",
    "expensive": "price",
}
"""Words that ask → the words that answer them; both are taken as one."""

KEPT = frozenset({"many", "much", "often"})
"""Grammar that asks for something."""

ENDINGS = frozenset({
    "izations", "ization", "ations", "ation", "ability", "ments", "ment", "ances", "ance", "ences", "ence", "ables",
    "able", "ings", "ing", "ities", "ity", "ions", "ion", "ives", "ive", "ness", "ers", "er", "ors", "or", "ies", "ied",
    "als", "al", "ed", "es", "ly", "s", "e", "y",
})  # fmt: skip
"""Cut from a word, the longest that leaves four letters, so that "customers" and "customer" are one."""

LONGEST, SHORTEST = 8, 4
"""Letters of an ending at most, and of what it leaves at least."""

FEWEST = 40
"""Passages that a call is taken to have at least: in a short one, a word that only two have is no common word."""

MOST = 20_000
"""Characters of a passage that are looked at."""


MARKS = '.,;:?!…"“”()'
"""What mostly stands before and behind a word, and is no part of it."""

Terms = tuple[tuple[str, str], ...]
"""Stems, each with the word as printed."""


class _Seen(dict[str, Terms]):
    """What stands between two blanks ("price-cost,") → its terms. Bounded: a hostile file may hold anything."""

    def __missing__(self, token: str) -> Terms:
        if len(self) > 50_000:
            self.clear()
        bare = token.strip(MARKS)
        self[token] = made = tuple(_terms(token)) if bare == token else self[bare]
        return made


def _terms(token: str) -> Iterator[tuple[str, str]]:
    for word in [token] if token.isascii() and token.isalpha() else WORD.findall(token):
        if stem := _stem(word.lower()):
            if UNSPACED.search(word):
                yield from ((word[at : at + 2], word[at : at + 2]) for at in range(len(word) - 1))
            else:
                yield stem, word


def _stem(word: str) -> str:
    if word[0].isdigit():
        return word.replace(",", "").rstrip(".")
    if word in CHATTER or (word in GRAMMAR and word not in KEPT) or (len(word) == 1 and word.isascii()):
        return ""
    word = ALIKE.get(word, word)
    for size in range(min(LONGEST, len(word) - SHORTEST), 0, -1):
        if word[-size:] in ENDINGS:
            return word[:-size]
    return word


class _Stems(dict[str, str]):
    """What stands between two blanks → its stems, with blanks between them; bounded as well."""

    def __missing__(self, token: str) -> str:
        if len(self) > 50_000:
            self.clear()
        bare = token.strip(MARKS)
        self[token] = made = " ".join([stem for stem, _ in SEEN[token]]) if bare == token else self[bare]
        return made


SEEN = _Seen()
STEMS = _Stems()


def terms(text: str) -> dict[str, str]:
    """The stems of a passage, each with the word as first printed."""
    found: dict[str, str] = {}
    for token in text[:MOST].split():
        for stem, word in SEEN[token]:
            if stem not in found:
                found[stem] = word
    return found


def stems(text: str) -> set[str]:
    """The stems of a passage."""
    return set(" ".join(map(STEMS.__getitem__, set(text[:MOST].split()))).split())


@dataclass(frozen=True, slots=True)
class Weights:
    """How rare each stem is in a call."""

    counts: Mapping[str, int]
    passages: int

    def of(self, stem: str) -> float:
        """From 0, for what stands in most passages, upwards."""
        return max(0.0, math.log((max(self.passages, FEWEST) + 1) / (self.counts.get(stem, 0) + 0.5)))


def weigh(passages: Iterable[str]) -> Weights:
    """Count in how many passages each stem stands."""
    counts: Counter[str] = Counter()
    number = 0
    for passage in passages:
        counts.update(stems(passage))
        number += 1
    return Weights(counts, number)
