"""Makes nouns quick to pack, unpack, vary and tell, for the cache and for other processes. Must not know which.

Python 3.11 packs a frozen dataclass with slots by asking for its fields one by one, each time anew, which takes longer
than all the rest, unpacking too; `dataclasses.replace` asks in the same way. The order of the fields is known
beforehand. Where it tells one it guards itself from going in circles, in which frozen data cannot lie.
"""

from __future__ import annotations

import copyreg
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

Reduced = tuple[Callable[..., Any], tuple[type], tuple[Any, ...]]
"""How Python is told to pack something: what makes it, of what, and what it holds."""

Noun = TypeVar("Noun")

_HELD: dict[type, tuple[Callable[[Any], Any], Mapping[str, int], Callable[[Any, Sequence[Any]], None]]] = {}
"""Noun → what gives all that one holds, the places of its fields in that, and what fills one with as much."""


def quicken(nouns: Iterable[type]) -> None:
    """Let frozen dataclasses with slots be packed as plain rows of what they hold, and told in one go."""
    for noun in nouns:
        names = [each.name for each in fields(noun)]
        held, restore = attrgetter(*names), _unpacked(noun, names)
        copyreg.pickle(noun, _packed(noun, held, alone=len(names) == 1))
        setattr(noun, "__setstate__", restore)  # noqa: B010
        setattr(noun, "__repr__", _told([each.name for each in fields(noun) if each.repr]))  # noqa: B010
        if len(names) > 1:
            _HELD[noun] = held, {name: place for place, name in enumerate(names)}, restore


def varied(one: Noun, **facts: Any) -> Noun:
    """Give a noun of several fields with other facts, as `dataclasses.replace` does, in a third of the time."""
    noun = type(one)
    held, places, restore = _HELD[noun]
    state = [*held(one)]
    for name, fact in facts.items():
        state[places[name]] = fact
    made = object.__new__(noun)
    restore(made, state)
    return made


def _packed(noun: type, held: Callable[[Any], Any], alone: bool) -> Callable[[Any], Reduced]:
    new, of = getattr(copyreg, "__newobj__"), (noun,)  # noqa: B009
    return (lambda one: (new, of, (held(one),))) if alone else (lambda one: (new, of, held(one)))


def _unpacked(noun: type, names: list[str]) -> Callable[[Any, Sequence[Any]], None]:
    """Write a function that fills each slot by its own writer: as code it takes half as long as in a loop."""
    lines = [f"def restore(self, state):\n {', '.join(names)}, = state", *(f" put_{n}(self, {n})" for n in names)]
    made: dict[str, Any] = {f"put_{name}": getattr(noun, name).__set__ for name in names}
    exec("\n".join(lines), made)  # names of fields and nothing else, as dataclasses themselves do it
    restore: Callable[[Any, Sequence[Any]], None] = made["restore"]
    return restore


def _told(names: list[str]) -> Callable[[Any], str]:
    """Write a function that tells a noun in the words of Python's own."""
    shown = ", ".join(f"{name}={{self.{name}!r}}" for name in names)
    made: dict[str, Any] = {}
    exec(f"def tell(self):\n return f'{{self.__class__.__qualname__}}({shown})'", made)
    tell: Callable[[Any], str] = made["tell"]
    return tell
