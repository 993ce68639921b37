"""Reads StreetEvents transcripts: `Name,  Firm - Title    [12]` on a line of its own, rulers, bullet lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from generator.model import Participant
from generator.readers import headerlines, labels, marks, names
from generator.readers.headerlines import LabelLine
from generator.readers.text import Claim, Draft, Line, Text, fold

NAME = "streetevents"
FEWEST = 2
# "Nancy Paxton,  Apple Inc. - Senior Director IR    [2]", "Operator    [1]"
_LABEL = re.compile(r"(\S.{0,250}?)\s{2,20}(\[\d{1,4}\])\s*")
# "James H. Friedland,  Alphabet Inc.": a comma and two spaces part name and firm; one space is second choice
_WIDE = re.compile(r",\s{2,}")
_ENDINGS = ("definitions", "disclaimer", "copyright ")


def claim(text: Text) -> Claim | None:
    """Claim text in which lines end in a number in brackets that counts the turns."""
    found = _find(text.lines)
    if len(found) < FEWEST:
        return None
    return Claim(len(found), f"{len(found)} lines name a speaker and count the turns in brackets", found)


def read(text: Text, claim: Claim) -> Draft:
    """Read turns headed by numbered lines."""
    found = cast(dict[int, LabelLine], claim.plan)
    return headerlines.read(text.lines, found, _end(text.lines, max(found) + 1))


def _find(lines: Sequence[Line]) -> dict[int, LabelLine]:
    found = {n: _label(line) for n, line in enumerate(lines) if line.text.rstrip().endswith("]")}
    return {n: label for n, label in found.items() if label}


def _label(line: Line) -> LabelLine | None:
    match = _LABEL.fullmatch(line.text.strip())
    if not match:
        return None
    name, rest = _split(match[1])
    if not (names.plausible(name) or names.generic(name)):
        return None
    organization, title = labels.affiliation(rest)
    tells = Participant(name, organization, title, line=line.number) if rest.strip(" -") else None
    return LabelLine(name, tells, match[2])


def _split(words: str) -> tuple[str, str]:
    wide = _WIDE.split(words, maxsplit=1)
    if len(wide) == 2:
        return fold(wide[0]), fold(wide[1])
    name, _, rest = fold(words).partition(", ")
    return name, rest


def _end(lines: Sequence[Line], first: int) -> int:
    """Find the publisher's definitions and disclaimer."""
    for n in range(first, len(lines)):
        words = lines[n].text.strip().casefold()
        if words in _ENDINGS or (words.startswith("copyright ") and marks.footer(lines[n].text)):
            return n
    return len(lines)
