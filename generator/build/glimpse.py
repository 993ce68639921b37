"""Prints the pages of a call that changed before its archive is understood anew, for somebody who writes and looks.

This is done only where the change can touch nobody else: the same documents, the same voices, the same questions, the
same vocabulary. Who is who, what is spoken of and all counts are those of the last build, which the next one corrects.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator import covers, discover, pages
from generator import vocabulary as team
from generator.build import conductor
from generator.build.held import Grounds, Held
from generator.config import Settings
from generator.model import Call, Cast, Document, Member, Page

FEW = 3
"""Documents that may have changed."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What can be shown at once."""

    of: tuple[tuple[str, ...], ...]
    """Whatever the changed documents are known by."""
    pages: tuple[Page, ...]


def glimpse(settings: Settings, held: Held) -> Glimpse | None:
    """Print the pages of what changed since the last build; None where that cannot be told without a whole one."""
    grounds, at, differ = held.grounds, held.desk, changed(settings, held)
    if grounds is None or at is None or differ is None or not 0 < len(differ) <= FEW:
        return None
    near = conductor.near_of(settings, conductor.store_of(settings))
    calls = [call for each in differ for call in _understand(each, grounds, near) if _asks_the_same(call, held)]
    if len(calls) < len(differ):
        return None
    of = tuple(tuple(covers.depends(each)) for each in differ)
    return Glimpse(of, tuple(pages.ahead(at, calls)))


def changed(settings: Settings, held: Held) -> list[Document] | None:
    """List the documents that changed since the last build; None where more than documents did, or which there are."""
    grounds = held.grounds
    if grounds is None or team.load(settings.content)[0] != grounds.vocabulary:
        return None
    documents, _ = discover.discover(settings.content, settings.day_first)
    if len(documents) != len(grounds.documents):
        return None
    return [each for each in documents if not _known(each, grounds)]


def _known(document: Document, grounds: Grounds) -> bool:
    before = grounds.documents.get(document.source.path)
    return before is not None and covers.depends(before) == covers.depends(document)


def _understand(document: Document, grounds: Grounds, near: covers.Near) -> Iterable[Call]:
    """Understand a document by what is known of the archive; nothing if more than its words has changed."""
    path, cover = document.source.path, covers.look(document, near)
    before = grounds.covers.get(path)
    if not (before and before.cast and cover.cast) or cover.wanted != before.wanted:
        return []
    if _voices(cover.cast) != _voices(before.cast):
        return []
    sought = covers.seek([document], {path: cover}, grounds.terms)
    rows = [(one.document, covers.sift(one, near)) for one in sought]
    tasks = covers.tasks(rows, {path: cover}, grounds.identities, grounds.roster, grounds.vocabulary.rulings)
    return [covers.understand(task, grounds.terms, near) for task in tasks]


def _voices(cast: Cast) -> list[Member]:
    """List who takes part, whichever lines say so."""
    return [replace(each, evidence=()) for each in cast.members]


def _asks_the_same(call: Call, held: Held) -> bool:
    """Tell whether a call has the questions that it had, so that every link to them lands."""
    before = held.desk.archive.calls.get(call.id) if held.desk else None
    return before is not None and [x.key for x in before.exchanges] == [x.key for x in call.exchanges]
