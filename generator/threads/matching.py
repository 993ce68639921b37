"""Finds which two things asked are the same. Must not know threads.

Two questions are compared only where they share two of their rarest terms, found through an index, so that an archive
costs what its questions cost and not their square. How strongly they match is how much alike they are (the cosine of
their weighed terms) times how much they share (the weights of the rare terms in common): short questions are alike
soon, and long ones share something soon, but questions that are the same are both.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.threads import contrast
from generator.threads.weighing import LEADING, RARE, Scale, Weighed

KEYS = 8
"""Of its rare terms, so many bring a question together with others."""
NEAREST = 120
"""For each of them, the last so many questions are looked at: what has been asked more often is no rare term."""
LEAST = 0.8
"""The length that very short questions are given, so that no single word makes them alike."""
ALIKE = 0.3
"""Less alike than this is nothing, whatever is shared."""
WHOLE = 0.97
"""Questions as wholes are known by their topics alone, and so must have the same."""
STRONG = 1.5
"""How strongly questions of different people must match."""
VAGUE = 1.25
"""So much stronger for each of two that has the shared terms only in the sentence before: "Where does that stand?"."""
OTHER = 1.5
"""So much stronger where the same is said of two different things: "margin in dairy", "margin in timber"."""
AGAIN = 0.44
"""How strongly questions of one person in two calls must match: many keep asking the same."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two things asked that are the same, by their numbers; `one` is the older."""

    one: int
    two: int
    alike: float
    """From 0 to 1."""
    strength: float
    """In units of what is needed: 1 is just enough."""
    shared: tuple[str, ...]
    """Stems, the heaviest first."""


@dataclass(slots=True)
class Matcher:
    """All that is asked, and what matches what."""

    every: tuple[Weighed, ...]
    scale: Scale
    known: dict[tuple[int, int], Match] = field(default_factory=dict)

    def matches(self) -> list[Match]:
        """Find every match, the strongest first."""
        found = [match for one, two in self._candidates() if (match := self.match(one, two)).strength >= 1]
        return sorted(found, key=lambda match: (-match.strength, match.one, match.two))

    def match(self, one: int, two: int) -> Match:
        """Compare two things asked, whatever comes of it."""
        if (one, two) not in self.known:
            self.known[one, two] = self._compare(one, two)
        return self.known[one, two]

    def _candidates(self) -> Iterator[tuple[int, int]]:
        """Yield pairs of one series that share two of their rarest terms."""
        posted: defaultdict[tuple[str, str], deque[int]] = defaultdict(lambda: deque(maxlen=NEAREST))
        for two, weighed in enumerate(self.every):
            keys = weighed.heavy[:KEYS]
            seen = Counter(one for key in keys for one in posted[weighed.ask.series, key])
            for one, times in sorted(seen.items()):
                if times > 1 and self.every[one].ask.asked != weighed.ask.asked:
                    yield one, two
            for key in keys:
                posted[weighed.ask.series, key].append(two)

    def _compare(self, one: int, two: int) -> Match:
        older, newer = self.every[one], self.every[two]
        shared = [s for s in newer.weights if s in older.weights and (s in older.own or s in newer.own)]
        rare = sorted((s for s in shared if self.scale.weights[s] >= RARE), key=lambda s: (-self.scale.weights[s], s))
        alike = self._alike(older, newer, set(shared))
        told = tuple(sorted(shared, key=lambda s: (-self.scale.weights[s], s)))
        mass, things = self._mass(older, newer, rare)
        least = ALIKE if newer.ask.part else WHOLE
        if alike < least or things < 2 or not _asks_the_same(older, newer, rare):
            return Match(one, two, alike, 0, told)
        needed = _needed(older, newer, rare) * (OTHER if contrast.differ(older, newer, self.scale) else 1)
        return Match(one, two, alike, round(alike * mass / needed, 4), told)

    def _alike(self, older: Weighed, newer: Weighed, shared: set[str]) -> float:
        """The cosine of two questions, where what leads up to them counts only as far as both have it."""
        dot = math.fsum(older.weights[stem] * newer.weights[stem] for stem in shared)
        sizes = (
            math.fsum(each.weights[s] ** 2 if s in shared else count for s, count in each.counts.items())
            for each in (older, newer)
        )
        return round(min(1.0, dot / math.sqrt(math.prod(max(LEAST**2, size) for size in sizes))), 4)

    def _mass(self, older: Weighed, newer: Weighed, rare: list[str]) -> tuple[float, int]:
        """What the shared rare terms weigh, and how many things they are; what is joined is one."""
        met: set[str] = set()
        weights = []
        for stem in rare:
            if not self.scale.joined.get(stem, frozenset()) & met:
                led = sum(stem not in each.own for each in (older, newer))
                weights.append(self.scale.weights[stem] * math.sqrt(LEADING**led))
            met.add(stem)
        return math.fsum(weights), len(weights)


def _asks_the_same(older: Weighed, newer: Weighed, rare: list[str]) -> bool:
    """Whether both ask with a term in common, and not of different times: this quarter's margin is not next year's."""
    if bool(older.ask.part) != bool(newer.ask.part) or not any(s in older.own and s in newer.own for s in rare):
        return False
    one, two = older.ask.times, newer.ask.times
    return not one or not two or bool(one & two)


def _needed(older: Weighed, newer: Weighed, rare: list[str]) -> float:
    """How strong a match must be."""
    again = older.ask.asker is not None and older.ask.asker == newer.ask.asker
    vague = sum(not any(stem in each.said for stem in rare) for each in (older, newer))
    return (AGAIN if again and older.ask.asked.call != newer.ask.asked.call else STRONG) * VAGUE**vague
