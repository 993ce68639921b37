"""Takes the parts of all questions out of an archive, each with what leads up to it. Must not know what is alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from generator.grammar import asking, sentences
from generator.lexicon import folding
from generator.model import Archive, Asked, Call, Exchange, Mention, MentionKind, QuestionPart, Turn
from generator.threads import subjects, terms, times, twice
from generator.threads.terms import Term

LEAD = 400
"""Characters before a part that may say what it is about, at most; nearer ones say more."""

NOTHING_ASKED = "whole paragraph"
"""The rule that takes a whole paragraph for a question for want of any that asks."""

# "I wanted to ask about student loans.", "a question on Iran": says what a question will be about, and asks nothing
ANNOUNCES = re.compile(r"(?i)\b(?:ask|asking|questions?|one)\b[^.?!]{0,24}?\b(?:about|on|for|regarding|concerning)\b")


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing asked."""

    asked: Asked
    part: str
    """Id of the part; empty for the question as a whole."""
    series: str
    day: str
    """Date of the call; those without one come last."""
    asker: str | None
    """Speaker id; None where nobody can say who asks."""
    own: tuple[Term, ...] = ()
    """In order of place, topics among them; of a question as a whole, topics alone."""
    near: tuple[Term, ...] = ()
    """Those of the sentence before, where the part itself names nothing: "Where does that stand?"."""
    lead: tuple[Term, ...] = ()
    """What else the asker says before it."""
    times: frozenset[str] = frozenset()
    """To which time it looks: see `times`."""

    @property
    def order(self) -> tuple[str, str, int, int, str, str]:
        """Older first; within a call as asked."""
        first = self.own[0].stem if self.own else ""
        return self.day, self.asked.call, self.asked.exchange, len(self.part), self.part, first


def collect(archive: Archive) -> tuple[Ask, ...]:
    """Take all parts of all questions, oldest first; a call that is there twice is heard once."""
    names, copies = _names(archive), twice.copies(archive.calls.values())
    calls = [call for call in archive.calls.values() if call.id not in copies]
    found = [ask for call in calls for ask in _of_call(archive, call, names[call.series])]
    return tuple(sorted(found, key=lambda ask: ask.order))


def _of_call(archive: Archive, call: Call, names: frozenset[str]) -> Iterator[Ask]:
    topics: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in call.mentions:
        if mention.kind is MentionKind.TOPIC:
            topics[mention.turn].append(mention)
    for exchange in call.exchanges:
        speaker = archive.speakers.get(exchange.asker or "")
        asker = speaker.id if speaker and not speaker.anonymous else None
        ask = Ask(Asked(call.id, exchange.number), "", call.series, call.date or "9999", asker)
        said: list[Term] = []
        for part, first in _led(exchange):
            own, near, lead = _terms(call.turn(part.turn), part, first, topics[part.turn], names)
            said += (*lead, *near, *own) if part.turn == exchange.questions[0] else ()
            yield replace(ask, part=part.id, own=own, near=near, lead=lead, times=times.times(part.text))
        for family in subjects.families(tuple(said), archive.topics):
            yield replace(ask, own=family)


def _led(exchange: Exchange) -> Iterator[tuple[QuestionPart, tuple[int, int]]]:
    """Yield the parts that ask, each with the place (paragraph, offset) behind the one before it in its turn.

    A part that only announces what comes leads up to the next one, unless there is none; one in which nothing asks is
    not compared with others.
    """
    behind: dict[int, tuple[int, int]] = {}
    told = [part for part in exchange.parts if part.evidence.rule != NOTHING_ASKED]
    for part in [part for part in told if not announces(part.text)] or told:
        yield part, behind.get(part.turn, (1, 0))
        behind[part.turn] = (part.paragraph, part.end)


def announces(text: str) -> bool:
    """Tell whether words say what a question will be about, and do not ask it yet."""
    found = ANNOUNCES.search(text)
    return found is not None and not asking.INTERROGATIVE.search(text) and not asking.INTERROGATIVE.search(text.lower())


def _terms(
    turn: Turn, part: QuestionPart, first: tuple[int, int], topics: list[Mention], names: frozenset[str]
) -> tuple[tuple[Term, ...], tuple[Term, ...], tuple[Term, ...]]:
    """Read the terms of a part, of the sentence before it if the part names nothing, and of what else leads up."""
    read = partial(_of_span, turn, topics, names)
    own = tuple(read(part.paragraph, part.start, part.end))
    near: tuple[Term, ...] = ()
    lead = _lead(turn, part, first)
    if lead and len({term.stem for term in own} - terms.HALF) < 2:
        number, start, end = lead.pop()
        begin = _last_sentence(turn.paragraphs[number - 1].text, start, end)
        near = tuple(read(number, begin, end))
        lead.append((number, start, begin))
    return own, near, tuple(term for place in lead for term in read(*place))


def _lead(turn: Turn, part: QuestionPart, first: tuple[int, int]) -> list[tuple[int, int, int]]:
    """What is said between the part before and this one, as (paragraph, start, end), nearest last, `LEAD` at most."""
    found: list[tuple[int, int, int]] = []
    left = LEAD
    for number in range(part.paragraph, first[0] - 1, -1):
        end = part.start if number == part.paragraph else len(turn.paragraphs[number - 1].text)
        start = max(first[1] if number == first[0] else 0, end - left)
        if start < end:
            found.append((number, start, end))
        left -= end - start
        if left <= 0:
            break
    return found[::-1]


def _last_sentence(text: str, start: int, end: int) -> int:
    """Where the last sentence begins that says something: not the "and" that stands before the part."""
    begins = [start + a for a, b in sentences.spans(text[start:end]) if b - a > len("secondly, ")]
    return begins[-1] if begins else start


def _of_span(
    turn: Turn, topics: Iterable[Mention], names: frozenset[str], paragraph: int, start: int, end: int
) -> list[Term]:
    """Terms between two places, how it is asked left out; behind the words of a topic stands the topic."""
    text = turn.paragraphs[paragraph - 1].text
    inside = [m for m in topics if m.paragraph == paragraph and m.start >= start and m.end <= end]
    taken = [found.span() for found in asking.INDIRECT.finditer(text, start, end)]
    found = [
        Term(stem, at, behind, paragraph, capital)
        for stem, at, behind, _, capital in terms.terms(text, names, start, end)
        if not any(a <= at < b for a, b in taken)
    ]
    if inside:
        found += [Term(f"#{m.target}", m.start, m.end, paragraph) for m in inside]
        found.sort(key=lambda term: (term.end, -term.start, term.stem))
    return found


def _names(archive: Archive) -> Mapping[str, frozenset[str]]:
    """For each series, the folded words of the names of those who speak there, of their firms and of its own."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for call in archive.calls.values():
        told = {call.organization or ""}
        for seen in call.appearances:
            speaker = archive.speakers.get(seen.speaker or "")
            told |= {seen.name, seen.organization or ""}
            told |= {speaker.name, *speaker.aliases} if speaker else set()
        found[call.series].update(word for name in told for word in folding.blank(name).words.split())
    return {series: frozenset(words) for series, words in found.items()}
