"""Says what became of each part of a question and of the whole: a rule-based reading, and no judgement of intent.

A status follows from words that refuse or put off (`grammar.refusing`), and from what else is said to the same thing.
Must not know pages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.extract import rests, rounds, settling, whose
from generator.extract.aligning import Place
from generator.extract.context import Context
from generator.extract.hearing import Hearing
from generator.extract.rests import Told
from generator.extract.rounds import Round
from generator.extract.whose import Case
from generator.grammar import refusing
from generator.model import AnswerStatus, Call, Evidence, Exchange, QuestionPart, Span, Status, packing

WHOLE = "whole paragraph"
"""The rule of a part that asks nothing recognisable."""

COURTESY = 8
"""Words of another voice up to which nothing need be said."""


def extract(call: Call, context: Context) -> Call:
    """Give every exchange and each of its parts a status, where one can be told."""
    if not call.exchanges:
        return call
    return replace(call, exchanges=tuple(_read(call, x, context.hearing) for x in call.exchanges))


def _read(call: Call, exchange: Exchange, hearing: Hearing) -> Exchange:
    found: dict[str, AnswerStatus] = {}
    loose: list[AnswerStatus] = []
    little = True
    linked = {part.id: part for part in exchange.parts}
    for cut in hearing.rounds(call, exchange):
        one = Round(tuple(linked[part.id] for part in cut.parts), cut.said, cut.answers)
        told = _told(call, one)
        places = hearing.aligned(call, one).places if told else ()
        found |= _of_parts(one, places, told, loose) if told else _unrefused(call, exchange, one)
        little = little and bool(told) and rests.rest(told, places).little
    parts = tuple(packing.varied(part, status=found.get(part.id)) for part in exchange.parts)
    return packing.varied(exchange, parts=parts, status=settling.settle(exchange, parts, loose, little))


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


def _unrefused(call: Call, exchange: Exchange, one: Round) -> dict[str, AnswerStatus]:
    """Parts of a round in which no words refuse anything: answered where a passage is linked, open where none is."""
    if not exchange.answers:
        silent = _silent(call, exchange)
        return {part.id: _unaddressed(part) for part in one.parts if silent and part.evidence.rule != WHOLE}
    return {part.id: answered(part) for part in one.parts if part.answered_in}


def _silent(call: Call, exchange: Exchange) -> bool:
    """Whether really nobody answers: no other voice says more than a courtesy, and the chair goes on to the next.

    Where somebody speaks whom nobody knows, or the next words are again an asker's, the answer may stand under a label
    that was read wrongly: then nothing can be said.
    """
    own = call.turn(exchange.questions[0]).voice if exchange.questions else None
    after = call.turns[exchange.first - 1 : exchange.last]
    others = [t for t in after if t.voice != own and not t.procedural and t.words > COURTESY]
    following = call.exchanges[exchange.number] if exchange.number < len(call.exchanges) else None
    return not others and (following is None or following.handover is not None)


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
    cases, stray = whose.assign(one, places, told)
    found: dict[int, AnswerStatus] = {}
    for at, part in enumerate(one.parts):
        status = _status(cases[at]) if at in cases else None
        if status := status or (answered(part) if part.answered_in else None):
            found[at] = status
    if stray.told and (status := _status(stray)):
        loose.append(status)
    return {part.id: said for at, part in enumerate(one.parts) if (said := _with_kin(one.parts, at, found, cases))}


def _with_kin(
    parts: Sequence[QuestionPart], at: int, found: Mapping[int, AnswerStatus], cases: Mapping[int, Case]
) -> AnswerStatus | None:
    """The status of a part; where nothing is said to it by itself, that of a clause of the same sentence."""
    borrowed = all(passage.evidence.rule.startswith("asked in one breath") for passage in parts[at].answered_in)
    near = [found[n] for n in rounds.kin(parts, at) if n in found]
    return near[0] if borrowed and at not in cases and near else found.get(at)


def _status(case: Case) -> AnswerStatus | None:
    """What refusals make of a part, given all sentences that speak to it; None where they do not count."""
    signs, rest = case.told, rests.rest(case.told, case.places)
    first = next((s for s in signs if s.sign.rule.firm and s.sign.status is Status.DEFERRED), None)
    first = first or next((s for s in signs if s.sign.rule.firm), signs[0])
    status: Status = first.sign.status
    if not rest.little:
        if not first.sign.rule.firm:
            return None
        status = Status.PARTIAL
    at = Span(first.turn, first.paragraph, first.sign.start, first.sign.end)
    return AnswerStatus(status, Evidence(first.sign.rule.name, first.line, first.words), at)
