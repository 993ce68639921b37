"""Brings the folder of pages up to date: prints what sees something new, keeps the rest. Must not know the edges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator import cache, covers, output, pages
from generator.build import dataset
from generator.config import Settings
from generator.model import Archive, Call
from generator.pages.desk import Desk
from generator.pages.recall import Kept, Memory
from generator.progress import Tick

APART = {"content", "cache", "jobs", "executor", "scheduler", "fast"}
"""Settings on which no page depends."""
MEMORY = "pages.pickle"


@dataclass(frozen=True, slots=True)
class Told:
    """What is remembered of the pages in a folder."""

    of: str
    """Digest of code, settings and the folder's place."""
    memory: Memory


def write(
    archive: Archive, keys: Mapping[str, str], settings: Settings, folder: Path, store: cache.Store, tick: Tick
) -> tuple[output.Written, Desk]:
    """Make a folder hold the pages of an archive, whole or not at all; give what they were printed from, too."""
    of = cache.digest("\0".join([store.version, repr(settings.model_dump(exclude=APART))]).encode())
    memory = _recall(settings.cache, of)
    tick(0)  # whoever waits for the end of this may be heard
    at = pages.prepare(archive, settings, keys, memory)
    tick(0)
    with output.begin(folder) as writer:
        if settings.dataset:  # first, while little else is in memory
            dataset.write(archive, keys, writer, settings.cache, of)
            tick(0)
        there, earlier = partial(_there, writer), partial(_earlier, store)
        for kept, page in pages.remember(at, keys, memory, there, earlier):
            if page:
                writer.add(kept.path, page.text.encode("utf-8"), kept.digest)
            else:
                writer.keep(kept.path, kept.digest)
            tick(1)
        for path, content in beside(archive, settings):
            writer.add(path, content)
        tick(0)
        written = writer.finish()
    _keep(settings.cache, Told(of, memory))
    return written, at


def beside(archive: Archive, settings: Settings) -> Iterator[tuple[str, output.Content]]:
    """Yield what lies beside the pages: path in the page folder, and bytes or the file to copy."""
    yield from pages.assets()
    yield from ((path, settings.content / source) for path, source in pages.recordings(archive))


def _there(writer: output.Writer, kept: Kept) -> bool:
    return writer.holds(kept.path, kept.digest)


def _earlier(store: cache.Store, key: str) -> Call | None:
    found = store.load(store.key(covers.understand, [key]))
    return found[0] if found else None


def _recall(folder: Path | None, of: str) -> Memory:
    told = cache.take(folder / MEMORY if folder else None)
    return told.memory if isinstance(told, Told) and told.of == of else Memory()


def _keep(folder: Path | None, told: Told) -> None:
    if folder:
        cache.pack(folder / MEMORY, told)
