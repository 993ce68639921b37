"""Prints what sees something else than it did when it was printed last, and remembers what it saw.

A unit is printed under the eyes of a `traces.Watch`. Whenever all of its looks see the same again, and its pages are
there, they are the same pages. Must not know files, nor where the memory is kept.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from generator.model import Page
from generator.pages import traces
from generator.pages.desk import Desk
from generator.pages.traces import Look, Watch, Witness
from generator.pages.units import Unit


@dataclass(frozen=True, slots=True)
class Kept:
    """A page that need not be printed again."""

    path: str
    digest: str
    """`Page.digest`, as it was."""


There = Callable[[Kept], bool]


@dataclass(slots=True)
class Printed:
    """What a unit printed last."""

    looks: array[int]
    """Numbers of its looks."""
    saw: bytes
    """Digest of what they saw."""
    pages: list[Kept]


@dataclass(slots=True)
class Memory:
    """What all units printed last. Plain data, to be kept on disk; of other settings or code it is worth nothing."""

    looks: list[Look] = field(default_factory=list)
    """Every look of anybody, once."""
    units: dict[str, Printed] = field(default_factory=dict)


def pages(at: Desk, units: Iterable[Unit], witness: Witness, memory: Memory, there: There) -> Iterator[Page | Kept]:
    """Yield each page, printed anew or kept, and bring the memory up to date; empty it first to print everything."""
    numbers = {look: number for number, look in enumerate(memory.looks)}
    before, memory.units = memory.units, {}
    for unit in units:
        known = before.get(unit.name)
        if known and _same(known, memory, witness) and all(map(there, known.pages)):
            memory.units[unit.name] = known
            yield from known.pages
            continue
        watch = Watch()
        printed = list(unit.pages(traces.spy(at, watch)))
        looks = array("I", (numbers.setdefault(look, len(numbers)) for look in watch.looks))
        kept = [Kept(page.path, page.digest) for page in printed]
        memory.units[unit.name] = Printed(looks, witness.sees(watch.looks), kept)
        yield from printed
    memory.looks = list(numbers)
    _tidy(memory)


def _tidy(memory: Memory) -> None:
    """Forget looks that nobody remembers, once they are most of them."""
    used = {number for printed in memory.units.values() for number in printed.looks}
    if len(memory.looks) > 2 * len(used):
        new = {number: at for at, number in enumerate(sorted(used))}
        memory.looks = [memory.looks[number] for number in new]
        for printed in memory.units.values():
            printed.looks = array("I", map(new.__getitem__, printed.looks))


def _same(known: Printed, memory: Memory, witness: Witness) -> bool:
    return witness.sees(memory.looks[number] for number in known.looks) == known.saw
