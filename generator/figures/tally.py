"""What one call says of topics, counted: all that an archive's figures add up. Knows no other call and no wording."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model import Call, Exchange, Mention, MentionKind, Turn

NEAR = 400
"""Characters within which two topics of one paragraph are spoken of together."""
BESIDE = 8
"""So many mentions that follow are looked at for each: what is bounded by distance is bounded in number too."""

REMARKS, QUESTIONS, ANSWERS = "remarks", "questions", "answers"
PLACES = (REMARKS, QUESTIONS, ANSWERS)
WEIGHTS = {(where, primary): (where, primary) for where in PLACES for primary in (False, True)}
"""The same few pairs stand for all passages of an archive."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of one call. Turns that run the call count for nothing."""

    weights: Mapping[str, Mapping[int, tuple[str, bool]]]
    """Topic id → number of each turn that mentions it → one of `PLACES`, and whether the turn is about it."""
    spelled: Mapping[str, Counter[str]]
    """Topic id → words as printed → how often."""
    pairs: Counter[tuple[str, str]]
    """Two topics, in alphabetical order → turns in which they stand near each other."""
    speakers: Mapping[str, Counter[str]]
    """Topic id → speaker id → turns."""
    asked: Mapping[str, Counter[str]]
    """Speaker id → topic id → questions about it that this person answered."""
    remarks: Mapping[str, tuple[int, ...]]
    """Speaker id → numbers of the turns that neither ask nor answer."""


def of(call: Call) -> Tally:
    """Go over a call once."""
    own = [each for each in call.mentions if each.kind is MentionKind.TOPIC]
    said = [each for each in own if not call.turn(each.turn).procedural]
    at = {n: exchange for exchange in call.exchanges for n in range(exchange.first, exchange.last + 1)}
    weights: defaultdict[str, dict[int, tuple[str, bool]]] = defaultdict(dict)
    spelled: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in said:
        spelled[each.target][_words(call, each)] += 1
        if each.turn not in weights[each.target]:
            where = place(at.get(each.turn), call.turn(each.turn))
            weights[each.target][each.turn] = WEIGHTS[where, (each.turn, each.target) in call.about]
    speakers: dict[str, Counter[str]] = {}
    for topic, turns in weights.items():
        speakers[topic] = Counter(who for number in turns if (who := call.turn(number).speaker))
    return Tally(dict(weights), dict(spelled), _together(said), speakers, _asked(call, own), _remarks(call))


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


def _together(said: list[Mention]) -> Counter[tuple[str, str]]:
    found = {(each.turn, *pair) for number, each in enumerate(said) for pair in _pairs(said, number)}
    return Counter((one, other) for _, one, other in found)


def _pairs(said: list[Mention], number: int) -> Iterator[tuple[str, str]]:
    """Yield a mention's topic with each other one that follows soon, in alphabetical order."""
    one = said[number]
    for other in said[number + 1 : number + 1 + BESIDE]:
        if (other.turn, other.paragraph) != (one.turn, one.paragraph) or other.start - one.end > NEAR:
            return
        if other.target != one.target:
            yield (one.target, other.target) if one.target < other.target else (other.target, one.target)


def _asked(call: Call, mentions: Iterable[Mention]) -> dict[str, Counter[str]]:
    about: defaultdict[int, set[str]] = defaultdict(set)
    for each in mentions:
        about[each.turn].add(each.target)
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for exchange in call.exchanges:
        asked = {topic for number in exchange.questions for topic in about.get(number, ())}
        for speaker in exchange.answered_by:
            found[speaker].update(asked)
    return dict(found)


def _remarks(call: Call) -> dict[str, tuple[int, ...]]:
    busy = {number for each in call.exchanges for number in (*each.questions, *each.answers)}
    found: defaultdict[str, list[int]] = defaultdict(list)
    for turn in call.turns:
        if turn.speaker and not turn.procedural and turn.number not in busy:
            found[turn.speaker].append(turn.number)
    return {who: tuple(numbers) for who, numbers in found.items()}
