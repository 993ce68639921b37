"""Finds which two things asked are the same. Must not know threads.

Two questions of a series are compared only where they share two of their rarest terms, found through an index, so that
an archive costs what its questions cost and not their square. How strongly they match is how much alike they are (the
cosine of their weighed terms) times how much they share (the weights of the rare terms in common): short questions are
alike soon, and long ones share something soon, but questions that are the same are both.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from generator.threads import contrast, weighing
from generator.threads.asks import Ask
from generator.threads.weighing import LEADING, RARE, Scale, Weighed

KEYS = 6
"""Of its rare terms, so many bring a question together with others."""
NEAREST = 120
"""For each of them, the last so many questions are looked at: what has been asked more often is no rare term."""
LEAST = 0.8
"""The length that very short questions are given, so that no single word makes them alike."""
ALIKE = 0.3
"""Less alike than this is nothing, whatever is shared."""
WHOLE = 0.97
"""Questions as wholes are known by their topics alone, and so must have the same."""
STRONG = 1.6
"""How strongly questions of different people must match."""
VAGUE = 1.25
"""So much stronger for each of two that has the shared terms only in the sentence before: "Where does that stand?"."""
OTHER = 1.5
"""So much stronger where the same is said of two different things: "margin in dairy", "margin in timber"."""
AGAIN = 0.6
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
    """All that is asked in a series, and what matches what."""

    every: tuple[Ask, ...]
    """Oldest first."""
    scale: Scale
    known: dict[tuple[int, int], Match] = field(default_factory=dict)
    weighed: dict[int, Weighed] = field(default_factory=dict)
    sizes: dict[int, float] = field(default_factory=dict)

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
        """Yield pairs that share two of their rarest terms and may match."""
        again = self.scale.again
        rank = {stem: at for at, stem in enumerate(sorted(again, key=self._heaviest))}
        own, every = ([again & a.asking for a in self.every], [again & a.stems for a in self.every])
        posted: defaultdict[str, deque[int]] = defaultdict(lambda: deque(maxlen=NEAREST))
        for two, stems in enumerate(every):
            keys = sorted(own[two], key=rank.__getitem__) + sorted(stems - own[two], key=rank.__getitem__)
            seen = Counter(chain.from_iterable([posted[key] for key in keys[:KEYS]]))
            for one in sorted([number for number, times in seen.items() if times > 1]):
                if not own[one].isdisjoint(own[two]) and self._may_match(one, two, every[one] & stems):
                    yield one, two
            for key in keys[:KEYS]:
                posted[key].append(two)

    def _may_match(self, one: int, two: int, shared: frozenset[str]) -> bool:
        """Whether what they share is enough, at the most that it may count; most candidates end here, cheaply."""
        older, newer = self.every[one], self.every[two]
        if older.asked == newer.asked or bool(older.part) != bool(newer.part) or len(shared) < 2:
            return False
        mass, weights = math.fsum([self.scale.weights[stem] for stem in shared]), self.scale.weights
        least = _least(older, newer)
        if mass < least or not _same_time(older, newer):
            return False
        most = math.fsum([weights[stem] ** 2 for stem in older.stems & newer.stems])
        return most * mass >= least * math.sqrt(self._size(one) * self._size(two))

    def _size(self, number: int) -> float:
        """The square of the length of a question, at least: as if each of its words were joined to another."""
        if number not in self.sizes:
            said = {term.stem for term in self.every[number].own}
            size = math.fsum([self.scale.weights[stem] ** 2 for stem in said]) / 2
            self.sizes[number] = max(LEAST**2, size)
        return self.sizes[number]

    def _put(self, number: int) -> Weighed:
        if number not in self.weighed:
            self.weighed[number] = weighing.put(self.every[number], self.scale)
        return self.weighed[number]

    def _compare(self, one: int, two: int) -> Match:
        older, newer = self._put(one), self._put(two)
        shared = older.weights.keys() & newer.weights.keys() & (older.own | newer.own)
        told = sorted(shared, key=self._heaviest)
        rare = [stem for stem in told if self.scale.weights[stem] >= RARE]
        alike = self._alike(older, newer, shared)
        mass, things = self._mass(older, newer, rare)
        least = ALIKE if newer.ask.part else WHOLE
        if alike < least or things < 2 or not _asks_the_same(older, newer, rare):
            return Match(one, two, alike, 0, tuple(told))
        needed = _needed(older, newer, rare)
        if alike * mass >= needed and contrast.differ(older, newer, self.scale):
            needed *= OTHER
        return Match(one, two, alike, round(alike * mass / needed, 4), tuple(told))

    def _heaviest(self, stem: str) -> tuple[float, str]:
        return -self.scale.weights[stem], stem

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
    return _same_time(older.ask, newer.ask)


def _same_time(older: Ask, newer: Ask) -> bool:
    return not older.times or not newer.times or not older.times.isdisjoint(newer.times)


def _needed(older: Weighed, newer: Weighed, rare: list[str]) -> float:
    """How strong a match must be."""
    vague = sum(not any(stem in each.said for stem in rare) for each in (older, newer))
    return _least(older.ask, newer.ask) * VAGUE**vague


def _least(older: Ask, newer: Ask) -> float:
    """How strong a match must be at least: less where one person asks in two calls."""
    again = older.asker is not None and older.asker == newer.asker
    return AGAIN if again and older.asked.call != newer.asked.call else STRONG
