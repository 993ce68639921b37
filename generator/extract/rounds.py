"""Cuts an exchange into rounds: what is asked in one go, and the answers up to the next question. Knows turns only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from generator.grammar import routing, sentences
from generator.model import Call, Exchange, QuestionPart

WIDEST = 60
"""Parts of a round that are looked at; of more, nobody can tell which is answered where."""

LONGEST = 600
"""Sentences of a round's answers that are looked at."""


# "How are you?", "Can I just follow up?", "My second question is on electricity.", "Can you hear me?": nothing that an
# answer could speak to, where something else is asked in the same breath
IDLE = re.compile(
    r"(?i)\W*(?:[^\W\d_]+, )?(?:(?:and|so|but|then|okay|ok|yes|hi|hey|hello|good|great|thanks|thank you|good"
    r" (?:morning|afternoon"
    r"|evening)"
    r"|sorry|maybe|just|again|first|secondly?|first of all|if i may)\b[,.]? ){0,4}"
    r"(?:how are you\b.{0,20}$|(?:can|do) you hear me\b.{0,10}$|(?:if )?(?:can|could|may|i may|might|i can) ?(?:i"
    r" )?(?:just |maybe "
    r"|also )?(?:follow up|sneak|squeeze|ask (?:you )?(?:a|one|another|two|just)|add one|check\b)[^?]{0,40}$|i"
    r" (?:just )?(?:want(?:ed)?"
    r"|have|would like|had) (?:to ask|a (?:couple|question|follow)|two|three|one)[^?]{0,30}$"
    r"|my (?:\w+ )?question (?:is|concerns|was|would be|relates)(?: (?:on|about|to|around|regarding))? [^?]{0,30}\.$)"
)


class Said(NamedTuple):
    """A sentence of an answer. A tuple, as thousands are made a call."""

    turn: int
    paragraph: int
    start: int
    end: int
    text: str
    line: int

    @property
    def said_in(self) -> tuple[int, int]:
        """Turn and paragraph."""
        return self.turn, self.paragraph


@dataclass(frozen=True, slots=True)
class Round:
    """Parts asked in one go, and what is said to them before the asker asks again."""

    parts: tuple[QuestionPart, ...]
    said: tuple[Said, ...]
    answers: tuple[int, ...]
    """Numbers of the turns that answer."""


def rounds(call: Call, exchange: Exchange) -> Iterator[Round]:
    """Yield the rounds of an exchange; a question that is cut off goes into the round that is answered."""
    waiting: list[QuestionPart] = []
    for number, turn in enumerate(exchange.questions):
        following = exchange.questions[number + 1] if number + 1 < len(exchange.questions) else exchange.last + 1
        answers = tuple(n for n in exchange.answers if turn < n < following)
        waiting += [part for part in exchange.parts if part.turn == turn]
        if answers or number + 1 == len(exchange.questions):
            asked = waiting if len(waiting) < 2 else [part for part in waiting if not IDLE.match(part.text)] or waiting
            if not asked:  # of a question in very many parts, the last are not cut
                continue
            yield Round(tuple(asked[:WIDEST]), tuple(_said(call, answers)), answers)
            waiting = []


PASSING = 40
"""Words up to which a turn that names whoever speaks next only passes the question on."""


def _passes_on(call: Call, number: int, following: int | None) -> bool:
    """Whether a turn only hands the question to whoever answers next: "I'll give the first to you, Tomás."."""
    turn = call.turn(number)
    voice = call.turn(following).voice if following else None
    if voice is None or voice == turn.voice:
        return False
    text = " ".join(p.text for p in turn.paragraphs)
    names = [name for name in call.appearances[voice].name.split() if len(name) > 2]
    return routing.within(text, PASSING) and any(name in text for name in names)


def _said(call: Call, answers: tuple[int, ...]) -> Iterator[Said]:
    count = 0
    for number, following in zip_longest(answers, answers[1:]):
        if _passes_on(call, number, following):
            continue
        for place, paragraph in enumerate(call.turn(number).paragraphs, start=1):
            for start, end in sentences.spans(paragraph.text):
                count += 1
                if count > LONGEST:
                    return
                yield Said(number, place, start, end, paragraph.text[start:end], paragraph.line)


BRIEFLY = 60
"""Characters up to which a sentence can be mere courtesy."""


def courteous(said: Said) -> bool:
    """Whether a sentence only thanks, greets or passes the floor: "Go ahead." – and not "Freight, mostly."."""
    text = said.text
    if len(text) > BRIEFLY or not routing.says_nothing(text):
        return False
    return len(text.split()) > 2 or bool(routing.COURTEOUS.search(text) or routing.ROUTING.search(text))


def kin(parts: Sequence[QuestionPart], at: int) -> list[int]:
    """Other clauses of the sentence that a part is cut from, the nearest first, those before it before those after."""
    one = parts[at]
    if not one.evidence.rule.endswith("clauses"):
        return []
    same = [
        n
        for n, other in enumerate(parts)
        if n != at
        and (other.turn, other.paragraph, other.evidence.rule) == (one.turn, one.paragraph, one.evidence.rule)
        and abs(n - at) < int(one.evidence.rule.split()[-2])
    ]
    return sorted(same, key=lambda n: (abs(n - at), n))
