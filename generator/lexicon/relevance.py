"""Which forms of a lexicon a text could hold, by its words alone: what is found in it depends on no other form.

Must not know where the forms stand, nor whether they can be believed there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from generator.lexicon import Lexicon, folding
from generator.lexicon.terms import Term

Words = frozenset[str]
Form = tuple[str, str]
"""A form as it stands in a folded text, and all that there is to say of it."""


@dataclass(frozen=True, slots=True)
class Index:
    """The forms of a lexicon by their longest word."""

    forms: dict[str, list[tuple[Words, Form]]]
    """Word → the words of each form, and the form."""
    words: Words
    """Of all forms."""

    def candidates(self, said: str) -> tuple[Form, ...]:
        """List the forms all words of which are among those said, as `words` gives them."""
        held = self.words.intersection(said.split(" "))
        found = (form for word in held if word in self.forms for form in self.forms[word])
        return tuple(sorted([form for words, form in found if words <= held]))


def index(lexicon: Lexicon) -> Index:
    """Sort the forms of a lexicon."""
    forms: dict[str, list[tuple[Words, Form]]] = {}
    for term in lexicon.terms:
        form = folding.blank(term.text).words
        if words := form.split():
            forms.setdefault(max(words, key=len), []).append((frozenset(words), (form, _row(term))))
    return Index(forms, Words().union(*(words for several in forms.values() for words, _ in several)))


def standing(candidates: Iterable[Form], texts: Iterable[str]) -> tuple[str, ...]:
    """Tell of each form that stands in texts, wherever that is: no other can be found in them."""
    sought, text = tuple(candidates), " ".join(folding.blank(each).words for each in texts)
    forms = AhoCorasick([form for form, _ in sought], matchkind=MatchKind.Standard, store_patterns=False)
    found = {number for number, _, _ in forms.find_matches_as_indexes(text, overlapping=True)}
    return tuple(row for number, (_, row) in enumerate(sought) if number in found)


def words(texts: Iterable[str]) -> str:
    """List the words of texts, as forms are compared with them, once each."""
    return " ".join(dict.fromkeys("".join(folding.blank(text).words for text in texts).split()))


def _row(term: Term) -> str:
    return repr((term.text, term.kind.value, term.target, term.rule, term.capitals, int(term.care), term.derived))
