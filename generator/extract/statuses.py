"""Says what became of each part of a question and of the whole: a rule-based reading, and no judgement of intent.

A status follows from words that refuse or put off (`grammar.refusing`), and from what else is said to the same thing.
Must not know pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.extract import aligning, rests, rounds, settling
from generator.extract.aligning import Place, Spoken
from generator.extract.context import Context
from generator.extract.rests import Told
from generator.extract.rounds import Round
from generator.extract.wording import Weights
from generator.grammar import refusing
from generator.model import AnswerStatus, Call, Evidence, Exchange, QuestionPart, Span, Status


def extract(call: Call, context: Context) -> Call:
    """Give every exchange and each of its parts a status, where one can be told."""
    if not call.exchanges:
        return call
    weights, spoken = rounds.weigh(call), rounds.mentioned(call)
    return replace(call, exchanges=tuple(_read(call, x, weights, spoken) for x in call.exchanges))


def _read(call: Call, exchange: Exchange, weights: Weights, spoken: Spoken) -> Exchange:
    found: dict[str, AnswerStatus] = {}
    loose: list[AnswerStatus] = []
    for one in rounds.rounds(call, exchange):
        told = _told(call, one)
        if told:
            places = aligning.align(call, one, weights, spoken)
            found |= _of_parts(one, places, told, loose)
        else:
            found |= _unrefused(exchange, one)
    parts = tuple(replace(part, status=found.get(part.id)) for part in exchange.parts)
    return replace(exchange, parts=parts, status=settling.settle(exchange, parts, loose))


def _told(call: Call, one: Round) -> list[Told]:
    """The signs in a round's answers."""
    found: list[Told] = []
    for turn, paragraph in dict.fromkeys((said.turn, said.paragraph) for said in one.said):
        printed = call.turn(turn).paragraphs[paragraph - 1]
        found += [
            Told(sign, turn, paragraph, printed.line, printed.text[sign.start : sign.end])
            for sign in refusing.signs(printed.text)
        ]
    return found


def _unrefused(exchange: Exchange, one: Round) -> dict[str, AnswerStatus]:
    """Parts of a round in which no words refuse anything: answered where a passage is linked, open where none is."""
    if not exchange.answers:
        return {part.id: _unaddressed(part) for part in one.parts}
    return {part.id: answered(part) for part in one.parts if part.answered_in}


def _unaddressed(part: QuestionPart) -> AnswerStatus:
    return AnswerStatus(Status.UNADDRESSED, Evidence("nobody answers", part.evidence.line))


def answered(part: QuestionPart) -> AnswerStatus:
    """A part that a passage speaks to, without words that say otherwise."""
    first = part.answered_in[0]
    return AnswerStatus(Status.ANSWERED, Evidence("a passage speaks to it", first.evidence.line, first.evidence.words))


def _of_parts(
    one: Round, places: Sequence[Place], told: Sequence[Told], loose: list[AnswerStatus]
) -> dict[str, AnswerStatus]:
    """What became of each part of a round in which something is refused or put off."""
    mine: dict[int | None, list[Told]] = {}
    for sign in told:
        mine.setdefault(_part_of(sign, places), []).append(sign)
    stray = mine.pop(None, [])
    theirs = _whose(one, places, stray, told)
    mine |= {at: [*mine.get(at, []), *stray] for at in theirs}
    stray = [] if theirs else stray
    found: dict[str, AnswerStatus] = {}
    for at, part in enumerate(one.parts):
        own = [place for place in places if place.part in {at, None}] if len(one.parts) > 1 else list(places)
        status = _status(mine[at], [p for p in own if p.part == at] or own) if at in mine else None
        status = status or (answered(part) if part.answered_in else None)
        if status:
            found[part.id] = status
    if stray and (status := _status(stray, [p for p in places if p.part is None])):
        loose.append(status)
    return found


def _part_of(told: Told, places: Iterable[Place]) -> int | None:
    """The part beside which the sentence of a sign was put."""
    inside = (p for p in places if (p.said.turn, p.said.paragraph) == (told.turn, told.paragraph))
    return next((p.part for p in inside if p.said.start <= told.sign.start < p.said.end), None)


def _whose(one: Round, places: Sequence[Place], stray: Sequence[Told], told: Sequence[Told]) -> list[int]:
    """The parts that a refusal without shared words is about: all that is left, or all where little else is said."""
    taken = {place.part for place in places}
    left = [at for at in range(len(one.parts)) if at not in taken]
    brief = rests.rest(told, places).words <= rests.BRIEF
    return left if stray and (len(left) == 1 or (brief and left)) else []


def _status(signs: Sequence[Told], places: Sequence[Place]) -> AnswerStatus | None:
    """What signs make of a part, given all sentences that speak to it; None where they do not count."""
    rest = rests.rest(signs, places)
    first = next((s for s in signs if s.sign.rule.firm and s.sign.status is Status.DEFERRED), None)
    first = first or next((s for s in signs if s.sign.rule.firm), signs[0])
    status: Status = first.sign.status
    if not rest.little:
        if not first.sign.rule.firm:
            return None
        status = Status.PARTIAL
    at = Span(first.turn, first.paragraph, first.sign.start, first.sign.end)
    return AnswerStatus(status, Evidence(first.sign.rule.name, first.line, first.words), at)
