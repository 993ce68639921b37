"""What an answer says beside the words that refuse it: whether that is little. Must not know parts of questions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.extract import rounds
from generator.extract.aligning import Place
from generator.grammar.refusing import Sign

BRIEF = 30
"""Words beside a refusal that are no answer yet, whatever they are."""

PLAIN = 60
"""Words beside a refusal that are no answer if they hold no figure."""

# "11%", "$40", "2.5 billion" – and not "Q4", "2025", "10-K"
FIGURE = re.compile(r"[$€£¥]\s?\d|(?<![\w.,-])(?!(?:19|20)\d\d\b)\d[\d.,]*(?![\w-])")


@dataclass(frozen=True, slots=True)
class Told:
    """A sign and where it stands."""

    sign: Sign
    turn: int
    paragraph: int
    line: int
    words: str
    """As printed."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What is said beside the signs."""

    words: int
    figures: int

    @property
    def little(self) -> bool:
        """Whether it is too little to be an answer."""
        return self.words <= BRIEF or (self.words <= PLAIN and not self.figures)


def rest(signs: Iterable[Told], places: Iterable[Place]) -> Rest:
    """Count what sentences say outside the clauses that refuse, courtesies left out."""
    clauses: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for told in signs:
        clauses.setdefault((told.turn, told.paragraph), []).append(told.sign.clause)
    words = figures = 0
    for place in places:
        said = place.said
        text = said.text
        for start, end in clauses.get((said.turn, said.paragraph), ()):
            if start < said.end and end > said.start:
                a, b = max(start, said.start) - said.start, min(end, said.end) - said.start
                text = text[:a] + " " * (b - a) + text[b:]
        if text is said.text and rounds.courteous(said):
            continue
        words += len(text.split())
        figures += len(FIGURE.findall(text))
    return Rest(words, figures)
