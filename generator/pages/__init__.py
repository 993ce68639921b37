"""Turns an archive into Markdown pages. The only room for templates, addresses and escaping; knows no files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.model import Archive, Page
from generator.pages import (
    call,
    calls,
    desk,
    home,
    media,
    organization,
    organizations,
    periods,
    question,
    questions,
    rows,
    search,
    speaker,
    speakers,
    statuses,
    thread,
    threads,
    topic,
    topics,
    unanswered,
)
from generator.pages.settings import Settings

KINDS = (
    home.pages,
    calls.pages,
    call.pages,
    question.pages,
    questions.pages,
    rows.pages,
    unanswered.pages,
    statuses.pages,
    threads.pages,
    thread.pages,
    speakers.pages,
    speaker.pages,
    organizations.pages,
    organization.pages,
    topics.pages,
    topic.pages,
    periods.pages,
    search.pages,
)
"""One a kind of page."""

ASSETS = Path(__file__).parent.parent / "assets"


def render(archive: Archive, settings: Settings) -> Iterator[Page]:
    """Make every page of an archive."""
    at = desk.prepare(archive, settings)
    for kind in KINDS:
        yield from kind(at)


def assets() -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of what the pages need beside them."""
    for path in sorted(ASSETS.iterdir()):
        yield f"assets/{path.name}", path.read_bytes()


def recordings(archive: Archive) -> Iterator[tuple[str, str]]:
    """Yield the path of every recording in the page tree, and the one from the content folder that it is a copy of."""
    return media.files(archive)
