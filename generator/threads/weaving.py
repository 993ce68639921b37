"""Makes threads of what was found to be the same: versions in order, each with the earlier one that it is like.

Must not know how the same was found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator import slugs
from generator.model import Archive, Asked, Thread, Version
from generator.threads import changes, showing
from generator.threads.matching import Match, Matcher

Askings = dict[Asked, tuple[int, ...]]
"""A question → numbers of its parts that belong together, in order of time."""


def weave(archive: Archive, found: Matcher, groups: Iterable[tuple[int, ...]]) -> dict[str, Thread]:
    """Make a thread of each group that holds two questions; groups of the very same questions are one thread."""
    together: dict[tuple[Asked, ...], list[int]] = {}
    for group in groups:
        questions = tuple(_askings(found, group))
        if len(questions) > 1:
            together.setdefault(questions, []).extend(group)
    taken: set[str] = set()
    threads = []
    for questions, numbers in sorted(together.items(), key=lambda pair: min(pair[1])):
        askings = _askings(found, sorted(numbers))
        name = slugs.unique(_name(archive, questions[0]), taken)
        taken.add(name)
        versions = tuple(_version(archive, found, askings, at) for at in range(len(questions)))
        threads.append(Thread(name, tuple(sorted({archive.calls[a.call].series for a in questions})), versions))
    newest = sorted(threads, key=lambda thread: (_last(archive, thread), thread.id), reverse=True)
    return {thread.id: thread for thread in newest}


def _askings(found: Matcher, group: Sequence[int]) -> Askings:
    askings: defaultdict[Asked, tuple[int, ...]] = defaultdict(tuple)
    for number in group:
        askings[found.every[number].ask.asked] += (number,)
    return dict(askings)


def _name(archive: Archive, asked: Asked) -> str:
    """Name a thread after its oldest question: `halvorsen-fy2024-q1-mei-tan-1`."""
    return slugs.slug(f"{asked.call} {archive.question_keys[asked.call, asked.exchange]}")


def _last(archive: Archive, thread: Thread) -> str:
    return archive.calls[thread.versions[-1].asked.call].date or ""


def _version(archive: Archive, found: Matcher, askings: Askings, at: int) -> Version:
    asked, numbers = list(askings.items())[at]
    parts = _parts(found, numbers)
    earlier = list(askings.items())[:at]
    answer = changes.answer(archive, asked, parts)
    if not earlier:
        return Version(asked, parts, None, answer=answer)
    like, match = _nearest(found, earlier, numbers)
    before = _parts(found, askings[like])
    old = (archive.calls[like.call], changes.answer(archive, like, before))
    fresh, gone = changes.between(old, (archive.calls[asked.call], answer))
    words = showing.words(archive, found.every[match.two].ask, match.shared, found.scale)
    return Version(asked, parts, like, round(match.alike, 2), words, answer, fresh, gone)


def _parts(found: Matcher, numbers: Sequence[int]) -> tuple[str, ...]:
    """Name the parts that are meant; none for the question as a whole."""
    return tuple(part for number in numbers if (part := found.every[number].ask.part))


def _nearest(
    found: Matcher, earlier: list[tuple[Asked, tuple[int, ...]]], numbers: tuple[int, ...]
) -> tuple[Asked, Match]:
    """Find the latest earlier question that matches by itself, else the one that matches best."""
    best: list[tuple[Asked, Match]] = []
    for asked, others in earlier:
        matches = [found.match(min(a, b), max(a, b)) for a in others for b in numbers]
        best.append((asked, max(matches, key=lambda match: (match.strength, match.alike, -match.one, -match.two))))
    enough = [pair for pair in best if pair[1].strength >= 1]
    return enough[-1] if enough else max(best, key=lambda pair: (pair[1].strength, pair[1].alike))
