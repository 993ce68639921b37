"""Where the turns of a call lie on one line: by time where it is known of all of them, else by words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise

from generator.figures import spoken
from generator.model import Call

PACE = 2.5
"""Words that a person says in a second, where nothing else tells how long the last turn is."""
LONGEST = 24 * 3600.0
"""Seconds that a call may last; a clock that says more is no clock of this call."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The places of turns."""

    places: tuple[tuple[float, float], ...]
    """Where each turn begins and ends, from 0 to 1."""
    seconds: float | None
    """How long the call lasts; None where nobody knows."""


def of(call: Call, counted: tuple[int, ...]) -> Timeline:
    """Lay the turns of a call, with the words of each, on a line."""
    starts = [turn.start for turn in call.turns]
    known = [each for each in starts if each is not None]
    timed = len(known) == len(starts) > 1 and all(a <= b for a, b in pairwise(known)) and known[0] < known[-1]
    if timed and known[-1] - known[0] < LONGEST:
        return _by_time(call, counted, known)
    return _by_words(counted)


def _by_time(call: Call, counted: tuple[int, ...], starts: list[float]) -> Timeline:
    ends = [*starts[1:], _end(call, counted, starts)]
    first, whole = starts[0], ends[-1] - starts[0]
    places = tuple(((a - first) / whole, (b - first) / whole) for a, b in zip(starts, ends, strict=True))
    return Timeline(places, whole)


def _end(call: Call, counted: tuple[int, ...], starts: list[float]) -> float:
    """Guess where the last turn ends, from how fast is spoken after the last time that is known."""
    paragraphs = call.turns[-1].paragraphs
    at, since = max((each.start or 0.0, index) for index, each in enumerate(paragraphs)) if paragraphs else (0.0, 0)
    last = max(starts[-1], at)
    said = spoken.words(paragraphs[since:] if at > starts[-1] else paragraphs)
    pace = sum(counted[:-1]) / (starts[-1] - starts[0]) or PACE
    return last + max(said / min(max(pace, PACE / 2), PACE * 2), 1.0)


def _by_words(counted: tuple[int, ...]) -> Timeline:
    ends = list(accumulate(counted, initial=0))
    whole = ends[-1] or 1
    return Timeline(tuple((a / whole, b / whole) for a, b in pairwise(ends)), None)
