"""How well each sentence of an answer fits each part of a question: shared words, counting, names. Must not know order.

Every word weighs as much as it is rare in the call; what the answerer counts ("on your second question") weighs more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.extract import wording
from generator.extract.rounds import Round, Said
from generator.extract.wording import Weights
from generator.grammar import cues
from generator.model import Call, Mention, MentionKind, QuestionPart

Spoken = Mapping[tuple[int, int], Sequence[Mention]]

ORDINAL = 6.0
"""What "on your second question" weighs: more than two rare words."""

BY_NAME = 1.5
"""What it weighs that a part was put to the very person who speaks."""

AROUND = 0.5
"""How much the words around a part weigh, against its own."""

LEADS = 1.5
"""How much more words weigh with which a sentence begins: "On margins, …"."""

BACK = 300
"""Characters before a part that can lead up to it."""

# "the first question", "your second part", "question two", "And the third."
NUMBERED = re.compile(
    r"(?i)\b(?:(first|second|third|fourth|last)(?: \w+)? (?:questions?|part)\b"
    r"|(?:question|part) (?:number )?(one|two|three|four|1|2|3|4)\b"
    r"|(?<=the )(first|second|third|fourth|last)(?=[.:;?]| one\b))"
)
COUNTING = cues.cued(NUMBERED, "first|second|third|fourth|last|question|part")

# "First, ", "And secondly, ", "The second is ", "Two: ": at the beginning of a sentence
COUNTED = re.compile(
    r"(?i)^(?:(?:and|so|but|then|well|yeah|yes|okay|ok|now|just|on)[, ]+){0,3}"
    r"(?:(?:the )?(first|second|third|fourth|last)(?: of all| off| one| is\b| was\b|(?= ?[,:—–]))"
    r"|(firstly|secondly|thirdly|fourthly|lastly|finally)\b|(one|two|three|four)(?= ?[,:—–]))"
)
NUMBERS = {
    "first": 1, "firstly": 1, "one": 1, "1": 1, "second": 2, "secondly": 2, "two": 2, "2": 2, "third": 3,
    "thirdly": 3, "three": 3, "3": 3, "fourth": 4, "fourthly": 4, "four": 4, "4": 4, "last": -1, "lastly": -1,
    "finally": -1,
}  # fmt: skip
"""Counting words; -1 for the last."""


@dataclass(frozen=True)
class Matter:
    """What the words of a call are about, worked out when it is first needed."""

    call: Call

    @cached_property
    def weights(self) -> Weights:
        """How rare each word is among the paragraphs of all questions and answers."""
        numbers = sorted({n for x in self.call.exchanges for n in (*x.questions, *x.answers)})
        return wording.weigh(p.text for n in numbers for p in self.call.turn(n).paragraphs)

    @cached_property
    def spoken(self) -> Spoken:
        """(turn, paragraph) → what is spoken of there."""
        found: dict[tuple[int, int], list[Mention]] = {}
        for mention in self.call.mentions:
            found.setdefault((mention.turn, mention.paragraph), []).append(mention)
        return found

    def text(self, turn: int, paragraph: int) -> str:
        """The words of a paragraph."""
        return self.call.turn(turn).paragraphs[paragraph - 1].text

    def stems(self, turn: int, paragraph: int, start: int, end: int) -> set[str]:
        """Stems of a passage, and the topics and organisations that it speaks of."""
        found = wording.stems(self.text(turn, paragraph)[start:end])
        return found.union(key for key, _ in self._named(turn, paragraph, start, end))

    def terms(self, turn: int, paragraph: int, start: int, end: int) -> dict[str, str]:
        """The same, each with words as first printed."""
        found = wording.terms(self.text(turn, paragraph)[start:end])
        for key, words in self._named(turn, paragraph, start, end):
            found.setdefault(key, words)
        return found

    def _named(self, turn: int, paragraph: int, start: int, end: int) -> Iterator[tuple[str, str]]:
        for m in self.spoken.get((turn, paragraph), ()):
            if start <= m.start < end and m.kind is not MentionKind.SPEAKER:
                yield f"{m.kind}:{m.target}", self.text(turn, paragraph)[m.start : m.end]


class Match(NamedTuple):
    """How well a sentence fits a part. A tuple, as thousands are made a call."""

    weight: float
    rule: str
    """Nothing where nothing fits."""
    words: tuple[str, ...]
    """Words of the sentence that the part has too, the rarest first."""


NOTHING = Match(0.0, "", ())
"""Where nothing fits."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A part of a question, as what an answer can be held against."""

    own: Mapping[str, float]
    """Stem → weight."""
    group: int
    """Which of the asker's questions it belongs to, from 1, where parts are clauses of one."""
    text: str
    """Its words, and those before it."""


def table(matter: Matter, round_: Round) -> list[list[Match]]:
    """One row a sentence, one match a part."""
    asked = list(_asked(matter, round_.parts))
    named = _by_name(matter.call, round_, asked)
    return [_row(matter, said, asked, named.get(said.turn, set())) for said in round_.said]


def _asked(matter: Matter, parts: Sequence[QuestionPart]) -> Iterator[_Asked]:
    group, last = 0, ("", 0, 0)
    for part in parts:
        text = matter.text(part.turn, part.paragraph)
        before = _before(parts, part)
        place = (part.evidence.rule, part.turn, part.paragraph)
        clause = part.evidence.rule.endswith("clauses") and place == last
        named = COUNTED.search(text[part.start : part.end]) or COUNTED.search(text[before : part.start].strip())
        number = _number_of(named) if named else 0
        group, last = (number if number > 0 else group + (not clause)), place
        around = matter.stems(part.turn, part.paragraph, before, part.start)
        own = matter.stems(part.turn, part.paragraph, part.start, part.end)
        weighed = {stem: matter.weights.of(stem) * AROUND for stem in around}
        weighed |= {stem: matter.weights.of(stem) for stem in own}
        yield _Asked(weighed, group, text[before : part.end])


def _before(parts: Sequence[QuestionPart], part: QuestionPart) -> int:
    """Where the words begin that lead up to a part: after the part before it, and not too far back."""
    ends = [p.end for p in parts if (p.turn, p.paragraph) == (part.turn, part.paragraph) and p.end <= part.start]
    return max([0, part.start - BACK, *ends])


def _row(matter: Matter, said: Said, asked: Sequence[_Asked], named: set[int]) -> list[Match]:
    """How well a sentence fits each part."""
    place = (said.turn, said.paragraph, said.start, said.end)
    here = matter.stems(*place)
    printed = matter.terms(*place) if any(not here.isdisjoint(one.own) for one in asked) else {}
    lead = wording.stems(" ".join(said.text.split(None, 7)[:7])) if printed else set()
    number = _number(said.text, asked)
    return [_match(printed, lead, one, at in named, number == one.group) for at, one in enumerate(asked)]


def _match(printed: Mapping[str, str], lead: Set[str], one: _Asked, named: bool, counted: bool) -> Match:
    met = printed.keys() & one.own.keys() if printed else None
    if not (met or named or counted):
        return NOTHING
    shared = sorted(met or (), key=lambda stem: (-one.own[stem], stem))
    weight = sum((one.own[stem] * (LEADS if stem in lead else 1) for stem in shared), 0.0) + BY_NAME * named
    words = tuple(printed[stem] for stem in shared)
    if counted:
        return Match(weight + ORDINAL, "counted by the answerer", words)
    return Match(weight, "shared words" if shared else "", words)


def _by_name(call: Call, round_: Round, asked: Sequence[_Asked]) -> dict[int, set[int]]:
    """Turn → the parts that are put to whoever speaks in it, where the parts are put to several people by name."""
    found: dict[int, set[int]] = {}
    for number in round_.answers:
        voice = call.turn(number).voice
        names = [n for n in call.appearances[voice].name.split() if len(n) > 2] if voice is not None else []
        found[number] = {at for at, one in enumerate(asked) if any(name in one.text for name in names)}
    return found if len({frozenset(parts) for parts in found.values() if parts}) > 1 else {}


def _number(text: str, asked: Sequence[_Asked]) -> int | None:
    """Which of the questions a sentence says that it answers."""
    named = COUNTING.search(text) or COUNTED.match(text)
    if not named:
        return None
    number, most = _number_of(named), max(one.group for one in asked)
    return most if number == -1 else number if most >= 2 and number <= most else None


def _number_of(named: re.Match[str]) -> int:
    return NUMBERS[next(word for word in named.groups() if word).lower()]
