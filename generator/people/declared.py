"""What people.yml declares, looked up: it always wins. Knows no formats and no calls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator import problems
from generator.grammar import firms, names
from generator.model import KnownAffiliation, KnownPerson, Member, Role
from generator.problems import Problem

OF_THE_CALL = frozenset({Role.MEMBER, Role.MODERATOR, Role.HOST, Role.GUEST, Role.INTERPRETER})
"""Roles that say what somebody is in this call and not what they are at their firm: a call's own word holds."""


class Book:
    """The people of people.yml by every name they go by."""

    def __init__(self, people: Sequence[KnownPerson]) -> None:
        self._people = people
        self._by_name: dict[str, list[KnownPerson]] = {}
        self._met: set[str] = set()
        for person in people:
            for form in dict.fromkeys([person.name, *person.aliases]):
                entries = self._by_name.setdefault(names.key(form), [])
                if person not in entries:
                    entries.append(person)

    def find(self, name: str, labels: Sequence[str], organization: str | None, date: str | None) -> KnownPerson | None:
        """The declared person that a voice is: by name or label; among namesakes, by the organisation of that day."""
        forms = [name, *labels]
        hits = {
            id(p): p for form in forms for p in self._by_name.get(names.key(form), ()) if not self._denied(p, forms)
        }
        fitting = [p for p in hits.values() if len(hits) == 1 or self._held(p, organization, date)]
        if len(fitting) != 1:
            return None
        self._met.add(fitting[0].name)
        return fitting[0]

    def affiliation(
        self, person: KnownPerson | None, member: Member, date: str | None
    ) -> tuple[str | None, str | None, Role]:
        """Organisation, title and role of a voice on a day: declared ones first, else those of the call."""
        said = next((a for a in person.affiliations if _on(a, date)), None) if person else None
        if said is None:
            return member.organization, member.title, member.role
        if member.organization and said.organization and not firms.shares_words(member.organization, said.organization):
            fitting = [
                a
                for a in (person.affiliations if person else ())
                if a.organization and _on(a, date) and firms.shares_words(a.organization, member.organization)
            ]
            said = fitting[0] if fitting else said
        role = member.role if member.role in OF_THE_CALL else said.role or member.role
        return said.organization or member.organization, said.title or member.title, role

    def unused(self) -> Iterator[Problem]:
        """Entries of people.yml that no call knows."""
        for person in self._people:
            if person.name not in self._met:
                yield problems.note(
                    "people.yml",
                    person.line,
                    f"{person.name} speaks in no call",
                    "check the spelling, or keep it for later",
                )

    @staticmethod
    def _denied(person: KnownPerson, forms: Sequence[str]) -> bool:
        return any(form == never for form in forms for never in person.never)

    @staticmethod
    def _held(person: KnownPerson, organization: str | None, date: str | None) -> bool:
        return bool(organization) and any(
            a.organization and firms.shares_words(a.organization, organization or "")
            for a in person.affiliations
            if _on(a, date)
        )


def _on(affiliation: KnownAffiliation, date: str | None) -> bool:
    """Whether an affiliation held on a day; an unknown day fits only what always held."""
    if date is None:
        return affiliation.start is None and affiliation.end is None
    return (affiliation.start or "") <= date <= (affiliation.end or "9999")
