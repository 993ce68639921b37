"""Finds which person of the archive a voice of one call is. Knows no formats; says by which rule.

people.yml wins. Else the same name at the same organisation is one person, and so is the same name in one series where
no organisation tells otherwise. The same name at another organisation is somebody else until people.yml says not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator import slugs
from generator.grammar import firms, names
from generator.model import Evidence, Identity, KnownPerson, Member
from generator.people.declared import Book
from generator.people.organizations import Register

Place = tuple[str, ...]
"""What voices of one person share: (name key, "at", organisation key), (name key, "in", series) …"""


@dataclass(slots=True)
class Person:
    """A speaker in the making."""

    id: str
    known: KnownPerson | None = None
    anonymous: bool = False
    seen: list[tuple[Identity, Member]] = field(default_factory=list)
    evidence: dict[str, Evidence] = field(default_factory=dict)


class Table:
    """The people found so far, by what makes them one."""

    def __init__(self, book: Book, register: Register) -> None:
        self._book = book
        self._register = register
        self._people: dict[Place, Person] = {}
        self._by_name: dict[str, list[Place]] = {}
        self._taken: set[str] = set()

    @property
    def people(self) -> Sequence[Person]:
        """Everybody, once, in the order in which they were met."""
        return list({p.id: p for p in self._people.values()}.values())

    def place(self, member: Member, identity: Identity) -> Person:
        """The person a voice is: declared, known from another call, or new."""
        known = self._declared(member, identity)
        place, rule = known or self._found(member, identity)
        person = self._people.get(place)
        if person is None:
            person = self._people[place] = self._begin(place, member, identity)
            self._by_name.setdefault(place[0], []).append(place)
        person.evidence.setdefault(rule.rule, rule)
        person.seen.append((identity, member))
        return person

    def _declared(self, member: Member, identity: Identity) -> tuple[Place, Evidence] | None:
        if member.anonymous:
            return None
        known = self._book.find(member.name, member.labels, member.organization, identity.date)
        if known is None:
            return None
        return ("declared", known.id or known.name), Evidence("people.yml", known.line, member.name)

    def _begin(self, place: Place, member: Member, identity: Identity) -> Person:
        known = None
        if place[0] == "declared":
            known = self._book.find(member.name, member.labels, member.organization, identity.date)
        wanted = (known.id or slugs.slug(known.name)) if known else slugs.slug(member.name)
        made = slugs.unique(wanted, self._taken)
        self._taken.add(made)
        return Person(made, known, member.anonymous)

    def _found(self, member: Member, identity: Identity) -> tuple[Place, Evidence]:
        """What makes a voice one with others: the name, and the organisation or else the series."""
        name = names.key(member.name)
        if member.anonymous:
            return (name, "part"), Evidence("label names a part", 0, member.name)
        if len(names.tokens(member.name)) < 2:
            return self._partial(name, member, identity)
        if member.organization:
            return self._at(name, member.organization, member)
        known = [place for place in self._at_any(name) if self._in_series(place, identity.series)]
        if len(known) == 1:
            return known[0], Evidence("same name in the same series, no other organisation", 0, member.name)
        return (name, "in", identity.series), Evidence("same name in the same series", 0, member.name)

    @staticmethod
    def _partial(name: str, member: Member, identity: Identity) -> tuple[Place, Evidence]:
        """A single name is a person of one call only, but a label with a form of address one of its series."""
        if member.labels[:1] != (member.name,) and not names.honorific(member.name):
            return (name, "in", identity.id), Evidence("single name, this call only", 0, member.name)
        return (name, "in", identity.series), Evidence("same name in the same series", 0, member.name)

    def _at(self, name: str, organization: str, member: Member) -> tuple[Place, Evidence]:
        exact = (name, "at", self._register.key(organization))
        if exact not in self._people:
            like = [place for place in self._at_any(name) if self._shares(place, organization)]
            if len(like) == 1:
                return like[0], Evidence("same name, organisation in other words", 0, organization)
        return exact, Evidence("same name and organisation", 0, member.name)

    def _at_any(self, name: str) -> list[Place]:
        return [place for place in self._by_name.get(name, ()) if place[1] == "at"]

    def _shares(self, place: Place, organization: str) -> bool:
        """Whether one firm's words are all in the other's: "Barclays" and "Barclays Capital"."""
        forms = {m.organization for _, m in self._people[place].seen if m.organization}
        return any(firms.shares_words(form, organization) for form in forms)

    def _in_series(self, place: Place, series: str) -> bool:
        return any(identity.series == series for identity, _ in self._people[place].seen)
