"""Reads the files in which a team declares things, entry by entry. Must not know what entries mean to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from generator import plainyaml, problems, slugs
from generator.model import KnownAffiliation, KnownOrganization, KnownPerson, Topic, Vocabulary
from generator.problems import Problem
from generator.vocabulary import entries, organizations, people, rulings, topics
from generator.vocabulary.entries import Entry, OrganizationEntry, PersonEntry, TopicEntry
from generator.vocabulary.rulings import RulingEntry

E = TypeVar("E", bound=Entry)


def load(content: Path) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """Read the four files of a content folder, if they are there, and tell every mistake in them."""
    told: list[Problem] = []
    named = [_person(entry, line) for entry, line in _entries(content, people.FILE, "people", PersonEntry, told)]
    meant = [_topic(entry, line) for entry, line in _entries(content, topics.FILE, "topics", TopicEntry, told)]
    bodies = _entries(content, organizations.FILE, "organizations", OrganizationEntry, told)
    known = organizations.settle([_organization(entry, line) for entry, line in bodies], told)
    ruled = [
        rulings.ruling(entry, line) for entry, line in _entries(content, rulings.FILE, "rulings", RulingEntry, told)
    ]
    said = rulings.settle(ruled, told)
    vocabulary = Vocabulary(people.settle(named, told), topics.settle(meant, told), known, said)
    return vocabulary, tuple(sorted(told))


def _entries(content: Path, name: str, key: str, shape: type[E], told: list[Problem]) -> Iterator[tuple[E, int]]:
    """The good entries of a file's list, each with its line."""
    for node in _items(content / name, key, told):
        try:
            yield shape.model_validate(plainyaml.plain(node)), node.line
        except ValidationError as wrong:
            for line, message, hint in entries.mistakes(wrong, shape, node):
                told.append(problems.error(name, line, message, hint or "this entry is left out"))
        if isinstance(node, plainyaml.Mapping):
            told += [
                problems.warning(name, line, f"{again} is written twice in one entry") for again, line in node.repeated
            ]


def _items(path: Path, key: str, told: list[Problem]) -> Sequence[plainyaml.Node]:
    """The nodes of the list that a file holds under its one key."""
    try:
        node = plainyaml.read(path.read_bytes())
    except FileNotFoundError:
        return ()
    except OSError as wrong:
        told.append(problems.error(path.name, 0, f"cannot be read: {wrong.strerror or wrong}"))
        return ()
    except plainyaml.Unreadable as wrong:
        told.append(problems.error(path.name, wrong.line, str(wrong)))
        return ()
    if node is None:
        return ()
    found = node.items.get(key) if isinstance(node, plainyaml.Mapping) else None
    if isinstance(node, plainyaml.Mapping):
        told += [_stray(path.name, other, node.lines[other], key) for other in node.items if other != key]
    if isinstance(found, plainyaml.Sequence):
        return found.items
    if not isinstance(node, plainyaml.Mapping) or (found and plainyaml.plain(found) is not None):
        told.append(problems.error(path.name, (found or node).line, f"expected a list under the key {key}"))
    return ()


def _stray(name: str, other: str, line: int, key: str) -> Problem:
    return problems.error(
        name, line, f"{other} is no key of this file, expected {key}", f"write your list under {key}:"
    )


def _person(entry: PersonEntry, line: int) -> KnownPerson:
    held = tuple(KnownAffiliation(a.organization, a.title, a.role, a.start, a.end) for a in entry.affiliations)
    return KnownPerson(entry.name, entry.id, entry.aliases, held, entry.never, entry.note, line)


def _organization(entry: OrganizationEntry, line: int) -> KnownOrganization:
    return KnownOrganization(entry.name, entry.id, entry.aliases, entry.note, line)


def _topic(entry: TopicEntry, line: int) -> Topic:
    made = entry.id or slugs.slug(entry.name)
    return Topic(made, entry.name, entry.aliases, entry.parent, entry.description, line)
