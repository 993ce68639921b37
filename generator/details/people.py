"""Reads participants as front matter and companions declare them. Must not know layouts of transcripts."""

from __future__ import annotations

from collections.abc import Iterator

from generator import problems
from generator.model import Participant, Role
from generator.plainyaml import Mapping, Node, Scalar, Sequence
from generator.problems import Problem

_KEYS = {"name": "name", "organization": "organization", "organisation": "organization", "firm": "organization",
         "company": "organization", "title": "title", "role": "role", "initials": "initials"}  # fmt: skip


def read(node: Node, path: str) -> tuple[tuple[Participant, ...], tuple[Problem, ...]]:
    """Read a list of names, of `Name, Title` texts or of mappings; a single one may stand without a list."""
    items = node.items if isinstance(node, Sequence) else (node,)
    people: list[Participant] = []
    wrong: list[Problem] = []
    for item in items:
        for found in _one(item, path):
            if isinstance(found, Participant):
                people.append(found)
            else:
                wrong.append(found)
    return tuple(people), tuple(wrong)


def _one(node: Node, path: str) -> Iterator[Participant | Problem]:
    if isinstance(node, Scalar):
        if node.value and node.value.strip():
            yield _text(" ".join(node.value.split()), node.line)
    elif isinstance(node, Mapping):
        yield from _mapping(node, path)
    else:
        yield problems.warning(path, node.line, "a participant is a name or a mapping with `name:`, not a list")


def _text(words: str, line: int) -> Participant:
    """Read "Kostya Serebryany", "Ingrid Moe, Chair" and "Ravi Menon - Kestrel Research"."""
    name, comma, title = words.partition(", ")
    if comma:
        return Participant(name, None, title, line=line)
    name, dash, firm = words.partition(" - ")
    return Participant(name.strip(), firm.strip() or None if dash else None, line=line)


def _mapping(node: Mapping, path: str) -> Iterator[Participant | Problem]:
    told: dict[str, str] = {}
    for key, value in node.items.items():
        meant = _KEYS.get(key.casefold())
        if meant is None or not isinstance(value, Scalar):
            yield problems.warning(
                path, node.lines[key], f"a participant has no `{key}`", f"one of {', '.join(sorted(_KEYS))}"
            )
        elif value.value and value.value.strip():
            told[meant] = " ".join(value.value.split())
    role = _role(told.get("role"))
    if told.get("role") and role is None:
        roles = ", ".join(Role)
        yield problems.warning(path, node.line, f"{told['role']!r} is no role", f"one of {roles}")
    if "name" in told:
        yield Participant(
            told["name"], told.get("organization"), told.get("title"), role, node.line, told.get("initials")
        )
    else:
        yield problems.warning(path, node.line, "a participant lacks `name:`", "add it or take the entry out")


def _role(word: str | None) -> Role | None:
    plain = (word or "").casefold().replace(" ", "_").replace("-", "_")
    plain = {"analyst": "sell_side_analyst"}.get(plain, plain)
    return Role(plain) if plain in set(Role) else None
