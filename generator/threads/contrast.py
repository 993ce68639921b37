"""Tells where two questions say the same of two different things: "margin in dairy", "margin in timber".

Must not know how much alike questions are.
"""

from __future__ import annotations

from itertools import pairwise

from generator.threads import terms
from generator.threads.weighing import RARE, Scale, Weighed

SAME = 4
"""Letters with which two forms of a word begin alike."""
Beside = dict[tuple[str, int], str]
"""(stem, -1 or 1) → the stem before it or behind it."""


def differ(one: Weighed, two: Weighed, scale: Scale) -> bool:
    """Whether a term that both share stands beside something else in each, which the other does not have."""
    left, right = _beside(one), _beside(two)
    return any(
        left[place] not in two.weights and right[place] not in one.weights and _apart(scale, left[place], right[place])
        for place in left.keys() & right.keys()
    )


def _apart(scale: Scale, one: str, two: str) -> bool:
    """Whether two stems tell something, and not the same in two forms: "Zambia", "Zambian"."""
    telling = all(scale.weights[stem] >= RARE and stem not in terms.HALF for stem in (one, two))
    return telling and one[:SAME] != two[:SAME]


def _beside(asked: Weighed) -> Beside:
    found: Beside = {}
    for run in (asked.ask.near, asked.ask.own):
        words = [term for term in run if not term.stem.startswith("#")]
        for left, right in pairwise(words):
            found.setdefault((left.stem, 1), right.stem)
            found.setdefault((right.stem, -1), left.stem)
    return found
