"""Cuts captions (WebVTT, SRT, SBV) into cues with times and lines, through webvtt-py. Must not know who speaks.

The library reads one cue at a time: handed a whole file it tells no lines, drops what it cannot read without a word,
and finds no cue at all where a comma stands for the point in a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from webvtt.errors import MalformedCaptionError
from webvtt.models import Timestamp
from webvtt.vtt import WebVTTCueBlock

from generator.model import Furniture
from generator.readers.text import Line

_ARROW = "-->"
# "00:01:02,5", "1:02.500", "00:01:02"; group 2 is the fraction
_TIME = re.compile(r"(\d{1,9}(?::\d{1,2}){1,2})(?:[.,](\d{1,9}))?")
# "0:00:01.200,0:00:04.000": a line of times in YouTube's SBV
_SBV = re.compile(r"(\d{1,3}:\d\d:\d\d\.\d{3}),(\d{1,3}:\d\d:\d\d\.\d{3})\s*")
_BLOCKS = ("NOTE", "STYLE", "REGION")


@dataclass(frozen=True, slots=True)
class Cue:
    """Lines that are shown together."""

    lines: tuple[Line, ...]
    line: int
    """Line of its times."""
    identifier: str = ""
    start: float | None = None
    end: float | None = None
    sound: bool = True
    """False where its times cannot be read, or words stand outside every cue."""


@dataclass(frozen=True, slots=True)
class Cues:
    """A file of captions, cut."""

    cues: tuple[Cue, ...]
    furniture: tuple[Furniture, ...]
    """Header, notes, styles, and the identifier, times and settings of every cue."""
    header: tuple[Line, ...]
    """What the file says of itself before the first cue."""


def looks(text: str) -> bool:
    """Tell captions by their beginning: `WEBVTT`, or times on the first or second line."""
    head = text[:2000].lstrip("\ufeff \t\n")
    first, _, rest = head.partition("\n")
    return (
        bool(re.match(r"WEBVTT(?:[ \t]|$)", first))
        or _timing(first)
        or (first.strip().isdigit() and _timing(rest.partition("\n")[0]))
    )


def cut(text: str) -> Cues:
    """Cut captions into cues; what is none is set aside by its kind, or kept as an unsound cue."""
    lines = [Line(n, line) for n, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1)]
    web = lines[0].text.startswith("WEBVTT")
    times = [n for n, line in enumerate(lines) if _attempt(lines, n)]
    starts = [n - 1 if _identifies(lines, n) else n for n in times]
    ends = [*starts[1:], len(lines)][: len(starts)]
    cues: list[Cue] = []
    aside: list[Furniture] = []
    header = _outside(lines[: starts[0] if starts else len(lines)], cues, aside)
    for start, at, end in zip(starts, times, ends, strict=True):
        stop = next((n for n in range(at + 1, end) if web and not lines[n].text), end)
        cues.append(_cue(lines[start:at], lines[at], lines[at + 1 : stop]))
        aside.append(Furniture("cue", " ".join(line.text for line in lines[start : at + 1]), lines[start].number))
        _outside(lines[stop:end], cues, aside)
    return Cues(tuple(cues), tuple(aside), tuple(header))


def _timing(line: str) -> bool:
    left, arrow, right = line[:200].partition(_ARROW)
    if not arrow:
        return bool(_SBV.fullmatch(line[:200]))
    return bool(_TIME.fullmatch(left.strip()) and _TIME.match(right.strip()))


def _attempt(lines: Sequence[Line], at: int) -> bool:
    """Tell a line of times, also one that is damaged, from words in which an arrow stands."""
    line = lines[at].text
    if _timing(line):
        return True
    if _ARROW not in line[:200] or at == 0:
        return False
    before = lines[at - 1].text.strip()
    return (not before or before.isdigit()) and any(c.isdigit() or c == ":" for c in line[:200])


def _identifies(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the line before a line of times is the cue's identifier."""
    if at == 0 or lines[at - 1].blank or lines[at - 1].text.startswith(("WEBVTT", *_BLOCKS)):
        return False
    above = lines[at - 2] if at > 1 else None
    return lines[at - 1].text.strip().isdigit() or above is None or above.blank


def _cue(identifier: Sequence[Line], times: Line, lines: Sequence[Line]) -> Cue:
    kept = tuple(line for line in lines if not line.blank)
    said = identifier[0].text.strip() if identifier else ""
    plain = _plain(times.text[:200])
    if not WebVTTCueBlock.is_valid([plain]):
        return Cue(kept, times.number, said, sound=False)
    block = WebVTTCueBlock.from_lines([plain])
    try:
        return Cue(kept, times.number, said, _seconds(block.start), _seconds(block.end))
    except MalformedCaptionError:
        return Cue(kept, times.number, said, sound=False)


def _plain(times: str) -> str:
    """Write times as WebVTT has them."""
    if sbv := _SBV.fullmatch(times):
        times = f"{sbv[1]} {_ARROW} {sbv[2]}"
    left, _, right = times.partition(_ARROW)
    written = [_TIME.sub(lambda t: f"{t[1]}.{(t[2] or '000')[:3]}", side, count=1) for side in (left, right)]
    return f" {_ARROW} ".join(side.strip() for side in written)


def _seconds(time: str) -> float:
    hours, minutes, seconds, thousandths = Timestamp.from_string(time).to_tuple()
    return float(hours * 3600 + minutes * 60 + seconds) + thousandths / 1000


def _outside(lines: Sequence[Line], cues: list[Cue], aside: list[Furniture]) -> list[Line]:
    """Set aside the blocks between cues; words that are no block become an unsound cue."""
    told: list[Line] = []
    for block in _blocks(lines):
        first = block[0].text
        kind = next((name.casefold() for name in _BLOCKS if first.split()[0] == name), "")
        if first.startswith("WEBVTT") and block[0].number == 1:
            kind = "header"
        if kind:
            aside.extend(Furniture(kind, line.text.strip(), line.number) for line in block)
        elif len(block) > 1 or not first.strip().isdigit():
            cues.append(Cue(tuple(block), block[0].number, sound=False))
        else:
            aside.append(Furniture("cue", first.strip(), block[0].number))
        if kind in {"header", "note"}:
            told.extend(_without_mark(line) for line in block)
    return told


def _without_mark(line: Line) -> Line:
    """Take `WEBVTT - ` or `NOTE ` off the beginning of a line."""
    for mark in ("WEBVTT", "NOTE"):
        if line.text.startswith(mark):
            return Line(line.number, line.text.removeprefix(mark).lstrip(" -\t"))
    return line


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    run: list[Line] = []
    for line in lines:
        if line.blank and run:
            yield run
            run = []
        elif not line.blank:
            run.append(line)
    if run:
        yield run
