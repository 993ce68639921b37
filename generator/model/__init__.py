"""The nouns of a call archive: frozen data that every stage shares. Knows no files."""

from generator.model.archive import Archive, Asked, Page, Passage, Series
from generator.model.call import Appearance, Call, Exchange, Identity, Mention, QuestionPart, Turn
from generator.model.kinds import MentionKind, Role, SectionKind
from generator.model.people import Affiliation, Cast, Evidence, Member, Organization, Placement, Roster, Speaker
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
from generator.model.team import KnownAffiliation, KnownOrganization, KnownPerson, Topic, Vocabulary

__all__ = [
    "Affiliation",
    "Appearance",
    "Archive",
    "Asked",
    "Call",
    "Cast",
    "Companion",
    "Detail",
    "Document",
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
    "Page",
    "Paragraph",
    "Participant",
    "Passage",
    "Placement",
    "QuestionPart",
    "Reading",
    "Role",
    "Roster",
    "SectionKind",
    "Series",
    "Source",
    "Speaker",
    "Topic",
    "Transcript",
    "Turn",
    "Utterance",
    "Vocabulary",
]
