"""Tells to which time a question looks: now, next, far ahead. Knows text only."""

from __future__ import annotations

import re

from generator.grammar import cues

# "this quarter", "right now", "today", "to date"
NOW = re.compile(r"(?i)\b(?:this quarter|right now|today|currently|so far|to date|at the moment|in the quarter)\b")

# "next quarter", "the coming years", "the back half", "going forward"
NEXT = re.compile(
    r"(?i)\b(?:next (?:fiscal )?(?:quarter|year|month)|coming (?:quarter|year)s?|(?:second|back) half|going forward)\b"
)

# "long term", "three to five years from now", "by 2030", "over time"
FAR = re.compile(
    r"(?i)\b(?:long(?:er)?[ -]term|over time|by 20[3-9]\d"
    r"|(?:three|four|five|ten|\d{1,2})(?: (?:to|or) \w{1,6})? years (?:from|out|ahead))\b"
)

# "last quarter", "a year ago", "in the past"
PAST = re.compile(r"(?i)\b(?:last (?:quarter|year|month)|(?:a year|months|years) ago|in the past)\b")

LOOKS = {"now": NOW, "next": NEXT, "far": FAR, "past": PAST}
NAMED = cues.cues("quarter|now|today|currently|so far|to date|moment|year|month|half|forward|term|time|by 20|past|ago")
"""One of them stands in whatever fits one of these: most questions hold none."""


def times(text: str) -> frozenset[str]:
    """The times that the words name, none for most questions."""
    if not NAMED.begins(text):
        return frozenset()
    return frozenset(name for name, pattern in LOOKS.items() if pattern.search(text))
