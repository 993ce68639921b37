"""Finds the words by which an answer is refused or put off, and leaves those that only look so. Knows text only.

Precision before recall: what is quoted, conditional, about others or about the past is no refusal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.grammar import plain, sentences
from generator.grammar.refusals import NEEDS, Rule
from generator.model import Status

LONGEST = 20_000
"""Characters of a paragraph in which signs are looked for; nobody refuses for longer."""


MOST = 40
"""Signs of a paragraph that are told; what refuses forty times needs no forty-first."""

REACH = 400
"""Characters before a sign in which a sentence may have turned."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that say that something is not, or not yet, told."""

    start: int
    end: int
    rule: Rule
    clause: tuple[int, int]
    """From where to where the refusal reaches: its sentence, or its side of a "but"."""

    @property
    def status(self) -> Status:
        """What these words alone would make of a question."""
        return self.rule.status


# "if we don't disclose", "until we can't", "not that I don't want to", "when you don't have"
CONDITIONAL = re.compile(
    r"\b(?:if|unless|until|whenever|not that|isn't that|not because|reasons?|why|says?|said) (?:that )?(?:\w+ )?$"
)

# "in the past we", "Normally, we would": told of another time, or of other cases
PAST = re.compile(
    r"\b(?:in the past|previously|historically|used to|before|normally|ordinarily|last (?:year|quarter|time|call)),? "
    r"(?:\w+ ){0,3}$"
)

# ", but here it is", "; what I can say is", "that said", ", and second": the answer turns
TURNS = re.compile(
    r"[,;:.–—-]? (?:but|however|although|though|nevertheless|having said that|that said|what (?:i|we)(?:'ll|'d| can"
    r"| will| would| could) (?:say|tell|share|note)|i can (?:tell you|share|say))\b"
)


def signs(text: str) -> list[Sign]:
    """The words of a paragraph that refuse an answer or put it off, in order of place; none overlap."""
    folded = plain.fold(text[:LONGEST])
    found = sorted(_matches(folded), key=lambda one: (one[0], -one[1]))
    if not found:
        return []
    limits = list(sentences.spans(text[:LONGEST]))
    kept: list[Sign] = []
    for start, end, rule in found:
        begin, stop = next(((a, b) for a, b in limits if a <= start < b), (start, end))
        apart = not kept or start >= kept[-1].end
        if apart and not _guarded(folded, begin, start):
            told = len(folded[start:end].rstrip())
            kept.append(Sign(start, start + told, rule, _clause(folded, begin, stop, start, end)))
        if len(kept) == MOST:
            break
    return kept


def _matches(folded: str) -> Iterator[tuple[int, int, Rule]]:
    for rule in NEEDS.met(folded):
        yield from ((m.start(), m.end(), rule) for m in rule.pattern.finditer(folded))


def _guarded(folded: str, begin: int, start: int) -> bool:
    """Whether the words before a refusal make it none: a condition, a quotation, another time."""
    before = folded[max(begin, start - 60) : start]
    quoted = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    return quoted or bool(CONDITIONAL.search(before) or PAST.search(before))


def _clause(folded: str, begin: int, stop: int, start: int, end: int) -> tuple[int, int]:
    """The part of a sentence that a refusal governs: up to a "but" after it, from a "but" before it."""
    after = TURNS.search(folded, end, stop)
    before = [m.start() for m in TURNS.finditer(folded, max(begin, start - REACH), start)]
    return (before[-1] if before else begin, after.start() if after else stop)
