"""A call as a ribbon: who speaks when, in lanes, and the stretches that one can go to. Must not know pictures.

However long a call is, and however many people speak, there are at most `LANES` lanes and `STRETCHES` stretches.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise

from generator.figures import timeline
from generator.figures.spoken import Share
from generator.model import Call, MentionKind, SectionKind, Turn

LANES = 6
OWN_LANES = 4
"""People who answer, or speak where nobody asks, with a lane of their own."""
STRETCHES = 40
TOPICS = 2
"""Topics named of a stretch."""
SECTIONS = 8

Place = tuple[float, float]
"""From where to where, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One voice, or several that share a lane."""

    voices: tuple[int | None, ...]
    """Indices into `Call.appearances`, who says most first."""
    asks: bool
    places: tuple[Place, ...]
    """Where it speaks, in order; neighbours are joined."""
    words: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a call that one can go to."""

    place: Place
    first: int
    """Number of the turn that it begins with."""
    last: int
    exchanges: tuple[int, ...]
    """Numbers of the questions it holds."""
    words: int
    topics: tuple[str, ...]
    """Ids of those most spoken of."""


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A call, seen from afar."""

    lanes: tuple[Lane, ...]
    stretches: tuple[Stretch, ...]
    questions: tuple[tuple[int, float], ...]
    """Number of each question and where it begins."""
    sections: tuple[tuple[SectionKind, Place], ...]
    seconds: float | None
    """How long the call lasts, where its line is one of time."""
    words: int


def of(call: Call, counted: tuple[int, ...], shares: tuple[Share, ...]) -> Ribbon:
    """Draw up the ribbon of a call from the words of each turn and the shares of its voices."""
    line = timeline.of(call, counted)
    said = [turn for turn in call.turns if counted[turn.number - 1]]
    return Ribbon(
        lanes=tuple(_lane(group, said, line.places, asks) for group, asks in _groups(call, shares)),
        stretches=_stretches(call, counted, line.places),
        questions=_questions(call, line.places),
        sections=_sections(call, line.places),
        seconds=line.seconds,
        words=sum(counted),
    )


def _groups(call: Call, shares: tuple[Share, ...]) -> list[tuple[tuple[Share, ...], bool]]:
    """Share out the lanes: those who answer first, each alone while there is room, those who ask last."""
    tell = [each for each in shares if not each.asks]
    ask = tuple(each for each in shares if each.asks)
    room = OWN_LANES if ask else LANES - 1
    alone = tell if len(tell) <= room + 1 else tell[:room]
    groups = [((each,), False) for each in alone]
    rest = tuple(tell[len(alone) :])
    return [*groups, *([(rest, False)] if rest else []), *([(ask, True)] if ask else [])]


def _lane(group: tuple[Share, ...], said: list[Turn], places: tuple[Place, ...], asks: bool) -> Lane:
    voices = tuple(each.voice for each in group)
    wanted = set(voices)
    found = (places[turn.number - 1] for turn in said if turn.voice in wanted)
    return Lane(voices, asks, tuple(_joined(found)), sum(each.words for each in group))


def _joined(places: Iterable[Place]) -> list[Place]:
    found: list[Place] = []
    for first, last in places:
        if found and first - found[-1][1] < 0.0005:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def _stretches(call: Call, counted: tuple[int, ...], places: tuple[Place, ...]) -> tuple[Stretch, ...]:
    """Cut a call into turns while they are few, else into questions, else into parts of about equal length."""
    slots = {n: each.number for each in call.exchanges for n in range(each.first, each.last + 1)}
    said = [turn for turn in call.turns if counted[turn.number - 1]]
    if len(said) > STRETCHES:
        runs = [list(run) for _, run in groupby(said, key=lambda each: slots.get(each.number) or -each.number)]
    else:
        runs = [[turn] for turn in said]
    if len(runs) > STRETCHES:
        runs = _equal(runs, places)
    spoken_of = _topics(call)
    return tuple(_stretch(run, counted, places, slots, spoken_of) for run in runs)


def _equal(runs: list[list[Turn]], places: tuple[Place, ...]) -> list[list[Turn]]:
    """Join runs that begin in the same of `STRETCHES` equal parts of the line."""
    joined = groupby(runs, key=lambda run: min(int(places[run[0].number - 1][0] * STRETCHES), STRETCHES - 1))
    return [[turn for run in each for turn in run] for _, each in joined]


def _stretch(
    run: list[Turn],
    counted: tuple[int, ...],
    places: tuple[Place, ...],
    slots: dict[int, int],
    spoken_of: Mapping[int, list[str]],
) -> Stretch:
    topics = Counter([topic for turn in run for topic in spoken_of.get(turn.number, ())])
    ranked = sorted(topics, key=lambda each: (-topics[each], each))
    return Stretch(
        place=(places[run[0].number - 1][0], places[run[-1].number - 1][1]),
        first=run[0].number,
        last=run[-1].number,
        exchanges=tuple(dict.fromkeys(slots[turn.number] for turn in run if turn.number in slots)),
        words=sum([counted[turn.number - 1] for turn in run]),
        topics=tuple(ranked[:TOPICS]),
    )


def _topics(call: Call) -> Mapping[int, list[str]]:
    """List the topic of each mention, by turn."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for each in call.mentions:
        if each.kind is MentionKind.TOPIC:
            found[each.turn].append(each.target)
    return found


def _questions(call: Call, places: tuple[Place, ...]) -> tuple[tuple[int, float], ...]:
    return tuple((each.number, places[min((*each.questions, each.last)) - 1][0]) for each in call.exchanges)


def _sections(call: Call, places: tuple[Place, ...]) -> tuple[tuple[SectionKind, Place], ...]:
    """Find where each section begins and ends; a section goes on to where the next one begins."""
    begins = [
        (kind, places[next(iter(run)).number - 1][0])
        for kind, run in groupby(call.turns, key=lambda each: each.section)
    ]
    found = [(one[0], (one[1], two[1])) for one, two in pairwise([*begins, (SectionKind.CLOSING, 1.0)])]
    return tuple(each for each in found if each[1][0] < each[1][1])[:SECTIONS]
