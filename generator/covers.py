"""The maps of a build: a document to what must be known of it before any call is understood, and that to a call.

Each is a pure function of what it is given, so that it may be remembered and may run in any process. Must not know the
rest of a build: a worker that reads has no need to load what prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator import cache, extract, identity, link, people, readers
from generator.lexicon import Lexicon, relevance
from generator.model import Call, Cast, Document, Identity, Outline, Reading, Roster, Ruling, Transcript, packing
from generator.problems import Problem


class Changed(ValueError):
    """A document is no longer what it was when the build began. Its message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Near:
    """What whoever works can see of this machine."""

    store: cache.Store
    content: Path | None = None
    """Where documents lie; None where nobody sees it, so that they have to bring their bytes."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What the whole archive has to know of one document."""

    transcript: Transcript | None
    """Without what was said; None where the document is none."""
    wanted: Identity | None
    """What the call would be called if it were the only one."""
    cast: Cast | None
    """None once all calls are understood."""
    words: str
    """The words said, once each: all that a lexicon could find in them; none once all calls are understood."""
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A call to be understood."""

    document: Document
    cast: Cast | None
    """None where it was let go, so that the call is cast again if it is understood again."""
    identity: Identity
    roster: Roster
    """As much of it as the call depends on."""
    rulings: tuple[Ruling, ...]
    """Those on the call."""
    rows: tuple[str, ...]
    """The forms of the lexicon that stand in it."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A document, and what may be spoken of in it."""

    document: Document
    candidates: tuple[relevance.Form, ...]


def look(document: Document, near: Near) -> Cover:
    """Read a document and say whose words it holds."""
    reading = read(document, near)
    if reading.transcript is None:
        return Cover(None, None, None, "", reading.problems)
    whole = reading.transcript
    bare = replace(whole, utterances=(), headings=(), participants=(), furniture=())
    return Cover(bare, identity.want(whole), people.cast(whole), relevance.words(_texts(whole)), reading.problems)


def closed(cover: Cover) -> Cover:
    """Give what is of use once all calls are understood."""
    return replace(cover, cast=None, words="")


def noted(cover: Cover) -> tuple[Problem, ...]:
    """Give what was noticed about a document before any call was understood."""
    return (*cover.problems, *(cover.cast.problems if cover.cast else ()))


def sift(sought: Sought, near: Near) -> tuple[str, ...]:
    """Tell of what may be spoken of what is, at least as far as the words go."""
    transcript = read(sought.document, near).transcript
    return relevance.standing(sought.candidates, _texts(transcript)) if transcript else ()


def outline(task: Task, terms: Lexicon, near: Near) -> Outline:
    """Understand a call, leave it where `understand` finds it, and give what is needed to link it."""
    return link.outline(understand(task, terms, near))


def understand(task: Task, terms: Lexicon, near: Near) -> Call:
    """Understand a call, unless it is remembered."""
    key = near.store.key(understand, [digest(task)])
    known = near.store.load(key)
    call: Call = known[0] if known else _extract(task, terms, near)
    if not known:
        near.store.save(key, call)
    return call


def _extract(task: Task, terms: Lexicon, near: Near) -> Call:
    transcript = read(task.document, near).transcript
    assert transcript
    cast = task.cast or people.cast(transcript)
    return extract.extract(transcript, cast, task.identity, task.roster, terms, task.rulings)


def read(document: Document, near: Near) -> Reading:
    """Read a document, unless its reading is remembered."""
    key = near.store.key(readers.read, depends(document))
    known = near.store.load(key)
    reading: Reading = known[0] if known else readers.read(_whole(document, near))
    if not known:
        near.store.save(key, reading)
    return reading


def bare(documents: Iterable[Document], near: Near) -> tuple[Document, ...]:
    """Give documents without their bytes, once all are read, where readings are remembered."""
    spare = near.store.folder and near.content
    return tuple(replace(document, data=b"") if spare else document for document in documents)


def _whole(document: Document, near: Near) -> Document:
    """Give a document with its bytes, for whose reading was remembered and has been lost since."""
    if len(document.data) == document.source.size or not near.content:
        return document
    data = (near.content / document.source.path).read_bytes()
    if cache.digest(data) != document.source.sha256:
        raise Changed(f"{document.source.path} changed while it was read; build again")
    return replace(document, data=data)


def depends(document: Document) -> list[str]:
    """Whatever of a document its reading depends on."""
    beside = [part for one in document.companions for part in (one.path, one.origin, cache.digest(one.data))]
    return [document.source.path, document.source.sha256, str(document.day_first), *beside]


def seek(documents: Iterable[Document], known: Mapping[str, Cover], terms: Lexicon) -> list[Sought]:
    """Say of each document that is known what may be spoken of in it, by its words alone."""
    index = relevance.index(terms)
    return [Sought(each, index.candidates(known[each.source.path].words)) for each in documents]


def sought(one: Sought) -> list[str]:
    """Tell on what it depends which forms stand in a document."""
    return [*depends(one.document), *(row for _, row in one.candidates)]


def tasks(
    found: Iterable[tuple[Document, tuple[str, ...]]],
    known: Mapping[str, Cover],
    identities: Mapping[str, Identity],
    roster: Roster,
    rulings: Iterable[Ruling],
) -> list[Task]:
    """Gather what each call depends on, and nothing else; a document without an identity is no call."""
    made, ruled = [], tuple(rulings)
    for document, rows in found:
        path = document.source.path
        cast, own = known[path].cast, identities.get(path)
        if cast and own:
            of = tuple(ruling for ruling in ruled if ruling.call == own.id)
            made.append(Task(document, cast, own, _excerpt(roster, cast, own), of, rows))
    return made


def digest(task: Task) -> str:
    """Digest what a call depends on, beside the code: its document, who is who in it, what may be spoken of in it."""
    return cache.digest("\0".join(_told(task)).encode())


def _told(task: Task) -> list[str]:
    parts = (task.identity, task.roster.placed, task.roster.speakers, task.rulings)
    return [*depends(task.document), *map(repr, parts), *task.rows]


def _texts(transcript: Transcript) -> Iterator[str]:
    return (paragraph.text for utterance in transcript.utterances for paragraph in utterance.paragraphs)


def _excerpt(roster: Roster, cast: Cast, known: Identity) -> Roster:
    """The people of a call, with what they are in it."""
    placed: dict[tuple[str, int], str] = {}
    for member in cast.members:
        if found := roster.placed.get((cast.source, member.number)):
            placed[cast.source, member.number] = found
    speakers = {}
    for each in dict.fromkeys(placed.values()):
        speaker = roster.speakers[each]
        here = tuple(packing.varied(a, calls=(known.id,)) for a in speaker.affiliations if known.id in a.calls)
        speakers[each] = packing.varied(speaker, affiliations=here, evidence=(), note="")
    return Roster(speakers, placed, {}, {})
