"""Archive → index: everything in its order. Must not know where results are remembered, nor what runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from generator import problems
from generator.model import Archive
from generator.problems import Problem
from generator.search import binary, bundles, entries, facets, neighbours, packed, passages, portions, shards
from generator.search.addresses import Addresses
from generator.search.bundles import File, Index
from generator.search.packed import Packed
from generator.search.packing import Foreign
from generator.search.record import Record
from generator.search.service import ServiceError

T = TypeVar("T")
R = TypeVar("R")


class Remember(Protocol):
    """Maps a pure function over things, and remembers what came of it."""

    def __call__(
        self, function: Callable[[T], R], things: Sequence[T], key: Callable[[T], Iterable[str]]
    ) -> Iterable[R]:
        """Map; `key` says what of a thing the result depends on."""


def records(archive: Archive, directories: bool = True) -> list[Record]:
    """Make everything that can be found in an archive: passages, calls, people, organisations, topics."""
    addresses = Addresses(directories)
    said = [record for call in archive.calls.values() for record in passages.records(call, archive, addresses)]
    found = [*said, *entries.records(archive, addresses)]
    return [record for record in found if any(map(str.isalnum, record.words))]  # "." alone has nothing to be found by


def index(archive: Archive, directories: bool, remember: Remember) -> tuple[Index | None, tuple[Problem, ...]]:
    """Make the index of an archive; None, with a problem that says why, where it cannot be made.

    Where there is nothing to be found, the index is empty, and the box says so.
    """
    found = records(archive, directories)
    program, told = binary.find(record.language for record in found)
    if program is None:
        return None, told
    try:
        parts = shards.divide(found, program)
        packs = tuple(remember(shards.pack, parts, shards.key))
        shared = bundles.common(parts, packs)
        pairs = tuple(remember(neighbours.pair, shared, neighbours.key))
        groups = bundles.pair(bundles.group(parts, packs), shared, pairs)
        merged = remember(bundles.merge, groups, bundles.key)
        made = tuple(map(bundles.bundle, groups, merged))
        support = bundles.support(program, {part.language for part in parts})
    except (ServiceError, Foreign, OSError) as wrong:
        return None, (*told, _failed(wrong))
    return Index(made, facets.facets(found, archive), support), told


def pack(archive: Archive, directories: bool, remember: Remember) -> tuple[Packed | None, tuple[Problem, ...]]:
    """Make the search of an archive that opens without a server; it takes no program, so it can always be made."""
    found = records(archive, directories)
    parts = shards.divide(found, packed.PROGRAM)
    bundled = packed.group(parts, tuple(remember(portions.portion, parts, shards.key)))
    return Packed(bundled, facets.facets(found, archive)), ()


def files(index: Index | Packed) -> Iterator[File]:
    """Yield every file of a search, below the folder of its own."""
    return packed.files(index) if isinstance(index, Packed) else bundles.files(index)


def _failed(wrong: Exception) -> Problem:
    said = f"the index of the search could not be made, so the site has Material's search: {wrong}"
    return problems.error(binary.ORIGIN, 0, said, "install pagefind-bin 1.5.2 anew, or write `search: material`")
