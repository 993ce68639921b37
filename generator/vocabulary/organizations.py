"""Weighs the organisations of organizations.yml against each other. Must not know files."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from generator import problems, slugs
from generator.model import KnownOrganization
from generator.problems import Problem

FILE = "organizations.yml"


def settle(organizations: Sequence[KnownOrganization], told: list[Problem]) -> tuple[KnownOrganization, ...]:
    """The organisations whose id is free, each spelling with the first that claims it."""
    kept: dict[str, KnownOrganization] = {}
    owner: dict[str, KnownOrganization] = {}
    for one in organizations:
        made = one.id or slugs.slug(one.name)
        if made in kept:
            said = f"{one.name} is declared already, in line {kept[made].line}"
            told.append(problems.error(FILE, one.line, said, "join the entries, or give this one an id of its own"))
            continue
        kept[made] = dataclasses.replace(one, aliases=tuple(_free(one, owner, told)))
    return tuple(kept.values())


def _free(one: KnownOrganization, owner: dict[str, KnownOrganization], told: list[Problem]) -> list[str]:
    """The aliases that no organisation before has."""
    free: list[str] = []
    for spelling in (one.name, *one.aliases):
        other = owner.setdefault(spelling.casefold(), one)
        if other is not one:
            said = f"{spelling} belongs to {other.name} already (line {other.line})"
            told.append(problems.warning(FILE, one.line, said, "a spelling can only mean one organization"))
        elif spelling != one.name:
            free.append(spelling)
    return free
