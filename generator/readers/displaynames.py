"""Splits the name under which somebody joined a call from the firm or title beside it. Must not know formats."""

from __future__ import annotations

import re

from generator.model import Participant
from generator.readers import labels, names

LONGEST = 120
# "Mei Tan (Harbour Bank)", "Tan, Mei (External)": what stands in brackets at the end
_BRACKETS = re.compile(r"([^()]{2,80}?)\s*\(([^()]{2,60})\)")
# "Mei Tan | Harbour Bank", "Mei @ Harbour Bank"
_BARS = re.compile(r"\s*\|\s*|\s+@\s+")
# "Mei Tan - Harbour Bank", "Mei Tan -- Harbour Bank -- Analyst", "Mei Tan--Analyst"
_DASH = re.compile(r"\s+[-–—]{1,2}\s+|\s*--\s*")
_STATES = frozenset(
    "external guest unverified host co-host cohost me you organizer organiser presenter interpreter phone mobile"
    " desktop recording muted webcam".split()
)
"""What meeting software itself puts into brackets."""


def split(printed: str, line: int = 0) -> tuple[str, Participant | None]:
    """Give the name, and what is said beside it: "Mei Tan | Harbour Bank" is Mei Tan of Harbour Bank.

    In doubt the name stays as it is printed: "(M)", "(mtan)", "(External)" are no firms.
    """
    whole = " ".join(printed[:LONGEST].split())
    if names.generic(whole) or len(printed) > LONGEST:
        return " ".join(printed.split()), None
    name, organization, title = _bars(whole) or _brackets(whole) or _dashes(whole) or (whole, None, None)
    return name, Participant(name, organization, title, line=line) if organization or title else None


def _bars(whole: str) -> tuple[str, str | None, str | None] | None:
    name, *rest = [part.strip() for part in _BARS.split(whole)]
    if not name or not rest or not all(map(_beside, rest)):
        return None
    return (name, *_told(rest))


def _told(parts: list[str]) -> tuple[str | None, str | None]:
    organization = next((part for part in parts if not labels.title_like(part)), None)
    title = ", ".join(part for part in parts if part != organization)
    return organization, title or None


def _brackets(whole: str) -> tuple[str, str | None, str | None] | None:
    found = _BRACKETS.fullmatch(whole)
    if not found or not _full(found[1]) or not _beside(found[2]):
        return None
    return (found[1].strip(), *labels.affiliation(found[2]))


def _dashes(whole: str) -> tuple[str, str | None, str | None] | None:
    dash = _DASH.search(whole)
    if not dash or not _full(whole[: dash.start()]) or not _beside(whole[dash.end() :]):
        return None
    return (whole[: dash.start()].strip(), *labels.affiliation(whole[dash.end() :]))


def _full(name: str) -> bool:
    """Tell whether a name has a first and a last part, so that what follows is no nickname of a handle."""
    return len(name.split()) > 1 and names.plausible(name.replace(",", " "))


def _beside(words: str) -> bool:
    """Tell whether words beside a name can be a firm or a title: capitals, no pronouns, no state of a connection."""
    known = words.casefold() in _STATES or "/" in words
    return len(words) > 1 and not known and (words[0].isupper() or words[0].isdigit())
