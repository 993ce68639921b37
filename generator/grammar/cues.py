"""Tries a slow pattern only where it can begin. Knows text only.

A pattern that ignores case, or looks around before its first letter, is tried at every character of a text, which
takes ten times longer than to look for some plain words. So it has cues: with one of them every match of it begins in
folded text. Where no cue stands the pattern cannot fit; both ways find the same, and a test holds that.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, product

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from generator.grammar import plain


@dataclass(frozen=True, slots=True)
class Cues:
    """Words of folded text with which something begins, found in one go however many they are."""

    words: AhoCorasick
    behind: int = 0
    """How many characters of a cue stand before what it begins."""
    opening: bool = False
    """Whether it may also begin with the text."""

    def begins(self, text: str) -> Sequence[int]:
        """Where something may begin, in order of place."""
        met = self.words.find_matches_as_indexes(plain.fold(text), overlapping=True)
        if not met:
            return [0] if self.opening else []
        begins = {start + self.behind for _, start, _ in met}
        return sorted(begins | {0} if self.opening else begins)

    def standing(self, texts: Iterable[str]) -> list[int]:
        """Tell in one go in which of some texts, by number, a cue stands."""
        whole = list(texts)
        ends = list(accumulate(len(text) + 1 for text in whole))
        met = self.words.find_matches_as_indexes(plain.folded("\n".join(whole)), overlapping=True)
        return sorted({bisect_right(ends, start) for _, start, _ in met})


@dataclass(frozen=True, slots=True)
class Cued:
    """A pattern, and the cues with one of which every match of it begins."""

    pattern: re.Pattern[str]
    cues: Cues

    def search(self, text: str) -> re.Match[str] | None:
        """Find what `pattern.search` finds."""
        for start in self.cues.begins(text):
            if match := self.pattern.match(text, start):
                return match
        return None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Find what `pattern.finditer` finds."""
        return tried(self.pattern, text, self.cues.begins(text), start, end)


def within(begins: Sequence[int], start: int, end: int) -> Sequence[int]:
    """Give those of some places, in order, that lie in a part of the text."""
    return begins[bisect_left(begins, start) : bisect_left(begins, end)]


def tried(
    pattern: re.Pattern[str], text: str, begins: Iterable[int], start: int = 0, end: int = sys.maxsize
) -> Iterator[re.Match[str]]:
    """Find the matches of a pattern that begin at some of these places and do not overlap."""
    for begin in begins:
        if begin >= start and (match := pattern.match(text, begin, end)):
            start = match.end()
            yield match


def cued(pattern: re.Pattern[str], words: str, behind: int = 0, opening: bool = False) -> Cued:
    """Join a pattern with its cues, in small letters, as `spelled` reads them."""
    return Cued(pattern, cues(words, behind, opening))


def cues(words: str, behind: int = 0, opening: bool = False) -> Cues:
    """Build what finds words, as `spelled` reads them."""
    automaton = AhoCorasick(spelled(words), matchkind=MatchKind.Standard, implementation=Implementation.DFA)
    return Cues(automaton, behind, opening)


def spelled(words: str) -> list[str]:
    """Spell out cues: of several lines each holds alternatives, its parts joined by " & ".

    "this|that & is" gives "this is" and "that is"; blanks at the ends count in a single line only.
    """
    lines = [line.strip() for line in words.splitlines() if line.strip()] if "\n" in words else [words]
    return [" ".join(way) for line in lines for way in product(*(part.split("|") for part in line.split(" & ")))]
