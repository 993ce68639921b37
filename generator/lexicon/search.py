"""Finds the forms of a lexicon in a text, at a speed that does not depend on how many there are.

Must not know calls: it sees one text at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from generator.lexicon import folding
from generator.lexicon.terms import Term


class Found(NamedTuple):
    """A form that stands in a text. A tuple, as thousands are made a call."""

    start: int
    end: int
    term: Term


@dataclass(frozen=True, slots=True)
class Searcher:
    """The automaton over all forms, and what each of its patterns may mean."""

    automaton: AhoCorasick
    meanings: tuple[tuple[Term, ...], ...]

    def find(self, text: str, blanked: folding.Blanked | None = None) -> Iterator[Found]:
        """Yield every form that stands in the text as whole words, those that overlap included."""
        blanked = blanked or folding.blank(text)
        for pattern, start, end in self.automaton.find_matches_as_indexes(blanked.words, overlapping=True):
            begin, stop = blanked.span(start + 1, end - 1)
            for term in self.meanings[pattern]:
                if _stands(term, text, begin, stop):
                    yield Found(begin, _over_marks(text, stop), term)


def searcher(terms: Iterable[Term]) -> Searcher:
    """Build the automaton. Patterns have blanks at both ends, so that only whole words are found."""
    meanings: dict[str, list[Term]] = {}
    for term in terms:
        pattern = folding.blank(term.text).words
        if pattern.strip():
            meanings.setdefault(pattern, []).append(term)
    automaton = AhoCorasick(list(meanings), matchkind=MatchKind.Standard, store_patterns=False)
    return Searcher(automaton, tuple(tuple(m) for m in meanings.values()))


def _stands(term: Term, text: str, start: int, end: int) -> bool:
    """Whether a text has the form itself there, and not only its words with other marks between them."""
    words = folding.unmarked(text[start:end])
    return (
        words.translate(folding.FOLDS) == term.text
        and all(words[n].isupper() for n in term.capitals)
        and not _goes_on(text, start, end)
    )


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a word goes on beyond the form: C in "C++", D in "R&D", Neil in "O'Neil"."""
    if text[end : end + 1] in ("+", "#", "&") and text[end - 1].isalnum():
        return True
    before = text[start - 1 : start]
    return bool(before) and (before == "&" or (before in folding.APOSTROPHES and text[start - 2 : start - 1].isalpha()))


def _over_marks(text: str, end: int) -> int:
    while end < len(text) and folding.MARKS.match(text[end]):
        end += 1
    return end
