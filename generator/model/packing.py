"""Makes nouns quick to pack and unpack, for the cache and for other processes. Must not know which.

Python 3.11 packs a frozen dataclass with slots by asking for its fields one by one, each time anew, which takes longer
than all the rest, unpacking too. The order of the fields is known beforehand.
"""

from __future__ import annotations

import copyreg
from collections.abc import Callable, Iterable
from dataclasses import fields
from operator import attrgetter
from typing import Any

Reduced = tuple[Callable[..., Any], tuple[type], tuple[Any, ...]]
"""How Python is told to pack something: what makes it, of what, and what it holds."""


def quicken(nouns: Iterable[type]) -> None:
    """Let frozen dataclasses with slots be packed as plain rows of what they hold."""
    for noun in nouns:
        names = [each.name for each in fields(noun)]
        copyreg.pickle(noun, _packed(noun, attrgetter(*names), alone=len(names) == 1))
        setattr(noun, "__setstate__", _unpacked(noun, names))  # noqa: B010


def _packed(noun: type, held: Callable[[Any], Any], alone: bool) -> Callable[[Any], Reduced]:
    new, of = getattr(copyreg, "__newobj__"), (noun,)  # noqa: B009
    return (lambda one: (new, of, (held(one),))) if alone else (lambda one: (new, of, held(one)))


def _unpacked(noun: type, names: list[str]) -> Callable[[Any, tuple[Any, ...]], None]:
    """Write a function that fills each slot by its own writer: as code it takes half as long as in a loop."""
    lines = [f"def restore(self, state):\n {', '.join(names)}, = state", *(f" put_{n}(self, {n})" for n in names)]
    made: dict[str, Any] = {f"put_{name}": getattr(noun, name).__set__ for name in names}
    exec("\n".join(lines), made)  # names of fields and nothing else, as dataclasses themselves do it
    restore: Callable[[Any, tuple[Any, ...]], None] = made["restore"]
    return restore
