"""Finds the boilerplate on forward-looking statements, in which nothing is spoken of. Knows text only."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.grammar import cues, sentences

TELLTALES = (
    re.compile(r"forward[- ]looking"),
    re.compile(r"safe[- ]harbou?r"),
    re.compile(r"(?:actual|future) results"),
    re.compile(r"differ(?:ent)?,? (?:materially|significantly|substantially)|materially (?:different|differ)"),
    re.compile(r"risks? (?:and|or) (?:other )?uncertaint|risk factors|uncertainties"),
    re.compile(r"(?:obligation|undertak\w{0,4}|duty|intend|responsibility) to (?:publicly )?(?:update|revise)"),
    re.compile(r"private securities litigation reform act"),
    re.compile(r"securities and exchange commission|filings? with the sec\b|form (?:10-?[kq]|20-?f|8-?k)"),
    re.compile(r"non-?(?:gaap|ifrs)"),
    re.compile(r"reconcil(?:e|ed|es|iation|iations)\b"),
    re.compile(r"(?:beliefs|expectations|assumptions) as of (?:today|this date|the date)|speak only as of"),
    re.compile(r"not (?:a )?(?:guarantees?|promises?)\b"),
)
"""Each is one thing that such boilerplate says; two of them close together are taken for it."""

BEGINS = cues.cues(
    """
    forward-|forward looking|safe-|safe harb|differ|materially differ|risk|uncertainties
    actual|future & results
    obligation|undertak|duty|intend|responsibility
    private securities|securities and exchange|filing|form 10|form 20|form 8|non-gaap|non-ifrs|nongaap|nonifrs|reconcil
    beliefs|expectations|assumptions & as of
    speak only as of
    not|not a & guarantee|promise
    """
)
"""With one of them each of these begins."""

NEAR = 3
"""So many sentences without any of them may stand between two."""


@lru_cache(maxsize=16)
def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Give (start, end) from the first sentence with a tell-tale phrase to the last, for each run of at least two."""
    begins = BEGINS.begins(text)
    if not begins:
        return ()
    runs: list[list[tuple[int, int, int, frozenset[int]]]] = []
    for number, (start, end) in enumerate(sentences.spans(text)):
        kinds = _kinds(text[start:end]) if cues.within(begins, start, end) else None
        if not kinds:
            continue
        if not runs or number - runs[-1][-1][0] > NEAR:
            runs.append([])
        runs[-1].append((number, start, end, kinds))
    return tuple((run[0][1], run[-1][2]) for run in runs if len(frozenset().union(*(kinds for *_, kinds in run))) > 1)


def _kinds(sentence: str) -> frozenset[int]:
    lower = sentence.lower()
    return frozenset(n for n, telltale in enumerate(TELLTALES) if telltale.search(lower))
