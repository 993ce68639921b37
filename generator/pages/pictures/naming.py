"""Names voices in pictures, as words without links. Must not know what is drawn."""

from __future__ import annotations

from generator.model import Call
from generator.pages import desk, wording
from generator.pages.pen import Pen


def voice(pen: Pen, call: Call, number: int | None) -> str:
    """Name a voice of a call: the person, else what is printed, else that nobody knows."""
    if number is None:
        return wording.NOBODY
    seen = call.appearances[number]
    if desk.nameless(pen.desk.archive, seen):
        return wording.nameless(seen.name, "voice")
    speaker = pen.desk.archive.speakers.get(seen.speaker or "")
    return speaker.name if speaker else seen.name
