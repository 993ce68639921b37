"""Which firm a voice belongs to and what it is there: what is said of it, by itself and by others. Knows no formats."""

from __future__ import annotations

from collections.abc import Sequence

from generator.grammar import alike, company, floor, kinds, routing, titles
from generator.model import Placement, Role, Transcript, Utterance
from generator.people import introduced
from generator.people.voice import Voice

OPENING = 4
"""Utterances at the beginning in which a call introduces its people."""


def put_right(voice: Voice, utterance: Utterance) -> None:
    """Take the firm that an asker gives instead of the one announced."""
    first = utterance.paragraphs[0] if utterance.paragraphs else None
    firm = floor.corrected(first.text) if first else None
    if first and firm:
        voice.learn("put right by the asker", first.line, first.text[:80], organization=firm)


def from_themselves(transcript: Transcript, voices: Sequence[Voice], placements: Sequence[Placement]) -> None:
    """Take the firm that somebody gives with their own name in their first words."""
    met: set[int] = set()
    for utterance, placement in zip(transcript.utterances, placements, strict=True):
        member = placement.member
        if (
            member is None
            or member in met
            or not utterance.paragraphs
            or routing.courteous(utterance.paragraphs[0].text)
        ):
            continue
        met.add(member)
        first = utterance.paragraphs[0]
        said = None if voices[member].organization else floor.introduces(first.text, voices[member].name)
        if said:
            voices[member].learn("says so", first.line, said[1], organization=said[0])


def from_remarks(everybody: introduced.Everybody, voices: Sequence[Voice]) -> None:
    """Take a title from "turn the call over to Kevin Coleman, Vice President of Investor Relations"."""
    for given in everybody.values():
        for said in given:
            if said.question or not said.title or not titles.EXECUTIVE.search(said.title):
                continue
            found = alike.match(said.name, [v.name for v in voices])
            if found:
                voices[found[0]].learn("introduction by the operator", said.line, said.words, title=said.title)


def from_words(transcript: Transcript, voices: Sequence[Voice]) -> None:
    """Take a title from the call's own title, or from what its first speakers say of each other."""
    unnamed = [
        v for v in voices if v.speaks and v.title is None and not v.anonymous and v.role in {None, Role.EXECUTIVE}
    ]
    told = transcript.detail("title")
    texts = [(told.line, told.value)] if told else []
    opening = transcript.utterances[:OPENING]
    texts += [(p.line, p.text) for u in opening for p in u.paragraphs] if unnamed else []
    for voice in unnamed:
        for line, text in texts:
            found = titles.said_of(voice.name, text)
            if found:
                voice.learn("said of them", line, text[found[1] : found[2]], title=found[0])
                break


def from_the_call(transcript: Transcript, voices: Sequence[Voice]) -> None:
    """An executive of whom nothing else is said belongs to the organisation that the call is of."""
    organization = company.organization(transcript)
    kind = company.kind(transcript)
    own = {Role.EXECUTIVE, Role.MODERATOR} if kind in kinds.PRESS else {Role.EXECUTIVE}
    for voice in voices:
        office = kind == "council_meeting" and titles.COUNCIL.search(voice.title or "")
        if organization and not voice.organization and (office or voice.role in own):
            rule = f"side of the call ({organization.origin})"
            voice.learn(rule, organization.line, organization.value, organization=organization.value)
