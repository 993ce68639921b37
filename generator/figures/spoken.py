"""How much is said: words of turns, shares of voices, who asks and who tells. Must not know pictures."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from generator.model import Call, Paragraph, Role

# "公", "の", "カ": scripts without spaces, of which every sign counts as a word, as word processors count them
UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
TELLERS = frozenset((Role.EXECUTIVE, Role.MODERATOR, Role.HOST, Role.OPERATOR))
"""Roles whose questions are part of running a call."""
ASKERS = frozenset((Role.SELL_SIDE_ANALYST, Role.BUY_SIDE_ANALYST, Role.JOURNALIST))


@dataclass(frozen=True, slots=True)
class Share:
    """How much a voice says in a call."""

    voice: int | None
    """Index into `Call.appearances`; None for all words of which nobody knows whose they are."""
    words: int
    turns: int
    part: float
    """Of all words of the call, from 0 to 1."""
    asks: bool


def count(text: str) -> int:
    """Count the words of a text; of a script without spaces, its signs."""
    if text.isascii():
        return len(text.split())
    rest, signs = UNSPACED.subn(" ", text)
    return signs + len(rest.split())


def words(paragraphs: tuple[Paragraph, ...]) -> int:
    """Count the words of some paragraphs."""
    return sum(count(each.text) for each in paragraphs)


def by_turn(call: Call) -> tuple[int, ...]:
    """Count the words of each turn in order; what is said to run the call counts for none."""
    return tuple(0 if each.procedural else words(each.paragraphs) for each in call.turns)


def askers(call: Call) -> frozenset[int]:
    """Find the voices that are there to ask: by their role, else because they open an exchange and answer in none."""
    opened = {each.asker_voice for each in call.exchanges}
    people = {each.asker for each in call.exchanges} - {None}
    answered = {each for exchange in call.exchanges for each in exchange.answered_by}
    return frozenset(
        index
        for index, each in enumerate(call.appearances)
        if each.role in ASKERS
        or (
            each.role not in TELLERS
            and (index in opened or each.speaker in people)
            and not (each.speaker and each.speaker in answered)
        )
    )


def shares(call: Call, counted: tuple[int, ...]) -> tuple[Share, ...]:
    """Work out how much each voice says, who says most first; who says nothing is left out."""
    said: Counter[int | None] = Counter()
    turns: Counter[int | None] = Counter()
    for turn, number in zip(call.turns, counted, strict=True):
        if number:
            said[turn.voice] += number
            turns[turn.voice] += 1
    ask, whole = askers(call), sum(counted)
    found = [Share(voice, n, turns[voice], n / whole, voice in ask) for voice, n in said.items()]
    return tuple(sorted(found, key=lambda each: (-each.words, -1 if each.voice is None else each.voice)))
