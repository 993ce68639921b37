"""Tells what a passage is about from what it mentions in passing. Must not know topics or counts.

A passage is a turn; its share for a thing is the part of it that speaks of that thing. A long turn is about many
things, so it is not measured whole: its densest stretch is. The share is

    length of the sentences of the stretch that mention the thing / length of the stretch

where a stretch is `STRETCH` characters (some 85 words), or the whole turn if that is shorter, though never less than
`LEAST` characters (some 10 words), and where a sentence counts for at most `SENTENCE` characters (some 25 words) for
each time it mentions the thing, so that one word in a sentence without end does not make it the subject. From a
share of `PRIMARY` on, the passage is about the thing.

Turns that run the call and the safe-harbour boilerplate hold no mentions of topics, so that they never count.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.grammar import sentences
from generator.model import Call, Mention, MentionKind, Turn

STRETCH = 500
"""Characters of the stretch in which a subject is looked for."""
LEAST = 60
"""A shorter turn is taken to be as long: a name dropped in five words is no subject yet."""
SENTENCE = 150
"""Characters that a sentence counts for each time it mentions the thing, at most."""
PRIMARY = 1 / 3
"""The share from which on a passage is about the thing."""


def subjects(call: Call) -> frozenset[tuple[int, str]]:
    """Name the turns of a call by number, with the topics that each is about."""
    topics: dict[tuple[int, str], list[Mention]] = defaultdict(list)
    for mention in call.mentions:
        if mention.kind is MentionKind.TOPIC:
            topics[mention.turn, mention.target].append(mention)
    return frozenset(place for place, mentions in topics.items() if about(call.turn(place[0]), mentions))


def about(turn: Turn, mentions: Sequence[Mention]) -> bool:
    """Tell whether a turn is about what these mentions, in order of place, point at."""
    if len(mentions) * SENTENCE < PRIMARY * _stretch(turn):
        return False  # so few mentions cannot reach the share, wherever they stand: most passages end here
    return share(turn, mentions) >= PRIMARY


def share(turn: Turn, mentions: Sequence[Mention]) -> float:
    """Measure the part of a turn's densest stretch that speaks of a thing, from 0 to 1."""
    best, total, first = 0, 0, 0
    spoken = list(_spoken(turn, mentions))
    for place, length in spoken:
        total += length
        while spoken[first][0] < place - STRETCH:
            total -= spoken[first][1]
            first += 1
        best = max(best, total)
    return min(1.0, best / _stretch(turn))


def _stretch(turn: Turn) -> int:
    length = 0
    for paragraph in turn.paragraphs:
        length += len(paragraph.text)
        if length >= STRETCH:
            return STRETCH
    return max(LEAST, length)


def _spoken(turn: Turn, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield for each sentence that mentions the thing where in the turn it begins, and for how much it counts."""
    before = _offsets(turn)
    for number, found in groupby(mentions, key=lambda each: each.paragraph):
        starts = deque(each.start for each in found)
        for start, end in sentences.spans(turn.paragraphs[number - 1].text):
            if times := _until(starts, end):
                yield before[number - 1] + start, min(end - start, times * SENTENCE)
            if not starts:
                break


def _until(starts: deque[int], end: int) -> int:
    """Take the mentions that begin before the end of a sentence from the front, and tell how many they are."""
    times = 0
    while starts and starts[0] < end:
        starts.popleft()
        times += 1
    return times


def _offsets(turn: Turn) -> list[int]:
    """List where in the turn each paragraph begins."""
    places, at = [], 0
    for paragraph in turn.paragraphs:
        places.append(at)
        at += len(paragraph.text) + 1
    return places
