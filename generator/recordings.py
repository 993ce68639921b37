"""Which recording belongs to which transcript: the file that `media` names, else the one of the same name beside it.

Must not know stages, and reads no file: it is told which recordings there are.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from generator import problems
from generator.model import ENDINGS, Detail, Recording, Transcript
from generator.problems import Problem

LARGEST = 100 * 1024 * 1024
"""Bytes: GitHub takes no larger file."""
DECLARED = frozenset({"front matter", "sidecar", "folder"})
"""Where the team says so itself; what a text's header says of "Video" may be anything."""
KINDS = ", ".join(ENDINGS)


def match(
    transcripts: Iterable[Transcript], available: Iterable[Recording]
) -> tuple[dict[str, Recording], tuple[Problem, ...]]:
    """Give the recording of each transcript by its source path, and what is wrong with them."""
    lying = {recording.path: recording for recording in available}
    found: dict[str, Recording] = {}
    told: list[Problem] = []
    claimed: set[str] = set()
    for transcript in transcripts:
        beside = _beside(transcript.source.path, lying)
        claimed.update(recording.path for recording in beside)
        named, wrong = _named(transcript, lying)
        told.extend(wrong)
        if recording := named or next(iter(beside), None):
            found[transcript.source.path] = recording
            claimed.add(recording.path)
            told.extend(_doubts(transcript, recording, [] if named else beside))
    return found, tuple(sorted({*told, *_left(set(lying) - claimed)}))


def web(address: str) -> bool:
    """Tell a web address from the name of a file."""
    return address[:8].lower().startswith(("http://", "https://"))


def _beside(path: str, lying: Mapping[str, Recording]) -> list[Recording]:
    """Find the recordings with the stem of a transcript, in order of `ENDINGS`."""
    stem = str(PurePosixPath(path).with_suffix(""))
    forms = [stem + form for ending in ENDINGS for form in (ending, ending.upper())]
    return [lying[form] for form in forms if form in lying]


def _named(transcript: Transcript, lying: Mapping[str, Recording]) -> tuple[Recording | None, list[Problem]]:
    """Find the file that the details name."""
    detail = transcript.detail("media")
    if detail is None or web(detail.value):
        return None, []
    path = posixpath.normpath(posixpath.join(posixpath.dirname(transcript.source.path), detail.value))
    if path in lying and not detail.value.startswith("/"):
        return lying[path], []
    return None, [_missing(detail, path)] if detail.origin in DECLARED else []


def _missing(detail: Detail, path: str) -> Problem:
    if not path.lower().endswith(ENDINGS):
        said = f"`media` is neither a web address nor a recording: {detail.value}"
        return problems.error(detail.path, detail.line, said, f"write https://…, or a file that ends with {KINDS}")
    if path.startswith("../") or detail.value.startswith("/"):
        said = f"the recording lies outside the content folder: {detail.value}"
        return problems.error(detail.path, detail.line, said, "put it beside the transcript")
    said = f"the recording is not there: {path}"
    return problems.error(detail.path, detail.line, said, "put it there, or give its web address")


def _doubts(transcript: Transcript, recording: Recording, beside: list[Recording]) -> Iterator[Problem]:
    if recording.size > LARGEST:
        said = f"the recording is larger than {LARGEST // 1024 // 1024} MB, which is more than GitHub Pages takes"
        yield problems.warning(recording.path, 0, said, "make it smaller, or put it elsewhere and give its address")
    if recording.size == 0:
        yield problems.warning(recording.path, 0, "the recording is empty", "copy it again")
    if len(beside) > 1:
        others = ", ".join(each.path for each in beside[1:])
        said = f"the call has more than one recording, and this one is played (not {others})"
        yield problems.warning(recording.path, 0, said, "name one as `media` in the details of the transcript")


def _left(paths: Iterable[str]) -> Iterator[Problem]:
    for path in paths:
        hint = "name it like its transcript, or name it as `media` in the details of the transcript"
        yield problems.warning(path, 0, "a recording that belongs to no transcript was left out", hint)
