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
    extract,
    identity,
    lexicon,
    link,
    output,
    pages,
    people,
    readers,
    recordings,
    search,
    site,
    threads,
    workers,
)
from generator import vocabulary as team
from generator.config import Settings
from generator.model import Archive, Cast, Document, Identity, Page, Transcript
from generator.problems import Problem
from generator.progress import Stopwatch, Watcher

T = TypeVar("T")
R = TypeVar("R")

Index = search.Index


@dataclass(frozen=True, slots=True)
class Built:
    """An archive, the pages made of it, and what was known on the way."""

    archive: Archive
    sources: tuple[str, ...]
    """Paths of all files that were looked at, from the content folder."""
    transcripts: tuple[Transcript, ...]
    casts: tuple[Cast, ...]
    """One a transcript, in the same order."""
    problems: tuple[Problem, ...]
    seconds: Mapping[str, float]
    """Stage → seconds, in the order of the stages."""
    pages: tuple[Page, ...] = ()
    assets: tuple[tuple[str, bytes | Path], ...] = ()
    """What lies beside the pages: path in the page folder, and bytes or the file to copy."""


def build(settings: Settings, watcher: Watcher | None = None) -> Built:
    """Make all pages of a content folder, and write none."""
    built = understand(settings, watcher)
    clock = Stopwatch(watcher, dict(built.seconds))
    with clock.stage("pages") as tick:
        made = tuple(_ticked(pages.render(built.archive, settings), tick))
        copied = ((path, settings.content / source) for path, source in pages.recordings(built.archive))
        assets: tuple[tuple[str, bytes | Path], ...] = (*pages.assets(), *copied)
    return dataclasses.replace(built, pages=made, assets=assets, seconds=clock.seconds)


def understand(settings: Settings, watcher: Watcher | None = None) -> Built:
    """Read everything in the content folder and link it, without making pages."""
    clock = Stopwatch(watcher)
    with workers.crew(settings.jobs) as crew:
        each = partial(_each, clock, crew)
        with clock.stage("discover"):
            vocabulary, said = team.load(settings.content)
            documents, found = discover.discover(settings.content, settings.day_first)
        readings = tuple(cache.remember(_store(settings), readers.read, documents, _key, partial(each, "read")))
        transcripts = tuple(reading.transcript for reading in readings if reading.transcript)
        casts = tuple(each("cast", people.cast, transcripts))
        with clock.stage("people"):
            identities, clashes = identity.identify(transcripts)
            roster = people.resolve(casts, identities, vocabulary)
            words = lexicon.compile(vocabulary, roster)
        placed = _placed(transcripts, casts, identities)
        known = (roster, words, vocabulary.rulings)
        calls = tuple(each("extract", extract.extract, placed, shared=known, spread=True))
        with clock.stage("link"):
            played, missing = recordings.match(transcripts, discover.recordings(settings.content))
            archive = link.link(calls, identities, roster, vocabulary, played)
        with clock.stage("threads"):
            archive = threads.follow(archive)
    read = (of.problems for of in (*readings, *casts))
    told = (said, found, missing, clashes, roster.problems, archive.problems, *read)
    sources = tuple(document.source.path for document in documents)
    return Built(archive, sources, transcripts, casts, tuple(sorted(set().union(*told))), clock.seconds)


def index(
    built: Built, settings: Settings, watcher: Watcher | None = None
) -> tuple[Index | None, tuple[Problem, ...], Mapping[str, float]]:
    """Make the search that the settings ask for, and write nothing; None leaves the site to the theme's own."""
    clock = Stopwatch(watcher, dict(built.seconds))
    if settings.search != "pagefind":
        return None, (), clock.seconds
    store = _store(settings)
    with workers.crew(settings.jobs or os.cpu_count() or 1) as crew:  # a shard takes a second, so a few are worth it

        def remembered(
            function: Callable[[T], R], things: Sequence[T], key: Callable[[T], Iterable[str]]
        ) -> Iterator[R]:
            return cache.remember(store, function, things, key, partial(_each, clock, crew, "search"))

        made, told = search.index(built.archive, settings.directory_urls, remembered)
    return made, told, clock.seconds


def add(made: Index, folder: Path) -> None:
    """Write a search into the folder of a site."""
    site.add(folder, search.files(made))


def write(built: Built, folder: Path) -> output.Written:
    """Write the pages, and whatever they need beside them, into a folder."""
    return output.write(built.pages, folder, built.assets)


def _each(
    clock: Stopwatch, crew: workers.Crew, stage: str, function: Callable[..., R], items: Sequence[Any], **how: Any
) -> Iterator[R]:
    with clock.stage(stage, len(items)) as tick:
        yield from crew.map(function, items, tick, **how)


def _ticked(things: Iterable[T], tick: Callable[[int], None]) -> Iterator[T]:
    for thing in things:
        yield thing
        tick(1)


def _placed(
    transcripts: Iterable[Transcript], casts: Iterable[Cast], identities: Mapping[str, Identity]
) -> list[tuple[Transcript, Cast, Identity]]:
    """Calls that got an address; what kept one from it is a problem that `identity` has told."""
    both = zip(transcripts, casts, strict=True)
    return [(t, cast, identities[t.source.path]) for t, cast in both if t.source.path in identities]


def _key(document: Document) -> list[str]:
    """Whatever of a document its reading depends on."""
    beside = [part for one in document.companions for part in (one.path, one.origin, cache.digest(one.data))]
    return [document.source.path, document.source.sha256, str(document.day_first), *beside]


def _store(settings: Settings) -> cache.Store:
    """Where readings are remembered, as long as neither our code nor its libraries change."""
    version = cache.version(Path(__file__).parent.parent, "call-archive") if settings.cache else ""
    store = cache.Store(settings.cache, version)
    cache.prune(store)
    return store
