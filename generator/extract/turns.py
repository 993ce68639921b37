"""Utterances → turns: everything one speaker says until another speaks. Must not know sections or questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.extract.context import Context
from generator.model import (
    Affiliation,
    Appearance,
    Call,
    Heading,
    Member,
    Paragraph,
    Placement,
    SectionKind,
    Turn,
    Utterance,
)


def begin(context: Context) -> Call:
    """Make the call with its details, appearances and turns; sections and the rest come after."""
    transcript, identity = context.transcript, context.identity
    turns, headings = _turns(context)
    return Call(
        id=identity.id,
        series=identity.series,
        key=identity.key,
        title=identity.title,
        date=identity.date,
        period=identity.period,
        organization=identity.organization,
        kind=identity.kind,
        source=transcript.source,
        reader=transcript.reader,
        claim=transcript.claim,
        details=transcript.details,
        appearances=tuple(_appearance(m, context) for m in context.cast.members),
        turns=turns,
        exchanges=(),
        headings=headings,
        furniture=transcript.furniture,
        problems=(*transcript.problems, *context.cast.problems),
    )


def _appearance(member: Member, context: Context) -> Appearance:
    """What a voice is in this call; organisation, title and role as the roster has them for this call."""
    speaker = context.roster.placed.get((context.cast.source, member.number))
    said = _affiliation(speaker, member, context)
    return Appearance(
        speaker,
        context.roster.speakers[speaker].name if speaker else member.name,
        said.organization,
        said.title,
        said.role,
        member.labels,
        member.evidence,
        member.speaks,
    )


def _affiliation(speaker: str | None, member: Member, context: Context) -> Affiliation:
    known = context.roster.speakers[speaker].affiliations if speaker else ()
    here = [a for a in known if context.identity.id in a.calls]
    own = Affiliation(member.organization, member.title, member.role, ())
    if len(here) == 1:
        return here[0]
    return next((a for a in here if (a.organization, a.title, a.role) == (own.organization, own.title, own.role)), own)


def _turns(context: Context) -> tuple[tuple[Turn, ...], tuple[Heading, ...]]:
    """Join utterances of one voice; move the headings from utterances to turns."""
    transcript, placements = context.transcript, context.cast.placements
    begun: list[tuple[Utterance, Placement, list[Paragraph]]] = []
    starts: list[int] = []
    last: tuple[int | None, str | None] | None = None
    for utterance, placement in zip(transcript.utterances, placements, strict=True):
        voice = (placement.member, None if placement.member is not None else utterance.label)
        if begun and voice == last:
            begun[-1][2].extend(_timed(utterance))
        else:
            begun.append((utterance, placement, [*_timed(utterance)]))
        starts.append(len(begun) - 1)
        last = voice
    turns = tuple(_turn(number, *one, context) for number, one in enumerate(begun, start=1))
    return turns, tuple(replace(h, before=_before(h, starts, len(turns))) for h in transcript.headings)


def _before(heading: Heading, starts: Sequence[int], count: int) -> int:
    """Index of the turn a heading stands before: the next one, where it stands inside a turn."""
    if heading.before >= len(starts):
        return count
    turn = starts[heading.before]
    inside = heading.before > 0 and starts[heading.before - 1] == turn
    return turn + 1 if inside else turn


def _turn(
    number: int, utterance: Utterance, placement: Placement, paragraphs: list[Paragraph], context: Context
) -> Turn:
    speaker = None
    if placement.member is not None:
        speaker = context.roster.placed.get((context.cast.source, placement.member))
    return Turn(
        number,
        placement.member,
        speaker,
        utterance.label,
        SectionKind.DISCUSSION,
        tuple(paragraphs),
        utterance.line,
        placement.evidence,
        start=utterance.start,
    )


def _timed(utterance: Utterance) -> tuple[Paragraph, ...]:
    """Give the first paragraph the time of the label, where it has none of its own."""
    first, *others = utterance.paragraphs
    if first.start is not None or utterance.start is None:
        return utterance.paragraphs
    return (replace(first, start=utterance.start), *others)
