"""The nouns of a call archive: frozen data that every stage shares. Knows no files, no Markdown, no MkDocs."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.problems import Problem


class Role(enum.StrEnum):
    """What somebody is in one call."""

    OPERATOR = "operator"
    MODERATOR = "moderator"
    EXECUTIVE = "executive"
    SELL_SIDE_ANALYST = "sell_side_analyst"
    BUY_SIDE_ANALYST = "buy_side_analyst"
    JOURNALIST = "journalist"
    HOST = "host"
    GUEST = "guest"
    MEMBER = "member"
    INTERPRETER = "interpreter"
    UNKNOWN = "unknown"


class SectionKind(enum.StrEnum):
    """The parts of a call, in their usual order."""

    OPENING = "opening"
    REMARKS = "remarks"
    QA = "qa"
    CLOSING = "closing"
    DISCUSSION = "discussion"
    """A call that is one conversation, without remarks and questions apart (standards calls, podcasts)."""


# --- what a reader sees: a file, read, with words exactly as written ------------------------------------------


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


# --- who is who -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why something was resolved as it was."""

    rule: str
    """Name of the rule, such as "participant list" or "hand-over by the operator"."""
    line: int = 0
    """Line of the call's source (or of people.yml) that says so; 0 if none."""
    words: str = ""
    """The words that say so, as printed."""


@dataclass(frozen=True, slots=True)
class Member:
    """One voice in one call, before it is known who that is over the whole archive."""

    number: int
    """Position in `Cast.members`."""
    name: str
    """The fullest form that the call itself gives."""
    labels: tuple[str, ...]
    """Every label that was read as this voice, as printed."""
    organization: str | None
    title: str | None
    role: Role
    evidence: tuple[Evidence, ...]
    """What gave name, organisation, title and role."""
    speaks: bool = True
    """False for somebody who is listed and never speaks."""
    anonymous: bool = False
    """True for "Unidentified Analyst", "Q", "SPEAKER_03": a voice that is no known person."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Which member of the cast an utterance belongs to, and why."""

    member: int | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Cast:
    """The voices of one call, and which of them each utterance belongs to."""

    source: str
    """`Source.path` of the call."""
    members: tuple[Member, ...]
    placements: tuple[Placement, ...]
    """One an utterance, in order."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Affiliation:
    """Organisation, title and role of a person, and the calls in which they held."""

    organization: str | None
    """Name as printed (the first form met)."""
    title: str | None
    role: Role
    calls: tuple[str, ...]
    """Call ids, oldest first."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """One person over the whole archive."""

    id: str
    """The slug of the person's address."""
    name: str
    aliases: tuple[str, ...] = ()
    """Other forms, printed or declared in people.yml."""
    affiliations: tuple[Affiliation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    """Why these labels were joined into one person."""
    note: str = ""
    anonymous: bool = False
    """True for a voice known by its part only ("Operator", "Unidentified Analyst", "Q"): no page, no link, no count."""


@dataclass(frozen=True, slots=True)
class Organization:
    """A firm or body that people of the archive belong to, or that a series is about."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    """Other spellings met that mean the same."""


@dataclass(frozen=True, slots=True)
class Roster:
    """Who is who over the whole archive."""

    speakers: Mapping[str, Speaker]
    """By id."""
    placed: Mapping[tuple[str, int], str]
    """(source path, member number) → speaker id; a member nobody could place is absent."""
    organizations: Mapping[str, Organization]
    """By id."""
    organization_of: Mapping[str, str]
    """Every spelling of an organisation that occurs in the archive → organisation id."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """What a call is called, and where it belongs."""

    id: str
    """`<series>/<key>`."""
    series: str
    key: str
    series_name: str
    title: str
    date: str | None
    """ISO date."""
    period: str | None
    organization: str | None
    kind: str


# --- what the team says: people.yml and topics.yml -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class KnownAffiliation:
    """An affiliation that people.yml declares."""

    organization: str | None
    title: str | None = None
    role: Role | None = None
    start: str | None = None
    """First day on which it held, ISO; None for always."""
    end: str | None = None
    """Last day on which it held."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person as people.yml declares them; what it says always wins."""

    name: str
    id: str | None = None
    aliases: tuple[str, ...] = ()
    affiliations: tuple[KnownAffiliation, ...] = ()
    never: tuple[str, ...] = ()
    """Names that are somebody else (`not:` in people.yml)."""
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the team declares about its archive."""

    people: tuple[KnownPerson, ...] = ()
    topics: tuple[Topic, ...] = ()


# --- a call, understood ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Appearance:
    """What a voice is in one call. Affiliation and role are per call."""

    speaker: str | None
    """Speaker id; None for a voice that is no known person."""
    name: str
    organization: str | None
    title: str | None
    role: Role
    labels: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    speaks: bool = True


@dataclass(frozen=True, slots=True)
class Turn:
    """Everything one speaker says until another speaks. Its number is its anchor: `#t12`."""

    number: int
    """From 1."""
    voice: int | None
    """Index into `Call.appearances`; None where nobody can know whose words these are."""
    speaker: str | None
    """Speaker id; None where nobody can say who it is."""
    label: str | None
    """As printed."""
    section: SectionKind
    paragraphs: tuple[Paragraph, ...]
    """Paragraph n is `#t12p3` with n from 1."""
    line: int
    evidence: Evidence
    """The rule that gave these words to this speaker."""
    procedural: bool = False
    """True for what is said to run the call (the operator's hand-overs, routing): small, and out of counts."""
    start: float | None = None

    @property
    def id(self) -> str:
        """`t12`."""
        return f"t{self.number}"

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(p.text.split()) for p in self.paragraphs)


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """One of the things asked in a turn: `#x07b`."""

    id: str
    """`x7a`, `x7b` …"""
    turn: int
    """Number of the turn it is asked in."""
    paragraph: int
    """Paragraph of that turn, from 1."""
    start: int
    """Offset of its first character in that paragraph's text."""
    end: int
    """Offset after its last character."""
    text: str
    """The asker's words, cut, never rewritten."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Exchange:
    """One asker's slot, from the hand-over to the last answer before the next asker."""

    number: int
    """From 1; its anchor is `#x07`."""
    first: int
    """Number of its first turn (the hand-over, if there is one)."""
    last: int
    handover: int | None
    """Number of the turn in which the operator or chair hands over."""
    asker: str | None
    """Speaker id."""
    asker_voice: int | None
    """Index into `Call.appearances`."""
    organization: str | None
    """The asker's organisation as introduced."""
    addressees: tuple[str, ...]
    """Speaker ids to whom the question was put by name."""
    questions: tuple[int, ...]
    """Numbers of the asker's turns that ask, oldest first; those after the first are follow-ups."""
    answers: tuple[int, ...]
    """Numbers of the turns that answer."""
    answered_by: tuple[str, ...]
    """Speaker ids, in order of speaking."""
    parts: tuple[QuestionPart, ...]
    evidence: tuple[Evidence, ...]
    """How asker, addressees and answers were found."""

    @property
    def id(self) -> str:
        """`x7`: the id in exports."""
        return f"x{self.number}"

    @property
    def anchor(self) -> str:
        """`x07`: the anchor on the call page."""
        return f"x{self.number:02}"

    @property
    def follow_ups(self) -> int:
        """How often the asker came back with something more to ask."""
        return max(0, len(self.questions) - 1)


class MentionKind(enum.StrEnum):
    """What a mention points at."""

    SPEAKER = "speaker"
    ORGANIZATION = "organization"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Mention:
    """The one edge of the graph: words in a call that speak of something."""

    call: str
    turn: int
    paragraph: int
    """From 1."""
    start: int
    """Offsets into the paragraph's text."""
    end: int
    kind: MentionKind
    target: str
    """Id of the speaker, organisation or topic."""
    rule: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject with its aliases, from the team's vocabulary."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    """Id of the wider topic."""
    description: str = ""
    line: int = 0
    """Where topics.yml names it."""


@dataclass(frozen=True, slots=True)
class Call:
    """A transcript, understood."""

    id: str
    """`<series>/<key>`."""
    series: str
    key: str
    title: str
    date: str | None
    """ISO date."""
    period: str | None
    """`fy2024-q1` (fiscal), `2024-q1` (calendar)."""
    organization: str | None
    kind: str
    """`earnings_call`, `press_conference`, `town_hall`, `standards_call`, `call` …"""
    source: Source
    reader: str
    claim: str
    details: tuple[Detail, ...]
    appearances: tuple[Appearance, ...]
    turns: tuple[Turn, ...]
    exchanges: tuple[Exchange, ...]
    headings: tuple[Heading, ...]
    """`before` counts turns here: the index of the turn that follows."""
    furniture: tuple[Furniture, ...]
    mentions: tuple[Mention, ...] = ()
    problems: tuple[Problem, ...] = ()

    def turn(self, number: int) -> Turn:
        """The turn of that number."""
        return self.turns[number - 1]

    def detail(self, name: str) -> str | None:
        """The value of the fact of that name, if anything says it."""
        return next((d.value for d in self.details if d.name == name), None)


@dataclass(frozen=True, slots=True)
class Passage:
    """A turn that speaks of something, as an index lists it."""

    call: str
    turn: int
    mentions: tuple[Mention, ...]
    """In order of place; at least one."""


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
    passages: Mapping[tuple[MentionKind, str], tuple[Passage, ...]]
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
    problems: tuple[Problem, ...] = field(default=())

    def exchange(self, asked: Asked) -> Exchange:
        """The exchange that an index names."""
        return self.calls[asked.call].exchanges[asked.exchange - 1]

    def neighbours(self, call: Call) -> tuple[str | None, str | None]:
        """Ids of the previous and the next call of the same series."""
        order = self.series[call.series].calls
        at = order.index(call.id)
        return (order[at - 1] if at else None, order[at + 1] if at + 1 < len(order) else None)


@dataclass(frozen=True, slots=True)
class Page:
    """A finished file of the page tree."""

    path: str
    """POSIX path from the page folder."""
    text: str
