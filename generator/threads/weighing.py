"""Weighs terms by how rare they are in an archive (inverse document frequency). Must not know what is alike."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from generator.model import Asked
from generator.threads import terms
from generator.threads.asks import Ask
from generator.threads.terms import Term

RARE = 0.42
"""From this weight on a term is rare; 1 is a term of one question alone."""
ONCE, OFTEST = 1.25, 6
"""Questions of a call that have a term which is asked about once a call, and how many questions there are for each."""
FEW = 60
"""With fewer questions than these nobody can tell what is rare, and words weigh as if there were so many."""
LEADING = 0.6
"""What a term counts that only leads up to a question."""
NEAR = 0.2
"""How much of the sentence before a part counts against a match."""
PLAIN = 0.5
JOINED = 0.5
"""Two terms are joined when they stand side by side in so large a part of the questions that have the rarer one."""

FEWEST, OFTEN, MANY = 2, 3, 1000
"""In so many questions and between so many other words: for a name, for words; and when questions are many."""


Pair = tuple[str, str]


@dataclass(slots=True)
class _Beside:
    """Where two terms stand side by side."""

    asked: set[int] = field(default_factory=set)
    """Numbers of questions."""
    around: set[Pair] = field(default_factory=set)
    """Between what: a sentence that is said again and again does not make its words one thing."""
    named: bool = False

    def holds(self, rarer: int, often: int) -> bool:
        """Whether they are one thing, where the rarer one is in so many questions."""
        fewest = FEWEST if self.named else often
        return min(len(self.asked), len(self.around)) >= fewest and len(self.asked) >= JOINED * rarer


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
    numbers: dict[Asked, int] = {}
    where: defaultdict[str, set[int]] = defaultdict(set)
    beside: defaultdict[Pair, _Beside] = defaultdict(_Beside)
    joined: set[Pair] = set()
    for ask in every:
        number = numbers.setdefault(ask.asked, len(numbers))
        for run in (ask.own, ask.near, ask.lead) if ask.part else ():
            for term in run:
                where[term.stem].add(number)
            _stand(beside, run, number)
            joined.update(_covered(run))
    often = OFTEN if len(numbers) < MANY else FEWEST
    joined |= {pair for pair, found in beside.items() if found.holds(min(len(where[s]) for s in pair), often)}
    calls = [asked.call for asked in numbers]
    return Scale({stem: _weight(stem, found, calls) for stem, found in where.items()}, _both_ways(joined))


def _stand(beside: defaultdict[Pair, _Beside], run: tuple[Term, ...], number: int) -> None:
    """Note each two neighbours, between what they stand, and whether they are written as a name is."""
    stems = ["", *(term.stem for term in run), ""]
    for at, (one, two) in enumerate(pairwise(run)):
        found = beside[one.stem, two.stem]
        found.asked.add(number)
        if len(found.around) < OFTEN:
            found.around.add((stems[at], stems[at + 3]))
        found.named = found.named or (one.capital and two.capital)


def _covered(run: tuple[Term, ...]) -> Iterator[Pair]:
    """Yield each topic with the words that name it, and pairs of characters that overlap."""
    yield from ((one.stem, two.stem) for one, two in pairwise(run) if one.start < two.start < one.end)
    for topic in run:
        if topic.stem.startswith("#"):
            inside = (
                t for t in run if t.paragraph == topic.paragraph and topic.start <= t.start and t.end <= topic.end
            )
            yield from ((topic.stem, term.stem) for term in inside)


def _both_ways(pairs: Iterable[Pair]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, two in pairs:
        if one != two:
            found[one].add(two)
            found[two].add(one)
    return {stem: frozenset(several) for stem, several in found.items()}


def _weight(stem: str, found: set[int], calls: list[str]) -> float:
    """Weigh a stem; what is asked call after call, but hardly twice in one, stays rare, or nobody could ask again."""
    many = max(len(calls), FEW)
    weight = math.log((many + 1) / (len(found) + 0.5)) / math.log(many + 1.5)
    if stem in terms.HALF:
        return round(weight * PLAIN, 6)
    if weight < RARE and len(found) * OFTEST <= many and len(found) <= ONCE * len({calls[at] for at in found}):
        return RARE
    return round(weight, 6)


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
