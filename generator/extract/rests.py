"""What an answer says beside the words that refuse it: whether that is little. Must not know parts of questions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from generator.extract import rounds
from generator.extract.aligning import Place
from generator.extract.rounds import Said
from generator.grammar import cues
from generator.grammar.refusing import Sign

BRIEF = 30
"""Words beside the refusals of a whole round up to which they are about all that is asked in it."""

PLAIN, FIGURED = 60, 30
"""Words beside a refusal up to which they may be no answer: without a figure, and with one."""

FIRST, FIRST_FIGURED = 20, 8
"""The same for words that stand before the refusal: who answers first and then refuses has answered something."""

# "11%", "$40", "2.5 billion" – and not "Q4", "2025", "10-K"
FIGURE = re.compile(r"[$€£¥]\s?\d|(?<![\w.,-])(?!(?:19|20)\d\d\b)\d[\d.,]*(?![\w-])")

# "2": without one there is no figure, and most sentences have none
DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Told:
    """A sign and where it stands."""

    sign: Sign
    turn: int
    paragraph: int
    line: int
    words: str
    """As printed."""


# "Yes.", "That's true.", "Correct.": as a sentence, an answer
PLAINLY = re.compile(
    r"(?i)\W*(?:(?:yes|yeah|yep|no|nope|correct|right|exactly|absolutely|true|it is|it does|it isn['’]t|we (?:do|are"
    r"|have)"
    r"|(?:that|it)(?:['’]s| is) (?:right|correct|true|fair))[,. ]*){1,3}\W*"
)

# "What I can say is …", "But he has …", "I can tell you …", "I think it was …": the answer turns to what it can say
TURNS = re.compile(
    r"(?i)(?:^(?:and |so |well,? )?|[,;.] (?:but |and |so )?)(?:(?:what )?i (?:can|will|would|could|do)(?: just|"
    r" only)? "
    r"(?:tell you|say|convey|share|commit|note|add|point)|what we (?:can|will|would) (?:say|tell|share)"
    r"|(?:all|the only thing) (?:i|we) (?:can|will|would)(?: \w+)? say|i['’](?:d|ll) (?:just |only )?(?:say|tell you"
    r"|note|add))\b"
    r"|^(?:yes|no|correct|absolutely|that['’]s right),? (?!i\b|we\b)"
    r"|\b(?:i (?:think it|think that|think we|think the|believe|am telling you)|i['’]m telling you|roughly|my guess)\b"
    r"|^(?:but|however|that said|having said that|although)\b"
)

TURNING = cues.cued(
    TURNS,
    ", |; |. |i think it|i think that|i think we|i think the|i believe|i am telling|i'm telling|roughly|my guess",
    opening=True,
)

TURNED = 5
"""Words after such a turn that are an answer, if a part of one."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What is said beside the signs."""

    words: int = 0
    figures: int = 0
    first: int = 0
    """Words before the first sign."""
    first_figures: int = 0
    turned: int = 0
    """Words from where an answer turns to what it has to say."""
    plainly: bool = False
    """Whether it says yes or no, and no more, in a sentence of its own."""

    @property
    def little(self) -> bool:
        """Whether it is too little to be an answer."""
        if self.plainly or self.turned >= TURNED:
            return False
        if self.first > (FIRST_FIGURED if self.first_figures else FIRST):
            return False
        return self.words <= (FIGURED if self.figures else PLAIN)


def holds(place: Place, told: Told) -> bool:
    """Whether a sign begins in a sentence."""
    said = place.said
    return (told.turn, told.paragraph) == said.said_in and said.start <= told.sign.start < said.end


def rest(signs: Iterable[Told], places: Iterable[Place]) -> Rest:
    """Count what sentences say outside the clauses that refuse, courtesies left out."""
    clauses: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for told in signs:
        clauses.setdefault((told.turn, told.paragraph), []).append(told.sign.clause)
    words = figures = turned = 0
    before: tuple[int, int] | None = None
    plainly = False
    for place in places:
        text = _outside(place.said, clauses.get(place.said.said_in, ()))
        counted = _counted(text)
        plainly = plainly or counted.plainly
        if text == place.said.text and rounds.courteous(place.said):
            continue
        if text != place.said.text and before is None:
            before = (words, figures)
        words += counted.words
        figures += counted.figures
        turned += counted.turned
    return Rest(words, figures, *(before or (0, 0)), turned, plainly)


class _Counted(NamedTuple):
    """What a sentence adds."""

    words: int
    figures: int
    turned: int
    """Words from where it turns to what can be said."""
    plainly: bool


@lru_cache(maxsize=1024)
def _counted(text: str) -> _Counted:
    """Count a sentence; it is looked at for its part, and once more for the whole round."""
    turn = TURNING.search(text)
    turned = len(text[turn.end() :].split()) if turn else 0
    figures = len(FIGURE.findall(text)) if DIGIT.search(text) else 0
    return _Counted(len(text.split()), figures, turned, PLAINLY.fullmatch(text) is not None)


def _outside(said: Said, clauses: Iterable[tuple[int, int]]) -> str:
    """A sentence with the clauses that refuse blanked out."""
    text = said.text
    for start, end in clauses:
        a, b = max(start, said.start) - said.start, min(end, said.end) - said.start
        text = text[:a] + " " * (b - a) + text[b:] if a < b else text
    return text
