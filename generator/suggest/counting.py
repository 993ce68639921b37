"""Counts the terms of an archive. Must not know which of them are worth proposing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from generator.lexicon import folding, words
from generator.model import Archive, Call
from generator.suggest import common, given, phrases, plain
from generator.suggest.phrases import Key, Word

QUOTE = 45
"""Characters of an example to each side of the term."""

PASSAGE = 1500
"""Characters of a turn that count as one passage; a transcript without names is one turn from end to end."""

FORGET = 200
"""After so many calls, terms that occurred in one passage only are forgotten, so that memory stays bounded."""

# before these a subject stands: "of freight", "our deposits"
BEFORE_NOUNS = frozenset(
    "a an the our your their its his her my this these those that of for in on with from about by per no any some more "
    "less and or both all each every new than as between into through across around at against without".split()
)


NO_NAMES = words.ORDINARY | words.PLACES | plain.PLAIN | plain.FILLERS | common.GENERAL
"""Words that are nobody's name for having been said after a greeting or a given name."""


@dataclass(slots=True)
class Tally:
    """How often each term occurs: times, passages (`turns`), calls."""

    times: Counter[Key] = field(default_factory=Counter)
    turns: Counter[Key] = field(default_factory=Counter)
    calls: Counter[Key] = field(default_factory=Counter)


@dataclass(slots=True)
class Look:
    """How a term is written, and where."""

    shapes: Counter[str] = field(default_factory=Counter)
    """As written where no sentence begins → how often; once, at least, as written at the beginning of one."""
    nouns: int = 0
    """How often it stands where a subject does."""
    verbs: int = 0
    """How often it stands behind "to"."""
    example: str = ""
    """Where it first occurs, and the words around it."""

    @property
    def shape(self) -> str:
        """As it is written most often."""
        return min(self.shapes, key=lambda shape: (-self.shapes[shape], shape))

    @property
    def proper(self) -> bool:
        """Whether it has a capital where no sentence begins: a product, a place, an acronym."""
        capital = sum(n for shape, n in self.shapes.items() if any(map(str.isupper, shape)))
        return capital > 0.8 * self.shapes.total()


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph that counts, with what in it is mentioned already."""

    call: str
    turn: str
    before: int
    """Characters of the turn before it."""
    text: str
    taken: tuple[tuple[int, int], ...]


def count(archive: Archive) -> Tally:
    """Count every term: times, passages and calls in which it occurs."""
    tally, named = Tally(), _named(archive)
    for number, call in enumerate(_calls(archive), 1):
        in_passage: dict[tuple[str, int], Counter[Key]] = defaultdict(Counter)
        for said in call:
            for phrase in phrases.phrases(said.text, said.taken, named):
                place = (said.turn, (said.before + phrase[0].start) // PASSAGE)
                in_passage[place].update(key for key, _, _ in phrases.terms(phrase))
        _add(tally, in_passage.values())
        if number % FORGET == 0:
            _forget(tally)
    return tally


def look(archive: Archive, wanted: Container[Key]) -> Mapping[Key, Look]:
    """See how the wanted terms are written, and keep an example of each."""
    looks: dict[Key, Look] = defaultdict(Look)
    named = _named(archive)
    for call in _calls(archive):
        for said in call:
            for phrase in phrases.phrases(said.text, said.taken, named):
                for key, first, last in phrases.terms(phrase):
                    if key in wanted:
                        _see(looks[key], said, first, last)
    return looks


def _calls(archive: Archive) -> Iterator[list[Said]]:
    """Yield what is said in calls whose language these stop words fit, in an order that no date changes."""
    for _, call in sorted(archive.calls.items()):
        said = list(_said(call))
        shares = [phrases.grammar(each.text) for each in said]
        known, of = (sum(each) for each in zip(*shares, strict=True)) if shares else (0, 0)
        if known >= phrases.ENGLISH * of:
            fitting = phrases.ENGLISH / 2
            yield [each for each, (some, all_) in zip(said, shares, strict=True) if some >= fitting * all_]


def _said(call: Call) -> Iterator[Said]:
    taken: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for mention in call.mentions:
        taken[mention.turn, mention.paragraph].append((mention.start, mention.end))
    for turn in call.turns:
        before = 0
        for number, paragraph in enumerate(() if turn.procedural else turn.paragraphs, 1):
            yield Said(call.id, turn.id, before, paragraph.text, tuple(taken[turn.number, number]))
            before += len(paragraph.text) + 1


def _named(archive: Archive) -> frozenset[str]:
    """Folded words of the names of people and organisations."""
    voices = [voice for call in archive.calls.values() for voice in call.appearances]
    people = {s.name for s in archive.speakers.values()} | {v.name for v in voices}
    firms = {o.name for o in archive.organizations.values()} | {v.organization or "" for v in voices}
    every = partial(map, lambda name: folding.blank(name).words.split())
    firm_words = {word for found in every(firms) for word in found} - words.ORDINARY - plain.PLAIN
    return frozenset(firm_words.union(_called(archive), *every(people)))


def _called(archive: Archive) -> set[str]:
    """Folded names by which people are spoken to or of: "Thanks, Marek", "as Vera Holt said"."""
    texts = (p.text for call in archive.calls.values() for turn in call.turns for p in turn.paragraphs)
    found: set[str] = set()
    for text in texts:
        found.update(given.CALLED.findall(text))
        found.update(last for first, last in given.FULL.findall(text) if first.lower() in given.GIVEN)
    return {folding.fold(name) for name in found} - NO_NAMES


def _add(tally: Tally, passages: Iterable[Counter[Key]]) -> None:
    in_call: set[Key] = set()
    for counted in passages:
        tally.times.update(counted)
        tally.turns.update(counted.keys())
        in_call.update(counted)
    tally.calls.update(in_call)


def _forget(tally: Tally) -> None:
    for key in [key for key, turns in tally.turns.items() if turns == 1]:
        del tally.times[key], tally.turns[key], tally.calls[key]


def _see(seen: Look, said: Said, first: Word, last: Word) -> None:
    shape = said.text[first.start : last.end]
    if not first.before or not first.before[0].isalnum():
        seen.shapes[shape if shape[1:2].isupper() else shape[0].lower() + shape[1:]] += 0
    else:
        seen.shapes[shape] += 1
        seen.nouns += first.before in BEFORE_NOUNS
        seen.verbs += first.before == "to"
    if not seen.example:
        before, after = said.text[max(0, first.start - QUOTE) : first.start], said.text[last.end : last.end + QUOTE]
        seen.example = f"{said.call}#{said.turn}: …{before}{shape}{after}…"
