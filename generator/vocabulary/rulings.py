"""The shape of a ruling in rulings.yml, and rulings weighed against each other. Must not know files or calls."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from generator import problems
from generator.model import Ruling, Status
from generator.problems import Problem
from generator.vocabulary.entries import Entry, Note, first_day

FILE = "rulings.yml"

# "x3", "x03", "x3b", "X07ab"
NUMBERED = re.compile(r"[xX]0*([1-9]\d{0,5})([a-z]{0,2})")

# "ravi-menon-1", "question-12": the last part of a question page's address
KEYED = re.compile(r"[a-z0-9-]{1,120}-[1-9]\d{0,5}")

# "b", "(b)"
LETTER = re.compile(r"\(?([a-z]{1,2})\)?")


def _question(value: str) -> str:
    """Write a question as ids are written: `x03b` → `x3b`; the key of a page stays."""
    text = value.strip().strip("/").rsplit("/", 1)[-1].lstrip("#")
    if found := NUMBERED.fullmatch(text):
        return f"x{found[1]}{found[2]}"
    if KEYED.fullmatch(text.casefold()):
        return text.casefold()
    raise ValueError("a question")


def _part(value: str) -> str:
    if found := LETTER.fullmatch(value.strip().casefold()):
        return found[1]
    raise ValueError("a part")


def _status(value: object) -> object:
    return value.strip().casefold() if isinstance(value, str) else value


Words = Annotated[str, Field(min_length=1)]


class RulingEntry(Entry):
    """One item under `rulings:`."""

    call: Words = Field(description="the id of a call, such as series/fy2024-q2")
    question: Annotated[str, AfterValidator(_question)] = Field(
        description="a question, such as x3, x3b, or the last part of its page's address"
    )
    part: Annotated[str, AfterValidator(_part)] | None = Field(None, description="the letter of a part, such as b")
    status: Annotated[Status, BeforeValidator(_status)] = Field(description=f"one of {', '.join(Status)}")
    reason: Words = Field(description="a reason")
    by: Words = Field(description="the name of who says so")
    date: Annotated[str, AfterValidator(first_day)] | None = Field(None, description="a date such as 2024-11-22")
    words: Note = Field("", description="words of the question")


def ruling(entry: RulingEntry, line: int) -> Ruling:
    """Make a ruling of an entry."""
    call = entry.call.strip().strip("/").removeprefix("calls/")
    part = entry.part or ""
    return Ruling(
        call, entry.question, entry.status, entry.reason.strip(), entry.by.strip(), entry.date, entry.words, line, part
    )


def settle(rulings: Sequence[Ruling], told: list[Problem]) -> tuple[Ruling, ...]:
    """Keep the first ruling on each thing, and tell of the others."""
    kept: dict[tuple[str, str], Ruling] = {}
    for one in rulings:
        numbered = NUMBERED.fullmatch(one.question)
        if one.part and numbered and numbered[2] not in {"", one.part}:
            said = f"{one.question} is one part and part {one.part} another"
            told.append(problems.error(FILE, one.line, said, "name the part once; this ruling is left out"))
            continue
        first = kept.setdefault((one.call, one.question + (one.part if not (numbered and numbered[2]) else "")), one)
        if first is not one:
            said = f"there is a ruling on {one.question} of {one.call} already, in line {first.line}"
            told.append(problems.error(FILE, one.line, said, "keep one of the two; this one is left out"))
    return tuple(kept.values())
