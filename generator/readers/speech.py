"""What a JSON file says about its voices, and its records turned into pieces of speech. Must not know services."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.model import Participant, Role
from generator.readers import displaynames, labels, values
from generator.readers.joining import Spoken
from generator.readers.places import Places, Record

# "3", "S1", "Guest-1", "ch_0", "speaker 12", "spk:1": a machine's name for a voice; group 1 is its number
_MACHINE = re.compile(r"(?i)(?:s|ch|channel|guest|speaker|spk|spkr|person|voice)?[ _:#-]{0,2}(\d{1,3})")
# "A", "speaker_b"
_LETTER = re.compile(r"(?i)(?:(?:speaker|spk|spkr)[ _-]?)?([A-Z])")
# "3f2a09c1-…", "64b0c8d1e9f0a7", "spaces/x1/members/7": an id of a data base
_ID = re.compile(
    r"(?i)(?=[0-9a-f-]*\d)[0-9a-f]{8}[0-9a-f-]{4,40}|(?:\w{1,60}/){2,6}[\w-]{1,80}|(?=\w*\d)\w{20,64}|\d{4,30}"
)
_NOBODY = frozenset(["", "uu", "unknown", "unk", "none", "null", "n/a", "na", "undefined"])
_RECOGNISED = re.compile(r"(?i)(?:speaker|spk|spkr)[ _-]?(?:\d{1,3}|[a-z])")


@dataclass(frozen=True, slots=True)
class Shape:
    """Where in a record its words, voice and times stand; a dot leads into an inner object."""

    text: str
    speaker: str = "speaker"
    start: str = "start"
    end: str = "end"
    unit: float = 1.0
    """Seconds of one unit of time."""
    whole: bool = False
    """True where a record is all that somebody says, and not a piece of a sentence."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A file, and the names that it gives to the ids of its voices."""

    root: Record
    places: Places
    names: Mapping[str, str] = field(default_factory=dict)
    letters: bool = True
    """True where a single letter is a machine's name for a voice, and not the Q or A of a transcript."""
    numbered: dict[str, str] = field(default_factory=dict)

    def label(self, value: Any) -> str | None:
        """Write the name of a voice as a label; a machine's name becomes one that nobody takes for a person."""
        if isinstance(value, Mapping):
            value = next((value[k] for k in ("name", "displayName", "display_name", "id") if value.get(k)), None)
        if value is None or (isinstance(value, bool | list | dict | float) and not _whole(value)):
            return None
        printed = " ".join(str(int(value) if isinstance(value, float) else value).split())
        printed = self.names.get(printed, printed)
        if printed.casefold() in _NOBODY:
            return None
        if _RECOGNISED.fullmatch(printed):
            return printed
        if machine := _MACHINE.fullmatch(printed) or (self.letters and _LETTER.fullmatch(printed)):
            return f"Speaker {machine[1]}"
        if _ID.fullmatch(printed):
            return self.numbered.setdefault(printed, f"Speaker {len(self.numbered) + 1}")
        return printed

    def spoken(self, rows: Iterable[Record], shape: Shape) -> Iterator[Spoken]:
        """Turn records into pieces of speech; moments of the clock count from the first."""
        origin: float | None = None
        for row in rows:
            start = values.seconds(values.reach(row, shape.start), shape.unit)
            end = values.seconds(values.reach(row, shape.end), shape.unit)
            if origin is None and start is not None:
                origin = start if start > 1e8 else 0.0
            times = [round(t - (origin or 0.0), 3) if t is not None else None for t in (start, end)]
            said = values.reach(row, shape.text)
            line = self.places.line(row, shape.text.split(".")[0])
            yield from self.pieces(said, self.label(values.reach(row, shape.speaker)), line, times, shape.whole)

    def pieces(
        self,
        said: Any,
        label: str | None,
        line: int,
        times: list[float | None],
        whole: bool,
        tells: Participant | None = None,
    ) -> Iterator[Spoken]:
        """Turn what one record says into pieces: one a line of its words."""
        name, beside = displaynames.split(label, line) if label else (None, None)
        for n, words in enumerate(values.words(said).splitlines() or [""]):
            yield Spoken(words, line, name, times[0] if not n else None, times[1], tells or beside, whole or n > 0)


def identifier(name: str) -> bool:
    """Tell whether a name is the id of something and nobody's name."""
    return bool(_ID.fullmatch(name) or _MACHINE.fullmatch(name) or _RECOGNISED.fullmatch(name))


def machine(label: str) -> bool:
    """Tell whether a label is a machine's name for a voice."""
    return bool(_RECOGNISED.fullmatch(label))


def _whole(value: Any) -> bool:
    return isinstance(value, float) and value.is_integer()


_TITLES = ("title", "job_title", "jobTitle", "position", "speaker_title", "designation")
_FIRMS = (
    "organization",
    "organisation",
    "company",
    "firm",
    "affiliation",
    "employer",
    "speaker_company",
    "company_name",
)
_ROLES = ("role", "speaker_role", "type")
_MEANT = {"analyst": Role.SELL_SIDE_ANALYST, "management": Role.EXECUTIVE, "company": Role.EXECUTIVE}


def tells(name: str, row: Record, line: int) -> Participant | None:
    """Read what a record says of somebody beside the name."""
    title, firm, part = (first(row, keys) for keys in (_TITLES, _FIRMS, _ROLES))
    role = _role(part)
    if part and not role and not title and labels.title_like(part):
        title = part
    return Participant(name, firm, title, role, line) if title or firm or role else None


def first(row: Record, keys: Iterable[str]) -> str | None:
    return next((" ".join(v.split()) for key in keys if isinstance(v := row.get(key), str) and v.strip()), None)


def _role(word: str | None) -> Role | None:
    plain = (word or "").casefold().replace(" ", "_").replace("-", "_")
    return _MEANT.get(plain) or (Role(plain) if plain in set(Role) - {Role.UNKNOWN} else None)
