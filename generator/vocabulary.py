"""What the team declares: people.yml and topics.yml, checked entry by entry. Must not know stages.

One bad entry is reported with its line and left out; it does not lose the others.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from generator import declared, plainyaml, problems, slugs
from generator.declared import Entry, PersonEntry, TopicEntry
from generator.model import KnownAffiliation, KnownPerson, Topic, Vocabulary
from generator.problems import Problem

PEOPLE = "people.yml"
TOPICS = "topics.yml"

E = TypeVar("E", bound=Entry)


def load(content: Path) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """Read both files of a content folder, if they are there, and tell every mistake in them."""
    told: list[Problem] = []
    people = [_person(entry, line) for entry, line in _entries(content, PEOPLE, "people", PersonEntry, told)]
    topics = [_topic(entry, line) for entry, line in _entries(content, TOPICS, "topics", TopicEntry, told)]
    vocabulary = Vocabulary(_people(people, told), _tree(_terms(topics, told), told))
    return vocabulary, tuple(sorted(told))


def _entries(content: Path, name: str, key: str, shape: type[E], told: list[Problem]) -> Iterator[tuple[E, int]]:
    """The good entries of a file's list, each with its line."""
    for node in _items(content / name, key, told):
        try:
            yield shape.model_validate(plainyaml.plain(node)), node.line
        except ValidationError as wrong:
            for line, message, hint in declared.mistakes(wrong, shape, node):
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


def _topic(entry: TopicEntry, line: int) -> Topic:
    made = entry.id or slugs.slug(entry.name)
    return Topic(made, entry.name, entry.aliases, entry.parent, entry.description, line)


def _people(people: Sequence[KnownPerson], told: list[Problem]) -> tuple[KnownPerson, ...]:
    """The people without those whose id is taken, having told which names could be two of them."""
    kept: dict[str, KnownPerson] = {}
    for person in people:
        made = person.id or slugs.slug(person.name)
        if made in kept:
            said = f"{person.name} is declared already, in line {kept[made].line}"
            told.append(
                problems.error(PEOPLE, person.line, said, "join the entries, or give this one an id of its own")
            )
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
                told.append(
                    problems.warning(PEOPLE, person.line, said, "give both their affiliations, or drop one name")
                )
        for name in person.never:
            if name.casefold() in own:
                told.append(problems.warning(PEOPLE, person.line, f"{name} stands both among the names and under not"))


def _terms(topics: Sequence[Topic], told: list[Problem]) -> list[Topic]:
    """The topics without those whose id is taken, and without terms that another topic has."""
    kept: dict[str, Topic] = {}
    owner: dict[str, Topic] = {}
    for topic in topics:
        if topic.id in kept:
            said = f"{topic.name} is declared already, in line {kept[topic.id].line}"
            told.append(problems.error(TOPICS, topic.line, said, "join the entries, or give this one an id of its own"))
            continue
        kept[topic.id] = topic
        for term in (topic.name, *topic.aliases):
            other = owner.setdefault(term.casefold(), topic)
            if other is not topic:
                said = f"{term} belongs to the topic {other.name} already (line {other.line}), and counts there"
                told.append(problems.warning(TOPICS, topic.line, said, "a term can only mean one topic"))
    return [_without(topic, {t for t, mine in owner.items() if mine is not topic}) for topic in kept.values()]


def _without(topic: Topic, taken: set[str]) -> Topic:
    return dataclasses.replace(topic, aliases=tuple(a for a in topic.aliases if a.casefold() not in taken))


def _tree(topics: Sequence[Topic], told: list[Problem]) -> tuple[Topic, ...]:
    """The topics with ids for parents, and without parents that are not there or lead in a circle."""
    named = {topic.name.casefold(): topic.id for topic in reversed(topics)}
    ids = {topic.id for topic in topics}
    parents: dict[str, str | None] = {}
    for topic in topics:
        parents[topic.id] = _parent(topic, ids, named, told)
    for topic in topics:
        if _circular(topic.id, parents):
            told.append(
                problems.warning(TOPICS, topic.line, f"{topic.name} is its own parent, by way of {topic.parent}")
            )
            parents[topic.id] = None
    return tuple(dataclasses.replace(topic, parent=parents[topic.id]) for topic in topics)


def _parent(topic: Topic, ids: set[str], named: dict[str, str], told: list[Problem]) -> str | None:
    if topic.parent is None:
        return None
    found = topic.parent if topic.parent in ids else named.get(topic.parent.casefold())
    if found is None:
        hint = "write the name or the id of a topic of this file"
        told.append(
            problems.warning(TOPICS, topic.line, f"the parent {topic.parent} of {topic.name} is no topic", hint)
        )
    return found


def _circular(start: str, parents: dict[str, str | None]) -> bool:
    seen: set[str] = set()
    at = parents[start]
    while at is not None and at != start and at not in seen:
        seen.add(at)
        at = parents[at]
    return at == start
