"""Tells which terms belong together: other spellings, letters that stand for words, wider terms. Must not count."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from generator.lexicon import forms
from generator.model import Topic
from generator.suggest import phrases
from generator.suggest.counting import Look
from generator.suggest.phrases import Key

LETTERS = 3
"""Letters of an abbreviation, at least: two stand for too many things."""
OFTEN = 2
"""Times that another spelling must occur."""


def spellings(seen: Look, name: str) -> list[str]:
    """List other ways in which a term is written, as far as a topic of that name would not find them by itself.

    Only the last word may differ, or hyphens: "fuel cells", "fuel-cell", but not "fuels cell".
    """
    found = {form.casefold() for form in (name, *(form for form, _ in forms.of_topic(name)))}
    others: list[str] = []
    for shape, times in sorted(seen.shapes.items(), key=lambda pair: (-pair[1], pair[0])):
        if times >= OFTEN and shape.casefold() not in found and _stem(shape) == _stem(name):
            others.append(shape)
            found.update(form.casefold() for form in (shape, *(form for form, _ in forms.of_topic(shape))))
    return others


def _stem(shape: str) -> list[str]:
    """All but the last word, hyphens aside."""
    return shape.casefold().replace("-", " ").split()[:-1]


def abbreviated(chosen: Iterable[Key], looks: Mapping[Key, Look]) -> dict[Key, Key]:
    """Find the terms whose letters are another one's initials: American Rescue Plan, ARP."""
    initials: dict[str, list[Key]] = {}
    ordered = list(chosen)
    for key in ordered:
        if len(key) >= LETTERS:
            initials.setdefault("".join(word[0] for word in key), []).append(key)
    found: dict[Key, Key] = {}
    for key in ordered:
        long = initials.get(key[0], []) if len(key) == 1 and looks[key].shape.rstrip("s").isupper() else []
        if len(long) == 1:
            found[key] = long[0]
    return found


def wider(key: Key, chosen: Collection[Key]) -> Key | None:
    """Find the term that is the head of a longer one: wallet of digital wallet."""
    return next((key[at:] for at in range(1, len(key)) if key[at:] in chosen), None)


def heads(topics: Iterable[Topic]) -> dict[Key, str]:
    """Name the topics by the stems of their names."""
    return {phrases.stems(topic.name): topic.name for topic in topics}
