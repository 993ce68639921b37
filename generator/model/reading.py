"""What a reader sees: a file, read, with labels and words exactly as written. Knows no files."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.kinds import Role
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Source:
    """A file in the content folder."""

    path: str
    """POSIX path from the content folder."""
    sha256: str
    """Hexadecimal digest of its bytes."""
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Companion:
    """A file of details beside a transcript: `call.yml` beside `call.txt`, or a folder's `archive.yml`."""

    path: str
    data: bytes
    origin: str
    """"sidecar" or "folder"."""


@dataclass(frozen=True, slots=True)
class Document:
    """All that a reader may look at: a file's bytes and those of its companions, nearest first."""

    source: Source
    data: bytes
    companions: tuple[Companion, ...] = ()
    day_first: bool | None = None
    """Whether 03/04/2024 is the third of April; None where nobody has said."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One fact about a call and where it was found."""

    name: str
    """One of `DETAILS` in `generator.details`: title, date, series, organization, period, kind, …"""
    value: str
    origin: str
    """"front matter", "sidecar", "folder", "header" or "path"."""
    path: str
    """File that says so, from the content folder."""
    line: int
    """Line in that file, 0 if not known."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody as a list of participants, front matter or a label line names them."""

    name: str
    organization: str | None = None
    title: str | None = None
    role: Role | None = None
    """Only where the source itself says so (a list headed "Executives", a `role:` key)."""
    line: int = 0
    initials: str | None = None
    """A short form that the file defines for this person: "SL" in "Stephan (SL)"."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of words without a break."""

    text: str
    """Exactly the words of the file, white space folded, no markup (a reader has already decoded it)."""
    line: int
    """Where it begins in the file, from 1."""
    page: int | None = None
    """Page of a paged source, from 1."""
    start: float | None = None
    """Seconds into the recording."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What a reader saw: words under one label."""

    label: str | None
    """The name part as printed ("MR. SINGH", "Q", "SPEAKER_03"); None where words stand under no label."""
    paragraphs: tuple[Paragraph, ...]
    line: int
    """Line of the label, or of the first word."""
    tells: Participant | None = None
    """What the label line says beside the name: organisation, title, initials."""
    start: float | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that names a part of the call ("Questions and Answers"), standing before an utterance."""

    text: str
    before: int
    """Index of the utterance that follows it (may equal the number of utterances)."""
    line: int
    level: int = 1


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words of the file that are nobody's speech and were set aside, so that no word is lost silently."""

    kind: str
    """"header", "participant list", "summary", "footer", "running head", "page number", "ruler", "time" …"""
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Transcript:
    """A source, read."""

    source: Source
    reader: str
    """Name of the reader that claimed the file."""
    claim: str
    """Why it claimed it: a sentence."""
    utterances: tuple[Utterance, ...]
    headings: tuple[Heading, ...] = ()
    participants: tuple[Participant, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    details: tuple[Detail, ...] = ()
    """One a name: the one that won."""
    problems: tuple[Problem, ...] = ()

    def detail(self, name: str) -> Detail | None:
        """The fact of that name, if anything says it."""
        return next((d for d in self.details if d.name == name), None)

    def value(self, name: str) -> str | None:
        """The value of the fact of that name."""
        found = self.detail(name)
        return found.value if found else None


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a document: a transcript, or none and a problem that says why."""

    transcript: Transcript | None
    problems: tuple[Problem, ...] = ()
