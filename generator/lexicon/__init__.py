"""All that may be spoken of, as forms to look for: topics, organisations, people. Must not know where it is spoken of.

A lexicon is plain data, cheap to send to another process; `find` builds what searches it once in each process.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from generator.lexicon import forms, people, search, terms
from generator.lexicon.terms import Term
from generator.model import Organization, Roster, Speaker, Topic, Vocabulary


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The forms of everything that may be spoken of in any call of the archive."""

    key: str
    """A digest of the forms: two lexicons of one key are the same."""
    terms: tuple[Term, ...] = field(compare=False, repr=False)


def compile(vocabulary: Vocabulary, roster: Roster) -> Lexicon:
    """Gather the forms of all topics, organisations and full names; a form that could mean two is left out."""
    every = [t for topic in vocabulary.topics for t in _of_topic(topic)]
    every += [t for organization in roster.organizations.values() for t in _of_organization(organization)]
    every += [t for speaker in roster.speakers.values() for t in _of_speaker(speaker)]
    return of(every)


def of(every: Iterable[Term]) -> Lexicon:
    """Make a lexicon of forms, whatever their order."""
    kept = tuple(terms.unambiguous(every))
    digest = hashlib.sha256(repr([_row(t) for t in kept]).encode())
    return Lexicon(digest.hexdigest(), kept)


@lru_cache(maxsize=4)
def searcher(lexicon: Lexicon) -> search.Searcher:
    """Whatever searches this lexicon, built when it is first needed in a process."""
    return search.searcher(lexicon.terms)


def _row(term: Term) -> tuple[object, ...]:
    return term.text, term.kind.value, term.target, term.rule, term.capitals, int(term.care), term.derived


def _of_topic(topic: Topic) -> Iterator[Term]:
    written = [(topic.name, "topic by name"), *((alias, "topic by alias") for alias in topic.aliases)]
    for form, rule in written:
        yield terms.topic(form, topic.id, rule)
        yield from (terms.topic(other, topic.id, how, derived=True) for other, how in forms.of_topic(form))


def _of_organization(organization: Organization) -> Iterator[Term]:
    for name in [organization.name, *organization.aliases]:
        if forms.says_enough(name):
            yield terms.organization(name, organization.id, "organisation by name")
        for form, rule in forms.of_organization(name):
            yield terms.organization(form, organization.id, rule, derived=True)


def _of_speaker(speaker: Speaker) -> Iterator[Term]:
    for name in [speaker.name, *speaker.aliases]:
        yield from people.full_names(name, speaker.id)
