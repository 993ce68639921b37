"""Cuts the questions and answers into exchanges: one asker's slot, from the hand-over to the last answer.

A hand-over opens a slot; so does an asker who speaks after another asker without one. Follow-ups stay in the slot.
Whoever of the call's own side speaks after the question answers, unless the words are routing or courtesy.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from generator.extract.context import Context
from generator.grammar import asking, floor, handover, names, routing
from generator.grammar.handover import Introduction
from generator.model import Call, Evidence, Exchange, Role, SectionKind, Turn

CHAIRS = frozenset({Role.OPERATOR, Role.MODERATOR})
ASKERS = frozenset({Role.SELL_SIDE_ANALYST, Role.BUY_SIDE_ANALYST, Role.JOURNALIST, Role.GUEST})


@dataclass(slots=True)
class Slot:
    """An exchange in the making."""

    handover: Turn | None
    introductions: tuple[Introduction, ...]
    turns: list[Turn] = field(default_factory=list)
    asker: Turn | None = None
    """The asker's first turn."""


def extract(call: Call, context: Context) -> Call:
    """Find the exchanges of a call."""
    slots = [s for s in _slots(call) if s.asker]
    known = _answerers(call)
    return replace(call, exchanges=tuple(_exchange(n, slot, call, known) for n, slot in enumerate(slots, start=1)))


def asks(call: Call, turn: Turn) -> bool:
    """Whether the voice of a turn is one that asks."""
    if turn.voice is None:
        return False
    generic = turn.label is not None and names.stands_for_asker(turn.label)
    return call.appearances[turn.voice].role in ASKERS or generic


def _slots(call: Call) -> list[Slot]:
    """Walk through the questions and answers and open a slot wherever somebody else gets the floor."""
    slots: list[Slot] = []
    current: Slot | None = None
    for turn in call.turns:
        if turn.section is not SectionKind.QA:
            continue
        given = _given(call, turn)
        if given:
            current = Slot(turn, given)
            slots.append(current)
        elif asks(call, turn) and _opens(call, turn, current):
            current = Slot(None, ())
            slots.append(current)
        elif _ends(call, turn):
            current = None
        if current is None:
            continue
        current.turns.append(turn)
        if asks(call, turn) and current.asker is None:
            current.asker = turn
    return slots


def _ends(call: Call, turn: Turn) -> bool:
    """Whether the chair ends a round of questions: "That concludes the analyst portion of the call"."""
    return turn.voice is not None and call.appearances[turn.voice].role in CHAIRS and routing.closes(_text(turn))


def _given(call: Call, turn: Turn) -> tuple[Introduction, ...]:
    """Whom a turn of the chair gives the floor to for a question; all but the last were not there."""
    if turn.voice is None or call.appearances[turn.voice].role not in CHAIRS:
        return ()
    return tuple(i for p in turn.paragraphs for i in handover.introductions(p.text, chair=True) if i.question)


def _introduction(slot: Slot, asker: str) -> Introduction | None:
    """The introduction of somebody by name, else the last one of the hand-over."""
    named = [i for i in slot.introductions if names.same_person(i.name, asker)]
    fitting = named or list(slot.introductions)
    return fitting[-1] if fitting else None


PASSING = 25
"""Words up to which a moderator passes the floor and answers nothing."""

ENOUGH = 12
"""Words with which a nameless asker's turn is a question of its own and no mere "And when?"."""


def _opens(call: Call, turn: Turn, current: Slot | None) -> bool:
    """Whether an asker who speaks without a hand-over begins a new slot.

    Under a label that stands for many ("Q") nobody can know whether the same one goes on, so each full question
    after an answer is a slot of its own, and nobody's.
    """
    if current is None:
        return True
    if current.asker is None:
        return False
    nameless = turn.voice is not None and names.stands_for_asker(call.appearances[turn.voice].name)
    if not nameless:
        return current.asker.voice != turn.voice
    answered = any(t.voice != turn.voice and t.number > current.asker.number for t in current.turns)
    return answered and turn.words >= ENOUGH and _asks_something(turn)


def _exchange(number: int, slot: Slot, call: Call, known: dict[str, str]) -> Exchange:
    asker = slot.asker
    assert asker is not None and asker.voice is not None
    own = [t for t in slot.turns if t.voice == asker.voice]
    questions = _questions(own)
    answers = [t for t in slot.turns if t.number > questions[0].number and _answers(call, t, asker)]
    addressed = [a for t in questions for p in t.paragraphs for a in asking.addressed(p.text, known)]
    appearance = call.appearances[asker.voice]
    introduction = _introduction(slot, appearance.name)
    announced = introduction.organization if introduction else None
    corrected = any(e.rule.startswith("organization: put right") for e in appearance.evidence)
    return Exchange(
        number=number,
        first=slot.turns[0].number,
        last=slot.turns[-1].number,
        handover=slot.handover.number if slot.handover else None,
        asker=asker.speaker,
        asker_voice=asker.voice,
        organization=appearance.organization if corrected else announced or appearance.organization,
        addressees=tuple(dict.fromkeys(a.name for a in addressed if a.name != asker.speaker)),
        questions=tuple(t.number for t in questions),
        answers=tuple(t.number for t in answers),
        answered_by=tuple(dict.fromkeys(t.speaker for t in answers if t.speaker)),
        parts=(),
        evidence=(
            *_asked(slot, introduction, asker),
            *(Evidence("addressee: by name", asker.line, a.words) for a in addressed),
            *_answered(slot, answers, known),
        ),
    )


def _questions(own: list[Turn]) -> list[Turn]:
    """The asker's turns that ask: all but courtesies; the first turn where nothing else is left."""
    asking_turns = [t for t in own if not routing.courteous(_text(t)) and _asks_something(t)]
    return asking_turns or [t for t in own if not routing.courteous(_text(t))][:1] or own[:1]


def _asks_something(turn: Turn) -> bool:
    return any(asking.parts(p.text) for p in turn.paragraphs)


def _answers(call: Call, turn: Turn, asker: Turn) -> bool:
    """Whether a turn after the question answers it."""
    if turn.procedural or turn.voice == asker.voice or asks(call, turn):
        return False
    if turn.label and names.generic_role(turn.label) in CHAIRS:
        return False
    role = call.appearances[turn.voice].role if turn.voice is not None else Role.UNKNOWN
    if role is Role.INTERPRETER or (role is Role.MODERATOR and turn.words <= PASSING):
        return False
    return not routing.says_nothing(_text(turn))


def _answerers(call: Call) -> dict[str, str]:
    """Single names and full keys → speaker id, for those who can be asked; a name that two bear is left out."""
    found: dict[str, set[str]] = {}
    for number, appearance in enumerate(call.appearances):
        asked = appearance.role not in ASKERS | CHAIRS and appearance.speaker
        words = names.tokens(appearance.name)
        for form in {" ".join(words), *words[:1], *words[-1:]}:
            found.setdefault(form, set()).add((appearance.speaker or "") if asked else f"-{number}")
    return {form: ids.pop() for form, ids in found.items() if len(ids) == 1 and not next(iter(ids)).startswith("-")}


def _asked(slot: Slot, introduction: Introduction | None, asker: Turn) -> list[Evidence]:
    if slot.handover and introduction:
        words = _around(_text(slot.handover), introduction.name)
        return [Evidence("asker: hand-over", slot.handover.line, words)]
    return [Evidence("asker: another asker speaks", asker.line, asker.label or "")]


def _answered(slot: Slot, answers: list[Turn], known: dict[str, str]) -> list[Evidence]:
    """Why each answer is one: it comes after the question, or a colleague handed the question on."""
    before = dict(pairwise([t.number for t in slot.turns][::-1]))
    turns = {t.number: t for t in slot.turns}
    said: list[Evidence] = []
    for turn in answers:
        previous = turns.get(before.get(turn.number, 0))
        theirs = previous is not None and slot.asker is not None and previous.voice == slot.asker.voice
        passes = previous is not None and not previous.procedural and not theirs
        handed = floor.handed_on(_text(previous), known) if previous and passes else None
        if previous and handed and handed[0] == turn.speaker != previous.speaker:
            said.append(Evidence("answer: handed on", previous.line, handed[1]))
        else:
            said.append(Evidence("answer: speaks after the question", turn.line, turn.label or ""))
    return said


def _around(text: str, name: str) -> str:
    at = max(0, text.find(name))
    return text[max(0, at - 60) : at + len(name) + 60].strip()


def _text(turn: Turn) -> str:
    return " ".join(p.text for p in turn.paragraphs)
