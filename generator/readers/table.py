"""The readers, in order: name, how it claims, how it reads. A new layout is one file and one row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.readers import bare, dashes, inline, irc, markdown, periods, streetevents, typed, words
from generator.readers.text import Claim, Draft, Text


@dataclass(frozen=True, slots=True)
class Reader:
    """A row of the table."""

    name: str
    claim: Callable[[Text], Claim | None]
    read: Callable[[Text, Claim], Draft]


READERS = (
    Reader(streetevents.NAME, streetevents.claim, streetevents.read),
    Reader(dashes.NAME, dashes.claim, dashes.read),
    Reader(bare.NAME, bare.claim, bare.read),
    Reader(periods.NAME, periods.claim, periods.read),
    Reader(markdown.NAME, markdown.claim, markdown.read),
    Reader(inline.NAME, inline.claim, inline.read),
    Reader(irc.NAME, irc.claim, irc.read),
    Reader(typed.NAME, typed.claim, typed.read),
)
LAST = Reader(words.NAME, words.claim, words.read)
"""Asked only where no other claims."""
