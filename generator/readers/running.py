"""Finds what is printed on page after page: running heads, footers, page numbers. Must not know formats or layouts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from generator.readers import labels, names

EDGE = 4
"""So many lines at the top and at the bottom of a page may be printed on every page."""
FEWEST = 3
SHARE = 0.3
"""What stands on so many pages, and on this share of them, is printed on every page."""
LONGEST = 200
# "Page 5 of 17", "1 of 26", "Page 3", "- 4 -", "5 | Page", "12/40"
_PAGE = re.compile(r"(?i)[\s\-–—|\[(]*(?:page|pg\.?|p\.)?\s*(\d{1,4})\s*(?:(?:of|/)\s*\d{1,4})?[\s\-–—|\])]*(?:page)?")
_DIGITS = re.compile(r"\d+")


def find(pages: Sequence[Sequence[str]]) -> tuple[Mapping[int, str], ...]:
    """Tell of each page which of its lines are no words of the text, and what they are."""
    edges = [_edges(page) for page in pages]
    seen = Counter(key for page, edge in zip(pages, edges, strict=True) for key in {_key(page[n]) for n in edge})
    printed = {key for key, count in seen.items() if count >= max(FEWEST, SHARE * len(pages))} | _few(
        pages, edges, seen
    )
    found: list[Mapping[int, str]] = []
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True), 1):
        here = {n: kind for n in edge if (kind := _kind(page[n], number, _key(page[n]) in printed))}
        found.append(here)
    return tuple(found)


def _few(pages: Sequence[Sequence[str]], edges: Sequence[Sequence[int]], seen: Mapping[str, int]) -> set[str]:
    """Find what two or three pages share word by word, and nobody says: no label, more than two words."""
    if not 2 <= len(pages) <= 3:
        return set()
    exact = Counter(words for page, edge in zip(pages, edges, strict=True) for words in {page[n] for n in edge})
    spoken = (".", "?", "!")
    return {
        _key(words)
        for words, count in exact.items()
        if count == seen[_key(words)] > 1 and ":" not in words and len(words.split()) > 2 and words[-1:] not in spoken
    }


def _edges(page: Sequence[str]) -> list[int]:
    full = [n for n, words in enumerate(page) if words.strip()]
    return full if len(full) <= 2 * EDGE else [*full[:EDGE], *full[-EDGE:]]


def _key(words: str) -> str:
    return _DIGITS.sub("#", " ".join(words.casefold().split())) if len(words) < LONGEST else ""


def _kind(words: str, number: int, often: bool) -> str:
    page = _PAGE.fullmatch(words) if len(words) < 40 else None
    if page:
        plain = page[0].strip().isdigit()
        return "page number" if often or not plain or int(page[1]) == number else ""
    if not often or not _key(words):
        return ""
    label = labels.cut(words)
    return "" if label and names.generic(label.name) else "running head"
