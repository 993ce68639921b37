"""Makes the search of a site anew where something in it changed, and puts it there. Must not know the edges."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from generator import cache, search, shelf, site, workers
from generator.build import conductor
from generator.build.conductor import Built
from generator.build.held import Held
from generator.config import Settings
from generator.problems import Problem
from generator.progress import Stopwatch, Watcher
from generator.search import Index, Packed
from generator.shelf import Kept

Found = Index | Packed
T = TypeVar("T")
R = TypeVar("R")

SHELF = "shelf"
SLIPS = "slips.pickle"
"""What is known of what can be found in each call."""
FEW_SHARDS = 3
"""Shards that this process makes sooner than it starts others."""


def index(
    built: Built, settings: Settings, watcher: Watcher | None = None, held: Held | None = None
) -> tuple[Found | None, tuple[Problem, ...], Mapping[str, float]]:
    """Make the search that the settings ask for, and write nothing; None leaves the site to the theme's own."""
    clock = Stopwatch(watcher, dict(built.seconds))
    if settings.search not in ("pagefind", "packed"):
        return None, (), clock.seconds
    store = conductor.store_of(settings, held)
    with workers.crew(settings.jobs or os.cpu_count() or 1) as crew:

        def work(function: Callable[[Any], Any], missing: Sequence[Any]) -> Iterator[Any]:
            lent = crew if len(missing) > FEW_SHARDS else workers.Crew(1)
            return conductor.each(clock, lent, "search", function, missing)

        make = search.pack if settings.search == "packed" else search.index
        with _slips(built, settings, store) as memory:
            made, told = make(built.archive, settings.directory_urls, remembering(store, work), memory)
    return made, told, clock.seconds


def remembering(store: cache.Store, work: Callable[..., Iterator[Any]]) -> search.Remember:
    """Give what maps over parts of a search and remembers what came of each; `work` does those that are new."""

    def remembered(
        function: Callable[[T], R], things: Sequence[T], key: Callable[[T], Iterable[str]], fill: Callable[[T], T]
    ) -> Iterator[R]:
        def compute(function: Callable[[T], R], missing: Sequence[T]) -> Iterator[R]:
            return work(function, workers.Filled(missing, fill))

        return cache.remember(store, function, things, key, compute)

    return remembered


@contextmanager
def _slips(built: Built, settings: Settings, store: cache.Store) -> Iterator[search.Memory]:
    """Lend what is remembered of what can be found, and remember it as it is then."""
    of = cache.digest(f"{store.version} {settings.directory_urls}".encode())
    before = cache.take_of(settings.cache / SLIPS if settings.cache else None, of)
    memory = search.Memory(built.keys, before)
    yield memory
    if settings.cache and memory.slips != before:
        cache.pack(settings.cache / SLIPS, (of, memory.slips))


def shelve(made: Found | None, settings: Settings) -> dict[str, Kept]:
    """Keep the files of a search for this site and the next; nothing where nothing is remembered, or cannot be."""
    if settings.cache:
        with suppress(OSError):
            return shelf.fill(settings.cache / SHELF, search.files(made) if made else ())
    return {}


def add(made: Found, shelved: Mapping[str, Kept], folder: Path) -> None:
    """Put a search into the folder of a site."""
    if shelved:
        shelf.hand(shelved, folder)
    else:
        site.add(folder, search.files(made))
