"""Makes nouns quick to pack and unpack, for the cache and for other processes. Must not know which.

Python 3.11 packs a frozen dataclass with slots by asking for its fields one by one, each time anew, which takes longer
than all the rest of unpacking. The order of the fields is known beforehand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from typing import Any


def quicken(nouns: Iterable[type]) -> None:
    """Let frozen dataclasses with slots be packed as plain rows of what they hold."""
    for noun in nouns:
        slots = [getattr(noun, each.name) for each in fields(noun)]
        setattr(noun, "__getstate__", _packed(slots))  # noqa: B010
        setattr(noun, "__setstate__", _unpacked(slots))  # noqa: B010


def _packed(slots: list[Any]) -> Callable[[Any], tuple[Any, ...]]:
    readers = [slot.__get__ for slot in slots]

    def state(self: Any) -> tuple[Any, ...]:
        return tuple([read(self) for read in readers])

    return state


def _unpacked(slots: list[Any]) -> Callable[[Any, tuple[Any, ...]], None]:
    writers = [slot.__set__ for slot in slots]

    def restore(self: Any, state: tuple[Any, ...]) -> None:
        for write, value in zip(writers, state, strict=True):
            write(self, value)

    return restore
