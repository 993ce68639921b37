"""Reads what a question as a whole is about, where it names a whole family of topics. Must not know what is alike.

"Will open or proprietary models win?" and "Where is the balance between open source and closed models?" share hardly a
word. But a question that names three topics of one family is about that family, whatever its words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.threads.terms import Term

Parents = Mapping[str, str | None]
"""Topic id → id of the wider topic, if there is one."""

FEWEST = 3
"""Topics of one family that make a question one about them."""


def families(said: tuple[Term, ...], parents: Parents) -> Iterator[tuple[Term, ...]]:
    """Yield the topics named in a question that belong to one family, for each family that has enough of them."""
    found: defaultdict[str, dict[str, Term]] = defaultdict(dict)
    for term in said:
        topic = term.stem.removeprefix("#")
        if topic in parents:
            found[parents[topic] or topic].setdefault(term.stem, term)
            found[topic].setdefault(term.stem, term)
    widest = sorted(found.values(), key=lambda terms: (-len(terms), sorted(terms)))
    taken: set[str] = set()
    for terms in widest:
        if len(terms) >= FEWEST and not taken & set(terms):
            taken.update(terms)
            yield tuple(sorted(terms.values(), key=lambda term: (term.paragraph, term.start, term.stem)))
