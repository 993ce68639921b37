"""Reads YAML as people mean it: every scalar is the text as written, every thing knows its line. Must not know keys.

No `12:30` becomes a number, no `off` a boolean, no date an object. References (`&a`, `*a`) are refused and depth and
size are bounded, so that no file can grow in memory.
"""

from __future__ import annotations

from dataclasses import dataclass

import yaml

LARGEST = 4_000_000
"""Bytes."""
DEEPEST = 20
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, or None where nothing is written."""

    value: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of things."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and what stands under them. A key that is written twice keeps its first value."""

    items: dict[str, Node]
    line: int
    lines: dict[str, int]
    """Key → its line."""
    repeated: tuple[tuple[str, int], ...] = ()
    """Keys that came again, with the line."""


Node = Scalar | Sequence | Mapping


class Unreadable(ValueError):
    """The file is no YAML, or more than we take; with the line."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def read(data: bytes) -> Node | None:
    """Parse a file; None if it is empty. Raise `Unreadable` with a line if it cannot be had."""
    if len(data) > LARGEST:
        raise Unreadable(f"the file is larger than {LARGEST // 1_000_000} MB", 0)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise Unreadable("the file is not UTF-8", data[: wrong.start].count(b"\n") + 1) from wrong
    try:
        _bound(text)
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        raise Unreadable(f"not valid YAML: {wrong.problem or wrong.context}", mark.line + 1 if mark else 0) from wrong
    except yaml.YAMLError as wrong:
        raise Unreadable(f"not valid YAML: {str(wrong).splitlines()[0]}", 0) from wrong
    return None if node is None else _node(node)


def plain(node: Node) -> object:
    """The same thing as strings, None, lists and dicts."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(item) for key, item in node.items.items()}


def _bound(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise Unreadable("references (&name, *name) are not taken here", _line(event))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise Unreadable(f"nested more than {DEEPEST} deep", _line(event))


def _node(node: yaml.Node) -> Node:
    line = _line(node)
    if isinstance(node, yaml.ScalarNode):
        return Scalar(None if not node.style and node.value in NOTHING else node.value, line)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple(_node(item) for item in node.value), line)
    return _mapping(node, line)


def _mapping(node: yaml.Node, line: int) -> Mapping:
    items: dict[str, Node] = {}
    lines: dict[str, int] = {}
    repeated: list[tuple[str, int]] = []
    for name, value in node.value:
        key, at = str(name.value), _line(name)
        if key in items:
            repeated.append((key, at))
        else:
            items[key], lines[key] = _node(value), at
    return Mapping(items, line, lines, tuple(repeated))


def _line(node: yaml.Node | yaml.Event) -> int:
    return node.start_mark.line + 1 if node.start_mark else 0
