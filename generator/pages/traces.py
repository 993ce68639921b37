"""Watches what a page looks up while it is printed, and tells later whether all of that is still the same.

A page sees the archive through `spy`, which notes every look; `Witness` says of a look, in any build, what it would
see now. A page of which every look sees the same is the same page. Must not know what pages print, nor where looks
are kept.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import FunctionType, MethodType
from typing import Any, cast, overload

from generator.figures.topics import Book, Weighed
from generator.model import Archive, Call, Passage, Series, Speaker
from generator.pages.desk import Desk
from generator.pages.found import Found
from generator.pages.turns import ByTurn

Path = tuple[Hashable, ...]
"""Where something lies, from the desk: names of fields, and keys of mappings."""
Look = tuple[Path, str, Hashable]
"""Where somebody looked, how (`ITEM` …), and at which key or between which places."""

ITEM, HAS, ALL, LENGTH, PLACES, HOLDS, VALUE = "item", "has", "all", "length", "places", "holds", "value"
OPEN = {Archive, Book, Found, Series, Speaker}
"""What is no value but a room: looks go into it, and see no more of it than they look at."""
LISTS = {("archive", "asked_by"), ("archive", "answered_by"), ("archive", "calls_of"), ("asked_from",), ("remarks",)}
"""Mappings to lists that are looked at by the page."""
CALLS = ("archive", "calls")
OF_CALLS = {("mentions",), ("parts",), ("exchange_at",), ("archive", "question_keys")}
"""Mappings by a call's id and a number, whose values follow from the call: who looks at one looks at the call."""
REMARKS = ("remarks",)
"""Mapping to lists of a call id and what follows from the call."""
MISSING = object()


@dataclass(frozen=True, slots=True)
class Watch:
    """The looks of one page."""

    looks: dict[Look, None] = field(default_factory=dict)
    spies: dict[Path, Spy] = field(default_factory=dict)

    def note(self, path: Path, how: str, at: Hashable = None) -> None:
        """Note a look."""
        self.looks[path, how, at] = None

    def show(self, path: Path, value: Any) -> Any:
        """Hand out what lies somewhere, and go on watching."""
        kind = type(value)
        if kind in OPEN:
            return self.spies.get(path) or self.spies.setdefault(path, Spy(value, path, self))
        if kind is dict or kind is ByTurn:
            return Watched(value, path, self)
        if kind is tuple and (len(path) == 1 or path[:-1] in LISTS or path[-1] == "passages"):
            return Listed(value, path, self)
        return value


class Spy:
    """Stands for a desk, an archive or a book, and has whatever that has."""

    def __init__(self, target: object, path: Path, watch: Watch) -> None:
        self._target, self._path, self._watch = target, path, watch

    def __getattr__(self, name: str) -> Any:
        member = getattr(type(self._target), name, None)
        if isinstance(member, FunctionType):
            self.__dict__[name] = MethodType(member, self)
            return self.__dict__[name]
        if isinstance(member, property):
            return member.fget(self) if member.fget else None
        value = getattr(self._target, name)
        if name == "settings":  # the same for all pages, whose memory depends on them as a whole
            return value
        path = (*self._path, name)
        shown = self._watch.show(path, value)
        if shown is value:
            self._watch.note(path, VALUE)
        self.__dict__[name] = shown  # it has been noted, and need not be again
        return shown


class Watched(Mapping[Any, Any]):
    """Stands for a mapping."""

    __slots__ = ("_path", "_target", "_watch")

    def __init__(self, target: Mapping[Any, Any], path: Path, watch: Watch) -> None:
        self._target, self._path, self._watch = target, path, watch

    def __getitem__(self, key: Any) -> Any:
        shown = self.get(key, MISSING)
        if shown is MISSING:
            raise KeyError(key)
        return shown

    def get(self, key: Any, default: Any = None) -> Any:
        """Look at one value."""
        value = self._target.get(key, MISSING)
        if self._path in OF_CALLS:
            self._watch.note(CALLS, ITEM, key[0])
            return default if value is MISSING else value
        shown = self._watch.show((*self._path, key), value)
        self._watch.note(self._path, ITEM if shown is value else HAS, key)
        return default if shown is MISSING else shown

    def __contains__(self, key: object) -> bool:
        self._watch.note(self._path, HAS, key)
        return key in self._target

    def __iter__(self) -> Iterator[Any]:
        self._watch.note(self._path, ALL)
        return iter(self._target)

    def __len__(self) -> int:
        self._watch.note(self._path, LENGTH)
        return len(self._target)

    def keys(self) -> Any:
        """Look at all of it."""
        self._watch.note(self._path, ALL)
        return self._target.keys()

    def values(self) -> Any:
        """Look at all of it."""
        self._watch.note(self._path, ALL)
        return self._target.values()

    def items(self) -> Any:
        """Look at all of it."""
        self._watch.note(self._path, ALL)
        return self._target.items()


class Listed(Sequence[Any]):
    """Stands for a list; places are counted from its end, since what is new stands at its beginning."""

    __slots__ = ("_path", "_target", "_watch")

    def __init__(self, target: Sequence[Any], path: Path, watch: Watch) -> None:
        self._target, self._path, self._watch = target, path, watch

    @overload
    def __getitem__(self, at: int) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Any]: ...
    def __getitem__(self, at: int | slice) -> Any:
        length = len(self._target)
        start, stop, _ = (at if isinstance(at, slice) else slice(at, at + 1 or None)).indices(length)
        self._watch.note(self._path, PLACES, (length - start, length - stop))
        return self._target[at]

    def __len__(self) -> int:
        self._watch.note(self._path, LENGTH)
        return len(self._target)

    def __iter__(self) -> Iterator[Any]:
        self._watch.note(self._path, ALL)
        return iter(self._target)

    def holds(self, count: int) -> bool:
        """Tell whether it has at least so many entries, which more of them do not change."""
        self._watch.note(self._path, HOLDS, count)
        return len(self._target) >= count


def spy(desk: Desk, watch: Watch) -> Desk:
    """Let a page see a desk, and note what it looks at."""
    return cast(Desk, Spy(desk, (), watch))


@dataclass(frozen=True, slots=True)
class Witness:
    """Says what looks see now."""

    desk: Desk
    keys: Mapping[str, str]
    """Call id → digest of all that the call depends on."""
    seen: dict[Look, bytes] = field(default_factory=dict)
    places: dict[Path, Any] = field(default_factory=dict)

    def sees(self, looks: Iterable[Look]) -> bytes:
        """Digest what all of these looks see."""
        seen, digest = self.seen, hashlib.blake2b(digest_size=16)
        for look in looks:
            digest.update(seen.get(look) or self._see(look))
        return digest.digest()

    def _see(self, look: Look) -> bytes:
        told = hashlib.blake2b(self._tell(*look).encode("utf-8", "surrogatepass"), digest_size=16).digest()
        self.seen[look] = told
        return told

    def _tell(self, path: Path, how: str, at: Any) -> str:
        found = self._find(path)
        if found is MISSING:
            return "nothing"
        if how == LENGTH:
            return str(len(found))
        if how in (HAS, HOLDS):
            return str(at in found if how == HAS else len(found) >= at)
        if how == PLACES:
            length = len(found)
            found = found[max(0, length - at[0]) : max(0, length - at[1])]
        if path[:-1] == REMARKS:
            return " ".join(f"{call} {self.keys[call]}" for call, _ in found)
        return self._told(found.get(at, MISSING) if how == ITEM else found)

    def _told(self, value: Any) -> str:
        """Tell a value; what follows from a call is told by the call's digest, and a list of such things by place."""
        if value is MISSING:
            return "nothing"
        if isinstance(value, Call):
            return self.keys[value.id]
        if isinstance(value, Counter):  # of which only the counts matter
            return repr(sorted(value.items()))
        if isinstance(value, dict):
            return " ".join(f"{key!r}:{self._told(each)}" for key, each in value.items())
        if isinstance(value, tuple) and value and isinstance(value[0], (Passage, Weighed)):
            return " ".join(map(self._place, value))
        return repr(value)

    def _place(self, one: Passage | Weighed) -> str:
        passage = one.passage if isinstance(one, Weighed) else one
        return f"{self.keys[passage.call]} {passage.turn}"

    def _find(self, path: Path) -> Any:
        if path not in self.places:
            self.places[path] = self._follow(path)
        return self.places[path]

    def _follow(self, path: Path) -> Any:
        if not path:
            return self.desk
        above = self._find(path[:-1])
        if above is MISSING:
            return MISSING
        return above.get(path[-1], MISSING) if isinstance(above, Mapping) else getattr(above, str(path[-1]), MISSING)
