"""Who is who at a press conference that nobody hands over by name: who holds it, who asks. Knows no formats."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.grammar import asking, names, routing, spelled
from generator.model import Placement, Role, Transcript, Utterance
from generator.people.voice import Voice

BRIEF = 40
"""Words up to which somebody who only passes the floor speaks at once."""


def assign(transcript: Transcript, voices: Sequence[Voice], placements: Sequence[Placement]) -> None:
    """Tell holder, moderator and journalists apart by what they do, where they bear names and nothing else says it."""
    said = _by_voice(transcript, placements)
    if len(said) < 3:
        return
    principal = max(said, key=lambda member: sum(_words(transcript.utterances[n]) for n in said[member]))
    voice = voices[principal]
    if not voice.anonymous:
        line = transcript.utterances[said[principal][0]].line
        voice.learn("speaks most at a press conference", line, voice.name, role=Role.EXECUTIVE)
    for member, numbers in said.items():
        if member != principal and not voices[member].anonymous:
            _other(voices[member], [transcript.utterances[n] for n in numbers])
    _outlets(transcript, voices, placements)


# "Okay, we’re going to go to the Wall Street Journal.", "Now we'll go to Reuters", "Okay, Bloomberg TV."
OUTLET = re.compile(r"(?i:\b(?:go|going)(?: to go)? to |(?:^|[.\]] )okay, |(?:^|[.\]] )next,? )(?i:the )?(?=[A-Z])")


def _outlets(transcript: Transcript, voices: Sequence[Voice], placements: Sequence[Placement]) -> None:
    """Give a journalist the outlet that the moderator called for just before."""
    for number in range(1, len(placements)):
        before, here = placements[number - 1].member, placements[number].member
        if before is None or here is None or voices[before].role is not Role.MODERATOR:
            continue
        for paragraph in transcript.utterances[number - 1].paragraphs:
            found = list(OUTLET.finditer(paragraph.text))[-1:]
            firm = spelled.firm_at(paragraph.text, found[0].end())[0] if found else None
            if firm and voices[here].role is Role.JOURNALIST and not names.same_person(firm, voices[here].name):
                voices[here].learn(
                    "called for by the moderator", paragraph.line, paragraph.text[-80:], organization=firm
                )


def _by_voice(transcript: Transcript, placements: Sequence[Placement]) -> dict[int, list[int]]:
    """Numbers of the utterances of each voice."""
    said: dict[int, list[int]] = {}
    for number, placement in enumerate(placements):
        if placement.member is not None:
            said.setdefault(placement.member, []).append(number)
    return said


def _other(voice: Voice, utterances: Sequence[Utterance]) -> None:
    """A journalist asks; a moderator speaks often and briefly, and asks nothing."""
    lengths = [_words(u) for u in utterances]
    if len(lengths) >= 3 and max(lengths) <= BRIEF and sum(lengths) <= len(lengths) * BRIEF / 2:
        voice.learn("only passes the floor", utterances[0].line, voice.name, role=Role.MODERATOR)
    elif asked := next((u for u in utterances if _asks(u)), None):
        voice.learn("asks at a press conference", asked.line, voice.name, role=Role.JOURNALIST)


def _asks(utterance: Utterance) -> bool:
    return any(asking.parts(p.text) and not routing.routes(p.text) for p in utterance.paragraphs)


def _words(utterance: Utterance) -> int:
    return sum(len(p.text.split()) for p in utterance.paragraphs)
