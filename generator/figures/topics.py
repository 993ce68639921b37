"""Counts what is spoken of over a whole archive, once: where, how much, in which words, beside what, by whom.

Every figure is the sum of what a `Tally` says of each call; pages look up. Knows no wording and no addresses.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.figures import tally
from generator.figures.tally import Count, Tally
from generator.model import Archive, MentionKind, Places
from generator.model.places import Run

NONE = Count()


@dataclass(frozen=True, slots=True)
class Book:
    """What is spoken of, counted."""

    passages: Mapping[str, Places]
    """Topic id → passages, newest call first; in a call those about it first, then in order of place."""
    counts: Mapping[str, Mapping[str, Count]]
    """Topic id → call id → how much is said of it; calls without a mention are absent."""
    in_call: Mapping[str, Mapping[str, Count]]
    """Call id → topic id → the same."""
    spelled: Mapping[str, Counter[str]]
    """Topic id → words as printed → how often; words that differ in capitals alone are counted together."""
    related: Mapping[str, Counter[str]]
    """Topic id → topics spoken of near it → in how many turns."""
    lengths: Mapping[str, int]
    """Call id → characters of what is said in it, but for what runs the call."""
    asked: Mapping[str, int]
    """Call id → how many questions are asked in it."""

    def count(self, topic: str, call: str) -> Count:
        """Look up how much a call says of a topic."""
        return self.counts.get(topic, {}).get(call, NONE)

    def spoken_in(self, call: str) -> dict[str, int]:
        """Give the topics of a call, each with the number of its passages there."""
        return {topic: count.passages for topic, count in self.in_call.get(call, {}).items()}

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
    found = {topic: passages for (kind, topic), passages in archive.passages.items() if kind is MentionKind.TOPIC}
    ordered = {topic: Places(_ordered(topic, found[topic], told)) for topic in found if topic in archive.topics}
    in_call = {call: {t: each for t, each in told[call].counts.items() if t in ordered} for call in archive.calls}
    spoken = {call: counts for call, counts in in_call.items() if counts}
    return Book(
        passages=ordered,
        counts=_turned(spoken),
        in_call=spoken,
        spelled=_spelled(archive, told, ordered),
        related=_related(archive, told),
        lengths={call: told[call].length for call in archive.calls},
        asked={call: len(told[call].introduced) for call in archive.calls},
    )


def _ordered(topic: str, found: Places, told: Tallies) -> Iterator[Run]:
    """Put those about the topic first in each call; the calls keep their order."""
    for run in found.runs:
        ordered = told[run[0]].order.get(topic)
        yield run if ordered is None else (run[0], ordered)


def _turned(in_call: Mapping[str, Mapping[str, Count]]) -> dict[str, dict[str, Count]]:
    found: defaultdict[str, dict[str, Count]] = defaultdict(dict)
    for call, topics in in_call.items():
        for topic, each in topics.items():
            found[topic][call] = each
    return dict(found)


def _spelled(archive: Archive, told: Tallies, topics: Iterable[str]) -> dict[str, Counter[str]]:
    """Count the words that were matched; of those that differ in capitals alone the most frequent stands for all."""
    sums: dict[str, Counter[str]] = {topic: Counter() for topic in topics}
    for call in archive.calls:
        for topic, words, times in told[call].spelled:
            if topic in sums:
                sums[topic][words] += times
    return {topic: _folded(printed) for topic, printed in sums.items()}


def _folded(printed: Counter[str]) -> Counter[str]:
    shapes: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for words, times in printed.items():
        shapes[words.casefold()][words] = times
    return Counter({min(each, key=lambda words: (-each[words], words)): sum(each.values()) for each in shapes.values()})


def _related(archive: Archive, told: Tallies) -> dict[str, Counter[str]]:
    """Count the turns in which two topics stand near each other."""
    sums: Counter[tuple[str, str]] = Counter()
    for call in archive.calls:
        for one, other, turns in told[call].pairs:
            sums[one, other] += turns
    related: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (one, other), turns in sums.items():
        if one in archive.topics and other in archive.topics:
            related[one][other] = related[other][one] = turns
    return dict(related)
