"""Gathers what is asked again into groups that hold together, so that A like B like C does not make A and C one.

The strongest matches come first; two groups become one where their members match on average, each with each.
"""

from __future__ import annotations

import math

from generator.threads.matching import Matcher

MOST = 100
"""Members of a group."""
TOGETHER = 0.6
"""How strongly the members of two groups must match on average."""
ALONE = 0.4
"""How strongly each single member must match the other group on average."""
ENOUGH = 1.5
"""A match counts so much at most, so that no strong one makes up for many that are none."""


def gather(found: Matcher) -> list[tuple[int, ...]]:
    """Return groups of two or more, each in order, the group with the oldest member first."""
    group_of: dict[int, list[int]] = {}
    for match in found.matches():
        one = group_of.setdefault(match.one, [match.one])
        two = group_of.setdefault(match.two, [match.two])
        if one is not two and len(one) + len(two) <= MOST and _hold(found, one, two):
            one += two
            group_of.update(dict.fromkeys(two, one))
    groups = {id(group): tuple(sorted(group)) for group in group_of.values() if len(group) > 1}
    return sorted(groups.values())


def _hold(found: Matcher, one: list[int], two: list[int]) -> bool:
    """Whether two groups match on average, and each member of both does at least a little."""
    rows = [[min(ENOUGH, found.match(min(a, b), max(a, b)).strength) for b in two] for a in one]
    means = [math.fsum(row) / len(row) for row in (*rows, *zip(*rows, strict=True))]
    return math.fsum(means[: len(one)]) >= TOGETHER * len(one) and min(means) >= ALONE
