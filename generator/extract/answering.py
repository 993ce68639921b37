"""Links each part of a question to the paragraphs that speak to it; to none where nobody can tell.

Must not know whether what they say is an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.extract import aligning, rounds
from generator.extract.aligning import Aligned, Place
from generator.extract.context import Context
from generator.extract.hearing import Hearing
from generator.extract.rounds import Round
from generator.model import AnswerPassage, Call, Evidence, Exchange, QuestionPart, packing

WORDS = 6
"""Shared words that are told; more prove nothing more."""


def extract(call: Call, context: Context) -> Call:
    """Give every part the passages that speak to it."""
    if not call.exchanges:
        return call
    return replace(call, exchanges=tuple(_linked(call, x, context.hearing) for x in call.exchanges))


def _linked(call: Call, exchange: Exchange, hearing: Hearing) -> Exchange:
    found: dict[str, tuple[AnswerPassage, ...]] = {}
    for one in hearing.rounds(call, exchange):
        found |= {one.parts[0].id: _whole(one)} if len(one.parts) == 1 else _passages(one, hearing.aligned(call, one))
    parts = tuple(packing.varied(p, answered_in=found[p.id]) if found.get(p.id) else p for p in exchange.parts)
    return packing.varied(exchange, parts=parts)


def _whole(one: Round) -> tuple[AnswerPassage, ...]:
    """Every paragraph that says something, where just one thing is asked."""
    found: dict[tuple[int, int], AnswerPassage] = {}
    for said in one.said:
        if said.said_in not in found and not rounds.courteous(said):
            found[said.said_in] = AnswerPassage(*said.said_in, Evidence(aligning.ALONE, said.line))
    return tuple(found.values())


def _passages(one: Round, aligned: Aligned) -> dict[str, tuple[AnswerPassage, ...]]:
    """Part id → the paragraphs in which some sentence was put beside it, in order of place."""
    beside: list[list[Place]] = [[] for _ in one.parts]
    for place in aligned.places:
        if place.part is not None:
            beside[place.part].append(place)
    found = {part.id: tuple(_of_part(places)) for part, places in zip(one.parts, beside, strict=True)}
    for at, part in enumerate(one.parts):
        found[part.id] = found[part.id] or _borrowed(one.parts, at, found) or tuple(_of_part(aligned.also(at)))
    return found


def _borrowed(
    parts: Sequence[QuestionPart], at: int, found: Mapping[str, tuple[AnswerPassage, ...]]
) -> tuple[AnswerPassage, ...]:
    """What speaks to another clause of the same sentence, for a part that nothing speaks to by itself."""
    near = next((parts[n].id for n in rounds.kin(parts, at) if found[parts[n].id]), None)
    rule = f"asked in one breath with {near}"
    return tuple(replace(p, evidence=replace(p.evidence, rule=rule)) for p in found[near]) if near else ()


def _of_part(places: Iterable[Place]) -> Iterator[AnswerPassage]:
    """The paragraph that fits a part best, others that share several words with it, and what goes on with a count."""
    found: dict[tuple[int, int], list[Place]] = {}
    for place in places:
        if place.words or place.rule.startswith("counted") or not rounds.courteous(place.said):
            found.setdefault(place.said.said_in, []).append(place)
    best = max(found.values(), key=aligning.weight, default=[])
    goes_on = False
    for (turn, paragraph), held in found.items():
        rule = next((place.rule for place in held if place.own), "") if held is best or _several(held) else ""
        if (rule and aligning.weight(held) >= aligning.FITS) or goes_on:
            told = ", ".join(list(dict.fromkeys(word for place in held for word in place.words))[:WORDS])
            yield AnswerPassage(turn, paragraph, Evidence(rule or "goes on with it", held[0].said.line, told))
        goes_on = rule.startswith("counted")


def _several(held: Sequence[Place]) -> bool:
    """Whether a paragraph fits by more than one word."""
    sure = any(not place.rule.startswith("shared") for place in held if place.own)
    return sure or len({word.casefold() for place in held for word in place.words}) > 1
