"""Weighs terms by how rare they are among the questions of a series (inverse document frequency).

A series may be two calls long, so each question counts beside those of a background. Must not know what is alike.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Asked
from generator.threads import background, terms
from generator.threads.asks import Ask
from generator.threads.terms import Pair

RARE = 0.42
"""From this weight on a term is rare; 1 is a term of one question alone."""
ONCE, OFTEST = 1.25, 6
"""Questions of a call that have a term which is asked about once a call, and how many questions there are for each."""
FEW = 60
"""With fewer questions than these nobody can tell what is asked too often to be asked once a call."""
LEADING = 0.6
"""What a term counts that only leads up to a question."""
NEAR = 0.2
"""How much of the sentence before a part counts against a match."""
PLAIN = 0.5
JOINED = 0.5
"""Two terms are joined when they stand side by side in so large a part of the questions that have the rarer one."""

FEWEST, OFTEN, MANY = 2, 3, 1000
"""In so many questions and between so many other words: for a name, for words; and when questions are many."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What the terms of a series weigh."""

    weights: Mapping[str, float]
    """Stem → from 0 to 1."""
    joined: Mapping[str, frozenset[str]]
    """Stem → stems that it mostly stands beside: "data" and "center" are one thing and count once."""
    again: frozenset[str]
    """Rare stems that more than one question has."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Something asked, with what its terms weigh in it."""

    ask: Ask
    weights: Mapping[str, float]
    own: frozenset[str]
    """Stems with which it asks, those of the sentence before among them where the part names nothing."""
    said: frozenset[str]
    """Those of its own that stand in the part itself."""
    counts: Mapping[str, float]
    """Stem → the square of its weight, as far as it counts when the other question does not have it."""


def weigh(every: Sequence[Ask]) -> Scale:
    """Count in how many questions each term occurs; two parts of one question count once."""
    parts: defaultdict[Asked, list[Ask]] = defaultdict(list)
    for ask in every:
        if ask.part:
            parts[ask.asked].append(ask)
    stems = {asked: frozenset[str]().union(*[ask.stems for ask in asks]) for asked, asks in parts.items()}
    found: Counter[str] = Counter()
    for several in stems.values():
        found.update(several)
    weights = _weights(found, len(parts))
    often = max(len(parts), FEW) / OFTEST
    frequent = {s for s, n in found.items() if n > 1 and weights[s] < RARE and n <= often and s not in terms.HALF}
    weights.update(dict.fromkeys(_once_a_call(stems, frequent), RARE))
    again = frozenset(stem for stem, count in found.items() if count > 1 and weights[stem] >= RARE)
    return Scale(weights, _both_ways(_joined(list(parts.values()), found)), again)


def _weights(found: Mapping[str, int], questions: int) -> dict[str, float]:
    """Weigh stems by the series and the background together."""
    missing = max(0, background.QUESTIONS - questions)
    many = questions + missing
    scale = 1 / math.log(many + 1.5)
    plain = {n: math.log((many + 1) / (n + 0.5)) * scale for n in set(found.values())}
    weights = {stem: round(plain[count], 6) for stem, count in found.items()}
    for stem in background.RATES.keys() & found.keys():
        heard = found[stem] + missing * background.RATES[stem]
        weight = math.log((many + 1) / (heard + 0.5)) * scale
        weights[stem] = round(weight * (PLAIN if stem in terms.HALF else 1), 6)
    return weights


def _once_a_call(stems: Mapping[Asked, frozenset[str]], frequent: set[str]) -> Iterator[str]:
    """Yield what is asked call after call, but hardly twice in one: it stays rare, or nobody could ask it again."""
    calls: defaultdict[str, list[str]] = defaultdict(list)
    for asked, several in stems.items() if frequent else ():
        for stem in frequent & several:
            calls[stem].append(asked.call)
    yield from (stem for stem, several in calls.items() if len(several) <= ONCE * len(set(several)))


def _joined(parts: Sequence[list[Ask]], found: Mapping[str, int]) -> frozenset[Pair]:
    """Find the pairs that are one thing: known as such, covering each other, or mostly side by side."""
    together: Counter[Pair] = Counter()
    for asks in parts:
        together.update(frozenset[Pair]().union(*[ask.beside for ask in asks]))
    named = frozenset[Pair]().union(*[ask.named for asks in parts for ask in asks])
    often = OFTEN if len(parts) < MANY else FEWEST
    suspects = {
        pair
        for pair, count in together.items()
        if count >= FEWEST
        and (count >= often or pair in named)
        and count >= JOINED * min(found[pair[0]], found[pair[1]])
    }
    held = (
        pair for pair, around in _around(parts, suspects).items() if len(around) >= (FEWEST if pair in named else often)
    )
    covered = frozenset[Pair]().union(*[ask.covered for asks in parts for ask in asks])
    return covered.union(held, background.JOINED & together.keys())


def _around(parts: Sequence[list[Ask]], suspects: set[Pair]) -> Mapping[Pair, set[Pair]]:
    """Say between what each pair stands: a sentence that is said again and again does not make its words one thing."""
    found: defaultdict[Pair, set[Pair]] = defaultdict(set)
    for ask in (ask for asks in parts for ask in asks):
        for run in () if suspects.isdisjoint(ask.beside) else (ask.own, ask.near, ask.lead):
            stems = ["", *(term.stem for term in run), ""]
            for at, pair in enumerate(pairwise(stems[1:-1])):
                if pair in suspects and len(found[pair]) < OFTEN:
                    found[pair].add((stems[at], stems[at + 3]))
    return found


def _both_ways(pairs: Iterable[Pair]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, two in pairs:
        if one != two:
            found[one].add(two)
            found[two].add(one)
    return {stem: frozenset(several) for stem, several in found.items()}


def put(ask: Ask, scale: Scale) -> Weighed:
    """Weigh the terms of something asked; what is joined shares the weight of one."""
    said, near, lead = ({term.stem for term in run} for run in (ask.own, ask.near, ask.lead))
    own, every = said | near, said | near | lead
    weights, counts = {}, {}
    for stem in sorted(every):
        beside = scale.joined.get(stem, frozenset()) & (own if stem in own else every)
        weight = scale.weights[stem] / (math.sqrt(2) if beside else 1)
        weights[stem] = weight * (1 if stem in own else LEADING)
        counts[stem] = weight**2 * (1 if stem in said else NEAR if stem in near else 0)
    return Weighed(ask, weights, frozenset(own), frozenset(said), counts)
