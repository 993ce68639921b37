"""Finds the turns in JSON of no known service: lists of objects that hold words and who says them. Must not know files.

The largest such list wins; lists of the same kind beside it are parts of the same call ("prepared_remarks", then
"questions"), unless they are another view of the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from generator.readers import names, speech, values
from generator.readers.joining import Spoken
from generator.readers.places import Record
from generator.readers.speech import Speech

DEEPEST = 8
MOST = 20_000
"""Objects that are looked into for lists."""
TEXTS = tuple(
    "text speech transcript content body words utterance sentence sentences message paragraph paragraphs caption said"
    " remarks statement line quote value lines dialogue dialog punctuatedword word".split()
)
SPEAKERS = tuple(
    "speakername speakerpublic speakerdisplayname speakerfullname displayname participantname username speaker"
    " participant name who from author person user voice attendee speakerlabel label speakertag speakerid spk by"
    " participantid userid channel".split()
)
"""In this order; a person's name in a later one wins over a machine's name for a voice in an earlier one."""
STARTS = tuple(
    "start starttime startsec startseconds startts starttimestamp begin begintime ts timestamp time offset from"
    " startoffset timebegin timecode at".split()
)
MILLISECONDS = tuple("startms starttimems startmillis offsetms offsetmilliseconds startinms".split())
_ENDS = tuple("end endtime endsec endseconds endts to timeend endoffset".split())
_PARTS = {
    "qanda": "Questions and Answers",
    "qa": "Questions and Answers",
    "qna": "Questions and Answers",
    "questions": "Questions and Answers",
    "questionsandanswers": "Questions and Answers",
    "questionandanswer": "Questions and Answers",
    "questionandanswersession": "Questions and Answers",
    "preparedremarks": "Prepared Remarks",
    "presentation": "Presentation",
    "remarks": "Prepared Remarks",
    "openingremarks": "Opening Remarks",
    "closingremarks": "Closing Remarks",
}
"""Keys that name a part of a call."""


@dataclass(frozen=True, slots=True)
class Part:
    """A list of turns."""

    parent: tuple[str, ...]
    """Keys that lead to the object or list that holds it."""
    key: str
    heading: str
    line: int
    rows: Sequence[Record]
    size: int
    """Characters of its words."""


def plain(key: str) -> str:
    """Write a key as it is compared: `Speaker_Name` and `speakerName` are one."""
    return "".join(c for c in key.casefold() if c.isalnum()).replace("&", "and")


def pick(row: Record, keys: Sequence[str]) -> str | None:
    """Find the key of a record that comes first in a list of spellings and says something."""
    known = {plain(key): key for key, value in row.items() if value not in (None, "", [], {})}
    return next((known[key] for key in keys if key in known), None)


def find(root: Any, told: Speech) -> tuple[Part, ...]:
    """Find the parts of a call; none where no list holds words with voices or times."""
    found = list(_parts(root, told))
    if not found:
        return ()
    best = max(found, key=lambda part: part.size)
    beside = [part for part in found if part.parent == best.parent and _alike(part, best)]
    seen: set[str] = set()
    kept: list[Part] = []
    for part in sorted(beside, key=lambda part: part.key != best.key and part.size < best.size):
        shingles = set(_shingles(part))
        if part is best or part.heading or len(shingles & seen) * 2 <= len(shingles):
            kept.append(part)
        seen |= shingles
    return tuple(part for part in beside if any(part is one for one in kept))


def _parts(root: Any, told: Speech) -> Iterator[Part]:
    """Walk a file in its own order and give every list of turns."""
    waiting: list[tuple[Any, tuple[str, ...], str, int]] = [(root, (), "", 1)]
    seen = 0
    while waiting and seen < MOST:
        value, path, heading, line = waiting.pop()
        seen += 1
        if isinstance(value, Mapping):
            title = _title(value) if path[-1:] == ("#",) else ""
            below = [
                (inner, (*path, key), _PARTS.get(plain(key)) or title, line)
                for key, inner, line in told.places.entries(value)
                if isinstance(inner, dict | list)
            ]
            waiting.extend(reversed(below if len(path) < DEEPEST else []))
            continue
        rows = values.records(value)
        size = _size(rows)
        if size:
            yield Part(path[:-1], path[-1] if path else "", heading, line, rows, size)
        elif len(path) < DEEPEST:
            waiting.extend((row, (*path, "#"), heading, line) for row in reversed(rows))


def _title(record: Record) -> str:
    """Give the title of one of several parts."""
    named = (record.get(key) for key in ("title", "name", "heading", "section"))
    return next((name for name in named if isinstance(name, str)), "")


def _size(rows: Sequence[Record]) -> int:
    """Measure the words of a list of turns; 0 where it is none."""
    near = rows[:50]
    texts = [row for row in near if _said(row)]
    voiced = [row for row in texts if pick(row, SPEAKERS) or pick(row, STARTS) or pick(row, MILLISECONDS)]
    if len(voiced) * 2 < len(near) or not texts:
        return 0
    return sum(len(_said(row)) for row in rows)


def _said(row: Record) -> str:
    key = pick(row, TEXTS)
    return values.words(row[key]) if key else ""


def _alike(part: Part, best: Part) -> bool:
    return {pick(part.rows[0], TEXTS), pick(part.rows[0], SPEAKERS)} == {
        pick(best.rows[0], TEXTS),
        pick(best.rows[0], SPEAKERS),
    }


def _shingles(part: Part) -> Iterator[str]:
    for row in part.rows:
        words = _said(row).split()
        yield from (" ".join(words[n : n + 5]) for n in range(max(1, len(words) - 4)))


def spoken(part: Part, told: Speech) -> Iterator[Spoken]:
    """Turn the rows of a part into pieces of speech."""
    whole = _whole(part.rows)
    unit = _unit(part.rows)
    for row in part.rows:
        key = pick(row, TEXTS)
        line = told.places.line(row, key)
        label = _label(row, key, told)
        start, end = _time(row, STARTS, MILLISECONDS, unit), _time(row, _ENDS, (), unit)
        beside = speech.tells(label, row, line) if label and not names.generic(label) else None
        yield from told.pieces(row[key] if key else "", label, line, [start, end], whole, beside)


def _label(row: Record, text: str | None, told: Speech) -> str | None:
    """Choose the name of a voice: a person's before a machine's."""
    known = {plain(key): value for key, value in row.items() if key != text and value not in (None, "")}
    labels = [label for key in SPEAKERS if key in known and (label := told.label(known[key]))]
    return next((label for label in labels if not speech.machine(label)), labels[0] if labels else None)


def _time(row: Record, keys: Sequence[str], milli: Sequence[str], unit: float) -> float | None:
    key = pick(row, keys)
    if key:
        value = row[key]
        return values.seconds(value[0] if isinstance(value, list) and value else value, unit)
    key = pick(row, milli)
    return values.seconds(row[key], 0.001) if key else None


def _unit(rows: Sequence[Record]) -> float:
    """Tell milliseconds from seconds: nobody says a word a minute, in turns of a thousand seconds."""
    last = next((row for row in reversed(rows) if _time(row, STARTS, (), 1.0)), None)
    if last is None:
        return 1.0
    until = _time(last, STARTS, (), 1.0) or 0.0
    spoken_words = sum(len(_said(row).split()) for row in rows)
    return 0.001 if 60 < until < 1e9 and until > 50 * spoken_words else 1.0


def _whole(rows: Sequence[Record]) -> bool:
    """Tell turns from pieces of sentences: pieces are short, and the next is often by the same voice."""
    voices = [str(row.get(pick(row, SPEAKERS) or "")) for row in rows]
    again = sum(a == b for a, b in pairwise(voices))
    mean = sum(len(_said(row).split()) for row in rows) / max(1, len(rows))
    return not (mean < 25 and again * 4 > len(rows) and any(pick(row, STARTS) for row in rows[:20]))
