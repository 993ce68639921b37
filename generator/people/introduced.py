"""Whom the hand-overs of a call give the floor to, utterance by utterance. Knows no formats."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.grammar import floor, handover, kinds, names
from generator.model import Paragraph, Role, Transcript, Utterance

CHAIRS = frozenset({Role.OPERATOR, Role.MODERATOR, Role.HOST})


@dataclass(frozen=True, slots=True)
class Given:
    """Somebody who was given the floor before an utterance."""

    name: str
    organization: str | None
    title: str | None
    question: bool
    line: int
    words: str


def find(transcript: Transcript) -> dict[int, Given]:
    """Utterance number → who was last given the floor for a question, until somebody else is.

    Only what an operator, moderator or host says counts, and what anybody says who gives the floor often: the
    words of a speaker who passes on a question ("Amy will take that") name an answerer and no asker.
    """
    chairs = _chairs(transcript)
    given: dict[int, Given] = {}
    current: Given | None = None
    called: Given | None = None
    press = transcript.value("kind") in kinds.PRESS
    for number, utterance in enumerate(transcript.utterances):
        if utterance.label in chairs:
            said = _last(utterance)
            if said or _ends(utterance):
                current = said
        elif current:
            given[number] = current
        elif called and names.stands_for_asker(utterance.label or ""):
            given[number] = called
        called = _called(utterance) if press else None
    return given


def _called(utterance: Utterance) -> Given | None:
    """Whom the last words of an answer call upon next ("Go ahead, Zeke."); it holds for the next words only."""
    if not utterance.paragraphs or names.stands_for_asker(utterance.label or ""):
        return None
    last = utterance.paragraphs[-1]
    found = floor.called_upon(last.text)
    return Given(found[0], None, None, True, last.line, found[1]) if found else None


def every(utterance: Utterance, chair: bool = False) -> tuple[Given, ...]:
    """Everybody to whom an utterance gives the floor, for questions and for remarks."""
    found: list[Given] = []
    for p in utterance.paragraphs:
        for i in handover.introductions(p.text, chair):  # nobody, mostly
            words = p.text[i.start : i.end]
            found.append(Given(i.name, i.organization, i.title, i.question, p.line, words))
    return tuple(found)


def _last(utterance: Utterance) -> Given | None:
    """The last one introduced for a question: a hand-over may name an absentee before."""
    asked = [g for g in every(utterance, chair=True) if g.question]
    return asked[-1] if asked else None


# "The next question comes from a caller whose name we did not get": somebody else's turn, and nobody knows whose
ANOTHER = re.compile(
    r"(?i)\b(?:next|last|another|first|final|following) (?:question|caller|one)\b"
    r"|\bquestions? (?:comes?|is|will|from)\b"
)


def _ends(utterance: Utterance) -> bool:
    """Whether a chair has moved on from the last asker without a name: to another question, or in many words."""
    return not _within(utterance.paragraphs, 40) or any(ANOTHER.search(p.text) for p in utterance.paragraphs)


def _within(paragraphs: tuple[Paragraph, ...], words: int) -> bool:
    """Whether paragraphs have no more than so many words; no more of them are counted."""
    for paragraph in paragraphs:
        words -= len(paragraph.text.split(None, words + 1))
        if words < 0:
            return False
    return True


LONG = 150
"""Words beyond which nobody merely hands over."""


def brief(utterance: Utterance) -> bool:
    """Whether an utterance is short enough to be a hand-over and nothing else."""
    return _within(utterance.paragraphs, LONG)


def _chairs(transcript: Transcript) -> set[str | None]:
    """Labels of those who give the floor: operators by name, and whoever introduces most askers."""
    counted: dict[str, int] = {}
    for utterance in transcript.utterances:
        if (
            utterance.label
            and brief(utterance)
            and any(g.question and (g.organization or _line_of(g)) for g in every(utterance))
        ):
            counted[utterance.label] = counted.get(utterance.label, 0) + 1
    named: set[str | None] = {
        u.label for u in transcript.utterances if u.label and names.generic_role(u.label) in CHAIRS
    }
    busy: set[str | None] = {label for label, count in counted.items() if count >= 3 and count == max(counted.values())}
    return named | busy


def _line_of(given: Given) -> bool:
    return "line of" in given.words.casefold()
