"""Prints what sees something else than it did when it was printed last, and remembers what it saw.

A unit is printed under the eyes of a `traces.Watch`. Whenever all of its looks see the same again, and its pages are
there, they are the same pages. Every look is asked once, whoever looked; looks into a call only where the call changed,
of the call as it was and as it is.
Must not know files, nor where the memory is kept.
"""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.figures import tally
from generator.figures.tally import Tally
from generator.model import Archive, Page
from generator.pages import inside, traces
from generator.pages.desk import Desk
from generator.pages.inside import Table
from generator.pages.traces import CALLS, ITEM, Look, Shared, Watch
from generator.pages.units import Unit
from generator.pages.witness import Witness


@dataclass(frozen=True, slots=True)
class Kept:
    """A page that need not be printed again."""

    path: str
    digest: str
    """`Page.digest`, as it was."""


There = Callable[[Kept], bool]
Made = tuple[Kept, Page | None]
"""A page, and its words where it was printed anew."""


@dataclass(slots=True)
class Printed:
    """What a unit printed last."""

    looks: array[int]
    """Numbers of its looks, and at their end one for each call that it looked into."""
    calls: int
    """How many calls those are."""
    within: bytes
    """Where it looked in them, packed, since it is seldom asked for."""
    pages: list[Kept]


@dataclass(slots=True)
class Memory:
    """What all units printed last. Plain data, to be kept on disk; of other settings or code it is worth nothing."""

    looks: list[Look] = field(default_factory=list)
    """Every look of anybody, once."""
    saw: list[bytes] = field(default_factory=list)
    """Digest of what each of them saw in the last build."""
    inside: Table = field(default_factory=Table)
    """Looks into calls."""
    units: dict[str, Printed] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    """Call id → digest of all that the call depended on."""
    tallies: dict[str, bytes] = field(default_factory=dict)
    """Call id → figures of the call, packed: a tenth of the memory, until the next build."""


def tallies(archive: Archive, keys: Mapping[str, str], memory: Memory) -> dict[str, Tally]:
    """Give the figures of each call, worked out anew where the call changed."""
    before, memory.tallies, found = memory.tallies, {}, {}
    for call in archive.calls:
        packed = before.get(call) if memory.keys.get(call) == keys[call] else None
        found[call] = pickle.loads(packed) if packed else tally.of(archive.calls[call])
        memory.tallies[call] = packed or pickle.dumps(found[call], protocol=pickle.HIGHEST_PROTOCOL)
    return found


def pages(at: Desk, units: Iterable[Unit], witness: Witness, memory: Memory, there: There) -> Iterator[Made]:
    """Yield each page, and bring the memory up to date; empty it first to print everything."""
    numbers = {look: number for number, look in enumerate(memory.looks)}
    before, memory.units = memory.units, {}
    changed = _look_again(memory, witness)
    shared: dict[Hashable, Shared] = {}
    for unit in units:
        known = before.get(unit.name)
        if known and _same(known, changed, memory, witness) and all(map(there, known.pages)):
            memory.units[unit.name] = known
            yield from ((kept, None) for kept in known.pages)
            continue
        watch = Watch(unit.of, shared=shared)
        printed = list(unit.pages(traces.spy(at, watch)))
        watch.close()
        told = _remember(watch, printed, numbers, memory, witness)
        memory.units[unit.name] = told
        yield from zip(told.pages, printed, strict=True)
    memory.keys = witness.keys
    _tidy(memory)


def _look_again(memory: Memory, witness: Witness) -> set[int]:
    """Take in what every look sees now, and tell which see something else."""
    now = list(map(witness.sees, memory.looks))
    changed = {number for number, pair in enumerate(zip(now, memory.saw, strict=True)) if pair[0] != pair[1]}
    memory.saw = now
    return changed


def _same(known: Printed, changed: set[int], memory: Memory, witness: Witness) -> bool:
    """Tell whether a unit would see the same; a call that changed may still be the same where it looked."""
    stale = changed.intersection(known.looks)
    if not stale:
        return True
    found = [memory.looks[number] for number in stale]
    if any(path != CALLS or how != ITEM for path, how, _ in found):
        return False
    places = known.looks[len(known.looks) - known.calls :]
    within = inside.unpack([str(memory.looks[number][2]) for number in places], known.within)
    asked = ((str(call), look) for _, _, call in found for look in memory.inside.told(within.get(str(call), b"")))
    return all(witness.same(call, look) for call, look in asked)


def _remember(watch: Watch, printed: list[Page], numbers: dict[Look, int], memory: Memory, witness: Witness) -> Printed:
    looks = _number([*watch.looks, *((CALLS, ITEM, call) for call in watch.within)], numbers, memory, witness)
    within = {call: memory.inside.ways(looks) for call, looks in watch.within.items()}
    return Printed(looks, len(within), inside.pack(within), [Kept(page.path, page.digest) for page in printed])


def _number(looks: Iterable[Look], numbers: dict[Look, int], memory: Memory, witness: Witness) -> array[int]:
    """Give the numbers of looks; for a new one, take in what it sees."""
    found = array("I")
    for look in looks:
        number = numbers.get(look)
        if number is None:
            number = numbers[look] = len(memory.looks)
            memory.looks.append(look)
            memory.saw.append(witness.sees(look))
        found.append(number)
    return found


def _tidy(memory: Memory) -> None:
    """Forget looks that nobody remembers, once they are most of them."""
    used = {number for printed in memory.units.values() for number in printed.looks}
    if len(memory.looks) > 2 * len(used):
        new = {number: at for at, number in enumerate(sorted(used))}
        memory.looks = [memory.looks[number] for number in new]
        memory.saw = [memory.saw[number] for number in new]
        for printed in memory.units.values():
            printed.looks = array("I", map(new.__getitem__, printed.looks))
