"""Lays the sentences of an answer beside the parts of a question. Must not know what an answer is worth.

Each sentence goes to the part with which it shares the rarest words; a sentence without any stays with the one before
it, and going on to the next part is easier than going back: people answer in order, mostly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from generator.extract import matching
from generator.extract.matching import Match, Matter
from generator.extract.rounds import Round, Said

ONWARD, ASTRAY = 1.0, 2.2
"""What it costs to go on to the next part, and to go anywhere else; half of it where a paragraph begins."""

BEGIN = 0.6
"""What it costs to begin with another part than the first."""

ENOUGH = 2.4
"""From what weight on a passage speaks to a part: more than one word that is rare in the call."""

FITS = 2.6
"""From what weight on a paragraph is told to speak to a part that some of its sentences were put beside."""

PLENTY = 5.0
"""From what weight on a paragraph speaks to a part that its sentences were not put beside."""

ALONE = "the only thing asked"
"""The rule where there is one part only."""

MANY = 40
"""Parts beyond which order says nothing, and each sentence is taken alone."""


class Place(NamedTuple):
    """Where a sentence of an answer was put, and why. A tuple, as thousands are made a call."""

    said: Said
    part: int | None
    """Index into the round's parts."""
    rule: str = ""
    words: tuple[str, ...] = ()
    """Words of the sentence that the part has too, the rarest first."""
    weight: float = 0.0
    """How well the sentence itself fits the part."""

    @property
    def own(self) -> bool:
        """Whether the sentence itself fits the part, and is not only put where those around it are."""
        return bool(self.rule)


@dataclass(frozen=True, slots=True)
class Aligned:
    """The sentences of a round's answers, each put beside a part or beside none."""

    places: tuple[Place, ...]
    table: Sequence[Sequence[Match]] = ()
    """How well each sentence fits each part, where there are several."""

    def also(self, part: int) -> Iterator[Place]:
        """Sentences of the paragraph that fits a part best, if it fits well: for a part that was given none."""
        held: dict[tuple[int, int], list[Place]] = {}
        for place, row in zip(self.places, self.table, strict=False):
            if row[part].words:
                match = row[part]
                fitting = Place(place.said, part, match.rule, match.words, match.weight)
                held.setdefault(place.said.said_in, []).append(fitting)
        best = max(held.values(), key=weight, default=[])
        several = len({word.casefold() for place in best for word in place.words}) > 1
        yield from best if several and weight(best) >= PLENTY else ()


def weight(places: Iterable[Place]) -> float:
    """How well some sentences together fit the part that they were put beside."""
    return sum(place.weight for place in places)


def align(matter: Matter, round_: Round) -> Aligned:
    """Put each sentence of a round's answers beside the part it speaks to, or beside none."""
    if len(round_.parts) == 1:
        return Aligned(tuple(Place(said, 0, ALONE, (), FITS) for said in round_.said))
    table = matching.table(matter, round_)
    breaks = [a.said_in != b.said_in for a, b in pairwise(round_.said)]
    path = _path(table, breaks) if len(round_.parts) <= MANY else [_best(row) for row in table]
    return Aligned(tuple(_supported(round_.said, table, path)), table)


def _path(table: Sequence[Sequence[Match]], breaks: Sequence[bool]) -> list[int]:
    """The cheapest way through the parts, sentence by sentence (Viterbi); of two equal ways, the later change."""
    if not table:
        return []
    count = len(table[0])
    score = [match.weight - (BEGIN if at else 0.0) for at, match in enumerate(table[0])]
    back: list[list[int]] = []
    for row, new_paragraph in zip(table[1:], breaks, strict=True):
        onward, astray = (ONWARD / 2, ASTRAY / 2) if new_paragraph else (ONWARD, ASTRAY)
        best = max(range(count), key=score.__getitem__)
        steps = [_step(score, at, best, onward, astray) for at in range(count)]
        score = [value + row[at].weight for at, (value, _) in enumerate(steps)]
        back.append([came for _, came in steps])
    path = [max(range(count), key=score.__getitem__)]
    for came in reversed(back):
        path.append(came[path[-1]])
    return path[::-1]


def _step(score: Sequence[float], at: int, best: int, onward: float, astray: float) -> tuple[float, int]:
    """The best way to a part from the sentence before: its weight, and the part one comes from."""
    before = [(score[at - 1] - onward, at - 1)] if at else []
    return max([*before, (score[best] - astray, best), (score[at], at)], key=lambda way: way[0])


def _best(row: Sequence[Match]) -> int:
    return max(range(len(row)), key=lambda at: row[at].weight)


def _supported(said: Sequence[Said], table: Sequence[Sequence[Match]], path: Sequence[int]) -> Iterator[Place]:
    """The way, cut into runs of one part in one turn; a run without enough evidence is put beside none."""
    begin = 0
    for at in range(1, len(path) + 1):
        if at < len(path) and path[at] == path[begin] and said[at].turn == said[begin].turn:
            continue
        run = [table[n][path[begin]] for n in range(begin, at)]
        enough = sum(match.weight for match in run) >= ENOUGH
        for n, match in zip(range(begin, at), run, strict=True):
            yield Place(said[n], path[begin], match.rule, match.words, match.weight) if enough else Place(said[n], None)
        begin = at
