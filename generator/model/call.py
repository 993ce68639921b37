"""A call, understood: turns, exchanges, parts of questions, mentions. Knows no files."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.kinds import MentionKind, Role, SectionKind
from generator.model.ledger import AnswerPassage, AnswerStatus
from generator.model.media import Translation
from generator.model.people import Evidence
from generator.model.reading import Detail, Furniture, Heading, Paragraph, Source
from generator.problems import Problem


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
    answered_in: tuple[AnswerPassage, ...] = ()
    """The paragraphs that speak to it, in order of place; none where nobody can tell."""
    status: AnswerStatus | None = None
    """What became of it; None where nothing can be said."""


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
    key: str = ""
    """Last part of the question page's address: `jiong-shao-1`, n counting the asker's exchanges in the call."""
    status: AnswerStatus | None = None
    """What became of the question as a whole; None where nothing can be said (nothing was asked)."""

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
    about: frozenset[tuple[int, str]] = field(default=frozenset(), repr=False)
    """(number of a turn, topic id) where the turn is about the topic that it mentions, and does not only name it."""
    language: str | None = None
    """Of most of its words, as a code of BCP 47: declared, else read from them; None where nobody can tell."""
    translations: tuple[Translation, ...] = ()
    """In order of place; none holds a paragraph of another."""
    problems: tuple[Problem, ...] = ()

    def turn(self, number: int) -> Turn:
        """The turn of that number."""
        return self.turns[number - 1]

    def detail(self, name: str) -> str | None:
        """The value of the fact of that name, if anything says it."""
        return next((d.value for d in self.details if d.name == name), None)
