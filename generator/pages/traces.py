"""Watches what a page looks up while it is printed.

A page sees the archive through `spy`, which notes every look. Looks into a call are noted apart, by call: as long as
the call is the same, none of them need be asked again. Must not know what pages print, nor what looks see.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from types import FunctionType, MethodType
from typing import Any, cast, overload

from generator.figures.topics import Book
from generator.model import Archive, Call, Places, Series, Speaker, Topic, sketch
from generator.model.sketch import Sketch
from generator.pages.desk import Desk
from generator.pages.found import Found
from generator.pages.turns import ByCall

Path = tuple[Hashable, ...]
"""Where something lies, from the desk: names of fields, and keys of mappings."""
Look = tuple[Path, str, Hashable]
"""Where somebody looked, how (`ITEM` …), and at which key or between which places."""

ITEM, HAS, ALL, LENGTH, PLACES, HOLDS, VALUE = "item", "has", "all", "length", "places", "holds", "value"
NTH = "nth"
OPEN = {Archive, Book, Found, Series, Speaker}
"""What is no value but a room: looks go into it, and see no more of it than they look at."""
PLAIN = {int, str, Topic}
"""What is mostly found, and is a value."""
LISTS = {("archive", "asked_by"), ("archive", "answered_by"), ("archive", "calls_of"), ("asked_from",), ("remarks",)}
"""Mappings to lists that are looked at by the page."""
CALLS = ("archive", "calls")
MENTIONS, PARTS, EXCHANGE_AT, SAYINGS = ("mentions",), ("parts",), ("exchange_at",), ("sayings",)
KEYS = ("archive", "question_keys")
OF_CALLS = {MENTIONS, PARTS, EXCHANGE_AT, SAYINGS, KEYS}
"""Mappings by a call's id and something in it, whose values follow from the call: to look at one is to look into it."""
OWN = ("call",)
"""Begins the path of a look into a call that goes on in the call itself, and not in one of those mappings."""
TURNS = (*OWN, "turns")
NUMBERED = {TURNS, (*OWN, "exchanges")}
"""What a call holds in order, where a place is a name."""
WHOLE: Look = (OWN, VALUE, None)
"""The look that sees all of a call."""
NAMED: Look = ((*OWN, "named"), VALUE, None)
"""The look that sees what a call is called: who looks at its date looks at its name, too."""
MISSING = object()


@dataclass(frozen=True, slots=True)
class Watch:
    """The looks of one unit."""

    own: str = ""
    """Id of the call that the unit is about: it sees all of it, and need not be watched there."""
    looks: dict[Look, None] = field(default_factory=dict)
    """Into no call."""
    within: dict[str, dict[Look, None]] = field(default_factory=dict)
    """Call id → looks into the call, which do not name it: so they are the same few for all calls."""
    shared: dict[Hashable, Shared] = field(default_factory=dict)
    """What was worked out for other units too, by name."""
    spies: dict[Path, Spy] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.own:
            self.inside(self.own)[WHOLE] = None

    def note(self, path: Path, how: str, at: Hashable = None) -> None:
        """Note a look."""
        self.looks[path, how, at] = None

    def inside(self, call: str) -> dict[Look, None]:
        """Give the looks into a call, to note more of them."""
        looks = self.within.get(call)
        if looks is None:
            looks = self.within[call] = {}
        return looks

    def join(self, other: Watch) -> None:
        """Note all that was looked at elsewhere, but for the call of which everything is seen."""
        self.looks.update(other.looks)
        for call, looks in other.within.items():
            if call != self.own:
                self.inside(call).update(looks)

    def close(self) -> None:
        """Let go of all that the page saw: spies know each other in circles, which would be found late."""
        for each in self.spies.values():
            each.__dict__.clear()
        self.spies.clear()

    def show(self, path: Path, value: Any) -> Any:
        """Hand out what lies somewhere, and go on watching."""
        kind = type(value)
        if kind is Sketch or kind is Call:
            return value if value.id == self.own else self._call(path, value)
        if kind in OPEN:
            return self.spies.get(path) or self.spies.setdefault(path, Spy(value, path, self))
        if kind is dict or kind is ByCall:
            return (OfCalls if path in OF_CALLS else Watched)(value, path, self)
        if path in NUMBERED:
            return Numbered(value, path, self)
        if kind is Places or (kind is tuple and (len(path) == 1 or path[:-1] in LISTS)):
            return Listed(value, path, self)
        if kind is frozenset:
            return Members(value, path, self)
        return value

    def _call(self, path: Path, call: Call) -> Any:
        """Hand out a call, and watch it as if there were nothing else."""
        if path not in self.spies:
            self.spies[path] = Caller(call, OWN, Watch(looks=self.inside(call.id)))
        return self.spies[path]


@dataclass(frozen=True, slots=True)
class Shared:
    """What several units show, and where whoever shows it has to look."""

    value: Any
    watch: Watch


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


class Caller(Spy):
    """Stands for a call; what it is called is seen in one look, since whoever looks at a call looks at most of that."""

    def __getattr__(self, name: str) -> Any:
        if name not in sketch.NAMED:
            return super().__getattr__(name)
        self._watch.looks[NAMED] = None
        self.__dict__.update(zip(sketch.NAMED, sketch.named(cast(Call, self._target)), strict=True))
        return self.__dict__[name]


class Several:
    """Stands for something that holds several things, and notes who looks at all of them."""

    __slots__ = ("_path", "_target", "_watch")

    def __init__(self, target: Any, path: Path, watch: Watch) -> None:
        self._target, self._path, self._watch = target, path, watch

    def __iter__(self) -> Iterator[Any]:
        self._watch.note(self._path, ALL)
        return iter(self._target)

    def __len__(self) -> int:
        self._watch.note(self._path, LENGTH)
        return len(self._target)


class Watched(Several, Mapping[Any, Any]):
    """Stands for a mapping."""

    __slots__ = ()

    def __getitem__(self, key: Any) -> Any:
        shown = self.get(key, MISSING)
        if shown is MISSING:
            raise KeyError(key)
        return shown

    def get(self, key: Any, default: Any = None) -> Any:
        """Look at one value."""
        value = self._target.get(key, MISSING)
        if type(value) in PLAIN:
            self._watch.looks[self._path, ITEM, key] = None
            return value
        shown = self._watch.show((*self._path, key), value)
        self._watch.note(self._path, ITEM if shown is value else HAS, key)
        return default if shown is MISSING else shown

    def __contains__(self, key: object) -> bool:
        self._watch.note(self._path, ITEM if self._path[-1] == "pages" else HAS, key)  # it is looked at next
        return key in self._target

    def keys(self) -> Any:
        """Look at all of it."""
        self._watch.note(self._path, ALL)
        return self._target.keys()

    def values(self) -> Any:
        """Look at all of it; of calls, at which there are."""
        return [value for _, value in self.items()]

    def items(self) -> Any:
        """Look at all of it; of calls, at which there are."""
        self._watch.note(self._path, ALL)
        shown = self._watch.show if self._path == CALLS else _itself
        return [(key, shown((*self._path, key), each)) for key, each in self._target.items()]


def _itself(_: Path, value: Any) -> Any:
    return value


class OfCalls(Watched):
    """Stands for a mapping by call and something in it."""

    __slots__ = ()

    def get(self, key: Any, default: Any = None) -> Any:
        """Look into a call."""
        call, at = key
        if call != self._watch.own:
            self._watch.inside(call)[self._path, ITEM, at] = None
        return self._target.get(key, default)


class Listed(Several, Sequence[Any]):
    """Stands for a list; places are counted from its end, since what is new stands at its beginning."""

    __slots__ = ()

    @overload
    def __getitem__(self, at: int) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Any]: ...
    def __getitem__(self, at: int | slice) -> Any:
        length = len(self._target)
        start, stop, _ = (at if isinstance(at, slice) else slice(at, at + 1 or None)).indices(length)
        self._watch.note(self._path, PLACES, (length - start, length - stop))
        return self._target[at]

    def holds(self, count: int) -> bool:
        """Tell whether it has at least so many entries, which more of them do not change."""
        self._watch.note(self._path, HOLDS, count)
        return len(self._target) >= count


class Numbered(Several, Sequence[Any]):
    """Stands for what a call holds in order, where a place is a name."""

    __slots__ = ()

    @overload
    def __getitem__(self, at: int) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Any]: ...
    def __getitem__(self, at: int | slice) -> Any:
        if isinstance(at, slice) or at < 0:
            self._watch.note(self._path, ALL)
        else:
            self._watch.note(self._path, NTH, at)
        return self._target[at]


class Members(Several, Set[Any]):
    """Stands for a set."""

    __slots__ = ()

    def __contains__(self, one: object) -> bool:
        self._watch.note(self._path, HAS, one)
        return one in self._target


def spy(desk: Desk, watch: Watch) -> Desk:
    """Let a page see a desk, and note what it looks at."""
    return cast(Desk, Spy(desk, (), watch))
