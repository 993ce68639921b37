"""Weighs the topics of topics.yml against each other: ids, terms, parents. Must not know files."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from generator import problems
from generator.model import Topic
from generator.problems import Problem

FILE = "topics.yml"


def settle(topics: Sequence[Topic], told: list[Problem]) -> tuple[Topic, ...]:
    """The topics that can be kept, each term with one owner and each parent by its id."""
    return _tree(_terms(topics, told), told)


def _terms(topics: Sequence[Topic], told: list[Problem]) -> list[Topic]:
    """The topics without those whose id is taken, and without terms that another topic has."""
    kept: dict[str, Topic] = {}
    owner: dict[str, Topic] = {}
    for topic in topics:
        if topic.id in kept:
            said = f"{topic.name} is declared already, in line {kept[topic.id].line}"
            told.append(problems.error(FILE, topic.line, said, "join the entries, or give this one an id of its own"))
            continue
        kept[topic.id] = topic
        for term in (topic.name, *topic.aliases):
            other = owner.setdefault(term.casefold(), topic)
            if other is not topic:
                said = f"{term} belongs to the topic {other.name} already (line {other.line}), and counts there"
                told.append(problems.warning(FILE, topic.line, said, "a term can only mean one topic"))
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
            told.append(problems.warning(FILE, topic.line, f"{topic.name} is its own parent, by way of {topic.parent}"))
            parents[topic.id] = None
    return tuple(dataclasses.replace(topic, parent=parents[topic.id]) for topic in topics)


def _parent(topic: Topic, ids: set[str], named: dict[str, str], told: list[Problem]) -> str | None:
    if topic.parent is None:
        return None
    found = topic.parent if topic.parent in ids else named.get(topic.parent.casefold())
    if found is None:
        hint = "write the name or the id of a topic of this file"
        told.append(problems.warning(FILE, topic.line, f"the parent {topic.parent} of {topic.name} is no topic", hint))
    return found


def _circular(start: str, parents: dict[str, str | None]) -> bool:
    seen: set[str] = set()
    at = parents[start]
    while at is not None and at != start and at not in seen:
        seen.add(at)
        at = parents[at]
    return at == start
