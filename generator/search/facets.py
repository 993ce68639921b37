"""What a search can be narrowed to, with labels and counts, for whoever draws it. Must not know any engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Archive, Role, SectionKind, Status
from generator.search import wording
from generator.search.names import Names
from generator.search.record import CALL, FACETS, ORGANIZATION, PASSAGE, SPEAKER, TOPIC, Record

LABELS = {
    "kind": "Kind",
    "call": "Call",
    "series": "Company or body",
    "year": "Year",
    "period": "Period",
    "section": "Part of the call",
    "speaker": "Speaker",
    "organization": "Organization",
    "role": "Role",
    "topic": "Topic",
    "status": "Answer",
}
KINDS = {PASSAGE: "Passages", CALL: "Calls", SPEAKER: "Speakers", ORGANIZATION: "Organizations", TOPIC: "Topics"}
SECTIONS = {
    SectionKind.OPENING: "Opening",
    SectionKind.REMARKS: "Prepared remarks",
    SectionKind.QA: "Questions and answers",
    SectionKind.CLOSING: "Closing",
    SectionKind.DISCUSSION: "Discussion",
}
STATUSES = {
    Status.ANSWERED: "Answered",
    Status.PARTIAL: "Answered in part",
    Status.DECLINED: "Declined",
    Status.DEFERRED: "Deferred",
    Status.UNADDRESSED: "Not addressed",
}
IN_ORDER = frozenset({"year", "period"})
"""Facets whose values come newest first; those of others come by how many passages they have."""


Counts = dict[str, Counter[str]]
"""Facet → value → how many."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet."""

    id: str
    label: str
    count: int
    """Passages that have it; names and calls themselves do not count."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow a search."""

    id: str
    label: str
    values: tuple[Value, ...]


def counts(records: Iterable[Record]) -> Counts:
    """Count the passages of each value of each facet; of kinds, names too."""
    found: Counts = {}
    for record in records:
        passage = ("kind", (PASSAGE,)) in record.facets
        for facet, values in record.facets:
            if passage or facet == "kind":
                found.setdefault(facet, Counter()).update(values)
    return found


def summed(several: Iterable[Counts]) -> Counts:
    """Add counts up; a facet that nothing has is absent."""
    found: Counts = {facet: Counter() for facet in FACETS}
    for each in several:
        for facet, values in each.items():
            found[facet].update(values)
    return {facet: values for facet, values in found.items() if values}


def facets(counts: Counts, archive: Archive) -> tuple[Facet, ...]:
    """Say what there is to narrow a search to."""
    return tuple(Facet(facet, LABELS[facet], _values(facet, count, archive)) for facet, count in counts.items())


def _values(facet: str, counts: Counter[str], archive: Archive) -> tuple[Value, ...]:
    values = [Value(value, label(facet, value, archive), count) for value, count in counts.items()]
    if facet in IN_ORDER:
        return tuple(sorted(values, key=lambda each: wording.period_order(each.id), reverse=True))
    return tuple(sorted(values, key=lambda each: (-each.count, each.label.casefold(), each.id)))


def label(facet: str, value: str, archive: Archive) -> str:
    """Write a value of a facet for a reader."""
    match facet:
        case "kind":
            return KINDS[value]
        case "call":
            return wording.call(Names(archive), archive.calls[value])
        case "series":
            return archive.series[value].name
        case "period":
            return wording.period(value)
        case "section":
            return SECTIONS[SectionKind(value)]
        case "speaker":
            return archive.speakers[value].name
        case "organization":
            return archive.organizations[value].name
        case "role":
            return (wording.role(Role(value)) or "role not known").capitalize()
        case "topic":
            return archive.topics[value].name if value in archive.topics else value
        case "status":
            return STATUSES[Status(value)]
    return value
