"""Finds labels that several people share: "Mei Tan and Ravi Menon". Knows no formats and no other call."""

from __future__ import annotations

from collections.abc import Sequence

from generator.grammar import alike, names
from generator.model import Transcript

FULL = 2
"""Words of a name that is whole: a first and a family name."""


def find(transcript: Transcript) -> frozenset[str]:
    """The labels of a call that name two people or more, and so are nobody's.

    They name people known otherwise, each another one; or whole names, one of which is known, or all of two words.
    """
    listed = [p.name for p in transcript.participants]
    labels = dict.fromkeys(u.label for u in transcript.utterances if u.label)
    joined = [label for label in labels if names.several(label) and label not in listed]
    if not joined:
        return frozenset()
    people = {names.key(name): name for name in (*listed, *labels) if not names.several(name)}
    known = [name for name in people.values() if names.generic_role(name) is None]
    short = {p.initials: p.name for p in transcript.participants if p.initials}
    return frozenset(label for label in joined if _people(names.several(label), known, short))


def _people(parts: Sequence[str], known: Sequence[str], short: dict[str, str]) -> bool:
    """Tell whether the parts of a label are people."""
    found = [alike.match(short.get(part, part), known) for part in parts]
    met = {match[0] for match in found if match}
    if len(met) == len(parts):
        return True
    words = [len(names.tokens(part)) for part in parts]
    return min(words) >= FULL and (len(met) > 0 or max(words) == FULL)
