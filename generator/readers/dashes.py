"""Reads transcripts whose labels are lines `Name--Title` or `Name -- Firm -- Analyst`, and bare `Operator` lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import cast

from generator.model import Participant
from generator.readers import headerlines, labels, lists, marks, names
from generator.readers.headerlines import LabelLine
from generator.readers.text import Claim, Draft, Line, Text, fold

NAME = "dashes"
FEWEST = 3
LONGEST = 200
# "Eric Heath--KeyBanc Capital Markets -- Analyst", "Amy Hood -- Chief Financial Officer", "Wen Zhao—Chairman"
_LABEL = re.compile(r"([^-—]{2,60}(?:-[^\s—-][^-—]{0,40})?)(?:--|—)\s*(\S.{1,140})")
# "Call participants:"
_CLOSING = re.compile(r"(?i)\s*(?:call )?participants\s*:\s*")


_DASH = frozenset({"--", "—"})
"""Lines that stand between name and title where a label is spread over three."""


def claim(text: Text) -> Claim | None:
    """Claim text in which lines of their own join a name and a title with two dashes."""
    if sum(_dashing(line) for line in text.lines if "--" in line.text or "—" in line.text) < FEWEST:
        return None
    found, end = _find(text)
    dashed = sum(label.tells is not None for label in found.values())
    if dashed < FEWEST:
        return None
    reason = f"{dashed} lines of their own read `Name -- Title`, {len(found) - dashed} name a voice"
    return Claim(len(found), reason, (found, end))


def _dashing(line: Line) -> bool:
    """Tell whether a line joins a name and a title, or is the dash between them: most dashes stand in sentences."""
    words = line.text.strip()
    match = _LABEL.fullmatch(words) if len(words) <= LONGEST else None
    return words in _DASH or (match is not None and _dashed(fold(match[1]), fold(match[2]), line.number) is not None)


def read(text: Text, claim: Claim) -> Draft:
    """Read turns headed by `Name -- Title` lines."""
    found, end = cast(tuple[dict[int, LabelLine], int], claim.plan)
    return headerlines.read(text.lines, found, end)


def _find(text: Text) -> tuple[dict[int, LabelLine], int]:
    end = _end(text.lines)
    listed = {n for found in lists.find(text.lines, 0, end) for n in range(found.first, found.end)}
    spread = any(line.text.strip() in _DASH for line in text.lines if len(line.text) < 9)
    found = {n: label for n in range(end) if n not in listed and (label := _label(text.lines, n, spread))}
    spoken = _spoken(text.lines, found)
    return {n: label for n, label in found.items() if n in spoken}, end


def _end(lines: Sequence[Line]) -> int:
    """Find the closing list of participants, or the publisher's footer, behind the middle of the file."""
    half = len(lines) // 2
    return next((n for n in range(half, len(lines)) if _closing(lines[n].text)), len(lines))


def _closing(words: str) -> bool:
    return (len(words) < 80 and bool(_CLOSING.fullmatch(words))) or marks.footer(words)


def _label(lines: Sequence[Line], at: int, spread: bool) -> LabelLine | None:
    """Read a label; `spread` tells that the file has lines that are nothing but a dash."""
    words = lines[at].text.strip()
    if not words or len(words) > LONGEST:
        return None
    if spread and (three := _three_lines(lines, at)):
        return three
    match = _LABEL.fullmatch(words) if "--" in words or "—" in words else None
    if match:
        return _dashed(fold(match[1]), fold(match[2]), lines[at].number)
    bare = words.rstrip(":")
    return LabelLine(bare) if names.generic(bare) and not names.common(bare.split()[0]) and len(bare) > 1 else None


def _three_lines(lines: Sequence[Line], at: int) -> LabelLine | None:
    """Read a label that a page spread over three lines: name, `--`, title."""
    if not any(lines[n].text.strip() in _DASH for n in range(at + 1, min(at + 6, len(lines)))):
        return None
    full = [n for n in range(at, min(at + 6, len(lines))) if not lines[n].blank][:3]
    if len(full) < 3 or lines[full[1]].text.strip() not in _DASH:
        return None
    label = _dashed(fold(lines[at].text), fold(lines[full[2]].text), lines[at].number)
    return LabelLine(label.name, label.tells, lines=full[2] - at + 1) if label else None


def _dashed(name: str, rest: str, line: int) -> LabelLine | None:
    if not (names.plausible(name) or names.generic(name)) or (
        rest.endswith((".", "?", "!")) and not rest.endswith(".")
    ):
        return None
    if (names.common(name) and not names.generic(name)) or (not rest[:1].isupper() and not rest[:1].isdigit()):
        return None
    if len(rest.split()) > 16 or (
        rest.endswith((".", "?", "!", ",")) and not rest.endswith(("Inc.", "Co.", "Ltd.", "Corp."))
    ):
        return None
    organization, title = labels.affiliation(rest) if "--" in rest else (None, rest)
    return LabelLine(name, Participant(name, organization, title, line=line))


def _spoken(lines: Sequence[Line], found: Iterable[int]) -> set[int]:
    """Keep the label lines that words follow before the next label line."""
    at = [*found, len(lines)]
    return {n for n, following in pairwise(at) if _words_between(lines, n + 1, following)}


def _words_between(lines: Sequence[Line], first: int, last: int) -> bool:
    return any(not lines[n].blank and not marks.section(lines[n].text) for n in range(first, last))
