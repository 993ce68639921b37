"""Whom the hand-overs of a call give the floor to, utterance by utterance. Knows no formats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
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


Everybody = Mapping[int, Sequence[Given]]
"""Utterance number → everybody to whom it gives the floor, whoever speaks; most give it to nobody and are absent."""


def everybody(transcript: Transcript) -> Everybody:
    """Gather whom the words of a call give the floor to; one look at all of them tells where that may be."""
    utterances = transcript.utterances
    spoken = [(number, paragraph) for number, each in enumerate(utterances) for paragraph in each.paragraphs]
    near = handover.OPENINGS.standing(paragraph.text for _, paragraph in spoken)
    found: dict[int, list[Given]] = {}
    for number, paragraph in map(spoken.__getitem__, near):
        if given := _given(paragraph):
            found.setdefault(number, []).extend(given)
    return found


def find(transcript: Transcript, everybody: Everybody) -> dict[int, Given]:
    """Utterance number → who was last given the floor for a question, until somebody else is.

    Only what an operator, moderator or host says counts, and what anybody says who gives the floor often: the
    words of a speaker who passes on a question ("Amy will take that") name an answerer and no asker.
    """
    chairs = _chairs(transcript, everybody)
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


def of_chair(utterance: Utterance) -> tuple[Given, ...]:
    """Everybody to whom an utterance of somebody who runs the call gives the floor."""
    return tuple(one for paragraph in utterance.paragraphs for one in _given(paragraph, chair=True))


def _given(paragraph: Paragraph, chair: bool = False) -> list[Given]:
    text, line = paragraph.text, paragraph.line
    found = handover.introductions(text, chair)
    return [Given(i.name, i.organization, i.title, i.question, line, text[i.start : i.end]) for i in found]


def _last(utterance: Utterance) -> Given | None:
    """The last one introduced for a question: a hand-over may name an absentee before."""
    asked = [g for g in of_chair(utterance) if g.question]
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


def _chairs(transcript: Transcript, everybody: Everybody) -> set[str | None]:
    """Labels of those who give the floor: operators by name, and whoever introduces most askers."""
    counted: Counter[str] = Counter()
    for number, given in everybody.items():
        utterance = transcript.utterances[number]
        asked = any(g.question and (g.organization or _line_of(g)) for g in given)
        if utterance.label and asked and brief(utterance):
            counted[utterance.label] += 1
    named: set[str | None] = {
        u.label for u in transcript.utterances if u.label and names.generic_role(u.label) in CHAIRS
    }
    most = max((3, *counted.values()))
    busy: set[str | None] = {label for label, count in counted.items() if count == most}
    return named | busy


def _line_of(given: Given) -> bool:
    return "line of" in given.words.casefold()
