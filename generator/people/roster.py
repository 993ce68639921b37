"""Casts of all calls → who is who over the whole archive. Knows no formats; proposes, never guesses silently.

people.yml wins. Else the same name and the same organisation is one person; the same name in one series where no
organisation is known, too. The same name under different organisations is proposed as a problem and kept apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator import problems, slugs
from generator.grammar import firms, names
from generator.model import (
    Affiliation,
    Cast,
    Evidence,
    Identity,
    KnownPerson,
    Member,
    Role,
    Roster,
    Speaker,
)
from generator.people import declared, organizations
from generator.problems import Problem


@dataclass(slots=True)
class Person:
    """A speaker in the making."""

    id: str
    known: KnownPerson | None = None
    anonymous: bool = False
    seen: list[tuple[Identity, Member]] = field(default_factory=list)
    evidence: dict[str, Evidence] = field(default_factory=dict)


def resolve(casts: Sequence[Cast], identities: Mapping[str, Identity], people: Sequence[KnownPerson]) -> Roster:
    """Say for every voice of every call which person it is; a voice that is no known person stays out.

    Voices whose organisation is known come first, so that one of whom only the name is known can join them.
    """
    ordered = sorted(casts, key=lambda c: (identities[c.source].date or "9999", c.source))
    table: dict[tuple[str, ...], Person] = {}
    placed: dict[tuple[str, int], str] = {}
    taken: set[str] = set()
    book = declared.Book(people)
    for cast, member in sorted(_voices(ordered), key=lambda pair: not pair[1].organization):
        person = _person(member, identities[cast.source], book, table, taken)
        person.seen.append((identities[cast.source], member))
        placed[cast.source, member.number] = person.id
    for person in table.values():
        person.seen.sort(key=lambda pair: (pair[0].date or "9999", pair[0].id))
    persons = list({p.id: p for p in table.values()}.values())
    speakers = {p.id: _speaker(p, book) for p in sorted(persons, key=lambda p: p.id)}
    known, spelled = organizations.resolve(speakers.values(), identities.values())
    said = (*_proposals(persons), *book.unused())
    return Roster(speakers, dict(sorted(placed.items())), known, spelled, said)


def _voices(casts: Iterable[Cast]) -> Iterator[tuple[Cast, Member]]:
    """All voices that are somebody; a listed name that never speaks and of which nothing is told is nobody."""
    return ((c, m) for c in casts for m in c.members if m.speaks or m.organization or m.title)


def _person(
    member: Member, identity: Identity, book: declared.Book, table: dict[tuple[str, ...], Person], taken: set[str]
) -> Person:
    """The person a voice is: declared, known from an earlier call, or new."""
    place: tuple[str, ...]
    known = None if member.anonymous else book.find(member.name, member.labels, member.organization, identity.date)
    if known:
        place, rule = ("declared", known.id or known.name), Evidence("people.yml", known.line, member.name)
    else:
        place, rule = _place(member, identity, table)
    person = table.get(place)
    if person is None:
        wanted = known.id if known and known.id else slugs.slug(known.name if known else member.name)
        person = table[place] = Person(slugs.unique(wanted, taken), known, member.anonymous)
        taken.add(person.id)
    person.evidence.setdefault(rule.rule, rule)
    return person


def _place(
    member: Member, identity: Identity, table: Mapping[tuple[str, ...], Person]
) -> tuple[tuple[str, ...], Evidence]:
    """What makes two voices one person: the name, and the organisation or else the series."""
    name = names.key(member.name)
    if member.anonymous:
        return ("part", name), Evidence("label names a part", 0, member.name)
    partial = len(names.tokens(member.name)) < 2
    if member.organization and not partial:
        return (name, "at", firms.key(member.organization)), Evidence("same name and organisation", 0, member.name)
    if partial and member.labels[:1] != (member.name,) and not names.honorific(member.name):
        return (name, "in", identity.id), Evidence("single name, this call only", 0, member.name)
    known = [place for place, p in table.items() if place[:2] == (name, "at") and _in_series(p, identity.series)]
    if len(known) == 1 and not partial:
        return known[0], Evidence("same name in the same series, no other organisation", 0, member.name)
    return (name, "in", identity.series), Evidence("same name in the same series", 0, member.name)


def _in_series(person: Person, series: str) -> bool:
    return any(identity.series == series for identity, _ in person.seen)


def _speaker(person: Person, book: declared.Book) -> Speaker:
    members = [m for _, m in person.seen]
    name = person.known.name if person.known else _best_name(members)
    forms = dict.fromkeys([*(person.known.aliases if person.known else ()), *(m.name for m in members)])
    forms.update(dict.fromkeys(label for m in members for label in m.labels if not names.generic_role(label)))
    aliases = tuple(sorted(f for f in forms if f != name))
    return Speaker(
        person.id,
        name,
        aliases,
        _affiliations(person, book),
        tuple(person.evidence.values()),
        person.known.note if person.known else "",
        anonymous=person.anonymous,
    )


def _best_name(members: Iterable[Member]) -> str:
    """The form that most calls print; of those, the longest."""
    counted: dict[str, int] = {}
    for member in members:
        counted[member.name] = counted.get(member.name, 0) + 1
    return max(counted, key=lambda form: (counted[form], len(form), form))


def _affiliations(person: Person, book: declared.Book) -> tuple[Affiliation, ...]:
    """What a person was in which calls, oldest first; what people.yml declares for that day comes first."""
    found: dict[tuple[str, str, Role], tuple[Affiliation, list[str]]] = {}
    for identity, member in person.seen:
        organization, title, role = book.affiliation(person.known, member, identity.date)
        place = (firms.key(organization or ""), title or "", role)
        _, calls = found.setdefault(place, (Affiliation(organization, title, role, ()), []))
        if identity.id not in calls:
            calls.append(identity.id)
    return tuple(Affiliation(a.organization, a.title, a.role, tuple(calls)) for a, calls in _titled(found).values())


def _titled(
    found: dict[tuple[str, str, Role], tuple[Affiliation, list[str]]],
) -> dict[tuple[str, str, Role], tuple[Affiliation, list[str]]]:
    """Join calls that print no title with those of the one title borne at the same firm in the same role."""
    for place in [p for p in found if not p[1]]:
        titled = [p for p in found if p[1] and (p[0], p[2]) == (place[0], place[2])]
        if len(titled) == 1:
            calls = {c: None for p in found if p in (place, titled[0]) for c in found[p][1]}
            found[titled[0]] = (found[titled[0]][0], list(calls))
            del found[place]
    return found


def _proposals(persons: Iterable[Person]) -> Iterable[Problem]:
    """Say which people bear the same name and were kept apart, and what to write if they are one."""
    by_name: dict[str, list[Person]] = {}
    for person in persons:
        if not person.anonymous and len(names.tokens(person.seen[0][1].name)) > 1:
            by_name.setdefault(names.key(person.seen[0][1].name), []).append(person)
    for _, same in sorted(by_name.items()):
        if len(same) > 1:
            where = " and ".join(sorted(_where(p) for p in same))
            name = same[0].seen[0][1].name
            yield problems.note(
                "people.yml",
                0,
                f"{name} appears as {where} and was kept apart",
                f"if they are one person, add “- name: {name}” with both affiliations to people.yml",
            )


def _where(person: Person) -> str:
    identity, member = person.seen[0]
    return f"{person.id} ({member.organization or identity.series_name})"
