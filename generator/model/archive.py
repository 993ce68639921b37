"""Everything, linked, and the pages made of it. Knows no files."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.call import Call, Exchange
from generator.model.kinds import MentionKind
from generator.model.ledger import Span
from generator.model.media import Recording
from generator.model.people import Organization, Speaker
from generator.model.places import Places
from generator.model.team import Topic
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Series:
    """A company or a body, and its calls."""

    id: str
    name: str
    calls: tuple[str, ...]
    """Call ids, oldest first; calls without a date come last."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An exchange, named from outside its call."""

    call: str
    exchange: int
    """`Exchange.number`."""


@dataclass(frozen=True, slots=True)
class Version:
    """A question as one of a thread: the same thing, asked once."""

    asked: Asked
    parts: tuple[str, ...]
    """Ids of the parts that are asked again; none for the question as a whole."""
    like: Asked | None
    """The earlier version that it was matched with; None for the first."""
    score: float = 0.0
    """How much alike the two are, from 0 to 1."""
    words: tuple[str, ...] = ()
    """The terms that both share, those that weigh most first."""
    answer: tuple[Span, ...] = ()
    """Paragraphs of the answer to these parts."""
    fresh: tuple[Span, ...] = ()
    """Sentences of this answer that have no counterpart in the answer to `like`."""
    gone: tuple[Span, ...] = ()
    """Sentences of the answer to `like` that have no counterpart in this one."""


@dataclass(frozen=True, slots=True)
class Thread:
    """The same question, asked again: over periods, and by whomever."""

    id: str
    """Slug, made of the oldest version's call and question."""
    series: tuple[str, ...]
    """Ids of the series in whose calls it is asked."""
    versions: tuple[Version, ...]
    """Oldest first; at least two."""


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything, linked. Every index is a list of edges turned around; newest first unless said otherwise."""

    calls: Mapping[str, Call]
    """By id, newest first; without a date last."""
    series: Mapping[str, Series]
    speakers: Mapping[str, Speaker]
    organizations: Mapping[str, Organization]
    topics: Mapping[str, Topic]
    organization_of: Mapping[str, str]
    """Every spelling of an organisation that occurs → organisation id."""
    passages: Mapping[tuple[MentionKind, str], Places]
    """(kind, id) → the turns that speak of it."""
    asked_by: Mapping[str, tuple[Asked, ...]]
    """Speaker id → exchanges opened."""
    answered_by: Mapping[str, tuple[Asked, ...]]
    """Speaker id → exchanges answered."""
    spoke_in: Mapping[str, tuple[str, ...]]
    """Speaker id → call ids."""
    people_of: Mapping[str, tuple[str, ...]]
    """Organisation id → speaker ids, by name."""
    calls_of: Mapping[str, tuple[str, ...]]
    """Organisation id → ids of the calls that are its own."""
    periods: Mapping[str, tuple[str, ...]]
    """Period → call ids."""
    question_keys: Mapping[tuple[str, int], str]
    """(call id, exchange number) → last part of the question page's address: `jiong-shao-1`."""
    threads: Mapping[str, Thread] = field(default_factory=dict)
    """By id, the one asked last first."""
    threads_of: Mapping[Asked, tuple[str, ...]] = field(default_factory=dict)
    """A question → ids of the threads it is part of."""
    recordings: Mapping[str, Recording] = field(default_factory=dict)
    """Call id → the recording that lies at hand."""
    problems: tuple[Problem, ...] = field(default=())

    def exchange(self, asked: Asked) -> Exchange:
        """The exchange that an index names."""
        return self.calls[asked.call].exchanges[asked.exchange - 1]


@dataclass(frozen=True, slots=True)
class Page:
    """A finished file of the page tree."""

    path: str
    """POSIX path from the page folder."""
    text: str

    @property
    def digest(self) -> str:
        """Digest of its bytes."""
        return hashlib.blake2b(self.text.encode("utf-8"), digest_size=16).hexdigest()
