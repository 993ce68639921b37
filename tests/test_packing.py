"""What is packed and told quickly is packed and told as Python would do it."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field

from generator.model import packing


@dataclass(frozen=True, slots=True)
class Stall:
    """A noun as the model's are."""

    name: str
    goods: tuple[str, ...]
    within: Stall | None = None
    secret: frozenset[int] = field(default=frozenset(), repr=False)


@dataclass(frozen=True, slots=True)
class Bell:
    """A noun with one field."""

    tone: float


STALLS = (
    Stall("fish\nand “chips”", ("{cod}", "eel"), Stall("inner", ()), frozenset({1})),
    Bell(0.5),
)
BEFORE = tuple(map(repr, STALLS))


def test_nouns_are_told_and_come_back_as_before_they_were_quick() -> None:
    packing.quicken((Stall, Bell))
    assert tuple(map(repr, STALLS)) == BEFORE
    assert pickle.loads(pickle.dumps(STALLS)) == STALLS
