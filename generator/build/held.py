"""What stays in memory between the builds of one process, as of a served site. Must not know what is done with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.covers import Cover
from generator.lexicon import Lexicon
from generator.model import Call, Document, Identity, Roster, Vocabulary
from generator.pages.desk import Desk


@dataclass(frozen=True, slots=True)
class Grounds:
    """By what the calls of an archive were understood."""

    vocabulary: Vocabulary
    documents: Mapping[str, Document]
    """Path from the content folder → document, without its bytes."""
    covers: Mapping[str, Cover]
    """Path → what was known before any call was understood."""
    identities: Mapping[str, Identity]
    roster: Roster
    terms: Lexicon


@dataclass(slots=True)
class Held:
    """What the last build leaves to the next."""

    results: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Function → key → result."""
    calls: dict[str, Call] = field(default_factory=dict)
    """What a call depends on, as a digest → the call."""
    grounds: Grounds | None = None
    desk: Desk | None = None
    """The archive as its pages were printed."""

    def copy(self) -> Held:
        """Give what is as good, for a build that may never end."""
        return Held(dict(self.results), dict(self.calls), self.grounds, self.desk)

    def become(self, other: Held) -> None:
        """Take over what another build left."""
        self.results, self.calls, self.grounds, self.desk = other.results, other.calls, other.grounds, other.desk
