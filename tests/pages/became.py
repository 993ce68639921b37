"""The archive made by hand with what became of its questions: answered, declined, deferred, unaddressed, ruled."""

from __future__ import annotations

import dataclasses
from dataclasses import replace

from generator.model import (
    AnswerPassage,
    AnswerStatus,
    Archive,
    Asked,
    Evidence,
    Exchange,
    Ruling,
    Span,
    Status,
    Thread,
    Version,
)
from tests.pages import archive

REFUSAL = "The plant: it stays"
"""Words of the answer, in turn 6, that stand for a refusal."""
READ = Evidence("leaves it", 60, REFUSAL)
FIRST, SECOND = Asked(archive.FIRST.id, 1), Asked(archive.FIRST.id, 2)


def span(words: str = REFUSAL, turn: int = 6) -> Span:
    """Find words in the first paragraph of a turn."""
    text = archive.FIRST.turn(turn).paragraphs[0].text
    return Span(turn, 1, text.index(words), text.index(words) + len(words))


def status(which: Status, evidence: Evidence = READ, at: Span | None = None, **more: object) -> AnswerStatus:
    """Make a status."""
    return AnswerStatus(which, evidence, at, **more)  # type: ignore[arg-type]


ANSWERED = status(Status.ANSWERED, Evidence("a passage speaks to it", 60, "storage"))
DECLINED = status(Status.DECLINED, at=span())
PARTIAL = status(Status.PARTIAL, at=span())
NOBODY = status(Status.UNADDRESSED, Evidence("nobody answers", 100))
RULING = Ruling(
    archive.FIRST.id, "x1b", "answered", "“It stays” *is* the <answer>.", "Ada <Quill>", "2024-05-01", "plant", 12
)
RULED = status(Status.ANSWERED, Evidence("ruling", 12, RULING.reason), ruling=RULING, instead_of=DECLINED)


def passage(turn: int, paragraph: int) -> AnswerPassage:
    """Link a paragraph of an answer to a part."""
    return AnswerPassage(turn, paragraph, Evidence("shared words", 60, "storage, orders"))


def first(b: AnswerStatus | None = DECLINED, whole: AnswerStatus | None = PARTIAL) -> Exchange:
    """Make the first exchange: part (a) is answered in two turns, (b) is declined unless said otherwise."""
    exchange = archive.FIRST.exchanges[0]
    one, two = exchange.parts
    one = replace(one, status=ANSWERED, answered_in=(passage(6, 1), passage(6, 2), passage(8, 1)))
    two = replace(two, status=b, answered_in=(passage(6, 1),))
    return replace(exchange, parts=(one, two), status=whole)


def make(one: Exchange | None = None, two: AnswerStatus | None = NOBODY, **more: object) -> Archive:
    """Make the archive."""
    exchanges = (one or first(), replace(archive.FIRST.exchanges[1], status=two))
    call = replace(archive.FIRST, exchanges=exchanges)
    given: dict[str, object] = {"calls": {**archive.CALLS, call.id: call}, **more}
    return dataclasses.replace(archive.ARCHIVE, **given)  # type: ignore[arg-type]


def again() -> Archive:
    """Make the archive with a thread: the second question asks the first one again."""
    versions = (Version(FIRST, (), None), Version(SECOND, (), FIRST, 0.7, ("storage",)))
    thread = Thread("storage-orders", ("lanhai",), versions)
    return make(two=ANSWERED, threads={thread.id: thread}, threads_of={FIRST: (thread.id,), SECOND: (thread.id,)})


def hostile() -> Archive:
    """Make the archive with words that want to be markup wherever words can stand."""
    words = archive.HOSTILE
    ruled = status(Status.DECLINED, Evidence(words, 1, words), ruling=replace(RULING, by=words, reason=words))
    call = archive.FIRST
    part = replace(archive.FIRST.exchanges[0].parts[0], text=words, status=ruled)
    exchange = replace(first(), parts=(part, replace(first().parts[1], text=words)), status=ruled, organization=words)
    seen = tuple(replace(each, name=f"{each.name} {words}") for each in archive.CAST)
    call = replace(call, exchanges=(exchange, call.exchanges[1]), appearances=seen)
    speakers = {key: replace(each, name=f'{each.name} "{words}"') for key, each in archive.SPEAKERS.items()}
    topics = {key: replace(each, name=words) for key, each in archive.TOPICS.items()}
    series = {key: replace(each, name=words) for key, each in archive.ARCHIVE.series.items()}
    calls = {**archive.CALLS, call.id: call}
    return dataclasses.replace(archive.ARCHIVE, calls=calls, speakers=speakers, topics=topics, series=series)
