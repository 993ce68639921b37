"""The conductor: the way from a content folder to pages, in order. Decides nothing, and must not know the edges."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from generator import (
    cache,
    covers,
    discover,
    identity,
    lexicon,
    link,
    output,
    pages,
    people,
    recordings,
    threads,
    workers,
)
from generator import vocabulary as team
from generator.build import forms, printing
from generator.build.held import Grounds, Held
from generator.config import Settings
from generator.covers import Cover
from generator.model import Archive, Call, Cast, Document, Outline, Page, Transcript, Vocabulary, sketch
from generator.problems import Problem
from generator.progress import Stopwatch, Tick, Watcher

T = TypeVar("T")
R = TypeVar("R")


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


@dataclass(frozen=True, slots=True)
class Works:
    """Where maps are done."""

    clock: Stopwatch
    crew: workers.Crew
    store: cache.Store

    def each(
        self,
        stage: str,
        function: Callable[..., R],
        items: Sequence[T],
        key: Callable[[T], Iterable[str]],
        *shared: Any,
    ) -> tuple[R, ...]:
        """Give what a function makes of each item, remembered by what `key` says that it depends on."""
        compute = partial(each, self.clock, self.crew, stage, shared=shared)
        return tuple(cache.remember(self.store, function, items, key, compute))


def build(settings: Settings, watcher: Watcher | None = None) -> Built:
    """Make all pages of a content folder, and write none."""
    built = understand(settings, watcher)
    clock = Stopwatch(watcher, dict(built.seconds))
    with clock.stage("pages") as tick:
        made = tuple(_ticked(pages.render(built.archive, settings), tick))
        beside = tuple(printing.beside(built.archive, settings))
    return dataclasses.replace(built, pages=made, assets=beside, seconds=clock.seconds)


def understand(settings: Settings, watcher: Watcher | None = None, held: Held | None = None) -> Built:
    """Read everything in the content folder and link it, without making pages.

    What is understood stays in `held` too, for who builds again and again.
    """
    clock, store = Stopwatch(watcher), store_of(settings, held)
    cache.prune(store)
    with workers.crew(settings.jobs, settings.executor, settings.scheduler) as crew:
        works = Works(clock, crew, store)
        linked = _linked(works, settings, held)
        archive, wider = linked.archive, threads.parents(linked.archive)
        key = partial(_strung, linked.keys, wider)
        strung = works.each("threads", threads.of_series, threads.series(archive), key, wider)
        archive = threads.join(archive, strung)
    told = tuple(sorted({*linked.problems, *crew.problems}))
    return dataclasses.replace(linked, archive=archive, problems=told, seconds=clock.seconds)


def _linked(works: Works, settings: Settings, held: Held | None) -> Built:
    """Understand all calls and link them, and let go of all that was needed for that before anybody looks into them."""
    clock, near = works.clock, near_of(settings, works.store) if works.crew.here else covers.Near(cache.Store(None))
    with clock.stage("discover"):
        vocabulary, said = team.load(settings.content)
        documents, found = discover.discover(settings.content, settings.day_first)
    seen = works.each("read", covers.look, documents, covers.depends, near)
    documents = covers.bare(documents, near)
    known = {cover.transcript.source.path: cover for cover in seen if cover.transcript}
    with clock.stage("people") as tick:
        grounds, clashes = _settle(vocabulary, documents, known, tick)
    if held:
        held.grounds = grounds
    tasks = covers.tasks(_spoken(works, grounds, near), known, grounds.identities, grounds.roster, vocabulary.rulings)
    keys = {task.identity.id: covers.digest(task) for task in tasks}
    calls = _calls(works, tasks, keys, grounds.terms, near, held)
    with clock.stage("link"):
        read = [cover.transcript for cover in known.values() if cover.transcript]
        played, missing = recordings.match(read, discover.recordings(settings.content))
        archive = link.link(calls, grounds.identities, grounds.roster, vocabulary, played)
    told = (said, found, missing, clashes, grounds.roster.problems, archive.problems, *map(covers.noted, seen))
    covered = {each.source.path: covers.closed(cover) for each, cover in zip(documents, seen, strict=True)}
    return Built(archive, covered, tuple(set().union(*told)), clock.seconds, keys)


def read(settings: Settings, path: str) -> tuple[Transcript | None, Cast | None]:
    """Read one document of the content folder again, with all of its words, and say whose they are."""
    documents, _ = discover.discover(settings.content, settings.day_first)
    near = near_of(settings, store_of(settings))
    found = (covers.read(document, near) for document in documents if document.source.path == path)
    transcript = next((reading.transcript for reading in found), None)
    return transcript, people.cast(transcript) if transcript else None


def write(built: Built, folder: Path) -> output.Written:
    """Write the pages, and whatever they need beside them, into a folder."""
    return output.write(built.pages, folder, built.assets)


def update(
    built: Built, settings: Settings, folder: Path, watcher: Watcher | None = None, held: Held | None = None
) -> tuple[output.Written, Mapping[str, float]]:
    """Bring a folder of pages up to date with an archive: print what changed, keep the rest."""
    clock = Stopwatch(watcher, dict(built.seconds))
    with clock.stage("pages") as tick:
        written, at = printing.write(built.archive, built.keys, settings, folder, store_of(settings), tick)
    if held:
        held.desk = at
    return written, clock.seconds


def close(built: Built) -> None:
    """Let go of the words of all calls, once nothing more is made of them."""
    for call in built.archive.calls.values():
        sketch.close(call)


def _settle(
    vocabulary: Vocabulary, documents: Sequence[Document], known: Mapping[str, Cover], tick: Tick
) -> tuple[Grounds, tuple[Problem, ...]]:
    """Say which call is which and who is who, and what may be spoken of; tell of calls that want the same address."""
    identities, clashes = identity.settle({path: one.wanted for path, one in known.items() if one.wanted})
    tick(0)  # between things that take long at many calls, whoever waits for the end of this may be heard
    roster = people.resolve([cover.cast for cover in known.values() if cover.cast], identities, vocabulary)
    tick(0)
    terms, paths = lexicon.compile(vocabulary, roster), {each.source.path: each for each in documents}
    return Grounds(vocabulary, paths, known, identities, roster, terms), clashes


def _spoken(works: Works, grounds: Grounds, near: covers.Near) -> list[tuple[Document, tuple[str, ...]]]:
    """Say what may be spoken of in each call."""

    def sift(fresh: Sequence[Document]) -> tuple[tuple[str, ...], ...]:
        with works.clock.stage("people"):
            sought = covers.seek(fresh, grounds.covers, grounds.terms)
        return works.each("extract", covers.sift, sought, covers.sought, near)

    calls = [grounds.documents[path] for path in grounds.covers]
    return forms.find(calls, grounds.terms, works.store, sift)


def _calls(
    works: Works,
    tasks: Sequence[covers.Task],
    keys: Mapping[str, str],
    words: lexicon.Lexicon,
    near: covers.Near,
    held: Held | None,
) -> list[tuple[Call, Outline]]:
    """Understand calls; where they are remembered, each is fetched only when somebody looks into it."""

    def key(task: covers.Task) -> list[str]:
        return [keys[task.identity.id]]

    if not near.store.folder:
        calls = works.each("extract", covers.understand, tasks, key, words, near)
        return [(call, link.outline(call)) for call in calls]
    outlines = works.each("extract", covers.outline, tasks, key, words, near)
    known, found = held.calls if held else {}, {}
    for task, outlined in zip(tasks, outlines, strict=True):
        fetch = partial(covers.understand, dataclasses.replace(task, cast=None), words, near)
        found[keys[task.identity.id]] = known.get(keys[task.identity.id]) or sketch.sketch(outlined.head, fetch)
    if held:
        held.calls = found
    return list(zip(found.values(), outlines, strict=True))


def each(
    clock: Stopwatch, crew: workers.Crew, stage: str, function: Callable[..., R], items: Sequence[Any], **how: Any
) -> Iterator[R]:
    """Map a function over the things of a stage, under its clock."""
    with clock.stage(stage, len(items)) as tick:
        before = crew.spent
        yield from crew.map(function, items, tick, pack=cache.packed, **how)
        clock.spend(crew.spent - before)


def _strung(keys: Mapping[str, str], wider: Mapping[str, str | None], calls: Sequence[Call]) -> list[str]:
    """Whatever the threads of a series depend on."""
    return [repr(wider), *(keys[call.id] for call in calls)]


def _ticked(things: Iterable[T], tick: Callable[[int], None]) -> Iterator[T]:
    for thing in things:
        yield thing
        tick(1)


def near_of(settings: Settings, store: cache.Store) -> covers.Near:
    """What whoever works on this machine can see."""
    return covers.Near(dataclasses.replace(store, held=None), settings.content)


def store_of(settings: Settings, held: Held | None = None) -> cache.Store:
    """Where readings are remembered, as long as neither our code nor its libraries change."""
    version = cache.version(Path(__file__).parent.parent, "call-archive") if settings.cache else ""
    return cache.Store(settings.cache, version, held.results if held else None)
