"""Finds the forms of a lexicon in a text, at a speed that does not depend on how many there are.

Must not know calls: it sees one text at a time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from generator.lexicon import folding
from generator.lexicon.terms import Term

BEHIND = "+#&"
"""Marks behind which a word is another one: C++, C#, R&D."""
FIRST_MARK = "\u00ad"
"""Odd marks lie from here on, as in `folding.MARKS`; most texts have no such characters."""


class Found(NamedTuple):
    """A form that stands in a text. A tuple, as thousands are made a call."""

    start: int
    end: int
    term: Term


Meaning = tuple[Term, bool]
"""A term, and whether its form is a word alone: where such a word stands, the form stands."""


@dataclass(frozen=True, slots=True)
class Searcher:
    """The automaton over all forms, and what each of its patterns may mean."""

    automaton: AhoCorasick
    meanings: tuple[tuple[Meaning, ...], ...]

    def find(self, text: str, blanked: folding.Blanked | None = None) -> list[Found]:
        """Find every form that stands in the text as whole words, those that overlap included."""
        blanked = blanked or folding.blank(text)
        plain = blanked.places is None  # then there are no odd marks, and each place is simply one less
        found: list[Found] = []
        for pattern, start, end in self.automaton.find_matches_as_indexes(blanked.words, overlapping=True):
            begin, stop = (start, end - 2) if plain else blanked.span(start + 1, end - 1)
            for term, word in self.meanings[pattern]:
                bare = plain and word
                if ((bare and not term.capitals) or _written(term, text[begin:stop], bare)) and not _goes_on(
                    text, begin, stop
                ):
                    found.append(Found(begin, stop if plain else _over_marks(text, stop), term))
        return found


def searcher(terms: Iterable[Term]) -> Searcher:
    """Build the automaton. Patterns have blanks at both ends, so that only whole words are found."""
    meanings: dict[str, list[Meaning]] = {}
    for term in terms:
        pattern = folding.blank(term.text).words
        if pattern.strip():
            meanings.setdefault(pattern, []).append((term, pattern == f" {term.text} " and " " not in term.text))
    automaton = AhoCorasick(list(meanings), matchkind=MatchKind.Standard, store_patterns=False)
    return Searcher(automaton, tuple(tuple(m) for m in meanings.values()))


def _written(term: Term, printed: str, word: bool) -> bool:
    """Whether words are the form itself, and not only its words with other marks between them; a word alone is."""
    words = printed if word else folding.unmarked(printed)
    if not word and words.translate(folding.FOLDS) != term.text:
        return False
    return all(words[n].isupper() for n in term.capitals)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a word goes on beyond the form: C in "C++", D in "R&D", Neil in "O'Neil"."""
    if text[end : end + 1] in BEHIND and end < len(text) and text[end - 1].isalnum():
        return True
    before = text[start - 1 : start]
    return bool(before) and (before == "&" or (before in folding.APOSTROPHES and text[start - 2 : start - 1].isalpha()))


def _over_marks(text: str, end: int) -> int:
    while text[end : end + 1] >= FIRST_MARK and folding.MARKS.match(text[end]):
        end += 1
    return end
