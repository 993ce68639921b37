"""All passages that speak of one thing, and where they are listed. Knows neither whose list it is nor its looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import MentionKind, Places
from generator.pages import paging


@dataclass(frozen=True, slots=True)
class Found:
    """Passages, newest call first, and on which page of the list each call begins."""

    path: str
    """Of the first page of the list."""
    passages: Places
    pages: Mapping[str, int]
    """Call id → number of the page on which its passages begin."""
    kind: MentionKind
    target: str
    """Id of the thing; if it is a topic, a call says which of its turns are about it."""
    passing: int = 0
    """How many of the passages only mention it in passing."""


def find(path: str, size: int, passages: Places, thing: tuple[MentionKind, str], passing: int = 0) -> Found:
    """Work out on which page the passages of each call begin."""
    pages: dict[str, int] = {}
    for (call, _), begin in zip(passages.runs, [0, *passages.ends], strict=False):
        pages[call] = paging.page(len(passages), begin, size)
    return Found(path, passages, pages, *thing, passing)
