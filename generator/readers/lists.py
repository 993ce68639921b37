"""Reads lists of participants: a heading ("Executives"), then one or two lines a person. Must not know layouts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.model import Participant, Role
from generator.readers import covers, labels, marks, names, presence
from generator.readers.text import Line, fold

FARTHEST = 50
"""A heading has so many characters; of a longer line, what stands before a colon within them."""
REMEMBERED = 4096
"""The same labels stand before colons again and again."""
_EXECUTIVES = frozenset(
    "executives|company participants|corporate participants|company representatives|management|executive participants"
    "|company executives|company speakers|management participants|corporate representatives|for the company".split("|")
)
_ANALYSTS = frozenset(
    "analysts|conference call participants|conference call participiants|analyst participants|other participants"
    "|analysts and investors|conference participants".split("|")
)
_MIXED = frozenset(
    "call participants|participants|speakers|presenters|attendees|present|hosts|guests|panelists|panellists|panel"
    "|in attendance|people|on the call|members present|host|guest|council|council members|moderator".split("|")
)
# " * Nancy Paxton", "- Wen Zhao", "• Mei Tan", "1. Tomás"
_BULLET = re.compile(r"\s*(?:[*•·▪-]|\d{1,2}[.)])\s+")
# "Name - Title", "Name -- Firm", "Title — Name", "Name--Title"; a lone hyphen needs spaces around it
_DASH = re.compile(r"\s*--\s*|\s+[-–—]\s+|\s*—\s*")


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of participants and the lines it takes, its heading first."""

    first: int
    """Index of its heading line."""
    end: int
    """Index after its last line."""
    people: tuple[Participant, ...]


def heading(words: str) -> tuple[bool, Role | None]:
    """Tell whether a line heads a list of participants, and the role that it gives them."""
    if len(words) > FARTHEST:
        return False, None
    key = " ".join(words.casefold().strip(" :*#\t").split())
    if key in _EXECUTIVES:
        return True, Role.EXECUTIVE
    if key in _ANALYSTS:
        return True, Role.SELL_SIDE_ANALYST
    return key in _MIXED, None


def may_head(words: str) -> bool:
    """Tell quickly whether a line may begin a list: almost none does."""
    if ")," in words and words.count("),") > 1:
        return True
    if len(words) <= FARTHEST:
        return bool(words) and _headed(words)
    return ":" in words[:FARTHEST] and _keyed(words[:FARTHEST].partition(":")[0])


@lru_cache(REMEMBERED)
def _headed(words: str) -> bool:
    """Tell whether a short line heads a list, with or without people behind a colon."""
    return heading(words)[0] or _keyed(words.partition(":")[0])


@lru_cache(REMEMBERED)
def _keyed(words: str) -> bool:
    """Tell whether words before a colon head a list on one line: "Present", "MANAGEMENT"."""
    return presence.heads(words) or covers.heads(words)


def find(lines: Sequence[Line], first: int = 0, last: int | None = None) -> tuple[Listing, ...]:
    """Find the lists that stand between two lines."""
    found: list[Listing] = []
    at, stop = first, len(lines) if last is None else last
    for n in range(first, stop):
        words = lines[n].text
        if n < at or not words or not may_head(words):
            continue
        at = n
        listing = _running(lines, at, stop)
        if not listing:
            is_heading, role = heading(lines[at].text)
            listing = _listing(lines, at, stop, role) if is_heading else None
        if listing:
            found.append(listing)
        at = listing.end if listing else at + 1
    return tuple(found)


def _running(lines: Sequence[Line], at: int, stop: int) -> Listing | None:
    """Read a list of who attended that runs on between commas, or that stands on a cover."""
    found = presence.headed(lines, at, stop) or presence.defined(lines, at, stop) or covers.find(lines, at, stop)
    return Listing(at, *found) if found else None


def _listing(lines: Sequence[Line], first: int, stop: int, role: Role | None) -> Listing | None:
    rows: list[tuple[Line, str]] = []
    at = end = first + 1
    while at < stop:
        line = lines[at]
        if not line.blank and (rows or not marks.ruler(line.text)):
            if not (_row(line.text) or _among(lines, at, stop, len(rows))) or heading(line.text)[0]:
                break
            detail = _second(lines, at, stop) if _BULLET.match(line.text) else None
            rows.append((line, detail.text if detail else ""))
            at += detail is not None
            end = at + 1
        at += 1
    return Listing(first, end, _people(rows, role)) if rows else None


def _row(words: str) -> bool:
    """Tell whether a line can be an entry: short, no sentence, begins with a name or ends with one."""
    bare = _unbulleted(words)
    if len(bare) > 140 or marks.section(bare) or marks.ruler(words) or marks.footer(bare):
        return False
    if (names.generic(bare) and not _BULLET.match(words)) or (":" in bare and labels.cut(bare)):
        return False
    parts = _parts(bare)
    return (len(parts) > 1 and any(_name(part) for part in (parts[0], parts[-1]))) or _alone(bare)


def _among(lines: Sequence[Line], at: int, stop: int, rows: int) -> bool:
    """Tell whether a line that might be a name stands between entries: Zhi An Ng, An being a common word."""
    if rows < 3 or not names.plausible(_unbulleted(lines[at].text)):
        return False
    after = next((n for n in range(at + 1, stop) if not lines[n].blank), stop)
    return after < stop and _row(lines[after].text) and not names.generic(lines[at].text.strip())


def _unbulleted(words: str) -> str:
    bullet = _BULLET.match(words)
    return words[bullet.end() :].strip() if bullet else words.strip()


def _alone(words: str) -> bool:
    return (
        names.plausible(words)
        and len(words.split()) > 1
        and not words.endswith((".", "?", "!"))
        and not names.common(words)
    )


def _name(words: str) -> bool:
    return (names.plausible(words) and not names.common(words)) or names.generic(words.rstrip(" 0123456789"))


def _second(lines: Sequence[Line], at: int, stop: int) -> Line | None:
    """Give the indented second line of an entry: `   Apple Inc. - COO` below ` * Tim Cook`."""
    if at + 1 >= stop:
        return None
    line = lines[at + 1]
    indented = line.text[:2].isspace() and not line.blank
    return line if (indented and not _BULLET.match(line.text)) or (indented and line.text.strip()[:2] == "- ") else None


def _parts(words: str) -> list[str]:
    """Split an entry at its first dash, or at its first comma."""
    dash = _DASH.search(words)
    if dash:
        return [words[: dash.start()].strip(), words[dash.end() :].strip()]
    left, comma, right = words.partition(", ")
    return [left.strip(), right.strip()] if comma and right.strip() else [words.strip()]


def _people(rows: list[tuple[Line, str]], role: Role | None) -> tuple[Participant, ...]:
    entries = [(line, fold(_unbulleted(line.text)), fold(more)) for line, more in rows]
    turned = sum(_title_first(entry) for _, entry, more in entries if not more)
    reverse = turned * 2 > len(entries)
    return tuple(_person(line, entry, more, role, reverse) for line, entry, more in entries)


def _title_first(entry: str) -> bool:
    """Tell whether an entry reads "Chief Financial Officer — Amy Hood"."""
    parts = _last_dash(entry)
    return (
        len(parts) > 1 and labels.title_like(parts[0]) and names.plausible(parts[1]) and not labels.title_like(parts[1])
    )


def _last_dash(entry: str) -> list[str]:
    found = list(_DASH.finditer(entry))
    return [entry[: found[-1].start()].strip(), entry[found[-1].end() :].strip()] if found else [entry]


def _person(line: Line, entry: str, more: str, role: Role | None, reverse: bool) -> Participant:
    if more:
        organization, title = labels.affiliation(f" {more}" if more.startswith("-") else more)
        return _cast(Participant(entry, organization, title, role, line.number))
    if reverse and _title_first(entry):
        title, name = _last_dash(entry)
        return _cast(Participant(name, None, title, role, line.number))
    parts = _parts(entry)
    organization, title = labels.affiliation(parts[1]) if len(parts) > 1 else (None, None)
    return _cast(_initials(Participant(parts[0], organization, title, role, line.number)))


def _initials(person: Participant) -> Participant:
    """Take "(SL)" or "(Kestrel Research)" off a name."""
    name, mark, inner = person.name.rstrip(")").partition(" (")
    if not mark:
        return person
    if len(inner) <= 5 and " " not in inner:
        return replace(person, name=name, initials=inner)
    return replace(person, name=name, organization=person.organization or inner)


def _cast(person: Participant) -> Participant:
    """Let a title that names another role win over the list's heading."""
    title = (person.title or person.name).casefold()
    for word, role in (("operator", Role.OPERATOR), ("moderator", Role.MODERATOR), ("interpreter", Role.INTERPRETER)):
        if title == word:
            return replace(person, role=role)
    return person
