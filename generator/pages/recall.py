"""Prints what sees something else than it did when it was printed last, and remembers what it saw.

A unit is printed under the eyes of a `traces.Watch`. Whenever all of its looks see the same again, and its pages are
there, they are the same pages. Every look is asked once, whoever looked; looks into a call only where the call changed.
Must not know files, nor where the memory is kept.
"""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.figures import tally
from generator.figures.tally import Tally
from generator.model import Archive, Page
from generator.pages import traces
from generator.pages.desk import Desk
from generator.pages.traces import CALLS, ITEM, Look, Watch
from generator.pages.units import Unit
from generator.pages.witness import Witness


@dataclass(frozen=True, slots=True)
class Kept:
    """A page that need not be printed again."""

    path: str
    digest: str
    """`Page.digest`, as it was."""


There = Callable[[Kept], bool]
Within = dict[str, tuple[tuple[Look, ...], bytes]]
"""Call id → looks into the call, and a digest of what they saw."""


@dataclass(slots=True)
class Printed:
    """What a unit printed last."""

    looks: array[int]
    """Numbers of its looks, and one for each call that it looked into."""
    within: bytes
    """`Within`, packed, since it is seldom asked for."""
    pages: list[Kept]


@dataclass(slots=True)
class Memory:
    """What all units printed last. Plain data, to be kept on disk; of other settings or code it is worth nothing."""

    looks: list[Look] = field(default_factory=list)
    """Every look of anybody, once."""
    saw: list[bytes] = field(default_factory=list)
    """Digest of what each of them saw in the last build."""
    units: dict[str, Printed] = field(default_factory=dict)
    tallies: dict[str, tuple[str, Tally]] = field(default_factory=dict)
    """Call id → what the call depends on, and its figures."""


def tallies(archive: Archive, keys: Mapping[str, str], memory: Memory) -> dict[str, Tally]:
    """Give the figures of each call, worked out anew where the call changed."""
    before, memory.tallies = memory.tallies, {}
    for call in archive.calls.values():
        known = before.get(call.id)
        same = known and known[0] == keys[call.id]
        memory.tallies[call.id] = known if known and same else (keys[call.id], tally.of(call))
    return {call: found for call, (_, found) in memory.tallies.items()}


def pages(at: Desk, units: Iterable[Unit], witness: Witness, memory: Memory, there: There) -> Iterator[Page | Kept]:
    """Yield each page, printed anew or kept, and bring the memory up to date; empty it first to print everything."""
    numbers = {look: number for number, look in enumerate(memory.looks)}
    before, memory.units = memory.units, {}
    changed = _look_again(memory, witness)
    for unit in units:
        known = before.get(unit.name)
        if known and _same(known, changed, memory, witness) and all(map(there, known.pages)):
            memory.units[unit.name] = known
            yield from known.pages
            continue
        watch = Watch()
        printed = list(unit.pages(traces.spy(at, watch)))
        looks = _number([*watch.looks, *((CALLS, ITEM, call) for call in watch.within)], numbers, memory, witness)
        steady: Within = pickle.loads(known.within) if known else {}
        for number in changed.intersection(known.looks) if known else ():
            steady.pop(str(memory.looks[number][2]), None)
        within = pickle.dumps(_within(watch, steady, witness), protocol=pickle.HIGHEST_PROTOCOL)
        memory.units[unit.name] = Printed(looks, within, [Kept(page.path, page.digest) for page in printed])
        yield from printed
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
    within: Within = pickle.loads(known.within)
    told = [within.get(str(call)) for _, _, call in found]
    return all(one and witness.finds(one[0]) == one[1] for one in told)


def _number(looks: Iterable[Look], numbers: dict[Look, int], memory: Memory, witness: Witness) -> array[int]:
    """Give the numbers of looks; for a new one, take in what it sees."""
    found = array("I")
    for look in looks:
        if look not in numbers:
            numbers[look] = len(memory.looks)
            memory.looks.append(look)
            memory.saw.append(witness.sees(look))
        found.append(numbers[look])
    return found


def _within(watch: Watch, steady: Within, witness: Witness) -> Within:
    """Take in what looks into calls saw; `steady` has it from the last time, of calls that are the same since."""
    found: Within = {}
    for call, inside in watch.within.items():
        looks, told = tuple(inside), steady.get(call)
        found[call] = told if told and told[0] == looks else (looks, witness.finds(looks))
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
