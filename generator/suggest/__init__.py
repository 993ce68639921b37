"""Proposes topics: terms of an archive that no topic covers, as YAML to paste into topics.yml.

Must not know files: it takes an archive and gives a text. It knows English; calls in other languages are passed over.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

import yaml

from generator.lexicon import forms
from generator.model import Archive
from generator.suggest import counting, kin, phrases, subjects
from generator.suggest.counting import Look, Tally
from generator.suggest.phrases import Key

FEWEST = 3
"""Passages in which a term must occur."""

LOOKED_AT = 25
"""So many terms are looked at for each that is proposed."""

PART = 0.6
"""A term that occurs so often inside a longer one is only a part of it: "ion" of "sodium-ion"."""


WIDER = 3
"""So many times more often than a longer term must its head be met to be a wider one: "wallet", "digital wallet"."""


def suggest(archive: Archive, limit: int = 40) -> str:
    """List the terms that tell most of single calls, as YAML with counts and an example in comments."""
    tally = counting.count(archive)
    calls = len(archive.calls)
    likely = sorted(_likely(tally, _covered(archive)), key=lambda k: (-_telling(k, tally, calls), k))
    looks = counting.look(archive, frozenset(likely[: limit * LOOKED_AT]))
    items = _items(archive, _chosen(looks, tally, calls)[:limit], looks, tally)
    count = "1 term" if len(items) == 1 else f"{len(items)} terms"
    head = f"# {count} that no topic covers, the most telling first. Paste what you like into topics.yml.\n"
    return f"{head}topics:\n{''.join(items)}" if items else f"{head}topics: []\n"


def _items(archive: Archive, chosen: Sequence[Key], looks: Mapping[Key, Look], tally: Tally) -> list[str]:
    """Write what is chosen; letters that stand for a term of the list become its alias."""
    known = kin.heads(archive.topics.values())
    short = kin.abbreviated(chosen, looks)
    names = {**known, **{key: _name(looks[key]) for key in chosen if key not in short}}
    items = []
    for key in (each for each in chosen if each not in short):
        aliases = kin.spellings(looks[key], names[key])
        aliases += [looks[each].shape for each, of in short.items() if of == key]
        wider = kin.wider(key, names)
        parent = names[wider] if wider else None
        items.append(_item(names[key], aliases, parent, looks[key], tally.turns[key], tally.calls[key]))
    return items


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
    worth = {key for key, seen in looks.items() if subjects.subject(key, seen)}
    parts = {
        part for key in worth for part in _parts(key) if part in worth and tally.turns[key] >= PART * tally.turns[part]
    }
    weights = {key: _telling(key, tally, calls) * _weight(key, looks[key]) for key in worth - parts}
    chosen: list[Key] = []
    for key in sorted(weights, key=lambda k: (-weights[k], k)):
        if not any(_apart(key, other, tally) for other in chosen):
            chosen.append(key)
    return chosen


def _apart(key: Key, other: Key, tally: Tally) -> bool:
    """Whether two terms cannot both be listed: one is in the other, and is no wider subject of its own."""
    short, long = sorted((key, other), key=len)
    if short not in _parts(long):
        return False
    return long[-len(short) :] != short or tally.turns[short] < WIDER * tally.turns[long]


def _parts(key: Key) -> Iterator[Key]:
    return (key[a:b] for a in range(len(key)) for b in range(a + 1, len(key) + 1) if b - a < len(key))


def _telling(key: Key, tally: Tally, calls: int) -> float:
    """Times it occurs, weighed by how few calls have it; what only one call has says less of an archive."""
    rarity = math.log(1 + calls / tally.calls[key])
    alone = 0.5 if tally.calls[key] == 1 and calls > 3 else 1.0
    return math.sqrt(tally.times[key] * tally.turns[key]) * rarity * alone


def _weight(key: Key, seen: Look) -> float:
    """A term of several words tells more than one word, and a name more than a common noun."""
    return 1.5 if len(key) > 1 else 1.0 if seen.proper else 0.45


def _name(seen: Look) -> str:
    shape = seen.shape
    return shape[0].upper() + shape[1:] if shape.split()[0].islower() else shape


def _item(name: str, aliases: list[str], parent: str | None, seen: Look, passages: int, calls: int) -> str:
    """Write a topic as it stands in topics.yml, with what speaks for it in a comment."""
    given = {"name": name, "aliases": aliases, "parent": parent}
    lines = [f"{_line(key, value)}\n" for key, value in given.items() if value]
    times = f"{passages} passages in {calls} call{'s' if calls > 1 else ''}"
    return f"  - {'    '.join(lines)}    # {times}; {_comment(seen.example)}\n"


def _line(key: str, value: str | list[str]) -> str:
    """Write a key and its value in one line; a list stands in brackets."""
    if isinstance(value, str):
        return yaml.safe_dump({key: value}, allow_unicode=True, width=10_000).strip()
    return f"{key}: {yaml.safe_dump(value, allow_unicode=True, width=10_000, default_flow_style=True).strip()}"


def _comment(text: str) -> str:
    """Make a text fit for a comment: one line, and no character that YAML refuses."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
