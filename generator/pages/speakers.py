"""The index of speakers, A to Z."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Page, Speaker
from generator.pages import addresses, entries, listing, paging, wording
from generator.pages.desk import Desk
from generator.pages.escape import Safe
from generator.pages.pen import Pen
from generator.pages.press import Sheet


def pages(at: Desk) -> Iterator[Page]:
    """Print the index."""
    for sliced in paging.slices(addresses.SPEAKERS, at.settings.page_size, len(at.people)):
        pen = Pen(at, sliced.path)
        sheet = Sheet(pen.path, listing.numbered("Speakers", sliced), (), *listing.turned(pen, sliced), contents=True)
        lead = Safe(wording.count(len(at.people), "speaker") + ", A to Z")
        letters: dict[str, list[Safe]] = {}
        for speaker in sliced.take(at.people):
            letters.setdefault(_letter(speaker), []).append(entries.person(pen, speaker))
        yield listing.page(sheet, [lead], [listing.group(*each, listing.PLAIN) for each in letters.items()])


def _letter(speaker: Speaker) -> str:
    return speaker.id[0].upper() if speaker.id[0].isalpha() else "0 to 9"
