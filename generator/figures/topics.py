"""Counts what is spoken of over a whole archive, once: where, how much, in which words, beside what, by whom.

Every figure is the sum of what a `Tally` says of each call; pages look up. Knows no wording and no addresses.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.figures import tally
from generator.figures.tally import PLACES, QUESTIONS, Tally
from generator.model import Archive, MentionKind, Passage


@dataclass(frozen=True, slots=True)
class Count:
    """How much is said of a topic in a call, or in several."""

    remarks: int = 0
    """Mentions outside questions and answers."""
    questions: int = 0
    """Mentions by those who ask."""
    answers: int = 0
    """Mentions by those who answer."""
    passages: int = 0
    """Turns that mention it."""
    primary: int = 0
    """Those of them that are about it: see `Call.about`."""
    asked: int = 0
    """Turns of those who ask that mention it."""
    asked_primary: int = 0
    """Those of them that are about it."""

    @property
    def mentions(self) -> int:
        """How often it is mentioned."""
        return self.remarks + self.questions + self.answers

    def __add__(self, other: Count) -> Count:
        return Count(
            self.remarks + other.remarks,
            self.questions + other.questions,
            self.answers + other.answers,
            self.passages + other.passages,
            self.primary + other.primary,
            self.asked + other.asked,
            self.asked_primary + other.asked_primary,
        )


NONE = Count()


@dataclass(frozen=True, slots=True)
class Weighed:
    """A passage, and what it is."""

    passage: Passage
    place: str
    """One of `tally.PLACES`."""
    primary: bool
    """Whether it is about the topic, and does not only mention it."""


@dataclass(frozen=True, slots=True)
class Book:
    """What is spoken of, counted."""

    weighed: Mapping[str, tuple[Weighed, ...]]
    """Topic id → passages, newest call first; in a call those about it first, then in order of place."""
    counts: Mapping[str, Mapping[str, Count]]
    """Topic id → call id → how much is said of it; calls without a mention are absent."""
    in_call: Mapping[str, Mapping[str, Count]]
    """Call id → topic id → the same."""
    spelled: Mapping[str, Counter[str]]
    """Topic id → words as printed → how often; words that differ in capitals alone are counted together."""
    related: Mapping[str, Counter[str]]
    """Topic id → topics spoken of near it → in how many turns."""

    def count(self, topic: str, call: str) -> Count:
        """Look up how much a call says of a topic."""
        return self.counts.get(topic, {}).get(call, NONE)

    def total(self, topic: str) -> Count:
        """Sum up what all calls say of a topic."""
        return sum(self.counts.get(topic, {}).values(), NONE)


Tallies = Mapping[str, Tally]
"""Call id → its figures."""


def tallies(archive: Archive) -> dict[str, Tally]:
    """Go over every call."""
    return {call.id: tally.of(call) for call in archive.calls.values()}


def count(archive: Archive, told: Tallies | None = None) -> Book:
    """Add up what all calls say of topics; `told` is what each says, where that is known already."""
    told = tallies(archive) if told is None else told
    weighed: dict[str, tuple[Weighed, ...]] = {}
    for (kind, topic), found in archive.passages.items():
        if kind is MentionKind.TOPIC and topic in archive.topics:
            weighed[topic] = tuple(_weighed(topic, found, told))
    counts = {topic: _by_call(found) for topic, found in weighed.items()}
    related = _related(archive, told)
    return Book(weighed, counts, _turned(counts), _spelled(archive, told, weighed), related)


def _weighed(topic: str, found: Iterable[Passage], told: Tallies) -> Iterator[Weighed]:
    """Put those about the topic first in each call; the calls keep their order."""
    for call, passages in groupby(found, key=_call):
        weights = told[call].weights.get(topic, {})
        own = [Weighed(each, *weights[each.turn]) for each in passages if each.turn in weights]
        yield from [each for each in own if each.primary]
        yield from [each for each in own if not each.primary]


def _call(passage: Passage) -> str:
    return passage.call


def _by_call(found: Iterable[Weighed]) -> dict[str, Count]:
    sums: dict[str, list[int]] = {}
    for each in found:
        into = sums.setdefault(each.passage.call, [0] * 7)
        into[PLACES.index(each.place)] += len(each.passage.mentions)
        asked = each.place == QUESTIONS
        for at, more in enumerate((1, each.primary, asked, asked and each.primary), 3):
            into[at] += more
    return {call: Count(*each) for call, each in sums.items()}


def _turned(counts: Mapping[str, Mapping[str, Count]]) -> dict[str, dict[str, Count]]:
    found: defaultdict[str, dict[str, Count]] = defaultdict(dict)
    for topic, calls in counts.items():
        for call, each in calls.items():
            found[call][topic] = each
    return dict(found)


def _spelled(archive: Archive, told: Tallies, topics: Iterable[str]) -> dict[str, Counter[str]]:
    """Count the words that were matched; of those that differ in capitals alone the most frequent stands for all."""
    sums: dict[str, Counter[str]] = {topic: Counter() for topic in topics}
    for call in archive.calls:
        for topic, printed in told[call].spelled.items():
            if topic in sums:
                sums[topic].update(printed)
    return {topic: _folded(printed) for topic, printed in sums.items()}


def _folded(printed: Counter[str]) -> Counter[str]:
    shapes: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for words, times in printed.items():
        shapes[words.casefold()][words] = times
    return Counter({min(each, key=lambda words: (-each[words], words)): sum(each.values()) for each in shapes.values()})


def _related(archive: Archive, told: Tallies) -> dict[str, Counter[str]]:
    """Count the turns in which two topics stand near each other."""
    related: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for call in archive.calls:
        for (one, other), turns in told[call].pairs.items():
            if one in archive.topics and other in archive.topics:
                related[one][other] += turns
                related[other][one] += turns
    return dict(related)
