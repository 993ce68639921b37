"""Lays the sentences of an answer beside the parts of a question. Must not know what an answer is worth.

Each sentence goes to the part with which it shares the rarest words; a sentence without any stays with the one before
it, and going on to the next part is easier than going back: people answer in order, mostly.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from generator.extract import wording
from generator.extract.rounds import Round, Said
from generator.extract.wording import Weights
from generator.model import Call, Mention, MentionKind, QuestionPart

Spoken = Mapping[tuple[int, int], Sequence[Mention]]

ONWARD, ASTRAY = 1.0, 2.2
"""What it costs to go on to the next part, and to go anywhere else."""

BEGIN = 0.6
"""What it costs to begin with another part than the first."""

ORDINAL = 6.0
"""What "on your second question" weighs: more than two rare words."""

BY_NAME = 1.5
"""What it weighs that a part was put to the very person who speaks."""

AROUND = 0.5
"""How much the words around a part weigh, against its own."""

LEADS = 1.5
"""How much more words weigh with which a sentence begins: "On margins, …"."""

ENOUGH = 2.4
"""From what weight on a passage speaks to a part: more than one word that is rare in the call."""

MANY = 40
"""Parts beyond which order says nothing, and each sentence is taken alone."""

# "the first question", "your second part", "question two", "And the third."
NUMBERED = re.compile(
    r"(?i)\b(?:(first|second|third|fourth|last)(?: \w+)? (?:questions?|part)\b"
    r"|(?:question|part) (?:number )?(one|two|three|four|1|2|3|4)\b"
    r"|(?<=the )(first|second|third|fourth|last)(?=[.:;?]| one\b))"
)

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


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence of an answer was put, and why."""

    said: Said
    part: int | None
    """Index into the round's parts."""
    rule: str = ""
    words: tuple[str, ...] = ()
    """Words of the run of sentences that the part has too, the rarest first."""
    own: bool = True
    """Whether the sentence itself has some of them, and is not only put where those around it are."""


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


@dataclass(frozen=True, slots=True)
class _Asked:
    """A part of a question, as what an answer can be held against."""

    own: Mapping[str, float]
    """Stem → weight."""
    group: int
    """Which of the asker's questions it belongs to, from 1, where parts are clauses of one."""
    text: str
    """Its words, and those before it."""


@dataclass(slots=True)
class _Match:
    weight: float = 0.0
    rule: str = ""
    words: list[str] = field(default_factory=list)


def align(matter: Matter, round_: Round) -> tuple[Place, ...]:
    """Put each sentence of a round's answers beside the part it speaks to, or beside none."""
    if len(round_.parts) == 1:
        return tuple(Place(said, 0, "the only thing asked") for said in round_.said)
    call, weights, spoken = matter.call, matter.weights, matter.spoken
    asked = _asked(call, round_.parts, weights, spoken)
    named = _by_name(call, round_, asked)
    table = [_matches(call, said, asked, named, weights, spoken) for said in round_.said]
    breaks = [a.said_in != b.said_in for a, b in pairwise(round_.said)]
    path = _path(table, breaks) if len(asked) <= MANY else [_best(row) for row in table]
    return tuple(_supported(round_.said, table, path))


def _asked(call: Call, parts: Sequence[QuestionPart], weights: Weights, spoken: Spoken) -> list[_Asked]:
    found: list[_Asked] = []
    group, last, counted = 0, ("", 0, 0), 0
    for part in parts:
        text = call.turn(part.turn).paragraphs[part.paragraph - 1].text
        begins = (
            found == []
            or not part.evidence.rule.endswith("clauses")
            or (part.evidence.rule, part.turn, part.paragraph) != last
        )
        before = _before(parts, part, text)
        named = COUNTED.search(text[part.start : part.end]) or COUNTED.search(text[before : part.start].strip())
        number = NUMBERS[next(word for word in named.groups() if word).lower()] if named else 0
        group = number if number > 0 else group + begins
        counted += bool(number)
        last = (part.evidence.rule, part.turn, part.paragraph)
        own = _terms(text, part.start, part.end, part.turn, part.paragraph, spoken)
        around = _terms(text, before, part.start, part.turn, part.paragraph, spoken)
        weighed = {stem: weights.of(stem) * AROUND for stem in around}
        weighed.update({stem: weights.of(stem) for stem in own})
        found.append(_Asked(weighed, group, text[before : part.end]))
    return found


def _before(parts: Sequence[QuestionPart], part: QuestionPart, text: str) -> int:
    """Where the words begin that lead up to a part: after the part before it, at most three hundred signs back."""
    ends = [p.end for p in parts if (p.turn, p.paragraph) == (part.turn, part.paragraph) and p.end <= part.start]
    return max([0, part.start - 300, *ends])


def _terms(text: str, start: int, end: int, turn: int, paragraph: int, spoken: Spoken) -> dict[str, str]:
    """Stems of a passage, and the topics and organisations that it speaks of, each with words as printed."""
    found = wording.terms(text[start:end])
    for m in spoken.get((turn, paragraph), ()):
        if start <= m.start < end and m.kind is not MentionKind.SPEAKER:
            found.setdefault(f"{m.kind}:{m.target}", text[m.start : m.end])
    return found


def _matches(
    call: Call, said: Said, asked: Sequence[_Asked], named: Mapping[int, set[int]], weights: Weights, spoken: Spoken
) -> list[_Match]:
    """How well a sentence fits each part."""
    text = call.turn(said.turn).paragraphs[said.paragraph - 1].text
    here = _terms(text, said.start, said.end, said.turn, said.paragraph, spoken)
    lead = wording.terms(" ".join(said.text.split()[:7])).keys()
    number = _number(said.text, asked)
    row: list[_Match] = []
    for at, one in enumerate(asked):
        shared = sorted(here.keys() & one.own.keys(), key=lambda stem: (-one.own[stem], stem))
        weight = sum(one.own[stem] * (LEADS if stem in lead else 1) for stem in shared)
        weight += BY_NAME * (at in named.get(said.turn, ()))
        match = _Match(weight, "shared words" if shared else "", [here[stem] for stem in shared])
        if number == one.group:
            match = _Match(weight + ORDINAL, "counted by the answerer", match.words)
        row.append(match)
    return row


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
    named = NUMBERED.search(text) or COUNTED.search(text)
    if not named:
        return None
    number = NUMBERS[next(word for word in named.groups() if word).lower()]
    most = max(one.group for one in asked)
    return most if number == -1 else number if most >= 2 and number <= most else None


def _path(table: Sequence[Sequence[_Match]], breaks: Sequence[bool]) -> list[int]:
    """The cheapest way through the parts, sentence by sentence (Viterbi); of two equal ways, the later change."""
    if not table:
        return []
    count = len(table[0])
    score = [match.weight - (BEGIN if at else 0.0) for at, match in enumerate(table[0])]
    back: list[list[int]] = []
    for row, new_paragraph in zip(table[1:], breaks, strict=True):
        onward, astray = (ONWARD / 2, ASTRAY / 2) if new_paragraph else (ONWARD, ASTRAY)
        best = max(range(count), key=lambda at: score[at])
        steps = [_step(score, at, best, onward, astray) for at in range(count)]
        score = [value + row[at].weight for at, (value, _) in enumerate(steps)]
        back.append([came for _, came in steps])
    path = [max(range(count), key=lambda at: score[at])]
    for came in reversed(back):
        path.append(came[path[-1]])
    return path[::-1]


def _step(score: Sequence[float], at: int, best: int, onward: float, astray: float) -> tuple[float, int]:
    """The best way to a part from the sentence before: its weight, and the part one comes from."""
    before = [(score[at - 1] - onward, at - 1)] if at else []
    return max([*before, (score[best] - astray, best), (score[at], at)], key=lambda way: way[0])


def _best(row: Sequence[_Match]) -> int:
    return max(range(len(row)), key=lambda at: row[at].weight)


def _supported(said: Sequence[Said], table: Sequence[Sequence[_Match]], path: Sequence[int]) -> list[Place]:
    """The way, cut into runs of one part each; a run without enough evidence is put beside none."""
    places: list[Place] = []
    begin = 0
    for at in range(1, len(path) + 1):
        if at < len(path) and path[at] == path[begin]:
            continue
        run = [table[n][path[begin]] for n in range(begin, at)]
        words = tuple(dict.fromkeys(word for match in run for word in match.words))
        rule = next((m.rule for m in run if m.rule.startswith("counted")), "shared words")
        enough = sum(m.weight for m in run) >= ENOUGH
        for n in range(begin, at):
            places.append(
                Place(
                    said[n],
                    path[begin] if enough else None,
                    rule if enough else "",
                    words,
                    bool(table[n][path[begin]].rule),
                )
            )
        begin = at
    return places
