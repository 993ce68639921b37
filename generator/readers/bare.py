"""Reads transcripts whose labels are bare names on lines of their own, known from the lists of participants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import cast

from generator.model import Participant
from generator.readers import evidence, headerlines, labels, lists, marks, names
from generator.readers.headerlines import LabelLine
from generator.readers.lists import Listing
from generator.readers.text import Claim, Draft, Line, Text, fold

NAME = "bare"
FEWEST = 3
LONGEST = 110


def claim(text: Text) -> Claim | None:
    """Claim text in which lines are nothing but names of listed participants or "Operator"."""
    listings = lists.find(text.lines)
    if not listings and not text.known:
        return None
    found = _find(text, listings)
    if len(found) < FEWEST or len({label.name for label in found.values()}) < 2:
        return None
    return Claim(len(found), f"{len(found)} lines are bare names, most of them listed as participants", found)


def read(text: Text, claim: Claim) -> Draft:
    """Read turns headed by bare names."""
    found = cast(dict[int, LabelLine], claim.plan)
    last = max(found)
    end = next((n for n in range(last + 1, len(text.lines)) if marks.footer(text.lines[n].text)), len(text.lines))
    return headerlines.read(text.lines, found, end)


def _find(text: Text, listings: Sequence[Listing]) -> dict[int, LabelLine]:
    """Find the label lines: listed and generic names first, then names that only recurrence or mention vouches for."""
    listed = {n for found in listings for n in range(found.first, found.end)}
    people = (*text.known, *(p for found in listings for p in found.people))
    open_lines = [n for n, line in enumerate(text.lines) if n not in listed and _short(line)]
    first = max(listed, default=-1)
    found = {n: label for n in open_lines if n > first and (label := _known(text.lines[n], people))}
    others = {n: name for n in open_lines if n > first and n not in found and (name := _unknown(text.lines[n]))}
    found |= _vouched(text, found, others)
    return {n: found[n] for n in sorted(found) if _words_follow(text.lines, n, found)}


def _short(line: Line) -> bool:
    return (1 < len(line.text) < LONGEST and not line.blank and line.text.strip()[-1] not in '.?!,;…”"]') or (
        line.text.strip().endswith(("Inc.", "Co.", "Corp.", "Ltd.", "L.P.", "Jr.", "N.A.", "plc.", "S.A.", "L.L.C."))
    )


def _known(line: Line, people: Sequence[Participant]) -> LabelLine | None:
    words = fold(line.text).rstrip(":")
    name, rest = _split(words)
    generic = names.generic(name) and len(name) > 1 and (not rest or len(name.split()) > 1)
    if not generic and not (
        "," not in name and names.plausible(name) and any(names.same_person(name, p.name) for p in people)
    ):
        return None
    organization, title = labels.affiliation(rest)
    return LabelLine(name, Participant(name, organization, title, line=line.number) if rest else None)


def _split(words: str) -> tuple[str, str]:
    """Split "Gary C. Kelly - Southwest Airlines Co." and "Mei Tan -- Northgate"."""
    for mark in (" -- ", " - ", " – ", " — "):
        name, found, rest = words.partition(mark)
        if found:
            return name.strip(), rest.strip()
    return words, ""


def _unknown(line: Line) -> str | None:
    name, _ = _split(fold(line.text))
    fits = names.plausible(name) and 2 <= len(name.split()) <= 4 and not names.common(name)
    return name if fits and not marks.section(name) else None


def _vouched(text: Text, found: Mapping[int, LabelLine], others: Mapping[int, str]) -> dict[int, LabelLine]:
    if not others or not found:
        return {}
    spoken = evidence.Words(
        lambda: (line.text for n, line in enumerate(text.lines) if n not in others and n not in found)
    )
    often = Counter(others.values())
    kept: dict[int, LabelLine] = {}
    for n, name in others.items():
        part = names.core(name)[-1]
        if n > min(found) and (often[name] > 1 or part.title() in spoken.capital or name.split()[-1] in spoken.capital):
            organization, title = labels.affiliation(_split(fold(text.lines[n].text))[1])
            tells = Participant(name, organization, title, line=text.lines[n].number)
            kept[n] = LabelLine(name, tells if organization or title else None)
    return kept


def _words_follow(lines: Sequence[Line], at: int, found: Mapping[int, LabelLine]) -> bool:
    """Tell whether the next line that is written is no label itself."""
    after = next((n for n in range(at + 1, len(lines)) if not lines[n].blank), None)
    return after is not None and after not in found
