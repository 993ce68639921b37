"""Parses JSON and tells on which line of the file something stands. Must not know schemas.

The parser of the standard library tells no lines. Strings occur in a parsed file in the order in which they are
written, so the n-th key or text that a walk meets is the n-th pair of quotation marks of the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any

Record = Mapping[str, Any]
"""A JSON object."""
LARGEST = 96 * 1024 * 1024
"""Characters."""
# "Mei said \"yes\"": a whole text with its quotation marks
_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)


class Unreadable(Exception):
    """A file that is no JSON we take; its arguments are a sentence and a line."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.line = line


class Places:
    """A parsed file, and where in it everything stands."""

    def __init__(self, text: str) -> None:
        self.root: Any = parse(text)
        self._lines = _lines(text)
        self._spans: dict[int, tuple[int, int]] = {}
        self._number(self.root)

    def line(self, record: Record, key: str | None = None) -> int:
        """The line of an object's first key, or of the text under a key."""
        if key is not None:
            return next((line for name, _, line in self.entries(record) if name == key), 1)
        return self._at(self._spans[id(record)][0]) if id(record) in self._spans else 1

    def entries(self, record: Record) -> Iterator[tuple[str, Any, int]]:
        """Give (key, value, line) for each entry of an object."""
        at = self._spans.get(id(record), (0, 0))[0]
        for name, value in record.items():
            spoken = isinstance(value, str)
            yield name, value, self._at(at + spoken)
            at = self._spans[id(value)][1] if id(value) in self._spans else at + 1 + spoken

    def _at(self, index: int) -> int:
        return self._lines[index] if index < len(self._lines) else 1

    def _number(self, root: Any) -> None:
        """Note for every object and list how many strings stand before it, and before what follows it."""
        seen = 0
        waiting = [root]
        while waiting:
            value = waiting.pop()
            if isinstance(value, dict | list):
                self._spans[id(value)] = (seen, seen)
                waiting.append((id(value),))
                inner = value if isinstance(value, list) else [part for entry in value.items() for part in entry]
                waiting.extend(reversed(inner))
            elif isinstance(value, tuple):
                self._spans[value[0]] = (self._spans[value[0]][0], seen)
            elif isinstance(value, str):
                seen += 1


def parse(text: str) -> Any:
    """Parse a file, without places."""
    if len(text) > LARGEST:
        raise Unreadable(f"the file holds more than {LARGEST // 1024 // 1024} million characters of JSON")
    try:
        root = json.loads(text.lstrip("\ufeff"), object_pairs_hook=_object, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        raise Unreadable(f"the file is no sound JSON: {error.msg}", error.lineno) from error
    except RecursionError as error:
        raise Unreadable("the JSON is nested too deeply") from error
    except ValueError as error:
        raise Unreadable(f"the file is no sound JSON: {error}") from error
    return root


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object; of a key that comes twice every value is kept, under a key of its own (`text 7`)."""
    made: dict[str, Any] = {}
    for name, value in pairs:
        made[f"{name} {len(made)}" if name in made else name] = value
    return made


def _lines(text: str) -> list[int]:
    """Give the line of every string of a file."""
    starts = [found.start() for found in _STRING.finditer(text)]
    breaks = (text.count("\n", a, b) for a, b in zip([0, *starts], starts, strict=False))
    return list(accumulate(breaks, initial=1))[1:]
