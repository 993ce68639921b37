"""Decides which label-like beginnings of paragraphs are labels. Must not know layouts.

"Jiong Shao: …" is one, "Total Revenue: $549 million" is not. What counts: known people, generic voices, capitals
with a title, recurrence, and that the rest of the text speaks of such a person. In doubt it is no label.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from generator.model import Participant
from generator.readers import names
from generator.readers.labels import Label

MANY = 5
"""So many labels in capitals make it the file's way of printing them."""
ALIKE = 82
_USUAL = ("MODERATOR", "OPERATOR", "THE PRESIDENT", "INTERPRETER")
# "9", "$5.49", "9 F: 4 N: 0": numbers, and more of a tally
_TALLY = re.compile(r"[\W\d_]*(?:[A-Z]{1,2}:\s?\d[\W\d_]*)*")
_MEMOS = frozenset(["TODO", "FAQ", "ETA", "FYI", "NB", "PS", "AOB", "TBD", "TLDR", "URL", "HTML", "JSON", "XML", "CSS"])
OFTEN = 3
"""A name of one word that nothing else supports must label so many paragraphs."""


class Words:
    """The different words of a text, by how they are written; looked up when somebody first asks, for most never do."""

    def __init__(self, texts: Callable[[], Iterable[str]]) -> None:
        self._texts = texts

    @cached_property
    def capital(self) -> frozenset[str]:
        """Those that begin with a capital."""
        return frozenset(word for word in self._bare if word[0].isupper())

    @cached_property
    def small(self) -> frozenset[str]:
        """Those that begin with a small letter."""
        return frozenset(word for word in self._bare if word[0].islower())

    @cached_property
    def _bare(self) -> set[str]:
        seen: set[str] = set()
        for text in self._texts():
            seen.update(text.split())
        bare = {word.strip('.,;:!?()[]"“”*…—–').removesuffix("'s").removesuffix("’s") for word in seen}
        return bare - {""}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something at the beginning of a paragraph that might be a label."""

    label: Label
    bold: bool = False


def decide(candidates: Sequence[Candidate], known: Iterable[Participant], spoken: Words) -> frozenset[str]:
    """Give the names (as printed) that are labels."""
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        groups[candidate.label.name].append(candidate)
    people = tuple(known)
    handles = _handles(groups)
    short = {name for name, group in groups.items() if _initials(name, group, people)}
    sure = {name for name, group in groups.items() if name not in short and _sure(name, group, people)}
    parts = {part for name in (*sure, *(p.name for p in people)) for part in names.core(name)}
    parts |= {p.initials.casefold() for p in people if p.initials}
    parts |= {c.label.tells.initials.casefold() for c in candidates if c.label.tells and c.label.tells.initials}
    likely = {
        name for name, group in groups.items() if name not in sure | short and _likely(name, group, parts, spoken)
    }
    short |= _codes(groups, sure | likely | short)
    if _shouted(groups, sure):
        likely = {name for name in likely if names.capitals(name) or names.honored(name)}
        likely |= {name for name in groups if names.capitals(name) and _slip(name, sure)}
    return frozenset(sure | likely | short | handles)


def _shouted(groups: Mapping[str, Sequence[Candidate]], sure: set[str]) -> bool:
    """Tell whether the labels of a file are printed in capitals."""
    capital = [len(groups[name]) for name in sure if names.capitals(name)]
    return sum(capital) >= MANY and sum(capital) > 9 * sum(
        len(groups[n]) for n in sure if not names.capitals(n) and len(n) > 1 and not names.generic(n)
    )


def _slip(name: str, sure: Iterable[str]) -> bool:
    """Tell whether capitals are a sure label misspelt: "MODEARTOR"."""
    return any(len(name) > 5 and fuzz.ratio(name, other) >= ALIKE for other in (*sure, *_USUAL) if other.isupper())


def _sure(name: str, group: Sequence[Candidate], people: Sequence[Participant]) -> bool:
    if _numbers_only(group):
        return False
    if any(c.label.question for c in group):
        return _questions(group)
    if names.generic(name) or any(names.same_person(name, p.name) for p in people):
        return True
    return not names.common(name) and (names.capitals(name) or len(group) > 1) and names.titled(name)


def _handles(groups: Mapping[str, Sequence[Candidate]]) -> set[str]:
    """Take names that look like none, where the file marks enough of them by time or bold letters."""
    marked = {name: len(group) for name, group in groups.items() if all(c.label.handle for c in group)}
    kept = {name for name in marked if not names.common(name) and not _numbers_only(groups[name])}
    return kept if sum(marked[name] for name in kept if marked[name] >= OFTEN) >= MANY else set()


def _codes(groups: Mapping[str, Sequence[Candidate]], accepted: set[str]) -> set[str]:
    """Take every short label in capitals where most labels are such: "CDR", "CC", "CMP", of whom one spoke once."""
    codes = [name for name in accepted if _code(name)]
    if sum(len(groups[name]) for name in codes) < MANY or len(codes) < 2 or len(codes) * 2 < len(accepted):
        return set()
    return {n for n, group in groups.items() if _code(n) and not names.common(n) and not _numbers_only(group)} - _MEMOS


def _code(name: str) -> bool:
    return 1 < len(name) < 6 and name.isalpha() and name.isupper() and not names.generic(name)


def _initials(name: str, group: Sequence[Candidate], people: Sequence[Participant]) -> bool:
    """Tell whether a label is somebody's initials: as the file defines them, "Mei Tan (MTN)", or as anybody would."""
    if not _code(name) or _numbers_only(group):
        return False
    if any(name == p.initials for p in people):
        return True
    return not names.common(name) and any(name == "".join(word[0] for word in p.name.split()).upper() for p in people)


def _likely(name: str, group: Sequence[Candidate], parts: set[str], spoken: Words) -> bool:
    if not names.plausible(name) or names.common(name) or _numbers_only(group) or any(c.label.question for c in group):
        return False
    core = names.core(name)
    if len(core) == 1 and not names.unspaced(name):
        return core[0] in parts or (len(group) >= OFTEN and not _ordinary(core, spoken)) or _bold(group)
    if len(group) > 1 or _bold(group) or any(part in parts for part in core):
        return True
    return not _ordinary(core, spoken) or _spoken_of(name, spoken)


def _bold(group: Sequence[Candidate]) -> bool:
    return all(c.bold for c in group)


def _numbers_only(group: Sequence[Candidate]) -> bool:
    """Tell whether nothing but numbers follows: a poll ("SF: 9 F: 4"), a score, a table."""
    return all(_TALLY.fullmatch(c.label.rest[:200]) for c in group) and any(c.label.rest for c in group)


def _questions(group: Sequence[Candidate]) -> bool:
    """Take "Q text" for a label; "A text" only where several paragraphs begin so."""
    return group[0].label.name == "Q" or len(group) > 1


def _ordinary(core: Sequence[str], spoken: Words) -> bool:
    """Tell whether the text uses all these words as common words."""
    return all(part in spoken.small for part in core)


def _spoken_of(name: str, spoken: Words) -> bool:
    """Tell whether the text speaks of somebody of that name: "our next question comes from Jing Yuan"."""
    forms = [word.strip(".,") for word in name.split()]
    return any(len(w) > 2 and (w in spoken.capital or w.title() in spoken.capital) for w in forms[-1:])


def counts(candidates: Iterable[Candidate], accepted: frozenset[str]) -> Mapping[str, int]:
    """Count the paragraphs that each label begins."""
    found: dict[str, int] = defaultdict(int)
    for candidate in candidates:
        if candidate.label.name in accepted:
            found[candidate.label.name] += 1
    return found
