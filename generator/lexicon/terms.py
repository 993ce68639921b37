"""A form to look for: how it must be written, what it means, how careful to be. Knows nothing of how it is found."""

from __future__ import annotations

import enum
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.lexicon import folding, forms, words
from generator.model import MentionKind

# the words of a form, by offsets: "J", "P", "Morgan"
WORD = re.compile(r"[^\W_]+")


class Care(enum.IntEnum):
    """What must be true of the place where a form stands, besides its letters."""

    NONE = 0
    """Nothing more."""
    SINGLE = 1
    """One word that may be an ordinary one ("Pylon"): as WORD, in a call that has it in small letters."""
    WORD = 2
    """An ordinary word when not a name ("Target"): not at the beginning of a sentence, nor beside another capital."""
    NAME = 3
    """One name of somebody ("Daniel"): not beside another capitalised word, which would be another's name."""
    COMMON_NAME = 4
    """One name that is an ordinary word ("Grace"): as NAME, and not at the beginning of a sentence."""
    ADDRESS = 5
    """A name that is also a month, a place or a firm ("May"): only where somebody is spoken to, or with Mr., Ms. …"""
    HONORIFIC = 6
    """A name that is also a word of grammar ("He"): only with Mr., Ms. …"""


@dataclass(frozen=True, slots=True)
class Term:
    """One form of something that may be spoken of."""

    text: str
    """As `folding.fold` makes it."""
    kind: MentionKind
    target: str
    rule: str
    capitals: tuple[int, ...] = ()
    """Offsets of the letters that must be capitals in the text."""
    care: Care = Care.NONE
    derived: bool = False
    """True for a form that we made; a form that somebody wrote down goes before it."""


def topic(form: str, target: str, rule: str, derived: bool = False) -> Term:
    """Describe a form of a topic: any case, but for acronyms, which are ordinary words in small letters."""
    return Term(folding.fold(form), MentionKind.TOPIC, target, rule, tuple(_acronym_letters(form)), derived=derived)


def organization(form: str, target: str, rule: str, derived: bool = False) -> Term:
    """Describe a form of an organisation: capitals where the name has them, and care with ordinary words."""
    capitals = _letters(form) if forms.acronym(form) else _initials(form)
    single = Care.NONE if forms.acronym(form) or " " in folding.fold(form) else Care.SINGLE
    care = Care.WORD if folding.fold(form) in words.ORDINARY else single
    return Term(folding.fold(form), MentionKind.ORGANIZATION, target, rule, tuple(capitals), care, derived)


@lru_cache(maxsize=16384)
def speaker(form: str, target: str, rule: str, care: Care = Care.NONE, derived: bool = False) -> Term:
    """Describe a form of a person's name: capitals where the name has them, and at its beginning if it has none."""
    capitals = tuple(_initials(form)) or (0,)
    return Term(folding.fold(form), MentionKind.SPEAKER, target, rule, capitals, care, derived)


def unambiguous(terms: Iterable[Term]) -> list[Term]:
    """Keep the forms that mean one thing among things of a kind; a written form goes before a derived one.

    Two topics may be declared with one alias: the first by id has it, whatever the order in the file.
    """
    groups: dict[tuple[MentionKind, str], list[Term]] = defaultdict(list)
    for term in terms:
        groups[term.kind, term.text].append(term)
    return [kept for key in sorted(groups) for kept in _one(groups[key])]


def _one(group: list[Term]) -> Iterator[Term]:
    best = [t for t in group if not t.derived] or group
    if len({t.target for t in best}) == 1 or best[0].kind is MentionKind.TOPIC:
        yield min(best, key=lambda t: (t.target, len(t.capitals), t.rule))


def _letters(form: str) -> Iterator[int]:
    return (n for n, c in enumerate(form) if c.isupper())


def _initials(form: str) -> Iterator[int]:
    return (m.start() for m in WORD.finditer(form) if form[m.start()].isupper())


def _acronym_letters(form: str) -> Iterator[int]:
    """Letters of a form that is all acronym, and of acronyms in it that are ordinary words: the US of "US tariffs"."""
    whole = forms.acronym(form.replace(".", ""))
    for match in WORD.finditer(form):
        if whole or (match[0].isupper() and len(match[0]) > 1 and match[0].lower() in words.ORDINARY):
            yield from (match.start() + n for n in _letters(match[0]))
