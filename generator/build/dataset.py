"""The archive as data in its site: a file a call, and one that lists them, with all else. Must not know pages.

One file of everything would be 80 MB at a thousand calls, and made anew for every change. The parts together say what
`call-archive export` says.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic_core import to_json  # a fifth of the time of `json`, and the same bytes

from generator import cache, export, output
from generator.model import Archive, Call

CONTENTS = "archive.json"
MEMORY = "dataset.pickle"


@dataclass(frozen=True, slots=True)
class Told:
    """What was written the last time."""

    of: str
    """Digest of code, settings and the folder's place."""
    files: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Path → what the call depends on, and the digest of its file."""


def path(call_id: str) -> str:
    """Name the file of a call, which lies beside its page."""
    return f"calls/{call_id}/call.json"


def write(archive: Archive, keys: Mapping[str, str], writer: output.Writer, folder: Path | None, of: str) -> None:
    """Add the files of an archive; those of calls that are as they were are not made again."""
    before = _recall(folder, of)
    files = {path(call.id): (keys[call.id], _call(call, keys[call.id], writer, before)) for call in _calls(archive)}
    writer.add(CONTENTS, _contents(archive))
    if folder:
        cache.pack(folder / MEMORY, Told(of, files))


def _calls(archive: Archive) -> Iterable[Call]:
    return archive.calls.values()


def _call(call: Call, key: str, writer: output.Writer, before: Told) -> str:
    place = path(call.id)
    known, digest = before.files.get(place, ("", ""))
    if known == key and writer.holds(place, digest):
        writer.keep(place, digest)
        return digest
    return writer.add(place, to_json({"format": export.FORMAT, **export.call(call)}) + b"\n")


def _contents(archive: Archive) -> bytes:
    """Write what lists the calls, with all else, of which no more than one thing is in memory in all its parts."""
    text = io.BytesIO()
    text.write(b'{"format":' + to_json(export.FORMAT))
    for name, told in export.contents(archive, path).items():
        text.write(f',"{name}":['.encode())
        for number, each in enumerate(told):
            text.write((b"," if number else b"") + to_json(each))
        text.write(b"]")
    text.write(b"}\n")
    return text.getvalue()


def _recall(folder: Path | None, of: str) -> Told:
    told = cache.take(folder / MEMORY if folder else None)
    return told if isinstance(told, Told) and told.of == of else Told(of)
