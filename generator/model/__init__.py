"""The nouns of a call archive: frozen data that every stage shares. Knows no files."""

from dataclasses import is_dataclass

from generator.model import packing
from generator.model.archive import Archive, Asked, Page, Series, Thread, Version
from generator.model.call import Appearance, Call, Exchange, Identity, Mention, QuestionPart, Turn
from generator.model.kinds import MentionKind, Role, SectionKind
from generator.model.ledger import AnswerPassage, AnswerStatus, Span, Status
from generator.model.media import ENDINGS, Passages, Recording, Translation
from generator.model.people import Affiliation, Cast, Evidence, Member, Organization, Placement, Roster, Speaker
from generator.model.places import Passage, Places
from generator.model.reading import (
    Companion,
    Detail,
    Document,
    Furniture,
    Heading,
    Paragraph,
    Participant,
    Reading,
    Source,
    Transcript,
    Utterance,
)
from generator.model.sketch import Edge, Outline
from generator.model.team import KnownAffiliation, KnownOrganization, KnownPerson, Ruling, Topic, Vocabulary

packing.quicken(each for each in list(globals().values()) if isinstance(each, type) and is_dataclass(each))

__all__ = [
    "ENDINGS",
    "Affiliation",
    "AnswerPassage",
    "AnswerStatus",
    "Appearance",
    "Archive",
    "Asked",
    "Call",
    "Cast",
    "Companion",
    "Detail",
    "Document",
    "Edge",
    "Evidence",
    "Exchange",
    "Furniture",
    "Heading",
    "Identity",
    "KnownAffiliation",
    "KnownOrganization",
    "KnownPerson",
    "Member",
    "Mention",
    "MentionKind",
    "Organization",
    "Outline",
    "Page",
    "Paragraph",
    "Participant",
    "Passage",
    "Passages",
    "Placement",
    "Places",
    "QuestionPart",
    "Reading",
    "Recording",
    "Role",
    "Roster",
    "Ruling",
    "SectionKind",
    "Series",
    "Source",
    "Span",
    "Speaker",
    "Status",
    "Thread",
    "Topic",
    "Transcript",
    "Translation",
    "Turn",
    "Utterance",
    "Version",
    "Vocabulary",
]
