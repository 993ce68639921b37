"""Reads lists of participants and tables of voices out of JSON. Must not know services."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.model import Participant
from generator.readers import displaynames, names, speech, speechlists, values
from generator.readers.places import Places, Record

KEYS = frozenset(
    "speakers participants attendees callparticipants speakermap speakernames speakermapping voices people executives"
    " analysts hosts guests panelists panellists members presenters".split()
)
_IDS = ("id", "speaker_id", "speakerId", "participant_id", "label", "tag", "index", "key", "name", "speaker")
_NAMES = ("speaker_name", "speakerName", "displayName", "display_name", "full_name", "fullName", "name", "speaker")


def find(records: list[Record], places: Places) -> tuple[dict[str, str], list[Participant], set[int]]:
    """Give the names of ids, the people, and the objects and lists in which they stand."""
    known: dict[str, str] = {}
    people: list[Participant] = []
    taken: set[int] = set()
    for record in records:
        for key, value, line in places.entries(record):
            if speechlists.plain(key) in KEYS and isinstance(value, list | dict) and not _turns(value):
                taken.add(id(value))
                for ident, said in _entries(value):
                    who = _person(said, places.line(said) if isinstance(said, Mapping) else line)
                    people.extend([who] if who else [])
                    called = who.name if who else _called(said)
                    known.update({ident: called} if called and ident and ident != called else {})
    return known, people, taken


def _turns(value: Any) -> bool:
    """Tell a list of what voices say from a list of voices."""
    return any(speechlists.pick(row, speechlists.TEXTS) for row in values.records(value)[:20])


def _entries(value: Any) -> Iterator[tuple[str, Any]]:
    """Give (id, entry) for each entry of a list or of a table."""
    if isinstance(value, Mapping):
        yield from ((str(key), entry) for key, entry in value.items() if isinstance(entry, str | Mapping))
        return
    for entry in value:
        ident = (
            next((entry[k] for k in _IDS if entry.get(k) not in (None, "")), "") if isinstance(entry, Mapping) else ""
        )
        yield str(ident), entry


def _called(value: Any) -> str | None:
    """Give what somebody is called, be it a name or "Speaker 2"."""
    if not isinstance(value, Mapping):
        return value if isinstance(value, str) else None
    inner = (value.get(key) for key in ("signedinUser", "anonymousUser", "user"))
    return speech.first(next((one for one in inner if isinstance(one, Mapping)), value), _NAMES)


def _person(value: Any, line: int) -> Participant | None:
    """Read "Mei Tan -- Harbour Bank -- Analyst", or an object with a name."""
    if isinstance(value, str):
        name, beside = displaynames.split(value, line)
        return beside or (Participant(name, line=line) if _nameable(name) else None)
    if not isinstance(value, Mapping):
        return None
    inner = next(
        (value[k] for k in ("signedinUser", "anonymousUser", "user") if isinstance(value.get(k), Mapping)), value
    )
    named = speech.first(inner, _NAMES)
    if not named or not _nameable(named):
        return None
    name, beside = displaynames.split(named, line)
    return speech.tells(name, value, line) or beside or Participant(name, line=line)


def _nameable(name: str) -> bool:
    return (
        1 < len(name) < 80 and not names.generic(name) and not speech.identifier(name) and any(map(str.isalpha, name))
    )
