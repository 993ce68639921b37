"""Writes what leads to a recording: the time of a paragraph, the player of a call. Knows no files, only their paths."""

from __future__ import annotations

import math
from collections.abc import Iterator
from urllib.parse import quote

from generator.model import Archive, Call, Recording, Turn
from generator.pages import addresses, escape, moments, wording
from generator.pages.escape import Safe
from generator.pages.pen import ADDRESS_SAFE, Pen

LONGEST = 1_000_000
"""Seconds: no call goes on for eleven days, and a later time is a mistake of the file."""
SILENT = Safe("")


def files(archive: Archive) -> Iterator[tuple[str, str]]:
    """Yield where each recording lies in the page tree, and its path from the content folder."""
    for call_id, recording in archive.recordings.items():
        yield addresses.recording(call_id, recording.ending), recording.path


def time(pen: Pen, call: Call, turn: Turn, number: int) -> Safe:
    """Write when a paragraph of a turn is said, linked to that moment; nothing where nobody knows.

    The figures are drawn by the style sheet, for they are no words of the transcript.
    """
    start = _start(turn, number)
    if start is None:
        return SILENT
    clock, seconds = Safe(wording.clock(start)), Safe(_seconds(start))
    target = _target(pen, call, turn, number, start)
    if target is None:
        return escape.fill('<span class="ca-time" data-time="{}" data-at="{}"></span>', clock, seconds)
    skipped = Safe(' tabindex="-1"' if number > 1 else "")
    how = '<a class="ca-time" href="{}" data-time="{}" data-at="{}" aria-label="Listen from {}"{}></a>'
    return escape.fill(how, target, clock, seconds, clock, skipped)


def player(pen: Pen, call: Call) -> Safe:
    """Write the player of a call's recording; nothing where none is at hand."""
    recording = pen.desk.archive.recordings.get(call.id)
    if recording is None:
        return SILENT
    kind, film = ("video", ' class="ca-film" playsinline') if recording.film else ("audio", "")
    source = escape.attribute(_source(pen, call, recording))
    shown = escape.fill(
        '<{} controls preload="none" src="{}" aria-label="Recording of this call"{}><a href="{}">Recording</a></{}>',
        *(Safe(kind), source, Safe(film), source, Safe(kind)),
    )
    return escape.fill('<div class="ca-player" data-search-exclude>{}</div>', shown)


def link(pen: Pen, call: Call) -> Safe:
    """Write a link to the recording itself, with its size or its host."""
    recording = pen.desk.archive.recordings.get(call.id)
    if recording:
        size = wording.unbroken(f"{recording.ending[1:].upper()}, {_size(recording.size)}")
        source = escape.attribute(_source(pen, call, recording))
        return escape.fill('<a href="{}">recording</a> ({})', source, Safe(size))
    address = call.detail("media")
    parts = moments.split(address) if address else None
    return pen.outside(address, f"recording at {parts.hostname}") if parts else SILENT


def timed(call: Call) -> bool:
    """Tell whether anything of a call has a time."""
    return any(_start(turn, 1) is not None for turn in call.turns)


def _start(turn: Turn, number: int) -> float | None:
    start = turn.paragraphs[number - 1].start
    start = turn.start if start is None and number == 1 else start
    return start if start is not None and math.isfinite(start) and 0 <= start < LONGEST else None


def _target(pen: Pen, call: Call, turn: Turn, number: int, start: float) -> Safe | None:
    """Where to listen: in the recording, from another page in the player of the call's page, or on another site."""
    recording, page = pen.desk.archive.recordings.get(call.id), addresses.call(call.id)
    if recording and pen.path == page:
        return escape.attribute(f"{_source(pen, call, recording)}#t={_seconds(start)}")
    if recording:
        place = addresses.served(pen.path, page, folders=pen.desk.settings.directory_urls)
        return escape.attribute(f"{place}?t={_seconds(start)}#t{turn.number}p{number}")
    address = call.detail("media")
    moment = moments.at(address, start) if address else None
    return escape.attribute(quote(moment, safe=ADDRESS_SAFE)) if moment else None


def _source(pen: Pen, call: Call, recording: Recording) -> str:
    place = addresses.recording(call.id, recording.ending)
    return addresses.beside(pen.path, place, pen.desk.settings.directory_urls)


def _seconds(start: float) -> str:
    """Write `252.4`: as exact as a player can be, and no longer."""
    return f"{start:.2f}".rstrip("0").rstrip(".")


def _size(size: int) -> str:
    """Write `312 kB`, `4.2 MB`."""
    return f"{max(1, round(size / 1000)):,} kB" if size < 1_000_000 else f"{size / 1_000_000:,.1f} MB"
