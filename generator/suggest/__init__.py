"""Proposes topics: terms of an archive that no topic covers, as YAML to paste into topics.yml.

Must not know files: it takes an archive and gives a text. It knows English; calls in other languages are passed over.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import yaml

from generator.lexicon import forms
from generator.model import Archive
from generator.suggest import counting, phrases
from generator.suggest.counting import Look, Tally
from generator.suggest.phrases import Key

FEWEST = 3
"""Turns in which a term must occur."""

LOOKED_AT = 25
"""So many terms are looked at for each that is proposed."""

PART = 0.6
"""A term that occurs so often inside a longer one is only a part of it: "ion" of "sodium-ion"."""


def suggest(archive: Archive, limit: int = 40) -> str:
    """List the terms that tell most of single calls, as YAML with counts and an example in comments."""
    tally = counting.count(archive)
    calls = len(archive.calls)
    likely = sorted(_likely(tally, _covered(archive)), key=lambda k: (-_telling(k, tally, calls), k))
    looks = counting.look(archive, frozenset(likely[: limit * LOOKED_AT]))
    chosen = _chosen(looks, tally, calls)[:limit]
    count = "1 term" if len(chosen) == 1 else f"{len(chosen)} terms"
    head = f"# {count} that no topic covers, the most telling first. Paste what you like into topics.yml.\n"
    items = "".join(_item(looks[key], tally.turns[key], tally.calls[key]) for key in chosen)
    return f"{head}topics:\n{items}" if items else f"{head}topics: []\n"


def _covered(archive: Archive) -> frozenset[Key]:
    """Keys of all forms of all topics, and of the single words in them."""
    names = [name for topic in archive.topics.values() for name in (topic.name, *topic.aliases)]
    keys = {phrases.stems(form) for name in names for form in (name, *(f for f, _ in forms.of_topic(name)))}
    return frozenset(keys | {(word,) for key in keys for word in key})


def _likely(tally: Tally, covered: frozenset[Key]) -> Iterator[Key]:
    """Terms that occur often enough, are not covered, and do not end in a word that ends phrases."""
    for key, turns in tally.turns.items():
        if turns >= FEWEST and key not in covered and len("".join(key)) > 1:
            yield key


def _chosen(looks: Mapping[Key, Look], tally: Tally, calls: int) -> list[Key]:
    """Keys of what is worth proposing, the most telling first, none inside another."""
    worth = {key for key, seen in looks.items() if _subject(key, seen)}
    parts = {
        part for key in worth for part in _parts(key) if part in worth and tally.turns[key] >= PART * tally.turns[part]
    }
    weights = {key: _telling(key, tally, calls) * _weight(key, looks[key]) for key in worth - parts}
    chosen: list[Key] = []
    for key in sorted(weights, key=lambda k: (-weights[k], k)):
        if not any(key in _parts(other) or other in _parts(key) for other in chosen):
            chosen.append(key)
    return chosen


def _subject(key: Key, seen: Look) -> bool:
    """Whether a term can be a subject: proper, or more than plain words, and standing where subjects stand."""
    if seen.proper:
        return len(key) > 1 or not (key[0] in phrases.PLAIN or key[0] in phrases.BREAKS)
    if all(one in phrases.ALONE or one in phrases.BREAKS for one in key):
        return False
    if key[0] in phrases.BREAKS or key[-1] in phrases.BREAKS:
        return False
    total = seen.shapes.total()
    if len(key) > 1:
        return seen.verbs <= 0.3 * total
    return len(key[0]) > 3 and seen.nouns >= 0.35 * total and seen.verbs <= 0.1 * total and not key[0].endswith("ed")


def _parts(key: Key) -> Iterator[Key]:
    return (key[a:b] for a in range(len(key)) for b in range(a + 1, len(key) + 1) if b - a < len(key))


def _telling(key: Key, tally: Tally, calls: int) -> float:
    """Times it occurs, weighed by how few calls have it; what only one call has says less of an archive."""
    rarity = math.log(1 + calls / tally.calls[key])
    alone = 0.5 if tally.calls[key] == 1 and calls > 3 else 1.0
    return math.sqrt(tally.times[key] * tally.turns[key]) * rarity * alone


def _weight(key: Key, seen: Look) -> float:
    """A term of several words tells more than one word, and a name more than a common noun."""
    return 1.5 if len(key) > 1 else 1.0 if seen.proper else 0.5


def _item(seen: Look, turns: int, calls: int) -> str:
    shape = seen.shape
    name = shape[0].upper() + shape[1:] if shape.split()[0].islower() else shape
    line = yaml.safe_dump({"name": name}, allow_unicode=True, width=10_000).strip()
    times = f"{turns} turns in {calls} call{'s' if calls > 1 else ''}"
    return f"  - {line}\n    # {times}; {_comment(seen.example)}\n"


def _comment(text: str) -> str:
    """Make a text fit for a comment: one line, and no character that YAML refuses."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
