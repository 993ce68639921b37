"""Marks names that are set apart by bold letters alone as labels, by a colon after them. Must not know formats.

`**Ana Ruiz** Good morning` and a line that is nothing but **Ana Ruiz** become `Ana Ruiz: …`, where bold names do so
again and again. Words stay as they are: a colon is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.readers import labels, names
from generator.readers.text import Line

FEWEST = 4
"""So many lines must begin with a name in bold."""
# "  0:03", " 00:01:15", "[12:30]", "10:32 AM": the time after a name
_TIME = re.compile(r"\s*[\[(]?(?:\d{1,2}:)?\d{1,3}:\d{2}[\])]?(?=\s|$)(?!\s?[AaPp]\.?[Mm])")


def labelled(lines: Sequence[Line]) -> list[Line]:
    """Write a colon after names in bold where nothing else says who speaks."""
    named = [_name(line) for line in lines]
    counted = Counter(name for name in named if name)
    colons = sum(_colon(line) for line in lines)
    if counted.total() < FEWEST or len(counted) == counted.total() or counted.total() <= colons:
        return list(lines)
    return [_label(line, name) if name else line for line, name in zip(lines, named, strict=True)]


def _colon(line: Line) -> bool:
    """Tell whether words in bold are a label already: "**Ana Ruiz:** Good morning", "**Ana Ruiz**: Good morning"."""
    return bool(line.bold) and (line.bold.endswith(":") or line.text[len(line.bold) :].lstrip().startswith(":"))


def _name(line: Line) -> str:
    """Give the name in bold with which a line begins, if the bold words are nothing else."""
    bold = line.bold.strip()
    if not bold or len(bold) > labels.FARTHEST or ":" in bold or not line.text.startswith(bold):
        return ""
    rest = line.text[len(bold) :].lstrip()
    fits = names.generic(bold) or (names.plausible(bold) and not names.common(bold) and " " in bold)
    return bold if fits and not rest.startswith((":", ",", "-", "–", "—", "(")) else ""


def _label(line: Line, name: str) -> Line:
    rest = line.text[len(name) :]
    time = _TIME.match(rest)
    words = (
        f"{name}: {rest.strip()}" if not time else f"{name} ({time[0].strip(' []()')}): {rest[time.end() :].strip()}"
    )
    return replace(line, text=words.strip(), kind="paragraph")
