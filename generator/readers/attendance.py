"""Reads who attended out of the tables and term lists of HTML and DOCX. Must not know layouts of dialogue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from generator.model import Furniture, Participant
from generator.readers import lists, names
from generator.readers.htmlblocks import Made

_NAMES = frozenset("name names participant participants attendee attendees speaker delegate member".split())
_TELLS = {"organization": "organization", "organisation": "organization", "affiliation": "organization",
          "company": "organization", "firm": "organization", "title": "title", "role": "title", "position": "title",
          "designation": "title", "abbreviation": "initials", "initials": "initials"}  # fmt: skip
# "Ana Ruiz, Bo Lind and Chen Wei": what parts names in a list
_PARTING = re.compile(r"\s*[,;]\s*|\s+and\s+")


def gather(made: Sequence[Made]) -> tuple[list[Made], tuple[Participant, ...], list[Furniture]]:
    """Take lists of participants out of the blocks: a term "Present" with its names, a table headed "Name"."""
    people: list[Participant] = []
    taken: set[int] = set()
    for blocks, found in (*_terms(made), *_tables(made)):
        people.extend(found)
        taken.update(block.number for block in blocks)
    kept = [block for block in made if block.number not in taken]
    listed = [Furniture("participant list", block.text, block.number) for block in made if block.number in taken]
    return kept, tuple(people), listed


def _terms(made: Sequence[Made]) -> Iterator[tuple[list[Made], list[Participant]]]:
    """Find `<dt>Present</dt><dd>Ana Ruiz, Bo Lind</dd>`."""
    for at, block in enumerate(made):
        if block.tag == "dt" and lists.heading(block.text)[0]:
            told: list[Made] = []
            for other in made[at + 1 : at + 1000]:
                if other.tag == "dt" or other.tag not in {"dd", "li", "p", "div", "br"}:
                    break
                told.append(other)
            parts = [(part, other.number) for other in told for part in _PARTING.split(other.text)]
            found = [Participant(part, line=line) for part, line in parts if names.plausible(part)]
            if found:
                yield [block, *told], found


def _tables(made: Sequence[Made]) -> Iterator[tuple[list[Made], list[Participant]]]:
    """Find tables whose first row says "Name" and what else is told of each."""
    for table, group in groupby(made, key=lambda block: block.cell.table if block.cell else 0):
        blocks = list(group)
        rows = [list(row) for _, row in groupby(blocks, key=lambda block: block.cell.row if block.cell else 0)]
        if table and len(rows) > 1:
            found = list(_people(rows))
            if found:
                yield blocks, found


def _people(rows: Sequence[Sequence[Made]]) -> Iterator[Participant]:
    heads = columns({block.cell.column: block.text for block in rows[0] if block.cell})
    for row in rows[1:] if heads else ():
        found = person({block.cell.column: block.text for block in row if block.cell}, heads, row[0].number)
        if found:
            yield found


def columns(cells: Mapping[int, str]) -> Mapping[int, str]:
    """Read the first row of a table of who attended: column → what it tells; empty where it is another table."""
    heads = {column: words.casefold().strip(" :") for column, words in cells.items()}
    name = next((column for column, words in heads.items() if words in _NAMES), None)
    tells = {column: _TELLS[words] for column, words in heads.items() if words in _TELLS}
    return {name: "name", **tells} if name is not None and tells else {}


def person(cells: Mapping[int, str], heads: Mapping[int, str], line: int) -> Participant | None:
    """Read a row of a table of who attended; None where its name is none."""
    told = {what: cells[column] for column, what in heads.items() if cells.get(column)}
    name, firm, title = told.get("name", ""), told.get("organization"), told.get("title")
    return Participant(name, firm, title, line=line, initials=told.get("initials")) if names.plausible(name) else None
