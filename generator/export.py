"""The archive as plain data for JSON, in the format `call-archive/1`. Must not know files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from generator.model import (
    AnswerStatus,
    Archive,
    Call,
    Exchange,
    MentionKind,
    Places,
    QuestionPart,
    Span,
    Speaker,
    Thread,
    Topic,
    Turn,
    Version,
)

FORMAT = "call-archive/1"


def export(archive: Archive) -> dict[str, Any]:
    """Return everything a reader of the site can know, as dicts and lists; calls in order of their source path."""
    others = {name: list(told) for name, told in _others(archive).items()}
    return {"format": FORMAT, "calls": [call(c) for c in _calls(archive)], **others}


def contents(archive: Archive, place: Callable[[str], str]) -> dict[str, Iterable[dict[str, Any]]]:
    """Return the same, but for the format, with the head of each call only, and where the rest of it lies.

    `place` tells that by the call's id. Everything is told when it is asked for, since all of it is large.
    """
    return {"calls": ({**_head(c), "data": place(c.id)} for c in _calls(archive)), **_others(archive)}


def call(call: Call) -> dict[str, Any]:
    """Return one call, as the export lists it; it depends on the call alone."""
    topics = _topics(call)
    return {
        **_head(call),
        "details": [
            {"name": d.name, "value": d.value, "origin": d.origin, "path": d.path, "line": d.line} for d in call.details
        ],
        "turns": [_turn(t) for t in call.turns],
        "exchanges": [_exchange(x, topics) for x in call.exchanges],
        "furniture": [{"kind": f.kind, "line": f.line, "text": f.text} for f in call.furniture],
    }


def _calls(archive: Archive) -> list[Call]:
    return sorted(archive.calls.values(), key=lambda c: c.source.path)


def _others(archive: Archive) -> dict[str, Iterable[dict[str, Any]]]:
    return {
        "speakers": map(_speaker, archive.speakers.values()),
        "organizations": (
            {"id": o.id, "name": o.name, "aliases": list(o.aliases)} for o in archive.organizations.values()
        ),
        "topics": (_topic(t, archive) for t in archive.topics.values()),
        "threads": map(_thread, archive.threads.values()),
    }


def _head(call: Call) -> dict[str, Any]:
    return {
        "id": call.id,
        "source": call.source.path,
        "sha256": call.source.sha256,
        "reader": call.reader,
        "title": call.title,
        "date": call.date,
        "organization": call.organization,
        "period": call.period,
        "kind": call.kind,
    }


def _turn(turn: Turn) -> dict[str, Any]:
    return {
        "id": turn.id,
        "speaker": turn.speaker,
        "label": turn.label,
        "section": str(turn.section),
        "line": turn.line,
        "start": turn.start,
        "procedural": turn.procedural,
        "rule": turn.evidence.rule,
        "paragraphs": [p.text for p in turn.paragraphs],
    }


def _topics(call: Call) -> dict[int, set[str]]:
    """List the topics of each turn that speaks of some."""
    found: dict[int, set[str]] = {}
    for mention in call.mentions:
        if mention.kind is MentionKind.TOPIC:
            found.setdefault(mention.turn, set()).add(mention.target)
    return found


def _exchange(exchange: Exchange, topics: Mapping[int, set[str]]) -> dict[str, Any]:
    """One exchange; `status` is one of five words or null (docs/ledger.md), `topics` what its turns speak of."""
    turns = range(exchange.first, exchange.last + 1)
    return {
        "id": exchange.id,
        "turns": [f"t{exchange.first}", f"t{exchange.last}"],
        "handover": f"t{exchange.handover}" if exchange.handover else None,
        "asker": exchange.asker,
        "organization": exchange.organization,
        "addressees": list(exchange.addressees),
        "questions": [f"t{n}" for n in exchange.questions],
        "answers": [f"t{n}" for n in exchange.answers],
        "answered_by": list(exchange.answered_by),
        "follow_ups": exchange.follow_ups,
        "parts": [_part(p) for p in exchange.parts],
        "status": _word(exchange.status),
        "status_from": _status(exchange.status),
        "topics": sorted(set().union(*(topics.get(number, ()) for number in turns))),
        "evidence": [{"rule": e.rule, "line": e.line, "words": e.words} for e in exchange.evidence],
    }


def _part(part: QuestionPart) -> dict[str, Any]:
    return {
        "id": part.id,
        "turn": f"t{part.turn}",
        "text": part.text,
        "answered_in": [
            {"turn": f"t{a.turn}", "paragraph": a.paragraph, "rule": a.evidence.rule, "words": a.evidence.words}
            for a in part.answered_in
        ],
        "status": _word(part.status),
        "status_from": _status(part.status),
    }


def _word(found: AnswerStatus | None) -> str | None:
    return str(found.status) if found else None


def _status(found: AnswerStatus | None) -> dict[str, Any] | None:
    """What says so: the rule, the words as printed, where they stand; a ruling, and what the rules said before it."""
    if found is None:
        return None
    at, ruling = found.at, found.ruling
    return {
        "rule": found.evidence.rule,
        "line": found.evidence.line,
        "words": found.evidence.words,
        "turn": f"t{at.turn}" if at else None,
        "paragraph": at.paragraph if at else None,
        "start": at.start if at else None,
        "end": at.end if at else None,
        "ruling": {"by": ruling.by, "date": ruling.date, "reason": ruling.reason} if ruling else None,
        "instead_of": _word(found.instead_of),
    }


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {
        "id": speaker.id,
        "name": speaker.name,
        "aliases": list(speaker.aliases),
        "anonymous": speaker.anonymous,
        "affiliations": [
            {"organization": a.organization, "title": a.title, "role": str(a.role), "calls": list(a.calls)}
            for a in speaker.affiliations
        ],
    }


def _topic(topic: Topic, archive: Archive) -> dict[str, Any]:
    return {
        "id": topic.id,
        "name": topic.name,
        "aliases": list(topic.aliases),
        "parent": topic.parent,
        "mentions": [
            {"call": call, "turn": f"t{turn}", "count": times}
            for call, turns in archive.passages.get((MentionKind.TOPIC, topic.id), Places()).runs
            for turn, times in _counted(turns)
        ],
    }


def _counted(turns: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Count how often each turn is listed: most calls speak of a thing once a turn, which is seen quickly."""
    once = dict.fromkeys(turns, 1)
    return (once if len(once) == len(turns) else Counter(turns)).items()


def _thread(thread: Thread) -> dict[str, Any]:
    """One question that is asked again; `parts` are empty where the question as a whole is meant."""
    return {"id": thread.id, "series": list(thread.series), "versions": [_version(v) for v in thread.versions]}


def _version(version: Version) -> dict[str, Any]:
    """One asking; `fresh` are sentences of its answer that the answer to `like` does not have, `gone` the reverse."""
    like = version.like
    return {
        "call": version.asked.call,
        "exchange": f"x{version.asked.exchange}",
        "parts": list(version.parts),
        "like": {"call": like.call, "exchange": f"x{like.exchange}"} if like else None,
        "score": version.score,
        "words": list(version.words),
        "answer": [_span(each) for each in version.answer],
        "fresh": [_span(each) for each in version.fresh],
        "gone": [_span(each) for each in version.gone],
    }


def _span(span: Span) -> dict[str, Any]:
    """A place: paragraph from 1, offsets into its text."""
    return {"turn": f"t{span.turn}", "paragraph": span.paragraph, "start": span.start, "end": span.end}
