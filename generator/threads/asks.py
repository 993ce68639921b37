"""Takes the parts of all questions out of a call, each with what leads up to it. Must not know other calls."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from generator.grammar import asking, sentences
from generator.lexicon import folding
from generator.model import Asked, Call, Exchange, Mention, MentionKind, QuestionPart, Turn, packing
from generator.threads import subjects, terms, times
from generator.threads.terms import Pair, Term

Terms = tuple[Term, ...]
Place = tuple[int, int]
"""Number of a turn and of a paragraph of it."""
Topics = Mapping[Place, list[Mention]]

LEAD = 400
"""Characters before a part that may say what it is about, at most; nearer ones say more."""

NOBODY = "question-"
"""How the key of a question begins of which nobody knows who asks it."""

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
    day: str
    """Date of the call; those without one come last."""
    asker: str | None
    """Speaker id; None where nobody can say who asks."""
    own: Terms = ()
    """In order of place, topics among them; of a question as a whole, topics alone."""
    near: Terms = ()
    """Those of the sentence before, where the part itself names nothing: "Where does that stand?"."""
    lead: Terms = ()
    """What else the asker says before it."""
    times: frozenset[str] = frozenset()
    """To which time it looks: see `times`."""
    asking: frozenset[str] = frozenset()
    """Stems of its own and of the sentence before."""
    stems: frozenset[str] = frozenset()
    """All of its stems."""
    beside: frozenset[Pair] = frozenset()
    """Stems that follow each other."""
    named: frozenset[Pair] = frozenset()
    """Those of them that are both written with a capital, as a full name is."""
    covered: frozenset[Pair] = frozenset()
    """Each topic with the words that name it, and pairs of characters that overlap."""

    @property
    def order(self) -> tuple[str, str, int, int, str, str]:
        """Older first; within a call as asked."""
        first = self.own[0].stem if self.own else ""
        return self.day, self.asked.call, self.asked.exchange, len(self.part), self.part, first

    def with_terms(self, own: Terms, near: Terms, lead: Terms) -> Ask:
        """Say what it asks with, and what stands beside what, which is counted once and not for each other question."""
        runs = (own, near, lead)
        stems = frozenset([term[0] for run in (own, near) for term in run])
        neighbours = [pair for run in runs for pair in pairwise(run)]
        return packing.varied(
            self,
            own=own,
            near=near,
            lead=lead,
            asking=stems,
            stems=stems.union([term[0] for term in lead]),
            beside=frozenset([(one[0], two[0]) for one, two in neighbours]),
            named=frozenset([(one[0], two[0]) for one, two in neighbours if one[4] and two[4]]),
            covered=frozenset([pair for run in runs if run for pair in terms.covered(run)]),
        )

    def without(self, names: frozenset[str]) -> Ask:
        """Leave out names, which are stems here; most questions hold none, and stay what they are."""
        if self.stems.isdisjoint(names):
            return self
        own, near, lead = (
            tuple(term for term in run if not (term.capital and term.stem in names))
            for run in (self.own, self.near, self.lead)
        )
        return self.with_terms(own, near, lead)


packing.quicken((Ask,))


def hear(call: Call) -> tuple[Ask, ...]:
    """Take all parts of all questions of a call, and each question that names several topics as a whole."""
    names, topics = _names(call), defaultdict[Place, list[Mention]](list)
    for mention in call.mentions:
        if mention.kind is MentionKind.TOPIC:
            topics[mention.turn, mention.paragraph].append(mention)
    return tuple(ask for exchange in call.exchanges for ask in _of_exchange(call, exchange, topics, names))


def _of_exchange(call: Call, exchange: Exchange, topics: Topics, names: frozenset[str]) -> Iterator[Ask]:
    asker = None if exchange.key.startswith(NOBODY) else exchange.asker
    ask = Ask(Asked(call.id, exchange.number), "", call.date or "9999", asker)
    said: list[Term] = []
    for part, first in _led(exchange):
        own, near, lead = _terms(call.turn(part.turn), part, first, topics, names)
        said += (*lead, *near, *own) if part.turn == exchange.questions[0] else ()
        yield packing.varied(ask, part=part.id, times=times.times(part.text)).with_terms(own, near, lead)
    named = tuple(term for term in said if term.stem.startswith("#"))
    if len({term.stem for term in named}) >= subjects.FEWEST:
        yield ask.with_terms(named, (), ())


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
    turn: Turn, part: QuestionPart, first: tuple[int, int], topics: Topics, names: frozenset[str]
) -> tuple[Terms, Terms, Terms]:
    """Read the terms of a part, of the sentence before it if the part names nothing, and of what else leads up."""
    read = partial(_of_span, turn, topics, names)
    own = tuple(read(part.paragraph, part.start, part.end))
    near: Terms = ()
    lead = _lead(turn, part, first)
    if lead and len({term[0] for term in own} - terms.HALF) < 2:
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


def _of_span(turn: Turn, topics: Topics, names: frozenset[str], paragraph: int, start: int, end: int) -> list[Term]:
    """Terms between two places, how it is asked left out; behind the words of a topic stands the topic."""
    text = turn.paragraphs[paragraph - 1].text
    found = terms.terms(text, names, start, end, paragraph)
    taken = [span.span() for span in asking.INDIRECTLY.finditer(text, start, end)] if found else ()
    if taken:
        found = [term for term in found if not any(a <= term[1] < b for a, b in taken)]
    inside = [m for m in topics.get((turn.number, paragraph), ()) if m.start >= start and m.end <= end]
    if inside:
        found += [Term(f"#{m.target}", m.start, m.end, paragraph) for m in inside]
        found.sort(key=lambda term: (term.end, -term.start, term.stem))
    return found


def names(calls: Iterable[Call]) -> frozenset[str]:
    """The stems of the names that are said in a series: whoever speaks in one call is named in another."""
    words = frozenset[str]().union(*map(_names, calls))
    return frozenset(filter(None, map(terms.stem, words)))


def _names(call: Call) -> frozenset[str]:
    """The folded words of the names of those who speak in a call, as printed too, of their firms and of its own."""
    told = {call.organization or ""}
    for seen in call.appearances:
        told |= {seen.name, seen.organization or "", *seen.labels}
    return frozenset(word for name in told for word in folding.blank(name).words.split())
