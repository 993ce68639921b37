"""Reads who is named on the cover of a call: "MANAGEMENT: MR. TARUN SHAH – CFO". Must not know layouts of dialogue."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Participant, Role
from generator.readers import labels, names
from generator.readers.text import Line

LONGEST = 300
MOST = 60
"""Lines of the longest cover."""
# "MANAGEMENT: MR. TARUN SHAH – CFO", "MANAGEMENT", "Analyst: Ms. Ilse Drummond – Kestrel Research"
_HEAD = re.compile(r"(?i)(management(?: team)?|moderators?|analysts?|hosts?|company|representatives)\s*(?::\s*|$)")
# "MR. TARUN SHAH – CHIEF FINANCIAL OFFICER", "Dr. Wen Zhao, Chair"
_PERSON = re.compile(r"(?:MR|MS|MRS|DR|SHRI|SMT|PROF|Mr|Ms|Mrs|Dr|Shri|Smt|Prof)\b\.?\s+\S")
# "TARUN SHAH – CHIEF FINANCIAL OFFICER – VARUNA TILES": where a dash parts
_DASH = re.compile(r"\s+[-–—]+\s+|\s*[–—]\s*")
# "Varuna", "Tiles"
_WORD = re.compile(r"[^\W\d_]{3,40}")
_FORMS = frozenset("limited ltd inc plc llp llc bank capital securities research private corporation corp".split())
_ROLES = {"management": Role.EXECUTIVE, "company": Role.EXECUTIVE, "representative": Role.EXECUTIVE,
          "analyst": Role.SELL_SIDE_ANALYST}  # fmt: skip


def find(lines: Sequence[Line], at: int, stop: int) -> tuple[int, tuple[Participant, ...]] | None:
    """Read the list that a line heads: the index after it, and its people, each named with "Mr." or the like."""
    head = _HEAD.match(lines[at].text) if len(lines[at].text) < LONGEST else None
    if head is None:
        return None
    entries: list[tuple[int, list[str]]] = []
    rest = lines[at].text[head.end() :].strip()
    entries.extend([(lines[at].number, [rest])] if _PERSON.match(rest) else [])
    if rest and not entries:
        return None
    end = at + 1
    while end < min(stop, at + MOST) and _goes_on(lines[end].text.strip(), bool(entries)):
        words = lines[end].text.strip()
        if _PERSON.match(words):
            entries.append((lines[end].number, [words]))
        elif words:
            entries[-1][1].append(words)
        end += 1
    role = next((role for word, role in _ROLES.items() if head[1].casefold().startswith(word)), None)
    above = frozenset(word.casefold() for line in lines[max(0, at - MOST) : at] for word in _WORD.findall(line.text))
    people = tuple(_person(parts, line, role, above) for line, parts in entries)
    return (end, people) if people else None


def heads(words: str) -> bool:
    """Tell whether words before a colon head the people of a cover: "MANAGEMENT"."""
    return _HEAD.match(words) is not None


def _goes_on(words: str, begun: bool) -> bool:
    """Tell whether a line belongs to the list: a person, more about the last one, or nothing at all."""
    if not words or _PERSON.match(words):
        return len(words) < LONGEST
    plain = begun and len(words) < 120 and ":" not in words and not words.endswith((".", "?", "!"))
    return plain and not _HEAD.match(words) and (words.isupper() or labels.title_like(words))


def _person(parts: Sequence[str], line: int, role: Role | None, above: frozenset[str]) -> Participant:
    """Read "MR. TARUN SHAH – CFO – VARUNA TILES", and name and title on two lines; `above` are words of the cover."""
    told = [part.strip(" ,") for part in _DASH.split(" ".join(parts) if _DASH.search(parts[0]) else " – ".join(parts))]
    name, comma, more = told[0].partition(", ")
    told = [name, *([more] if comma else []), *told[1:]]
    others = [part for part in told[1:] if part]
    firm = others.pop() if others and _firm(others[-1], len(others) > 1, above) else None
    return Participant(_bare(told[0]), firm, " – ".join(others) or None, role, line)


def _firm(words: str, titled: bool, above: frozenset[str]) -> bool:
    """Tell a firm from a title: after a title, it has a legal form or a word of the company's name on the cover."""
    if labels.title_like(words):
        return False
    parts = {word.casefold() for word in _WORD.findall(words)}
    return not titled or bool(parts & (_FORMS | above))


def _bare(name: str) -> str:
    """Take "MR." off a name."""
    first, _, rest = name.partition(" ")
    return rest.strip() if rest and first.rstrip(".").casefold() in names.HONORIFICS | {"shri", "smt"} else name
