"""Which part of the call each turn stands in: opening, prepared remarks, questions and answers, closing.

Headings of the file come first, then what the operator says, then who asks. Must not know exchanges.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extract.context import Context
from generator.grammar import handover, kinds, names, routing
from generator.model import Call, Role, SectionKind, Turn, packing

# "Questions and Answers", "Question-and-Answer Session", "Q&A", "Questions & Answers:"
QA = re.compile(r"(?i)\b(?:questions?[- ]?(?:and|&|-)[- ]?answers?|q ?& ?a|question time|questions from)\b")
END = re.compile(r"(?i)\b(?:end of (?:the )?(?:q ?& ?a|questions)|closing)\b")

# "Your next question": not the first of the call
LATER = re.compile(r"(?i)\b(?:next|last|final|another|follow-up)\b")

CHAIRS = frozenset({Role.OPERATOR, Role.MODERATOR})
ASKERS = frozenset({Role.SELL_SIDE_ANALYST, Role.BUY_SIDE_ANALYST, Role.JOURNALIST})


def extract(call: Call, context: Context) -> Call:
    """Give every turn its section."""
    first = _first_question(call)
    if first is None:
        kind = SectionKind.REMARKS if _monologue(call) else SectionKind.DISCUSSION
        return replace(call, turns=tuple(_placed(t, kind) for t in call.turns))
    last = _closing(call, first)
    remarks = next((n for n, turn in enumerate(call.turns) if role_of(call, turn) not in CHAIRS), first)
    sections = (_section(n, remarks, first, last) for n in range(len(call.turns)))
    return replace(call, turns=tuple(map(_placed, call.turns, sections)))


def _placed(turn: Turn, section: SectionKind) -> Turn:
    return turn if turn.section is section else packing.varied(turn, section=section)


def _section(index: int, remarks: int, first: int, last: int) -> SectionKind:
    """The section of a turn by its index: the remarks, the questions and the closing begin at the others."""
    if index >= last:
        return SectionKind.CLOSING
    if index >= first:
        return SectionKind.QA
    return SectionKind.REMARKS if index >= remarks else SectionKind.OPENING


def role_of(call: Call, turn: Turn) -> Role:
    """What the voice of a turn is in this call."""
    return call.appearances[turn.voice].role if turn.voice is not None else Role.UNKNOWN


def _first_question(call: Call) -> int | None:
    """Index of the turn with which the questions begin; None where there are none."""
    if call.kind in kinds.MEETINGS:
        return None
    heading = next((h.before for h in call.headings if QA.search(h.text) and not END.search(h.text)), None)
    if heading is not None and heading < len(call.turns):
        return heading
    for index, turn in enumerate(call.turns):
        if role_of(call, turn) in CHAIRS and _hands_over(turn):
            return 0 if _in_the_middle(call, index) else index
        if role_of(call, turn) in ASKERS or (_asks(call, turn) and "?" in _text(turn)):
            return _with_handover(call, index)
    return None


def _hands_over(turn: Turn) -> bool:
    return any(i.question for p in turn.paragraphs for i in handover.introductions(p.text, chair=True))


def _with_handover(call: Call, index: int) -> int:
    """Count the chair's words just before the first asker to the questions."""
    before = call.turns[index - 1] if index else None
    return index - 1 if before and role_of(call, before) in CHAIRS and index > 1 else index


def _in_the_middle(call: Call, index: int) -> bool:
    """Whether the file begins among the questions: the first hand-over is to a later one, after words of nobody."""
    unknown = all(t.label is None for t in call.turns[:index])
    return index > 0 and unknown and bool(LATER.search(_text(call.turns[index])))


def _closing(call: Call, first: int) -> int:
    """Index of the turn with which the call closes; the number of turns where it does not.

    A heading says so, or the chair does ("that concludes our questions") with no asker after it; what its own side
    says just before or, where no chair speaks, at the very end to take leave belongs to the closing too.
    """
    heading = next((h.before for h in call.headings if END.search(h.text) and h.before > first), None)
    if heading is not None:
        return heading
    found = len(call.turns)
    for index in range(len(call.turns) - 1, first, -1):
        turn = call.turns[index]
        if _asks(call, turn) or (_hands_over(turn) and role_of(call, turn) in CHAIRS):
            break
        if role_of(call, turn) in CHAIRS and routing.closes(_text(turn)):
            found = index
    return min(_farewell(call, first, found), _wound_up(call, first, found))


def _wound_up(call: Call, first: int, end: int) -> int:
    """Where somebody who does not answer ends the questions ("I make that everyone. Ingrid, a last word?")."""
    asked = max((n for n in range(first, end) if _asks(call, call.turns[n])), default=first)
    for index in range(asked + 1, end):
        text = _text(call.turns[index])
        if routing.within(text, 80) and routing.WINDS_UP.search(text):
            return index
    return end


def _farewell(call: Call, first: int, end: int) -> int:
    """Step back over the turns before an index that say goodbye."""
    found = end
    for index in range(end - 1, max(first, end - 5), -1):
        if role_of(call, call.turns[index]) is Role.OPERATOR and not _hands_over(call.turns[index]):
            found = index
            continue
        turn = call.turns[index]
        if _asks(call, turn) or not routing.says_farewell(_text(turn)):
            break
        found = index
    return found


def _asks(call: Call, turn: Turn) -> bool:
    return role_of(call, turn) in ASKERS or bool(turn.label and names.stands_for_asker(turn.label))


def _monologue(call: Call) -> bool:
    """Whether one voice says nearly all."""
    words: dict[int | None, int] = {}
    for turn in call.turns:
        words[turn.voice] = words.get(turn.voice, 0) + turn.words
    return max(words.values(), default=0) >= 0.9 * sum(words.values())


def _text(turn: Turn) -> str:
    return " ".join(p.text for p in turn.paragraphs)
