"""Calls → the archive: every index is a list of edges turned around. Must not know Markdown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator import problems
from generator.model import (
    Archive,
    Asked,
    Call,
    Exchange,
    Identity,
    Mention,
    MentionKind,
    Passage,
    Recording,
    Roster,
    Series,
    Topic,
    Vocabulary,
)
from generator.problems import Problem

UNDATED = "0000"


def link(
    calls: Iterable[Call],
    identities: Mapping[str, Identity],
    roster: Roster,
    vocabulary: Vocabulary,
    recordings: Mapping[str, Recording] | None = None,
) -> Archive:
    """Turn every edge around, newest call first; nothing depends on the order in which calls come in."""
    newest = sorted(calls, key=lambda c: c.id)
    newest.sort(key=lambda c: c.date or UNDATED, reverse=True)
    table = {c.id: c for c in newest}
    played = recordings or {}
    return Archive(
        calls=table,
        series=_series(newest, identities),
        speakers=roster.speakers,
        organizations=roster.organizations,
        topics=_topics(vocabulary),
        organization_of=roster.organization_of,
        passages=_passages(newest),
        asked_by=_turned(newest, lambda x: [x.asker] if x.asker else []),
        answered_by=_turned(newest, lambda x: x.answered_by),
        spoke_in=_spoke(newest),
        people_of=_people(roster),
        calls_of=_calls_of(newest, roster),
        periods=_periods(newest),
        question_keys=_question_keys(newest),
        recordings={c.id: played[c.source.path] for c in newest if c.source.path in played},
        problems=(
            *roster.problems,
            *_astray(vocabulary, table),
            *(p for c in sorted(newest, key=lambda c: c.source.path) for p in c.problems),
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


def _passages(newest: Sequence[Call]) -> dict[tuple[MentionKind, str], tuple[Passage, ...]]:
    """For each thing spoken of, the turns that do: newest call first, in the order of the call."""
    found: defaultdict[tuple[MentionKind, str], list[Passage]] = defaultdict(list)
    for call in newest:
        here: defaultdict[tuple[MentionKind, str], dict[int, list[Mention]]] = defaultdict(dict)
        for mention in call.mentions:
            turns = here[mention.kind, mention.target]
            if mention.turn in turns:
                turns[mention.turn].append(mention)
            else:
                turns[mention.turn] = [mention]
        for place, turns in here.items():
            found[place] += [Passage(call.id, turn, tuple(mentions)) for turn, mentions in turns.items()]
    return {place: tuple(passages) for place, passages in sorted(found.items())}


def _turned(newest: Sequence[Call], people: Callable[[Exchange], Iterable[str]]) -> dict[str, tuple[Asked, ...]]:
    found: dict[str, list[Asked]] = {}
    for call in newest:
        for exchange in call.exchanges:
            for speaker in people(exchange):
                found.setdefault(speaker, []).append(Asked(call.id, exchange.number))
    return {speaker: tuple(asked) for speaker, asked in sorted(found.items())}


def _spoke(newest: Sequence[Call]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for call in newest:
        for turn in call.turns:
            if turn.speaker:
                found.setdefault(turn.speaker, {}).setdefault(call.id)
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


def _question_keys(newest: Sequence[Call]) -> dict[tuple[str, int], str]:
    return {(call.id, exchange.number): exchange.key for call in newest for exchange in call.exchanges}


def _astray(vocabulary: Vocabulary, calls: Mapping[str, Call]) -> list[Problem]:
    """Rulings on calls that are not there."""
    return [
        problems.warning(
            "rulings.yml", ruling.line, f"there is no call {ruling.call}", "the id is the end of its address"
        )
        for ruling in vocabulary.rulings
        if ruling.call not in calls
    ]
