"""Lets the team's rulings win over what the rules say, and tells of those that fit no question any more.

Must not know where rulings are written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator import problems
from generator.extract import settling
from generator.extract.context import Context
from generator.model import AnswerStatus, Call, Evidence, Exchange, Ruling, Status
from generator.problems import Problem

FILE = "rulings.yml"

# "x3", "x3b"
NUMBERED = re.compile(r"(x\d+)([a-z]*)")

# ’ “ … as people type them
TYPED = str.maketrans("’‘“”–—", "''\"\"--")


@dataclass(frozen=True, slots=True)
class _Aim:
    """What a ruling is on."""

    exchange: int
    part: str
    """Id of a part; nothing for the question as a whole."""


def extract(call: Call, context: Context) -> Call:
    """Apply the rulings on this call's questions."""
    if not context.rulings:
        return call
    told: list[Problem] = []
    aimed: dict[_Aim, Ruling] = {}
    for ruling in context.rulings:
        aim = _aim(call, ruling, told)
        if aim and (first := aimed.setdefault(aim, ruling)) is not ruling:
            said = f"there is a ruling on {aim.part or f'x{aim.exchange}'} of {call.id} already, in line {first.line}"
            told.append(problems.error(FILE, ruling.line, said, "keep one of the two; this one is not applied"))
    exchanges = tuple(_ruled(x, aimed) for x in call.exchanges)
    return replace(call, exchanges=exchanges, problems=(*call.problems, *told))


def _aim(call: Call, ruling: Ruling, told: list[Problem]) -> _Aim | None:
    """The question, or part of one, that a ruling is on; None where it fits none."""
    numbered = NUMBERED.fullmatch(ruling.question)
    wanted, letter = (numbered[1], numbered[2] or ruling.part) if numbered else (ruling.question, ruling.part)
    exchange = next((x for x in call.exchanges if wanted in (x.id, x.key)), None)
    if exchange is None:
        hint = f"its questions are x1 to x{len(call.exchanges)}" if call.exchanges else "it has no questions"
        told.append(problems.warning(FILE, ruling.line, f"{call.id} has no question {wanted}", hint))
        return None
    part = f"{exchange.id}{letter}" if letter else ""
    if part and part not in {p.id for p in exchange.parts}:
        hint = f"its parts are {exchange.parts[0].id} to {exchange.parts[-1].id}" if exchange.parts else ""
        told.append(problems.warning(FILE, ruling.line, f"{exchange.id} of {call.id} has no part {letter}", hint))
        return None
    if not _fits(call, exchange, ruling.words):
        said = f"the words of the ruling on {part or exchange.id} of {call.id} no longer stand in that question"
        told.append(problems.warning(FILE, ruling.line, said, "see which question it was on; it is not applied"))
        return None
    return _Aim(exchange.number, part)


def _fits(call: Call, exchange: Exchange, words: str) -> bool:
    """Whether words stand in what the asker says in an exchange, however quotes and white space are typed."""
    asked = " ".join(p.text for n in exchange.questions for p in call.turn(n).paragraphs)
    return _typed(words) in _typed(asked)


def _typed(text: str) -> str:
    return " ".join(text.translate(TYPED).split()).casefold()


def _ruled(exchange: Exchange, aimed: dict[_Aim, Ruling]) -> Exchange:
    """An exchange under its rulings: a ruled part counts in what becomes of the whole, a ruled whole is ruled."""
    parts = tuple(
        replace(p, status=_over(p.status, aimed[aim])) if (aim := _Aim(exchange.number, p.id)) in aimed else p
        for p in exchange.parts
    )
    status = exchange.status
    if parts != exchange.parts:
        status = _anew(exchange, settling.settle(exchange, parts))
    whole = aimed.get(_Aim(exchange.number, ""))
    return replace(exchange, parts=parts, status=_over(exchange.status, whole) if whole else status)


def _anew(exchange: Exchange, status: AnswerStatus | None) -> AnswerStatus | None:
    """What follows for the whole from a ruled part; what the rules alone said is kept if it differs."""
    before = exchange.status
    return replace(status, instead_of=before) if status and before and status.status is not before.status else status


def _over(before: AnswerStatus | None, ruling: Ruling) -> AnswerStatus:
    evidence = Evidence(f"ruling by {ruling.by}", ruling.line, ruling.reason)
    return AnswerStatus(Status(ruling.status), evidence, before.at if before else None, ruling, before)
