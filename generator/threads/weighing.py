"""Weighs terms by how rare they are in an archive (inverse document frequency). Must not know what is alike."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Asked
from generator.threads import terms
from generator.threads.asks import Ask
from generator.threads.terms import Term

RARE = 0.42
"""From this weight on a term is rare; 1 is a term of one question alone."""
LEADING = 0.6
"""What a term counts that only leads up to a question."""
NEAR = 0.2
"""How much of the sentence before a part counts against a match."""
PLAIN = 0.5
JOINED = 0.5
"""Two terms are joined when they stand side by side in so large a part of the questions that have the rarer one."""

OFTEN, MANY = 3, 1000
"""Questions in which they must, at least; two are enough for a name, and where there are many questions."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What the terms of an archive weigh."""

    weights: Mapping[str, float]
    """Stem → from 0 to 1."""
    joined: Mapping[str, frozenset[str]]
    """Stem → stems that it mostly stands beside: "data" and "center" are one thing and count once."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Something asked, with what its terms weigh in it."""

    ask: Ask
    weights: Mapping[str, float]
    own: frozenset[str]
    """Stems with which it asks, those of the sentence before among them where the part names nothing."""
    said: frozenset[str]
    """Those of its own that stand in the part itself."""
    heavy: tuple[str, ...]
    """Its rare terms, the heaviest first."""
    counts: Mapping[str, float]
    """Stem → the square of its weight, as far as it counts when the other question does not have it."""


def weigh(every: Iterable[Ask]) -> Scale:
    """Count in how many questions each term occurs; two parts of one question count once."""
    where: defaultdict[str, set[Asked]] = defaultdict(set)
    beside: defaultdict[tuple[str, str], set[Asked]] = defaultdict(set)
    asked, joined, named = set(), set(), set()
    for ask in every:
        asked.add(ask.asked)
        for run in (ask.own, ask.near, ask.lead) if ask.part else ():
            for term in run:
                where[term.stem].add(ask.asked)
            for one, two in pairwise(run):
                beside[one.stem, two.stem].add(ask.asked)
                named |= {(one.stem, two.stem)} if one.capital and two.capital else set()
            joined |= set(_covered(run))
    for pair, found in beside.items():
        fewest = 2 if pair in named or len(asked) >= MANY else OFTEN
        if len(found) >= max(fewest, JOINED * min(len(where[stem]) for stem in pair)):
            joined.add(pair)
    whole = math.log(len(asked) + 1.5)
    weights = {stem: round(_weight(stem, len(found), len(asked)) / whole, 6) for stem, found in where.items()}
    return Scale(weights, _both_ways(joined))


def _covered(run: tuple[Term, ...]) -> Iterator[tuple[str, str]]:
    """Yield each topic with the words that name it, and pairs of characters that overlap."""
    yield from ((one.stem, two.stem) for one, two in pairwise(run) if one.start < two.start < one.end)
    for topic in run:
        if topic.stem.startswith("#"):
            inside = (
                t for t in run if t.paragraph == topic.paragraph and topic.start <= t.start and t.end <= topic.end
            )
            yield from ((topic.stem, term.stem) for term in inside)


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, two in pairs:
        if one != two:
            found[one].add(two)
            found[two].add(one)
    return {stem: frozenset(several) for stem, several in found.items()}


def _weight(stem: str, found: int, of: int) -> float:
    return math.log((of + 1) / (found + 0.5)) * (PLAIN if stem in terms.HALF else 1)


def put(ask: Ask, scale: Scale) -> Weighed:
    """Weigh the terms of something asked; what is joined shares the weight of one."""
    said, near, lead = ({term.stem for term in run} for run in (ask.own, ask.near, ask.lead))
    own, every = said | near, sorted(said | near | lead)
    weights, counts = {}, {}
    for stem in every:
        beside = scale.joined.get(stem, frozenset()) & (own if stem in own else set(every))
        weight = scale.weights[stem] / (math.sqrt(2) if beside else 1)
        weights[stem] = weight * (1 if stem in own else LEADING)
        counts[stem] = weight**2 * (1 if stem in said else NEAR if stem in near else 0)
    heavy = sorted((s for s in every if scale.weights[s] >= RARE), key=lambda s: (-weights[s], s))
    return Weighed(ask, weights, frozenset(own), frozenset(said), tuple(heavy), counts)
