"""Finds the names that stand before the words in captions: `Mei Tan: Good morning`. Must not know formats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.readers import evidence, names
from generator.readers.labels import Label

FARTHEST = 70
"""A name's colon stands within so many characters."""
LONGEST = 8
"""Words of the longest name that meeting software shows: "Dr. Mei Tan | Harbour Bank (she/her)"."""
EVERY = 0.7
"""Where more than this share of the cues begins with a name, meeting software has put it there."""
AGAIN = 0.02
"""Where more than this share of the names repeats the one before, names stand in each cue and not at each change."""
FEWEST = 3
RAREST = 0.02
"""Where names stand only at a change, at least so many cues, and this share of them, begin with one."""


@dataclass(frozen=True, slots=True)
class Names:
    """Which beginnings of lines are names."""

    accepted: frozenset[str]
    each: bool = False
    """True where a cue without a name is nobody's; else it goes on with the words of the last name."""


def cut(words: str) -> tuple[str, str] | None:
    """Cut what might be a name off the beginning of a line: `Name: words`, `[SPEAKER_00]: words`, `>> NAME: words`."""
    body = words.lstrip(" \t>-–") if words.lstrip()[:1] in ">-–" else words.strip()
    at = min((n for n in (body.find(":", 0, FARTHEST), body.find("：", 0, FARTHEST)) if n > 0), default=0)
    rest = body[at + 1 :]
    if not at or (body[at] == ":" and rest[:1] not in ("", " ", "\t", "\xa0")):
        return None
    name = " ".join(body[:at].strip("[]").split())
    fits = 0 < len(name.split()) <= LONGEST and any(c.isalpha() for c in name) and not name.endswith((".", ",", "?"))
    return (name, rest.strip()) if fits and "?" not in name and "!" not in name else None


def find(cues: Sequence[Sequence[str]]) -> Names:
    """Find the names in captions, given the lines of each cue."""
    full = [lines for lines in cues if lines]
    first = [cut(lines[0]) for lines in full]
    begun = [found[0] for found in first if found]
    if len(begun) > EVERY * len(full):
        counted = Counter(begun)
        accepted = frozenset(name for name, n in counted.items() if n > 1 or not names.common(name))
        return Names(accepted, _repeated(begun))
    return _at_changes(full)


def _at_changes(cues: Sequence[Sequence[str]]) -> Names:
    both = [(line, cut(line)) for lines in cues for line in lines]
    candidates = [evidence.Candidate(Label(*found)) for _, found in both if found]
    spoken = evidence.Words(lambda: (found[1] if found else line for line, found in both))
    accepted = evidence.decide(candidates, (), spoken)
    begun = [found[0] for lines in cues if (found := cut(lines[0])) and found[0] in accepted]
    if len(begun) < max(FEWEST, RAREST * len(cues)) or max(Counter(begun).values()) < 2:
        return Names(frozenset())
    return Names(accepted, _repeated(begun))


def _repeated(begun: Sequence[str]) -> bool:
    return sum(one == other for one, other in pairwise(begun)) > AGAIN * len(begun)
