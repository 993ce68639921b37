"""What the team declares in people.yml, organizations.yml and topics.yml. Knows no files."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.kinds import Role


@dataclass(frozen=True, slots=True)
class KnownAffiliation:
    """An affiliation that people.yml declares."""

    organization: str | None
    title: str | None = None
    role: Role | None = None
    start: str | None = None
    """First day on which it held, ISO; None for always."""
    end: str | None = None
    """Last day on which it held."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person as people.yml declares them; what it says always wins."""

    name: str
    id: str | None = None
    aliases: tuple[str, ...] = ()
    affiliations: tuple[KnownAffiliation, ...] = ()
    never: tuple[str, ...] = ()
    """Names that are somebody else (`not:` in people.yml)."""
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class KnownOrganization:
    """A firm or body as organizations.yml declares it."""

    name: str
    id: str | None = None
    aliases: tuple[str, ...] = ()
    """Other spellings of it."""
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject with its aliases, from the team's vocabulary."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    """Id of the wider topic."""
    description: str = ""
    line: int = 0
    """Where topics.yml names it."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the team says became of a question, or of a part of it: rulings.yml wins over every rule."""

    call: str
    """Call id."""
    question: str
    """`x3`, a part of it, `x3b`, or the last part of the question page's address."""
    status: str
    """One of `Status`."""
    reason: str
    by: str
    """Who says so."""
    date: str | None = None
    """When it was ruled, ISO."""
    words: str = ""
    """Words of the question, as printed, that keep a ruling from landing on another one after a correction."""
    line: int = 0
    """Where rulings.yml holds it."""
    part: str = ""
    """Letter of the part that is meant, where `question` does not say it."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the team declares about its archive."""

    people: tuple[KnownPerson, ...] = ()
    topics: tuple[Topic, ...] = ()
    organizations: tuple[KnownOrganization, ...] = ()
    rulings: tuple[Ruling, ...] = ()
