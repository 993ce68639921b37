"""Calls → the archive: every index is a list of edges turned around. Must not know Markdown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator import problems
from generator.model import (
    Archive,
    Asked,
    Call,
    Edge,
    Identity,
    MentionKind,
    Outline,
    Places,
    Recording,
    Roster,
    Series,
    Topic,
    Vocabulary,
    sketch,
)
from generator.model.places import Run
from generator.problems import Problem

UNDATED = "0000"

Outlines = Mapping[str, Outline]
"""By call id, newest first."""


def outline(call: Call) -> Outline:
    """Tell what of a call is to be linked; it depends on the call alone."""
    found: defaultdict[tuple[MentionKind, str], list[int]] = defaultdict(list)
    for mention in call.mentions:
        found[mention.kind, mention.target].append(mention.turn)
    return Outline(
        head=sketch.head(call),
        spoken_of={thing: tuple(turns) for thing, turns in found.items()},
        speakers=tuple(dict.fromkeys(turn.speaker for turn in call.turns if turn.speaker)),
        exchanges=tuple(Edge(each.asker, each.answered_by, each.key) for each in call.exchanges),
        problems=call.problems,
    )


def link(
    calls: Iterable[tuple[Call, Outline]],
    identities: Mapping[str, Identity],
    roster: Roster,
    vocabulary: Vocabulary,
    recordings: Mapping[str, Recording] | None = None,
) -> Archive:
    """Turn every edge around, newest call first; nothing depends on the order in which calls come in."""
    given = sorted(calls, key=lambda pair: pair[0].id)
    given.sort(key=lambda pair: pair[0].date or UNDATED, reverse=True)
    newest, outlines = [call for call, _ in given], {call.id: known for call, known in given}
    table = {c.id: c for c in newest}
    played = recordings or {}
    return Archive(
        calls=table,
        series=_series(newest, identities),
        speakers=roster.speakers,
        organizations=roster.organizations,
        topics=_topics(vocabulary),
        organization_of=roster.organization_of,
        passages=_passages(outlines),
        asked_by=_turned(outlines, lambda x: [x.asker] if x.asker else []),
        answered_by=_turned(outlines, lambda x: x.answered_by),
        spoke_in=_spoke(outlines),
        people_of=_people(roster),
        calls_of=_calls_of(newest, roster),
        periods=_periods(newest),
        question_keys=_question_keys(outlines),
        recordings={c.id: played[c.source.path] for c in newest if c.source.path in played},
        problems=(
            *roster.problems,
            *_astray(vocabulary, table),
            *(p for c in sorted(newest, key=lambda c: c.source.path) for p in outlines[c.id].problems),
        ),
    )


def _series(newest: Sequence[Call], identities: Mapping[str, Identity]) -> dict[str, Series]:
    """Calls of each series, oldest first, those without a date last; the name is that of the newest call."""
    found: dict[str, list[Call]] = {}
    for call in newest:
        found.setdefault(call.series, []).append(call)
    return {
        series: Series(series, identities[calls[0].source.path].series_name, tuple(c.id for c in _oldest(calls)))
        for series, calls in sorted(found.items())
    }


def _oldest(calls: Sequence[Call]) -> list[Call]:
    return sorted(calls, key=lambda c: (c.date or "9999", c.id))


def _topics(vocabulary: Vocabulary) -> dict[str, Topic]:
    return {t.id: t for t in sorted(vocabulary.topics, key=lambda t: t.name.casefold())}


def _passages(outlines: Outlines) -> dict[tuple[MentionKind, str], Places]:
    """For each thing spoken of, the turns that do: newest call first, in the order of the call."""
    found: defaultdict[tuple[MentionKind, str], list[Run]] = defaultdict(list)
    for call, known in outlines.items():
        for place, turns in known.spoken_of.items():
            found[place].append((call, turns))
    return {place: Places(runs) for place, runs in sorted(found.items())}


def _turned(outlines: Outlines, people: Callable[[Edge], Iterable[str]]) -> dict[str, tuple[Asked, ...]]:
    found: dict[str, list[Asked]] = {}
    for call, known in outlines.items():
        for number, exchange in enumerate(known.exchanges, start=1):
            for speaker in people(exchange):
                found.setdefault(speaker, []).append(Asked(call, number))
    return {speaker: tuple(asked) for speaker, asked in sorted(found.items())}


def _spoke(outlines: Outlines) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for call, known in outlines.items():
        for speaker in known.speakers:
            found.setdefault(speaker, []).append(call)
    return {speaker: tuple(calls) for speaker, calls in sorted(found.items())}


def _people(roster: Roster) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for speaker in roster.speakers.values():
        for affiliation in speaker.affiliations:
            if affiliation.organization and not speaker.anonymous:
                found.setdefault(roster.organization_of[affiliation.organization], set()).add(speaker.id)
    return {
        organization: tuple(sorted(people, key=lambda s: (roster.speakers[s].name.casefold(), s)))
        for organization, people in sorted(found.items())
    }


def _calls_of(newest: Sequence[Call], roster: Roster) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for call in newest:
        if call.organization:
            found.setdefault(roster.organization_of[call.organization], []).append(call.id)
    return {organization: tuple(calls) for organization, calls in sorted(found.items())}


def _periods(newest: Sequence[Call]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for call in newest:
        if call.period:
            found.setdefault(call.period, []).append(call.id)
    return {period: tuple(calls) for period, calls in sorted(found.items(), reverse=True)}


def _question_keys(outlines: Outlines) -> dict[tuple[str, int], str]:
    return {(c, number): x.key for c, known in outlines.items() for number, x in enumerate(known.exchanges, start=1)}


def _astray(vocabulary: Vocabulary, calls: Mapping[str, Call]) -> list[Problem]:
    """Rulings on calls that are not there."""
    return [
        problems.warning(
            "rulings.yml", ruling.line, f"there is no call {ruling.call}", "the id is the end of its address"
        )
        for ruling in vocabulary.rulings
        if ruling.call not in calls
    ]
