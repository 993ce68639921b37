"""The conductor: the way from a content folder to pages, in order. Decides nothing, and must not know the edges."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from generator import (
    cache,
    discover,
    identity,
    lexicon,
    link,
    output,
    pages,
    people,
    recordings,
    search,
    site,
    threads,
    workers,
)
from generator import vocabulary as team
from generator.build import covers, printing
from generator.build.covers import Cover
from generator.config import Settings
from generator.lexicon import relevance
from generator.model import Archive, Page, Transcript
from generator.problems import Problem
from generator.progress import Stopwatch, Watcher

T = TypeVar("T")
R = TypeVar("R")

Index = search.Index | search.Packed


@dataclass(frozen=True, slots=True)
class Built:
    """An archive, the pages made of it, and what was known on the way."""

    archive: Archive
    covers: Mapping[str, Cover]
    """Path of a file that was looked at, from the content folder → what the archive knows of it."""
    problems: tuple[Problem, ...]
    seconds: Mapping[str, float]
    """Stage → seconds, in the order of the stages."""
    keys: Mapping[str, str]
    """Call id → a digest of all that the call depends on, beside our code."""
    pages: tuple[Page, ...] = ()
    assets: tuple[tuple[str, bytes | Path], ...] = ()
    """What lies beside the pages: path in the page folder, and bytes or the file to copy."""


def build(settings: Settings, watcher: Watcher | None = None) -> Built:
    """Make all pages of a content folder, and write none."""
    built = understand(settings, watcher)
    clock = Stopwatch(watcher, dict(built.seconds))
    with clock.stage("pages") as tick:
        made = tuple(_ticked(pages.render(built.archive, settings), tick))
        beside = tuple(printing.beside(built.archive, settings))
    return dataclasses.replace(built, pages=made, assets=beside, seconds=clock.seconds)


def understand(settings: Settings, watcher: Watcher | None = None) -> Built:
    """Read everything in the content folder and link it, without making pages."""
    clock, store = Stopwatch(watcher), _store(settings)
    with workers.crew(settings.jobs, settings.executor, settings.scheduler) as crew:
        each, near = partial(_each, clock, crew), store if crew.here else cache.Store(None)
        with clock.stage("discover"):
            vocabulary, said = team.load(settings.content)
            documents, found = discover.discover(settings.content, settings.day_first)
        reading = partial(each, "read", shared=(near,))
        seen = tuple(cache.remember(store, covers.look, documents, covers.depends, reading))
        known = {cover.transcript.source.path: cover for cover in seen if cover.transcript}
        casts = tuple(cover.cast for cover in known.values() if cover.cast)
        with clock.stage("people"):
            identities, clashes = identity.settle({path: one.wanted for path, one in known.items() if one.wanted})
            roster = people.resolve(casts, identities, vocabulary)
            words = lexicon.compile(vocabulary, roster)
            placed = [
                covers.task(document, known[path], identities[path], roster, vocabulary.rulings)
                for document in documents
                if (path := document.source.path) in identities
            ]
            index = relevance.index(words)
            depends = {task.identity.id: covers.told(task, known[task.cast.source], index) for task in placed}
        extracting = partial(each, "extract", shared=(words, near))
        due = partial(cache.remember, store, covers.understand, placed, lambda task: depends[task.identity.id])
        calls = tuple(due(extracting))
        with clock.stage("link"):
            bare = (cover.transcript for cover in known.values() if cover.transcript)
            played, missing = recordings.match(bare, discover.recordings(settings.content))
            archive = link.link(calls, identities, roster, vocabulary, played)
        with clock.stage("threads"):
            archive = threads.follow(archive)
    told = (said, found, missing, clashes, roster.problems, archive.problems, crew.problems)
    read = (of.problems for of in (*seen, *casts))
    return Built(
        archive=archive,
        covers={document.source.path: cover for document, cover in zip(documents, seen, strict=True)},
        problems=tuple(sorted(set().union(*told, *read))),
        seconds=clock.seconds,
        keys={call: cache.digest("\0".join(depends[call]).encode()) for call in archive.calls},
    )


def read(settings: Settings, path: str) -> Transcript | None:
    """Read one document of the content folder again, with all of its words."""
    documents, _ = discover.discover(settings.content, settings.day_first)
    found = (covers.read(document, _store(settings)) for document in documents if document.source.path == path)
    return next((reading.transcript for reading in found), None)


def index(
    built: Built, settings: Settings, watcher: Watcher | None = None
) -> tuple[Index | None, tuple[Problem, ...], Mapping[str, float]]:
    """Make the search that the settings ask for, and write nothing; None leaves the site to the theme's own."""
    clock = Stopwatch(watcher, dict(built.seconds))
    if settings.search not in ("pagefind", "packed"):
        return None, (), clock.seconds
    store = _store(settings)
    with workers.crew(settings.jobs or os.cpu_count() or 1) as crew:  # a shard takes a second, so a few are worth it

        def remembered(
            function: Callable[[T], R], things: Sequence[T], key: Callable[[T], Iterable[str]]
        ) -> Iterator[R]:
            return cache.remember(store, function, things, key, partial(_each, clock, crew, "search"))

        make = search.pack if settings.search == "packed" else search.index
        made, told = make(built.archive, settings.directory_urls, remembered)
    return made, told, clock.seconds


def add(made: Index, folder: Path) -> None:
    """Write a search into the folder of a site."""
    site.add(folder, search.files(made))


def write(built: Built, folder: Path) -> output.Written:
    """Write the pages, and whatever they need beside them, into a folder."""
    return output.write(built.pages, folder, built.assets)


def update(
    built: Built, settings: Settings, folder: Path, watcher: Watcher | None = None
) -> tuple[output.Written, Mapping[str, float]]:
    """Bring a folder of pages up to date with an archive: print what changed, keep the rest."""
    clock = Stopwatch(watcher, dict(built.seconds))
    with clock.stage("pages") as tick:
        written = printing.write(built.archive, built.keys, settings, folder, _store(settings).version, tick)
    return written, clock.seconds


def _each(
    clock: Stopwatch, crew: workers.Crew, stage: str, function: Callable[..., R], items: Sequence[Any], **how: Any
) -> Iterator[R]:
    with clock.stage(stage, len(items)) as tick:
        before = crew.spent
        yield from crew.map(function, items, tick, **how)
        clock.spend(crew.spent - before)


def _ticked(things: Iterable[T], tick: Callable[[int], None]) -> Iterator[T]:
    for thing in things:
        yield thing
        tick(1)


def _store(settings: Settings) -> cache.Store:
    """Where readings are remembered, as long as neither our code nor its libraries change."""
    version = cache.version(Path(__file__).parent.parent, "call-archive") if settings.cache else ""
    store = cache.Store(settings.cache, version)
    cache.prune(store)
    return store
