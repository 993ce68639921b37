"""Folds text for comparison, so that every folded character still knows its place. Knows nothing of terms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

HYPHENS = frozenset("-‐‑‒–")
"""Marks that join the parts of a word, so that "open-source" and "open source" fold alike."""

PRINTED = "’‘“”–—…\u00a0"
"""Marks that make most texts more than ASCII. Without them, Python folds such a text four times as fast."""

APOSTROPHES = frozenset("'’ʼ′")

LETTERS = str.maketrans("øłđıðþ", "oldidt")
"""Letters that look accented but have no decomposition in Unicode."""

# "Toma" + U+0301 + "s", "super" + U+00AD + "charger": marks that are no letters of their own and break no word
MARKS = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]")

# 人 or か, which stand side by side without spaces: each is taken as a word of its own
UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")

ODD = re.compile(f"{MARKS.pattern}|{UNSPACED.pattern}")


def _fold(character: str) -> str:
    if character in HYPHENS or character.isspace():
        return " "
    if character in APOSTROPHES:
        return "'"
    lower = character.lower()
    decomposed = unicodedata.normalize("NFD", lower)
    latin = decomposed[0] < "\u0250" and all(map(unicodedata.combining, decomposed[1:]))
    folded = decomposed[0] if latin else lower
    return folded.translate(LETTERS) if len(folded) == 1 else character


class _Folds(dict[int, str]):
    """Each character folded, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = made = _fold(chr(code))
        return made


class _Words(dict[int, str]):
    """Each character folded, and blank if it is no part of a word, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = FOLDS[code]
        self[code] = made = folded if folded.isalnum() or folded == "_" else " "
        return made


FOLDS = _Folds({code: _fold(chr(code)) for code in range(128)})
WORDS = _Words()
PLAIN = bytes(ord(WORDS[code]) for code in range(128)) + bytes(128)
"""The same for ASCII, as bytes are translated: for text Python asks for its characters anew each time."""


def fold(text: str) -> str:
    """Lower the case, drop accents, make hyphens blanks: "Beltrán" and "BELTRAN" are one. Keeps no odd marks."""
    return unmarked(text).translate(FOLDS)


def unmarked(text: str) -> str:
    """Leave out the odd marks of a text."""
    return text if text.isascii() else MARKS.sub("", text)


@dataclass(frozen=True, slots=True)
class Blanked:
    """A text as words between single blanks, blanks at both ends, for finding words by their borders."""

    words: str
    places: Sequence[int] | None
    """Offset in the text for each character of `words`; None where that is simply one less."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text of what stands in `words`."""
        if self.places is None:
            return start - 1, end - 1
        return self.places[start], self.places[end - 1] + 1


def blank(text: str) -> Blanked:
    """Fold a text and blank out all that is no word; a text without odd characters keeps its length."""
    if not text.isascii():
        if ODD.search(text):
            return _blank_oddities(text)
        for mark in PRINTED:
            text = text.replace(mark, " ")
    return Blanked(f" {_plain(text) if text.isascii() else text.translate(WORDS)} ", None)


def _plain(text: str) -> str:
    return text.encode("ascii").translate(PLAIN).decode("ascii")


def _blank_oddities(text: str) -> Blanked:
    words, places, unspaced = [" "], [0], False
    for place, character in enumerate(text):
        if MARKS.match(character):
            continue
        alone = UNSPACED.match(character) is not None
        if (alone or unspaced) and words[-1] != " " != WORDS[ord(character)]:
            words.append(" ")
            places.append(place)
        words.append(WORDS[ord(character)])
        places.append(place)
        unspaced = alone
    return Blanked("".join([*words, " "]), [*places, len(text)])
