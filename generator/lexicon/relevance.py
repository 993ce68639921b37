"""Which forms of a lexicon a text could hold, by its words alone: what is found in it depends on no other form.

Must not know where the forms stand, nor whether they can be believed there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.lexicon import Lexicon, folding
from generator.lexicon.terms import Term

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Index:
    """The forms of a lexicon by their longest word."""

    forms: dict[str, list[tuple[Words, str]]]
    """Word → the words of each form, and all that there is to say of it."""

    def rows(self, said: str) -> list[str]:
        """Tell of every form all words of which are among those said, as `words` gives them."""
        held = frozenset(said.split(" "))
        found = (form for word in held & self.forms.keys() for form in self.forms[word])
        return sorted(row for words, row in found if words <= held)


def index(lexicon: Lexicon) -> Index:
    """Sort the forms of a lexicon."""
    forms: dict[str, list[tuple[Words, str]]] = {}
    for term in lexicon.terms:
        words = folding.blank(term.text).words.split()
        if words:
            forms.setdefault(max(words, key=len), []).append((frozenset(words), _row(term)))
    return Index(forms)


def words(texts: Iterable[str]) -> str:
    """List the words of texts, as forms are compared with them, once each."""
    return " ".join(sorted({word for text in texts for word in folding.blank(text).words.split()}))


def _row(term: Term) -> str:
    return repr((term.text, term.kind.value, term.target, term.rule, term.capitals, int(term.care), term.derived))
