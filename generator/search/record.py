"""What a search can find: words under an address, with what narrows a search to them. Must not know any engine."""

from __future__ import annotations

from dataclasses import dataclass

PASSAGE, CALL, SPEAKER, ORGANIZATION, TOPIC = "passage", "call", "speaker", "organization", "topic"
"""Kinds of record, as the facet `kind` has them."""

FACETS = ("kind", "call", "series", "year", "period", "section", "speaker", "organization", "role", "topic", "status")
"""What a search can be narrowed to. Values are ids, as in addresses; what they are called is in the manifest."""

Facets = tuple[tuple[str, tuple[str, ...]], ...]
"""Facet → values, both in order; a facet without a value is absent."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a record somebody begins to speak, or a further paragraph stands."""

    anchor: str
    """`t12`, on the page of the record's address."""
    label: str
    """Who speaks."""
    start: int
    """Offset in the words of the record."""


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that a search can find."""

    address: str
    """From the root of the site: `calls/halvorsen/fy2024-q1/#x07`."""
    title: str
    """`Jiong Shao (Barclays) asks Daniel Zhang`; searched."""
    context: str
    """The call in a few words, which are searched; or what somebody is."""
    words: str
    """What is searched and quoted: the words of the transcript as printed."""
    language: str
    """ISO 639-1 code of the words."""
    group: str
    """What it changes with: the call's id, or the kind of what it is about."""
    facets: Facets
    call: str = ""
    """Id of the call; empty for what is about more than one."""
    date: str = ""
    """ISO date of the call; empty where nobody knows it."""
    places: tuple[Place, ...] = ()
