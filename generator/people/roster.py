"""Casts of all calls → who is who over the whole archive. Knows no formats; proposes, never guesses silently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator import problems
from generator.grammar import names
from generator.model import Affiliation, Cast, Identity, Member, Role, Roster, Speaker, Vocabulary
from generator.people import organizations
from generator.people.declared import Book
from generator.people.organizations import Register
from generator.people.placing import Person, Table
from generator.problems import Problem

Held = dict[tuple[str, str, Role], tuple[Affiliation, list[str]]]
"""(organisation key, title, role) → the affiliation, and the calls in which it held."""


def resolve(casts: Sequence[Cast], identities: Mapping[str, Identity], vocabulary: Vocabulary) -> Roster:
    """Say for every voice of every call which person it is; a voice that is no known person stays out.

    Voices whose organisation is known come first, so that one of whom only the name is known can join them.
    """
    book, register = Book(vocabulary.people), Register(vocabulary.organizations)
    table = Table(book, register)
    placed: dict[tuple[str, int], str] = {}
    ordered = sorted(casts, key=lambda c: (identities[c.source].date or "9999", c.source))
    for cast, member in sorted(_voices(ordered), key=lambda pair: not pair[1].organization):
        placed[cast.source, member.number] = table.place(member, identities[cast.source]).id
    for person in table.people:
        person.seen.sort(key=lambda pair: (pair[0].date or "9999", pair[0].id))
    speakers = {p.id: _speaker(p, book, register) for p in sorted(table.people, key=lambda p: p.id)}
    known, spelled = organizations.resolve(_spellings(speakers.values(), table.people, identities), register)
    said = (*_proposals(table.people), *book.unused(), *register.unused())
    return Roster(speakers, dict(sorted(placed.items())), known, spelled, said)


def _voices(casts: Iterable[Cast]) -> Iterator[tuple[Cast, Member]]:
    """All voices that are somebody; a listed name that never speaks and of which nothing is told is nobody."""
    return ((c, m) for c in casts for m in c.members if m.speaks or m.organization or m.title)


def _spellings(
    speakers: Iterable[Speaker], persons: Iterable[Person], identities: Mapping[str, Identity]
) -> Iterator[str]:
    """Every form in which an organisation occurs: declared or chosen, printed in a call, or a call's own."""
    yield from (a.organization for s in speakers for a in s.affiliations if a.organization for _ in a.calls)
    yield from (member.organization for p in persons for _, member in p.seen if member.organization)
    yield from (identity.organization for identity in identities.values() if identity.organization)


def _speaker(person: Person, book: Book, register: Register) -> Speaker:
    members = [m for _, m in person.seen]
    name = person.known.name if person.known else _best_name(members)
    forms = dict.fromkeys([*(person.known.aliases if person.known else ()), *(m.name for m in members)])
    forms.update(dict.fromkeys(label for m in members for label in m.labels if not names.generic_role(label)))
    return Speaker(
        person.id,
        name,
        tuple(sorted(f for f in forms if f != name)),
        _affiliations(person, book, register),
        tuple(person.evidence.values()),
        person.known.note if person.known else "",
        anonymous=person.anonymous,
    )


def _best_name(members: Iterable[Member]) -> str:
    """The form that most calls print; of those, the newest."""
    counted: dict[str, int] = {}
    newest: dict[str, int] = {}
    for number, member in enumerate(members):
        counted[member.name] = counted.get(member.name, 0) + 1
        newest[member.name] = number
    return max(counted, key=lambda form: (counted[form], newest[form]))


def _affiliations(person: Person, book: Book, register: Register) -> tuple[Affiliation, ...]:
    """What a person was in which calls, oldest first; what people.yml declares for that day comes first."""
    found: Held = {}
    for identity, member in person.seen:
        organization, title, role = book.affiliation(person.known, member, identity.date)
        place = (register.key(organization or ""), title or "", role)
        _, calls = found.setdefault(place, (Affiliation(organization, title, role, ()), []))
        if identity.id not in calls:
            calls.append(identity.id)
    return tuple(Affiliation(a.organization, a.title, a.role, tuple(calls)) for a, calls in _titled(found).values())


def _titled(found: Held) -> Held:
    """Join calls that print no title with those of the one title borne at the same firm in the same role."""
    for place in [p for p in found if not p[1]]:
        titled = [p for p in found if p[1] and (p[0], p[2]) == (place[0], place[2])]
        if len(titled) == 1:
            calls = {c: None for p in found if p in (place, titled[0]) for c in found[p][1]}
            found[titled[0]] = (found[titled[0]][0], list(calls))
            del found[place]
    return found


def _proposals(persons: Iterable[Person]) -> Iterator[Problem]:
    """Say which people bear the same name and were kept apart, and what to write if they are one."""
    by_name: dict[str, list[Person]] = {}
    for person in persons:
        if not person.anonymous and len(names.tokens(person.seen[0][1].name)) > 1:
            by_name.setdefault(names.key(person.seen[0][1].name), []).append(person)
    for _, same in sorted(by_name.items()):
        if len(same) > 1:
            where = " and ".join(sorted(_where(p) for p in same))
            name = same[0].seen[0][1].name
            hint = f"if they are one person, add “- name: {name}” with both affiliations to people.yml"
            yield problems.note("people.yml", 0, f"{name} appears as {where} and was kept apart", hint)


def _where(person: Person) -> str:
    identity, member = person.seen[0]
    return f"{person.id} ({member.organization or identity.series_name})"
