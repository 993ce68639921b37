"""The index of organisations, A to Z."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Organization, Page
from generator.pages import addresses, entries, escape, listing, paging, wording
from generator.pages.desk import Desk
from generator.pages.escape import Safe
from generator.pages.pen import Pen
from generator.pages.press import Sheet


def pages(at: Desk) -> Iterator[Page]:
    """Print the index."""
    ordered = sorted(at.archive.organizations.values(), key=lambda each: (each.name.casefold(), each.id))
    for sliced in paging.slices(addresses.ORGANIZATIONS, at.settings.page_size, len(ordered)):
        pen = Pen(at, sliced.path)
        sheet = Sheet(pen.path, listing.numbered("Organizations", sliced), (), *listing.turned(pen, sliced))
        lead = Safe(wording.count(len(ordered), "organization") + ", A to Z")
        group = listing.group("", [_entry(pen, each) for each in sliced.take(ordered)], listing.PLAIN)
        yield listing.page(sheet, [lead], [group])


def _entry(pen: Pen, organization: Organization) -> Safe:
    archive = pen.desk.archive
    mentioned = len(pen.desk.spoken_of[organization.id].passages)
    done = entries.dotted(
        [
            entries.counted(len(archive.calls_of.get(organization.id, ())), "call"),
            entries.counted(len(archive.people_of.get(organization.id, ())), "person", "people"),
            Safe(f"mentioned in {wording.count(mentioned, 'turn')}" if mentioned else ""),
        ]
    )
    return escape.fill("{} <small>{}</small>", pen.organization_id(organization.id), done)
