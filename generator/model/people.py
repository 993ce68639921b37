"""Who is who: the voices of one call, and the people of the whole archive. Knows no files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.kinds import Role
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why something was resolved as it was."""

    rule: str
    """Name of the rule, such as "participant list" or "hand-over by the operator"."""
    line: int = 0
    """Line of the call's source (or of people.yml) that says so; 0 if none."""
    words: str = ""
    """The words that say so, as printed."""


@dataclass(frozen=True, slots=True)
class Member:
    """One voice in one call, before it is known who that is over the whole archive."""

    number: int
    """Position in `Cast.members`."""
    name: str
    """The fullest form that the call itself gives."""
    labels: tuple[str, ...]
    """Every label that was read as this voice, as printed."""
    organization: str | None
    title: str | None
    role: Role
    evidence: tuple[Evidence, ...]
    """What gave name, organisation, title and role."""
    speaks: bool = True
    """False for somebody who is listed and never speaks."""
    anonymous: bool = False
    """True for "Unidentified Analyst", "Q", "SPEAKER_03": a voice that is no known person."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Which member of the cast an utterance belongs to, and why."""

    member: int | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Cast:
    """The voices of one call, and which of them each utterance belongs to."""

    source: str
    """`Source.path` of the call."""
    members: tuple[Member, ...]
    placements: tuple[Placement, ...]
    """One an utterance, in order."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Affiliation:
    """Organisation, title and role of a person, and the calls in which they held."""

    organization: str | None
    """Name as printed (the first form met)."""
    title: str | None
    role: Role
    calls: tuple[str, ...]
    """Call ids, oldest first."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """One person over the whole archive."""

    id: str
    """The slug of the person's address."""
    name: str
    aliases: tuple[str, ...] = ()
    """Other forms, printed or declared in people.yml."""
    affiliations: tuple[Affiliation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    """Why these labels were joined into one person."""
    note: str = ""
    anonymous: bool = False
    """True for a voice known by its part only ("Operator", "Unidentified Analyst", "Q"): no page, no link, no count."""


@dataclass(frozen=True, slots=True)
class Organization:
    """A firm or body that people of the archive belong to, or that a series is about."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    """Other spellings met that mean the same."""


@dataclass(frozen=True, slots=True)
class Roster:
    """Who is who over the whole archive."""

    speakers: Mapping[str, Speaker]
    """By id."""
    placed: Mapping[tuple[str, int], str]
    """(source path, member number) → speaker id; a member nobody could place is absent."""
    organizations: Mapping[str, Organization]
    """By id."""
    organization_of: Mapping[str, str]
    """Every spelling of an organisation that occurs in the archive → organisation id."""
    problems: tuple[Problem, ...] = ()
