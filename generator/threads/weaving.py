"""Makes threads of what was found to be the same: versions in order, each with the earlier one that it is like.

Must not know how the same was found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator import slugs
from generator.model import Asked, Call, Exchange, Span, Thread, Version
from generator.threads import changes, showing
from generator.threads.matching import Match, Matcher

Askings = dict[Asked, tuple[int, ...]]
"""A question → numbers of its parts that belong together, in order of time."""


@dataclass(frozen=True, slots=True)
class Weaver:
    """What a thread is made of: the calls, and what matches what in them."""

    calls: Mapping[str, Call]
    found: Matcher

    def weave(self, groups: Iterable[tuple[int, ...]]) -> tuple[Thread, ...]:
        """Make a thread of each group that holds two questions; groups of the very same questions are one thread."""
        together: dict[tuple[Asked, ...], list[int]] = {}
        for group in groups:
            questions = tuple(self._askings(group))
            if len(questions) > 1:
                together.setdefault(questions, []).extend(group)
        pairs = sorted(together.items(), key=lambda pair: min(pair[1]))
        return tuple(self._thread(questions, sorted(numbers)) for questions, numbers in pairs)

    def _thread(self, questions: tuple[Asked, ...], numbers: Sequence[int]) -> Thread:
        askings = self._askings(numbers)
        versions = tuple(self._version(askings, at) for at in range(len(questions)))
        series = {self.calls[asked.call].series for asked in questions}
        return Thread(self._name(questions[0]), tuple(sorted(series)), versions)

    def _askings(self, group: Sequence[int]) -> Askings:
        askings: defaultdict[Asked, tuple[int, ...]] = defaultdict(tuple)
        for number in group:
            askings[self.found.every[number].asked] += (number,)
        return dict(askings)

    def _name(self, asked: Asked) -> str:
        """Name a thread after its oldest question: `halvorsen-fy2024-q1-mei-tan-1`."""
        return slugs.slug(f"{asked.call} {self._exchange(asked).key}")

    def _exchange(self, asked: Asked) -> Exchange:
        return self.calls[asked.call].exchanges[asked.exchange - 1]

    def _version(self, askings: Askings, at: int) -> Version:
        asked, numbers = list(askings.items())[at]
        parts, answer = self._answer(asked, numbers)
        earlier = list(askings.items())[:at]
        if not earlier:
            return Version(asked, parts, None, answer=answer)
        like, match = self._nearest(earlier, numbers)
        _, before = self._answer(like, askings[like])
        fresh, gone = changes.between((self.calls[like.call], before), (self.calls[asked.call], answer))
        words = showing.words(self.calls[asked.call], self.found.every[match.two], match.shared, self.found.scale)
        return Version(asked, parts, like, round(match.alike, 2), words, answer, fresh, gone)

    def _answer(self, asked: Asked, numbers: Sequence[int]) -> tuple[tuple[str, ...], tuple[Span, ...]]:
        """Name the parts that are meant, none for the question as a whole, and what answers them."""
        parts = tuple(part for number in numbers if (part := self.found.every[number].part))
        return parts, changes.answer(self.calls[asked.call], self._exchange(asked), parts)

    def _nearest(self, earlier: list[tuple[Asked, tuple[int, ...]]], numbers: tuple[int, ...]) -> tuple[Asked, Match]:
        """Find the latest earlier question that matches by itself, else the one that matches best."""
        best: list[tuple[Asked, Match]] = []
        for asked, others in earlier:
            matches = [self.found.match(min(a, b), max(a, b)) for a in others for b in numbers]
            best.append((asked, max(matches, key=lambda match: (match.strength, match.alike, -match.one, -match.two))))
        enough = [pair for pair in best if pair[1].strength >= 1]
        return enough[-1] if enough else max(best, key=lambda pair: (pair[1].strength, pair[1].alike))
