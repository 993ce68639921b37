"""Finds letters that were put before a transcript when it was filed. Must not know formats or layouts."""

from __future__ import annotations

from collections.abc import Sequence

from generator.readers import labels, names

FARTHEST = 8
"""A letter stands within so many pages from the first."""
FEWEST = 3
_MARKS = (
    "dear sir", "dear madam", "yours faithfully", "yours sincerely", "yours truly", "thanking you", "scrip code",
    "bse limited", "national stock exchange", "kindly take", "on record", "on your records", "company secretary",
    "encl", "listing department", "regulation 30", "subject:", "sub:", "registered office", "corporate identity",
    "isin", "symbol:", "very truly yours", "respectfully", "enclosed", "ref:", "ref. no", "sir/madam", "sirs/madam",
)  # fmt: skip
_CLOSINGS = ("dear sir", "dear madam", "dear all", "yours faithfully", "yours sincerely", "yours truly",
             "thanking you", "very truly yours", "sincerely,")  # fmt: skip


def find(pages: Sequence[Sequence[str]]) -> frozenset[int]:
    """Give the numbers of the pages, from 1, that are a letter and stand before every spoken word."""
    found: set[int] = set()
    for number, page in enumerate(pages[:FARTHEST], 1):
        if any(_spoken(words) for words in page):
            break
        text = " ".join(page).casefold().replace(" / ", "/")
        marks = sum(mark in text for mark in _MARKS)
        if marks >= FEWEST and any(mark in text for mark in _CLOSINGS):
            found.add(number)
    return frozenset(found)


def _spoken(words: str) -> bool:
    """Tell whether a voice speaks in a line: "Moderator: Good day"."""
    label = labels.cut(words)
    return label is not None and names.generic(label.name) and bool(label.rest)
