"""What pages look up by turn or the like, worked out call by call when it is first asked for. Knows no markup."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from generator.model import Call, Exchange, Mention, QuestionPart

K = TypeVar("K")
T = TypeVar("T")
Place = tuple[str, int]
"""Call id and number of a turn."""


@dataclass(frozen=True, eq=False)
class ByCall(Mapping[tuple[str, K], T]):
    """(call id, number of a turn or whatever else the call knows) → what the call says of it."""

    calls: Mapping[str, Call]
    work: Callable[[Call], Mapping[K, T]]
    done: dict[str, Mapping[K, T]] = field(default_factory=dict)

    def __getitem__(self, place: tuple[str, K]) -> T:
        return self._of(place[0])[place[1]]

    def get(self, place: tuple[str, K], default: Any = None) -> Any:
        """Look one up; most turns have nothing, and to raise for each would take long."""
        return self._of(place[0]).get(place[1], default) if place[0] in self.calls else default

    def _of(self, call: str) -> Mapping[K, T]:
        if call not in self.done:
            self.done[call] = self.work(self.calls[call])
        return self.done[call]

    def __iter__(self) -> Iterator[tuple[str, K]]:
        return ((call, each) for call in self.calls for each in self.work(self.calls[call]))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def mentions(call: Call) -> dict[int, tuple[Mention, ...]]:
    """List what each turn mentions, in order of place."""
    found: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in call.mentions:
        found[mention.turn].append(mention)
    return {turn: tuple(sorted(each, key=_order)) for turn, each in found.items()}


def parts(call: Call) -> dict[int, tuple[QuestionPart, ...]]:
    """List the parts of questions asked in each turn, in order of place."""
    found: defaultdict[int, list[QuestionPart]] = defaultdict(list)
    for exchange in call.exchanges:
        for part in exchange.parts:
            found[part.turn].append(part)
    return {turn: tuple(sorted(each, key=lambda p: (p.paragraph, p.start))) for turn, each in found.items()}


def exchanges(call: Call) -> dict[int, Exchange]:
    """Tell the exchange that each turn belongs to."""
    return {number: exchange for exchange in call.exchanges for number in range(exchange.first, exchange.last + 1)}


def _order(mention: Mention) -> tuple[int, int, int, str, str]:
    return mention.paragraph, mention.start, -mention.end, mention.kind, mention.target
