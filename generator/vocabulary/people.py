"""Weighs the people of people.yml against each other. Must not know files."""

from __future__ import annotations

from collections.abc import Sequence

from generator import problems, slugs
from generator.model import KnownPerson
from generator.problems import Problem

FILE = "people.yml"


def settle(people: Sequence[KnownPerson], told: list[Problem]) -> tuple[KnownPerson, ...]:
    """The people without those whose id is taken, having told which names could be two of them."""
    kept: dict[str, KnownPerson] = {}
    for person in people:
        made = person.id or slugs.slug(person.name)
        if made in kept:
            said = f"{person.name} is declared already, in line {kept[made].line}"
            told.append(problems.error(FILE, person.line, said, "join the entries, or give this one an id of its own"))
        else:
            kept[made] = person
    _tell_doubtful_names(tuple(kept.values()), told)
    return tuple(kept.values())


def _tell_doubtful_names(people: Sequence[KnownPerson], told: list[Problem]) -> None:
    first: dict[str, KnownPerson] = {}
    for person in people:
        own = {name.casefold(): name for name in (person.name, *person.aliases)}
        for key, name in own.items():
            other = first.setdefault(key, person)
            if other is not person and not (other.affiliations and person.affiliations):
                said = f"{name} may be {other.name} (line {other.line}) or {person.name}"
                told.append(problems.warning(FILE, person.line, said, "give both their affiliations, or drop one name"))
        for name in person.never:
            if name.casefold() in own:
                told.append(problems.warning(FILE, person.line, f"{name} stands both among the names and under not"))
