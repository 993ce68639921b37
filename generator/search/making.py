"""Archive → index: everything in its order. Must not know where results are remembered, nor what runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from generator import problems
from generator.model import Archive
from generator.problems import Problem
from generator.search import binary, bundles, facets, neighbours, packed, portions, shards, slips
from generator.search.bundles import File, Index
from generator.search.packed import Packed
from generator.search.packing import Foreign
from generator.search.record import Record
from generator.search.service import ServiceError
from generator.search.shards import Shard
from generator.search.slips import Memory

T = TypeVar("T")
R = TypeVar("R")


class Remember(Protocol):
    """Maps a pure function over things, and remembers what came of it."""

    def __call__(
        self,
        function: Callable[[T], R],
        things: Sequence[T],
        key: Callable[[T], Iterable[str]],
        fill: Callable[[T], T],
    ) -> Iterable[R]:
        """Map; `key` says what of a thing the result depends on, `fill` gives it what the function needs of it."""


def records(archive: Archive, directories: bool = True) -> list[Record]:
    """Make everything that can be found in an archive: passages, calls, people, organisations, topics."""
    stock = slips.stock(archive, directories, Memory())
    return [record for share in stock.shares for record in stock.records(share)]


def index(
    archive: Archive, directories: bool, remember: Remember, memory: Memory | None = None
) -> tuple[Index | None, tuple[Problem, ...]]:
    """Make the index of an archive; None, with a problem that says why, where it cannot be made.

    Where there is nothing to be found, the index is empty, and the box says so.
    """
    stock = slips.stock(archive, directories, memory or Memory())
    program, told = binary.find(share.kind for share in stock.shares)
    if program is None:
        return None, told

    def fill(shard: Shard) -> Shard:
        return shards.filled(shard, stock.records)

    try:
        parts = shards.divide(stock.shares, program)
        packs = tuple(remember(shards.pack, parts, shards.key, fill))
        shared = bundles.common(parts, packs)
        pairs = tuple(
            remember(neighbours.pair, shared, neighbours.key, lambda one: replace(one, shard=fill(one.shard)))
        )
        groups = bundles.pair(bundles.group(parts, packs), shared, pairs)
        merged = remember(bundles.merge, groups, bundles.key, lambda group: group)
        made = tuple(map(bundles.bundle, groups, merged))
        support = bundles.support(program, {part.language for part in parts})
    except (ServiceError, Foreign, OSError) as wrong:
        return None, (*told, _failed(wrong))
    return Index(made, facets.facets(stock.counts, archive), support), told


def pack(
    archive: Archive, directories: bool, remember: Remember, memory: Memory | None = None
) -> tuple[Packed | None, tuple[Problem, ...]]:
    """Make the search of an archive that opens without a server; it takes no program, so it can always be made."""
    stock = slips.stock(archive, directories, memory or Memory())
    parts = shards.divide(stock.shares, packed.PROGRAM)
    portioned = remember(portions.portion, parts, shards.key, lambda shard: shards.filled(shard, stock.records))
    return Packed(packed.group(parts, tuple(portioned)), facets.facets(stock.counts, archive)), ()


def files(index: Index | Packed) -> Iterator[File]:
    """Yield every file of a search, below the folder of its own."""
    return packed.files(index) if isinstance(index, Packed) else bundles.files(index)


def _failed(wrong: Exception) -> Problem:
    said = f"the index of the search could not be made, so the site has Material's search: {wrong}"
    return problems.error(binary.ORIGIN, 0, said, "install pagefind-bin 1.5.2 anew, or write `search: material`")
