"""Reads lists of who attended that run on: names between commas, with or without initials. Must not know layouts.

Mei Tan (MT), Ravi Menon (RVM),
Wen Zhao (WZ)

Present:
  Mei Tan, Ravi Menon (Kestrel Research), Wen
  Zhao
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Participant
from generator.readers import marks, names
from generator.readers.text import Line

FEWEST = 3
"""So many people make a list."""
LONGEST = 40
"""So many lines it has at most."""
LONGEST_INITIALS = 5
# "Mei Tan (MT)", "Ravi (he/him) (Kestrel)": a name and what stands in brackets
_ENTRY = re.compile(r"([^()]{2,60})(?:\(([^()]{1,60})\)\s*){0,3}")
_HEADINGS = frozenset(
    ["present", "attendees", "participants", "in attendance", "attending", "remote", "people present"]
)


def defined(lines: Sequence[Line], at: int, stop: int) -> tuple[int, tuple[Participant, ...]] | None:
    """Read a paragraph of `Name (XX), Name (YY)`; give the index after it and the people."""
    if lines[at].text.count("),") < 2:
        return None
    end = _paragraph(lines, at, stop)
    people = _people(lines[at:end])
    return (end, people) if sum(p.initials is not None for p in people) * 5 >= 4 * max(len(people), FEWEST) else None


def headed(lines: Sequence[Line], at: int, stop: int) -> tuple[int, tuple[Participant, ...]] | None:
    """Read `Present:` and the names between commas behind or below it; give the index after them and the people."""
    heading, colon, rest = lines[at].text[:LONGEST].partition(":")
    if not heads(heading):
        return None
    rest = lines[at].text.partition(":")[2].strip(" *\t")
    if colon and rest.count(",") > 1:
        end, people = at + 1, _people([Line(lines[at].number, rest)])
    elif rest or at + 1 >= stop or lines[at + 1].text.count(",") < 2:
        return None
    else:
        end = _paragraph(lines, at + 1, stop)
        people = _people(lines[at + 1 : end])
    return (end, people) if len(people) >= FEWEST else None


def heads(words: str) -> bool:
    """Tell whether words head a list: "Present"."""
    return words.strip(" #*\t").casefold() in _HEADINGS


def _paragraph(lines: Sequence[Line], at: int, stop: int) -> int:
    """Find the end of a paragraph: a blank line, a line left out, or one that is indented differently."""
    indented = lines[at].text[:1].isspace()
    end = at + 1
    while end < min(stop, at + LONGEST) and lines[end].number == lines[end - 1].number + 1:
        if lines[end].blank or lines[end].text[:1].isspace() != indented or marks.ruler(lines[end].text):
            break
        end += 1
    return end


def _people(lines: Sequence[Line]) -> tuple[Participant, ...]:
    """Read names between commas; the list must be nothing else."""
    entries = [entry.strip(",. ") for entry in " ".join(" ".join(line.text for line in lines).split()).split(", ")]
    read = [_person(entry, lines[0].number) for entry in entries if entry]
    people = tuple(person for person in read if person)
    return people if len(people) * 3 >= 2 * len(read) else ()


def _person(entry: str, line: int) -> Participant | None:
    found = _ENTRY.fullmatch(entry)
    name = found[1].strip() if found else ""
    if found is None or not names.plausible(name):
        return None
    inner = found[2] or ""
    short = 1 < len(inner) <= LONGEST_INITIALS and inner.isalpha() and inner.isupper()
    return Participant(name, line=line, initials=inner if short else None)
