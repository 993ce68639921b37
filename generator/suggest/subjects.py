"""Tells whether a term can be a subject, by its words and by where it stands. Must not know how often it occurs."""

from __future__ import annotations

import re

from generator.lexicon import words
from generator.suggest import common, given, phrases
from generator.suggest.counting import Look
from generator.suggest.phrases import Key

# "federal", "creative", "generous", "useful", "homeless", "accessible", "organic", "frustrated": how something is
ADJECTIVE = re.compile(r"(?:[^aeiou]al|ial|ual|ive|ous|ful|less|[ai]ble|[^aeiou]ic|[^aeiou]ed)$")

# "walking", "managing": what somebody does, unless it stands where subjects stand
DOING = re.compile(r".{2}ing$")

# "iPhone", "EIP", "Test262", "GLP-1": written as no ordinary word is
ODD = re.compile(r"[A-Z].*[A-Z0-9]|[a-z][A-Z]|[A-Za-z].*\d")

NOUN, DOER = 0.35, 0.6
"""Part of the places in which a word, or one that may be a verb, must stand where subjects do."""

GENERAL = frozenset(map(phrases.stem, common.GENERAL))
ALONE = phrases.ALONE | GENERAL | frozenset(map(phrases.stem, common.DEMONYMS | common.FIRMS))
NOUNS = frozenset(map(phrases.stem, common.NOUNS))
GIVEN = frozenset(map(phrases.stem, given.GIVEN))
SET = frozenset(tuple(map(phrases.stem, phrase)) for phrase in common.SET)
FIRST = frozenset(map(phrases.stem, common.DEGREES))
KNOWN = frozenset(tuple(map(phrases.stem, phrase)) for phrase in common.KNOWN)


def subject(key: Key, seen: Look) -> bool:
    """Whether a term can be a subject: more than plain words, nobody's name, and standing where subjects stand."""
    if key in SET:
        return False
    if key in KNOWN:
        return True
    if len(key) == 1:
        return _proper(key[0], seen) if seen.proper else _common(key[0], seen)
    return _name(key, seen.shape) if seen.proper else _several(key, seen)


def adjective(stem: str) -> bool:
    """Whether a word only says how something is, as far as its end tells."""
    return stem not in NOUNS and ADJECTIVE.search(stem) is not None


def _proper(stem: str, seen: Look) -> bool:
    """Whether a word with a capital names a thing: "Wasabi", "WASM", but not "Heather", "Federal", "Danish"."""
    if stem in ALONE - words.WORDS or stem in phrases.BREAKS or len(stem) < 2:
        return False
    return ODD.search(seen.shape) is not None or not (stem in GIVEN or stem in ALONE or adjective(stem))


def _common(stem: str, seen: Look) -> bool:
    if len(stem) <= 3 or stem in ALONE or stem in phrases.BREAKS or stem in GIVEN:
        return False
    if adjective(stem) or stem.endswith(("ed", "er")):
        return False
    total = seen.shapes.total()
    least = max(1, DOER * total) if DOING.search(stem) else NOUN * total
    return seen.nouns >= least and seen.verbs <= 0.1 * total


def _name(key: Key, shape: str) -> bool:
    """Whether words with capitals name a thing: "Henry Hub", "Homeland Security", not "Adam Samuelson", "Acme Inc"."""
    if key[0] in GIVEN and not any(one in ALONE for one in key[1:]):
        return False
    if shape[shape.rfind(" ") + 1 :].islower() and adjective(key[-1]):
        return False
    return key[-1] not in common.FIRM_ENDS and not all(one in phrases.BREAKS or one in GENERAL for one in key)


def _several(key: Key, seen: Look) -> bool:
    if key[0] in phrases.BREAKS or key[-1] in phrases.BREAKS or seen.verbs > 0.3 * seen.shapes.total():
        return False
    if all(one in phrases.ALONE for one in key) or all(one in GENERAL or one in phrases.PLAIN for one in key):
        return False
    return not (adjective(key[-1]) or key[-1].endswith("ed") or key[-1] in FIRST or key[0] in FIRST)
