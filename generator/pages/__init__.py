"""Turns an archive into Markdown pages. The only room for templates, addresses and escaping; knows no files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.model import Archive, Call, Page
from generator.pages import (
    addresses,
    call,
    calls,
    desk,
    home,
    media,
    organization,
    organizations,
    periods,
    questions,
    recall,
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
    units,
)
from generator.pages.desk import Desk
from generator.pages.recall import Made, Memory, There
from generator.pages.settings import Settings
from generator.pages.units import Kind
from generator.pages.witness import Earlier, Witness

KINDS: tuple[Kind, ...] = (
    units.whole(home.pages),
    calls.units,
    call.units,
    questions.units,
    units.whole(rows.pages),
    units.whole(unanswered.pages),
    units.whole(statuses.pages),
    units.whole(threads.pages),
    thread.units,
    units.whole(speakers.pages),
    speaker.units,
    units.whole(organizations.pages),
    organization.units,
    units.whole(topics.pages),
    topic.units,
    periods.units,
    units.whole(search.pages),
)
"""One a kind of page."""

ASSETS = Path(__file__).parent.parent / "assets"


def render(archive: Archive, settings: Settings) -> Iterator[Page]:
    """Make every page of an archive."""
    at = desk.prepare(archive, settings)
    for kind in KINDS:
        for unit in kind(at):
            yield from unit.pages(at)


def prepare(archive: Archive, settings: Settings, keys: Mapping[str, str], memory: Memory) -> Desk:
    """Work out what pages look up; `keys` are digests of calls by id, of all that they depend on."""
    return desk.prepare(archive, settings, recall.tallies(archive, keys, memory))


def remember(at: Desk, keys: Mapping[str, str], memory: Memory, there: There, earlier: Earlier) -> Iterator[Made]:
    """Make the pages of an archive that see something else than they did, and name the others.

    `there` tells whether a page that was made before lies where it should, and `earlier` gives a call that was of
    another key, if anybody remembers it.
    """
    sees = Witness(at, keys, memory.keys, earlier)
    yield from recall.pages(at, (unit for kind in KINDS for unit in kind(at)), sees, memory, there)


def ahead(at: Desk, calls: Sequence[Call]) -> Iterator[Page]:
    """Print the pages of calls that changed, where all else that is known is still of the archive as it was.

    Questions that are asked again are left out: what is the same of their answers is not known yet.
    """
    sight = desk.ahead(at, calls)
    for each in calls:
        again = {addresses.question(each.id, exchange.key) for exchange in desk.threaded(at, each)}
        yield from (page for page in call.pages(each.id, sight) if page.path not in again)


def assets() -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of what the pages need beside them."""
    for path in sorted(ASSETS.iterdir()):
        yield f"assets/{path.name}", path.read_bytes()


def recordings(archive: Archive) -> Iterator[tuple[str, str]]:
    """Yield the path of every recording in the page tree, and the one from the content folder that it is a copy of."""
    return media.files(archive)
