"""Tells which part of a question each refusal is about. Must not know what follows from it.

A refusal is about the part whose words its sentence has; without such words, about the part that the sentences around
it speak to, unless that one is answered there and just one other part is not spoken to at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.extract import rests
from generator.extract.aligning import Place
from generator.extract.rests import Told
from generator.extract.rounds import Round


@dataclass(frozen=True, slots=True)
class Case:
    """What speaks against a part's being answered, and all sentences that are to be weighed against it."""

    told: list[Told] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)


def assign(one: Round, places: Sequence[Place], told: Sequence[Told]) -> tuple[dict[int, Case], Case]:
    """Part → its case, and the refusals of which nobody can tell what they refuse."""
    loose = Case()
    if len(one.parts) == 1:
        return {0: Case(list(told), list(places))}, loose
    found: dict[int, Case] = {}
    left = [at for at in range(len(one.parts)) if at not in {place.part for place in places}]
    brief = rests.rest(told, places).words <= rests.BRIEF
    for sign in told:
        at = next((n for n, place in enumerate(places) if rests.holds(place, sign)), None)
        if at is None:
            continue
        for part, weighed in _about(places, at, sign, left, brief):
            case = found.setdefault(part, Case()) if part is not None else loose
            case.told.append(sign)
            held = {id(place) for place in case.places}
            case.places.extend(place for place in weighed if id(place) not in held)
    return found, loose


def _about(
    places: Sequence[Place], at: int, told: Told, left: Sequence[int], brief: bool
) -> list[tuple[int | None, list[Place]]]:
    """The parts that a refusal is about, each with the sentences to weigh; None for a part that nobody can name."""
    part = places[at].part
    beside = [place for place in places if place.part == part]
    if part is not None and (places[at].own or not told.sign.rule.firm):
        return [(part, beside)]
    if brief and left:
        return [(one, list(places)) for one in left]
    near = len(left) == 1 and (part is None or abs(left[0] - part) == 1)
    if part is not None and (not near or rests.rest([told], beside).words <= rests.BRIEF):
        return [(part, beside)]
    if not told.sign.rule.firm:
        return []
    return [(left[0] if near else None, _stretch(places, at))]


def _stretch(places: Sequence[Place], at: int) -> list[Place]:
    """The sentence of a refusal and those after it, up to one that has words of some part and does not turn away."""
    turn = places[at].said.turn
    for end in range(at + 1, len(places)):
        if places[end].said.turn != turn or (places[end].own and not rests.TURNS.match(places[end].said.text)):
            return list(places[at:end])
    return list(places[at:])
