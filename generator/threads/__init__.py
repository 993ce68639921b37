"""Finds the questions that are asked again, and strings them into threads. Must not know Markdown, pages or files."""

from __future__ import annotations

from dataclasses import replace

from generator.model import Archive, Asked
from generator.threads import asks, gathering, matching, weaving, weighing


def follow(archive: Archive) -> Archive:
    """Give an archive its threads; nothing depends on the order in which calls came in."""
    every = asks.collect(archive)
    scale = weighing.weigh(every)
    found = matching.Matcher(tuple(weighing.put(ask, scale) for ask in every), scale)
    threads = weaving.weave(archive, found, gathering.gather(found))
    of: dict[Asked, tuple[str, ...]] = {}
    for thread in threads.values():
        for version in thread.versions:
            of[version.asked] = (*of.get(version.asked, ()), thread.id)
    return replace(archive, threads=threads, threads_of=of)
