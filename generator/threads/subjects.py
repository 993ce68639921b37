"""Reads what a question as a whole is about, where it names a whole family of topics. Must not know what is alike.

"Will open or proprietary models win?" and "Where is the balance between open source and closed models?" share hardly a
word. But a question that names three topics of one family is about that family, whatever its words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.model import Topic
from generator.threads.terms import Term

FEWEST = 3
"""Topics of one family that make a question one about them."""


def families(said: tuple[Term, ...], topics: Mapping[str, Topic]) -> Iterator[tuple[Term, ...]]:
    """Yield the topics named in a question that belong to one family, for each family that has enough of them."""
    found: defaultdict[str, dict[str, Term]] = defaultdict(dict)
    for term in said:
        topic = topics.get(term.stem.removeprefix("#")) if term.stem.startswith("#") else None
        if topic:
            found[topic.parent or topic.id].setdefault(term.stem, term)
            found[topic.id].setdefault(term.stem, term)
    widest = sorted(found.values(), key=lambda terms: (-len(terms), sorted(terms)))
    taken: set[str] = set()
    for terms in widest:
        if len(terms) >= FEWEST and not taken & set(terms):
            taken.update(terms)
            yield tuple(sorted(terms.values(), key=lambda term: (term.paragraph, term.start, term.stem)))
