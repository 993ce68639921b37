"""Who is who at a press conference that nobody hands over by name: who holds it, who asks. Knows no formats."""

from __future__ import annotations

from collections.abc import Sequence

from generator.grammar import asking, routing
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
