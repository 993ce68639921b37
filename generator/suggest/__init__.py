"""Proposes topics: terms of the archive that no topic covers, as YAML to paste into topics.yml.

Must not know files: it takes an archive and gives a text.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from generator.lexicon import folding, forms, words
from generator.model import Archive, Call, Paragraph, Turn
from generator.suggest import phrases, plain
from generator.suggest.phrases import Key, Word

FEWEST = 3
"""Turns in which a term must occur."""

QUOTE = 45
"""Characters of an example to each side of the term."""


@dataclass(slots=True)
class Term:
    """What was counted of one term while the archive was read."""

    shapes: Counter[str] = field(default_factory=Counter)
    """As written → how often; a capital at the beginning of a sentence counts little."""
    turns: dict[str, set[int]] = field(default_factory=dict)
    """Call id → numbers of the turns in which it occurs."""
    example: str = ""
    """Where it first occurs, and the words around it."""

    @property
    def count(self) -> int:
        """In how many turns it occurs."""
        return sum(map(len, self.turns.values()))

    @property
    def shape(self) -> str:
        """As it is written most often."""
        return min(self.shapes, key=lambda shape: (-self.shapes[shape], shape))

    @property
    def proper(self) -> bool:
        """Whether it has a capital where no sentence begins: a product, a place, an acronym."""
        capital = sum(n for shape, n in self.shapes.items() if any(map(str.isupper, shape)))
        return capital > 0.8 * self.shapes.total()


def suggest(archive: Archive, limit: int = 40) -> str:
    """List the terms that tell most of single calls, as YAML with counts and an example in comments."""
    counted = _counted(archive)
    chosen = _chosen(counted, len(archive.calls), _covered(archive))[:limit]
    count = "1 term" if len(chosen) == 1 else f"{len(chosen)} terms"
    head = f"# {count} that no topic covers, the most telling first. Paste what you like into topics.yml.\n"
    items = "".join(_item(counted[key]) for key in chosen)
    return f"{head}topics:\n{items}" if items else f"{head}topics: []\n"


def _counted(archive: Archive) -> dict[Key, Term]:
    named = _named(archive)
    counted: dict[Key, Term] = defaultdict(Term)
    for call in sorted(archive.calls.values(), key=lambda c: c.id):
        taken = _taken(call)
        for turn, number, paragraph in _said(call):
            for term in phrases.terms(paragraph.text, taken[turn.number, number], named):
                _note(counted[phrases.key(term)], f"{call.id}#{turn.id}", call.id, turn.number, paragraph.text, term)
    return counted


def _said(call: Call) -> Iterator[tuple[Turn, int, Paragraph]]:
    spoken = (turn for turn in call.turns if not turn.procedural)
    return ((turn, number, paragraph) for turn in spoken for number, paragraph in enumerate(turn.paragraphs, 1))


def _taken(call: Call) -> Mapping[tuple[int, int], list[tuple[int, int]]]:
    """(turn, paragraph) → spans that mention something already."""
    taken: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for mention in call.mentions:
        taken[mention.turn, mention.paragraph].append((mention.start, mention.end))
    return taken


def _named(archive: Archive) -> frozenset[str]:
    """Folded words of the names of people and organisations."""
    people = [s.name for s in archive.speakers.values()]
    voices = [a.name for call in archive.calls.values() for a in call.appearances]
    firms = [o.name for o in archive.organizations.values()]
    firms += [a.organization for call in archive.calls.values() for a in call.appearances if a.organization]
    firm_words = {w for name in firms for w in folding.blank(name).words.split()} - words.ORDINARY - plain.PLAIN
    return frozenset({w for name in (*people, *voices) for w in folding.blank(name).words.split()} | firm_words)


def _note(counted: Term, place: str, call: str, turn: int, text: str, term: tuple[Word, ...]) -> None:
    start, end = term[0].start, term[-1].end
    shape = text[start:end]
    if term[0].opens and not shape[1:2].isupper():
        shape = shape[0].lower() + shape[1:]
        counted.shapes[shape] += 0
    else:
        counted.shapes[shape] += 1
    counted.turns.setdefault(call, set()).add(turn)
    if not counted.example:
        before, after = text[max(0, start - QUOTE) : start], text[end : end + QUOTE]
        counted.example = f"{place}: …{before}{text[start:end]}{after}…"


# --- choosing -------------------------------------------------------------------------------------------------


def _covered(archive: Archive) -> frozenset[Key]:
    """Keys of all forms of all topics, and of the single words in them."""
    names = [name for topic in archive.topics.values() for name in (topic.name, *topic.aliases)]
    keys = {phrases.stems(form) for name in names for form in (name, *(f for f, _ in forms.of_topic(name)))}
    return frozenset(keys | {(word,) for key in keys for word in key})


def _chosen(counted: Mapping[Key, Term], calls: int, covered: frozenset[Key]) -> list[Key]:
    """Keys of what is worth proposing, the most telling first, none inside another."""
    worth = {k: t for k, t in counted.items() if t.count >= FEWEST and k not in covered and _subject(k, t)}
    whole = set(worth) - _parts_only(worth)
    chosen: list[Key] = []
    for key in sorted(whole, key=lambda k: (-_telling(k, worth[k], calls), k)):
        if not any(_inside(key, other) or _inside(other, key) for other in chosen):
            chosen.append(key)
    return chosen


def _subject(key: Key, term: Term) -> bool:
    """Whether a term can be a subject at all: not plain words alone, and no loose adverb or participle at its end."""
    if all(one in phrases.ALONE or one in phrases.BREAKS or len(one) < 2 for one in key):
        return term.proper and len(key) == 1 and len(key[0]) > 1
    if key[0] in phrases.BREAKS or key[-1] in phrases.BREAKS:
        return False
    return len(key) > 1 or term.proper or (len(key[0]) > 4 and not key[0].endswith(("ed", "ing", "er", "al", "ive")))


def _parts_only(worth: Mapping[Key, Term]) -> set[Key]:
    """Terms that mostly occur as part of a longer one: "ion" of "sodium-ion"."""
    found: set[Key] = set()
    for key, term in worth.items():
        for part in _sub_keys(key):
            if part in worth and term.count >= 0.6 * worth[part].count:
                found.add(part)
    return found


def _sub_keys(key: Key) -> Iterator[Key]:
    return (key[a:b] for a in range(len(key)) for b in range(a + 1, len(key) + 1) if b - a < len(key))


def _inside(short: Key, long: Key) -> bool:
    return any(part == short for part in _sub_keys(long))


def _telling(key: Key, term: Term, calls: int) -> float:
    """Turns, weighed by how few calls have the term; one call alone, or one word alone, says less."""
    rarity = math.log(1 + calls / len(term.turns))
    alone = 0.5 if len(term.turns) == 1 and calls > 3 else 1.0
    return term.count * rarity * alone * (1.5 if len(key) > 1 else 1.0 if term.proper else 0.6)


# --- writing --------------------------------------------------------------------------------------------------


def _item(term: Term) -> str:
    shape = term.shape
    name = yaml.safe_dump({"name": shape[0].upper() + shape[1:]}, allow_unicode=True, width=10_000).strip()
    turns = f"{term.count} turns in {len(term.turns)} call{'s' if len(term.turns) > 1 else ''}"
    return f"  - {name}\n    # {turns}; {_comment(term.example)}\n"


def _comment(text: str) -> str:
    """Make a text fit for a comment: one line, and no character that YAML refuses."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
