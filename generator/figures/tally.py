"""What one call says, of topics first of all, counted: all that an archive's figures add up.

Knows no other call and no wording.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.model import Call, Exchange, Mention, MentionKind, Turn, packing

NEAR = 400
"""Characters within which two topics of one paragraph are spoken of together."""
BESIDE = 8
"""So many mentions that follow are looked at for each: what is bounded by distance is bounded in number too."""

REMARKS, QUESTIONS, ANSWERS = "remarks", "questions", "answers"

Row = tuple[str, str, int]
"""Two things, and how often they meet: of thousands of calls rows take a third of the memory of mappings."""


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


_count = lru_cache(maxsize=1 << 10)(Count)
"""Thousands of calls say the same few times something of a topic, so that one count stands for many."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of one call. Turns that run the call count for nothing."""

    counts: Mapping[str, Count]
    """Topic id → how much is said of it; topics without a mention are absent."""
    order: Mapping[str, tuple[int, ...]]
    """Topic id → number of the turn of each mention, turns that are about it first; absent where that is the order in
    which the call mentions it."""
    spelled: tuple[Row, ...]
    """Topic id, words as printed, and how often."""
    pairs: tuple[Row, ...]
    """Two topics, in alphabetical order, and the turns in which they stand near each other."""
    speakers: tuple[Row, ...]
    """Topic id, speaker id, and turns."""
    asked: tuple[Row, ...]
    """Speaker id, topic id, and the questions about it that this person answered."""
    remarks: Mapping[str, tuple[int, ...]]
    """Speaker id → numbers of the turns that neither ask nor answer."""
    introduced: tuple[str | None, ...]
    """Of each exchange, the organisation as whose its asker was introduced."""
    procedural: frozenset[int]
    """Numbers of the turns that run the call."""
    length: int
    """Characters of all others."""


packing.quicken((Count, Tally))


def of(call: Call) -> Tally:
    """Go over a call once."""
    quiet = frozenset([turn.number for turn in call.turns if turn.procedural])
    own = [each for each in call.mentions if each.kind is MentionKind.TOPIC]
    said = [each for each in own if each.turn not in quiet]
    turns: dict[str, dict[int, int]] = {}
    for each in said:
        times = turns.setdefault(each.target, {})
        times[each.turn] = times.get(each.turn, 0) + 1
    speakers = ((topic, call.turns[number - 1].speaker or "") for topic, times in turns.items() for number in times)
    return Tally(
        counts=_counts(call, turns),
        order=_order(call, own, turns),
        spelled=_rows((each.target, _words(call, each)) for each in said),
        pairs=_together(said),
        speakers=_rows(pair for pair in speakers if pair[1]),
        asked=_rows(_asked(call, own)),
        remarks=_remarks(call),
        introduced=tuple(each.organization for each in call.exchanges),
        procedural=quiet,
        length=sum([len(each.text) for turn in call.turns if not turn.procedural for each in turn.paragraphs]),
    )


def _rows(pairs: Iterable[tuple[str, str]]) -> tuple[Row, ...]:
    return tuple([(*pair, times) for pair, times in Counter(pairs).items()])


def _order(call: Call, own: Iterable[Mention], said: Mapping[str, Mapping[int, int]]) -> dict[str, tuple[int, ...]]:
    """Put turns that are about a topic first, where that changes anything; leave out what runs the call."""
    every: defaultdict[str, list[int]] = defaultdict(list)
    for each in own:
        every[each.target].append(each.turn)
    found = {}
    for topic, turns in every.items():
        counted = [number for number in turns if number in said.get(topic, ())]
        first = [number for number in counted if (number, topic) in call.about]
        ordered = first + [number for number in counted if (number, topic) not in call.about]
        if ordered != turns:
            found[topic] = tuple(ordered)
    return found


def _counts(call: Call, turns: Mapping[str, Mapping[int, int]]) -> dict[str, Count]:
    """Count how much is said of each topic, of which it is known how often each turn mentions it."""
    at = {n: exchange for exchange in call.exchanges for n in range(exchange.first, exchange.last + 1)}
    places = {n: place(at.get(n), call.turns[n - 1]) for times in turns.values() for n in times}
    found = {}
    for topic, times in turns.items():
        sums = {REMARKS: 0, QUESTIONS: 0, ANSWERS: 0}
        for number, mentions in times.items():
            sums[places[number]] += mentions
        about = [number for number in times if (number, topic) in call.about]
        asked, of_those = (sum([places[n] == QUESTIONS for n in numbers]) for numbers in (times, about))
        found[topic] = _count(*sums.values(), len(times), len(about), asked, of_those)
    return found


def place(exchange: Exchange | None, turn: Turn) -> str:
    """Say what a turn does: it asks, it answers, or it does neither and is a remark."""
    if exchange is None:
        return REMARKS
    if turn.number in exchange.answers:
        return ANSWERS
    asks = turn.voice == exchange.asker_voice if exchange.asker_voice is not None else turn.speaker == exchange.asker
    return QUESTIONS if turn.number in exchange.questions or asks else ANSWERS


def _words(call: Call, mention: Mention) -> str:
    text = call.turn(mention.turn).paragraphs[mention.paragraph - 1].text[mention.start : mention.end]
    return " ".join(text.split())


def _together(said: list[Mention]) -> tuple[Row, ...]:
    return _rows((one, other) for _, one, other in dict.fromkeys(_pairs(said)))


def _pairs(said: list[Mention]) -> Iterator[tuple[int, str, str]]:
    """Yield the turn and the topic of each mention with each other one that follows soon, in alphabetical order."""
    for at, one in enumerate(said, 1):
        turn, paragraph, target, near = one.turn, one.paragraph, one.target, one.end + NEAR
        for other in said[at : at + BESIDE]:
            if other.turn != turn or other.paragraph != paragraph or other.start > near:
                break
            if other.target != target:
                yield (turn, target, other.target) if target < other.target else (turn, other.target, target)


def _asked(call: Call, mentions: Iterable[Mention]) -> Iterator[tuple[str, str]]:
    """Yield whoever answers a question with each topic of it."""
    about: defaultdict[int, set[str]] = defaultdict(set)
    for each in mentions:
        about[each.turn].add(each.target)
    for exchange in call.exchanges:
        asked = {topic for number in exchange.questions for topic in about.get(number, ())}
        yield from ((speaker, topic) for speaker in exchange.answered_by for topic in sorted(asked))


def _remarks(call: Call) -> dict[str, tuple[int, ...]]:
    busy = {number for each in call.exchanges for number in (*each.questions, *each.answers)}
    found: defaultdict[str, list[int]] = defaultdict(list)
    for turn in call.turns:
        if turn.speaker and not turn.procedural and turn.number not in busy:
            found[turn.speaker].append(turn.number)
    return {who: tuple(numbers) for who, numbers in found.items()}
