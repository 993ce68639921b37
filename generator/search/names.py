"""What the records of a call ask of the archive. Each answer is noted: as long as all are the same, so are the records.

Must not know records.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from generator.model import Archive

Told = Mapping[tuple[str, str], str | bool | None]
"""(question, id or printed name) → answer."""


@dataclass(frozen=True, slots=True)
class Names:
    """Answers what is asked of an archive, and remembers what it was."""

    _archive: Archive
    told: dict[tuple[str, str], str | bool | None] = field(default_factory=dict)

    def series(self, series: str) -> str:
        """Name a company or a body."""
        return str(self._ask("series", series))

    def person(self, speaker: str) -> str:
        """Name a person."""
        return str(self._ask("person", speaker))

    def known(self, speaker: str | None) -> bool:
        """Tell whether somebody has a page: a voice known by its part only has none."""
        return speaker is not None and bool(self._ask("known", speaker))

    def firm(self, printed: str | None) -> str | None:
        """Find the organisation that a printed name means; None where nobody knows."""
        found = self._ask("firm", printed) if printed else None
        return found if isinstance(found, str) else None

    def above(self, topic: str) -> str | None:
        """Find the wider topic of a topic."""
        found = self._ask("above", topic)
        return found if isinstance(found, str) else None

    def same(self, told: Told) -> bool:
        """Tell whether all would be answered as it was."""
        return all(self._ask(*asked) == answer for asked, answer in told.items())

    def _ask(self, question: str, of: str) -> str | bool | None:
        asked = (question, of)
        if asked not in self.told:
            self.told[asked] = ANSWERS[question](self._archive, of)
        return self.told[asked]


def _series(archive: Archive, series: str) -> str | None:
    return archive.series[series].name if series in archive.series else None


def _person(archive: Archive, speaker: str) -> str | None:
    return archive.speakers[speaker].name if speaker in archive.speakers else None


def _known(archive: Archive, speaker: str) -> bool:
    return speaker in archive.speakers and not archive.speakers[speaker].anonymous


def _firm(archive: Archive, printed: str) -> str | None:
    return archive.organization_of.get(printed)


def _above(archive: Archive, topic: str) -> str | None:
    return archive.topics[topic].parent if topic in archive.topics else None


ANSWERS: Mapping[str, Callable[[Archive, str], str | bool | None]] = {
    "series": _series,
    "person": _person,
    "known": _known,
    "firm": _firm,
    "above": _above,
}
