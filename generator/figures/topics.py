"""Counts what is spoken of over a whole archive, once: where, how much, in which words, beside what, by whom.

Every figure is made by going over the mentions once; pages look up. Knows no wording and no addresses.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model import Archive, Call, Exchange, Mention, MentionKind, Passage, Turn

NEAR = 400
"""Characters within which two topics of one paragraph are spoken of together."""
BESIDE = 8
"""So many mentions that follow are looked at for each: what is bounded by distance is bounded in number too."""

REMARKS, QUESTIONS, ANSWERS = "remarks", "questions", "answers"
PLACES = (REMARKS, QUESTIONS, ANSWERS)


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
    """One of `PLACES`."""
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


def count(archive: Archive) -> Book:
    """Go over all passages that speak of topics."""
    at = _exchanges(archive)
    weighed: dict[str, tuple[Weighed, ...]] = {}
    for (kind, topic), found in archive.passages.items():
        if kind is MentionKind.TOPIC and topic in archive.topics:
            weighed[topic] = _ordered([_weigh(archive, at, each) for each in found if _counts(archive, each)])
    counts = {topic: _by_call(found) for topic, found in weighed.items()}
    return Book(weighed, counts, _turned(counts), _spelled(archive, weighed), _related(archive))


def place(exchange: Exchange | None, turn: Turn) -> str:
    """Say what a turn does: it asks, it answers, or it does neither and is a remark."""
    if exchange is None:
        return REMARKS
    if turn.number in exchange.answers:
        return ANSWERS
    asks = turn.voice == exchange.asker_voice if exchange.asker_voice is not None else turn.speaker == exchange.asker
    return QUESTIONS if turn.number in exchange.questions or asks else ANSWERS


def _exchanges(archive: Archive) -> dict[tuple[str, int], Exchange]:
    return {
        (call.id, number): exchange
        for call in archive.calls.values()
        for exchange in call.exchanges
        for number in range(exchange.first, exchange.last + 1)
    }


def _counts(archive: Archive, passage: Passage) -> bool:
    return not archive.calls[passage.call].turn(passage.turn).procedural


def _weigh(archive: Archive, at: Mapping[tuple[str, int], Exchange], passage: Passage) -> Weighed:
    call = archive.calls[passage.call]
    where = place(at.get((passage.call, passage.turn)), call.turn(passage.turn))
    return Weighed(passage, where, (passage.turn, passage.mentions[0].target) in call.about)


def _ordered(found: list[Weighed]) -> tuple[Weighed, ...]:
    """Put those about the topic first in each call; the calls keep their order."""
    calls = {call: number for number, call in enumerate(dict.fromkeys(each.passage.call for each in found))}
    return tuple(sorted(found, key=lambda each: (calls[each.passage.call], not each.primary)))


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


def _spelled(archive: Archive, weighed: Mapping[str, tuple[Weighed, ...]]) -> dict[str, Counter[str]]:
    """Count the words that were matched; of those that differ in capitals alone the most frequent stands for all."""
    spelled: dict[str, Counter[str]] = {}
    for topic, found in weighed.items():
        shapes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for each in found:
            call = archive.calls[each.passage.call]
            for mention in each.passage.mentions:
                printed = _words(call, mention)
                shapes[printed.casefold()][printed] += 1
        most = {min(each, key=lambda shape: (-each[shape], shape)): each.total() for each in shapes.values()}
        spelled[topic] = Counter(most)
    return spelled


def _words(call: Call, mention: Mention) -> str:
    text = call.turn(mention.turn).paragraphs[mention.paragraph - 1].text[mention.start : mention.end]
    return " ".join(text.split())


def _related(archive: Archive) -> dict[str, Counter[str]]:
    """Count the turns in which two topics stand near each other."""
    related: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for call in archive.calls.values():
        own = [each for each in call.mentions if each.kind is MentionKind.TOPIC and each.target in archive.topics]
        pairs = {(each.turn, *pair) for number, each in enumerate(own) for pair in _pairs(own, number)}
        for turn, one, other in pairs:
            if not call.turn(turn).procedural:
                related[one][other] += 1
                related[other][one] += 1
    return dict(related)


def _pairs(own: list[Mention], number: int) -> Iterable[tuple[str, str]]:
    """Yield a mention's topic with each other one that follows soon, in alphabetical order."""
    one = own[number]
    for other in own[number + 1 : number + 1 + BESIDE]:
        if (other.turn, other.paragraph) != (one.turn, one.paragraph) or other.start - one.end > NEAR:
            return
        if other.target != one.target:
            first, second = sorted((one.target, other.target))
            yield first, second
