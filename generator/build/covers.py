"""The two maps of a build: a document to what must be known of it before any call is understood, and that to a call.

Each is a pure function of what it is given, so that it may be remembered and may run in any process.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator import cache, extract, identity, people, readers
from generator.lexicon import Lexicon, relevance
from generator.model import Call, Cast, Document, Identity, Reading, Roster, Ruling, Transcript, Vocabulary
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Cover:
    """What the whole archive has to know of one document."""

    transcript: Transcript | None
    """Without what was said; None where the document is none."""
    wanted: Identity | None
    """What the call would be called if it were the only one."""
    cast: Cast | None
    words: str
    """The words said, once each: all that a lexicon could find in them."""
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A call to be understood."""

    document: Document
    cast: Cast
    identity: Identity
    roster: Roster
    """As much of it as the call depends on."""
    rulings: tuple[Ruling, ...]
    """Those on the call."""
    rows: tuple[str, ...]
    """The forms of the lexicon that it could hold."""


def look(document: Document, store: cache.Store) -> Cover:
    """Read a document and say whose words it holds."""
    reading = read(document, store)
    if reading.transcript is None:
        return Cover(None, None, None, "", reading.problems)
    whole = reading.transcript
    bare = replace(whole, utterances=(), headings=(), participants=(), furniture=())
    texts = (paragraph.text for utterance in whole.utterances for paragraph in utterance.paragraphs)
    return Cover(bare, identity.want(whole), people.cast(whole), relevance.words(texts), reading.problems)


def understand(task: Task, terms: Lexicon, store: cache.Store) -> Call:
    """Understand a call."""
    transcript = read(task.document, store).transcript
    assert transcript
    return extract.extract(transcript, task.cast, task.identity, task.roster, terms, task.rulings)


def read(document: Document, store: cache.Store) -> Reading:
    """Read a document, unless its reading is remembered."""
    key = store.key(readers.read, depends(document))
    known = store.load(key)
    reading: Reading = known[0] if known else readers.read(document)
    if not known:
        store.save(key, reading)
    return reading


def depends(document: Document) -> list[str]:
    """Whatever of a document its reading depends on."""
    beside = [part for one in document.companions for part in (one.path, one.origin, cache.digest(one.data))]
    return [document.source.path, document.source.sha256, str(document.day_first), *beside]


def tasks(
    documents: Iterable[Document],
    known: Mapping[str, Cover],
    identities: Mapping[str, Identity],
    roster: Roster,
    vocabulary: Vocabulary,
    terms: Lexicon,
) -> list[Task]:
    """Gather what each call depends on, and nothing else; a document without an identity is no call."""
    found, index = [], relevance.index(terms)
    for document in documents:
        cover, one = known.get(document.source.path), identities.get(document.source.path)
        if cover and cover.cast and one:
            own = tuple(ruling for ruling in vocabulary.rulings if ruling.call == one.id)
            rows = tuple(index.rows(cover.words))
            found.append(Task(document, cover.cast, one, _excerpt(roster, cover.cast, one), own, rows))
    return found


def told(task: Task) -> list[str]:
    """Tell what a call depends on, beside the code: its document, who is who in it, and what may be spoken of in it."""
    parts = (task.identity, task.roster.placed, task.roster.speakers, task.rulings)
    return [*depends(task.document), *map(repr, parts), *task.rows]


def _excerpt(roster: Roster, cast: Cast, known: Identity) -> Roster:
    """The people of a call, with what they are in it."""
    placed: dict[tuple[str, int], str] = {}
    for member in cast.members:
        if found := roster.placed.get((cast.source, member.number)):
            placed[cast.source, member.number] = found
    speakers = {}
    for each in dict.fromkeys(placed.values()):
        speaker = roster.speakers[each]
        here = tuple(replace(a, calls=(known.id,)) for a in speaker.affiliations if known.id in a.calls)
        speakers[each] = replace(speaker, affiliations=here, evidence=(), note="")
    return Roster(speakers, placed, {}, {})
