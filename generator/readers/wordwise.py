"""Reads the JSON of speech services that write words one by one. Must not know how a service is recognised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.readers import values
from generator.readers.joining import Spoken
from generator.readers.places import Record
from generator.readers.speech import Shape, Speech


def deepgram(speech: Speech, root: Record) -> Iterator[Spoken]:
    """Read paragraphs, else words, else plain text; where there are several channels, each is a voice."""
    channels = values.records(values.reach(root, "results.channels"))
    pieces: list[Spoken] = []
    for n, channel in enumerate(channels):
        best = values.reach(channel, "alternatives.0") or {}
        voice = n if len(channels) > 1 else None
        pieces += _paragraphs(speech, best, voice) or _deepgram_words(speech, best, voice)
    yield from sorted(pieces, key=lambda piece: piece.start or 0.0) if len(channels) > 1 else pieces


def _paragraphs(speech: Speech, best: Record, voice: int | None) -> list[Spoken]:
    made: list[Spoken] = []
    for row in values.records(values.reach(best, "paragraphs.paragraphs")):
        label = speech.label(row.get("speaker") if voice is None else voice)
        for n, sentence in enumerate(values.records(row.get("sentences"))):
            start, end = (values.seconds(sentence.get(key)) for key in ("start", "end"))
            line = speech.places.line(sentence, "text")
            made.append(Spoken(values.words(sentence.get("text")), line, label, start, end, fresh=n == 0))
    return made


def _deepgram_words(speech: Speech, best: Record, voice: int | None) -> list[Spoken]:
    rows = values.records(best.get("words"))
    key = "punctuated_word" if rows and "punctuated_word" in rows[0] else "word"
    pieces = list(speech.spoken(rows, Shape(key)))
    if not pieces and isinstance(best.get("transcript"), str):
        pieces = list(speech.spoken([best], Shape("transcript")))
    label = speech.label(voice)
    return pieces if voice is None else [Spoken(p.words, p.line, label, p.start, p.end) for p in pieces]


def rev(speech: Speech, root: Record) -> Iterator[Spoken]:
    """Read monologues: their elements are words, and punctuation with its spaces."""
    for row in values.records(root.get("monologues")):
        label = speech.label(row.get("speaker"))
        spaced = fresh = True
        for element in values.records(row.get("elements")):
            value = str(element.get("value") or "")
            glued = not spaced and not value[:1].isspace()
            spaced = value[-1:].isspace() or (spaced and not value)
            if value.strip():
                start, end = (values.seconds(element.get(key)) for key in ("ts", "end_ts"))
                yield Spoken(value.strip(), speech.places.line(element, "value"), label, start, end, None, fresh, glued)
                fresh = False


def amazon(speech: Speech, root: Record) -> Iterator[Spoken]:
    """Read items; who speaks stands in them or, in older files, beside them by the time a word begins."""
    by_start: dict[str, Any] = {}
    for segment in values.records(values.reach(root, "results.speaker_labels.segments")):
        for item in values.records(segment.get("items")):
            by_start[str(item.get("start_time"))] = item.get("speaker_label", segment.get("speaker_label"))
    voice: Any = None
    for item in values.records(values.reach(root, "results.items")):
        mark = item.get("type") == "punctuation"
        said = item.get("speaker_label", item.get("channel_label", by_start.get(str(item.get("start_time")))))
        voice = voice if mark else said
        yield _word(speech, item, "alternatives.0.content", voice, ("start_time", "end_time"), mark)


def speechmatics(speech: Speech, root: Record) -> Iterator[Spoken]:
    """Read results: words and punctuation that says what it is attached to."""
    glue = False
    for item in values.records(root.get("results")):
        attached = str(item.get("attaches_to") or ("previous" if item.get("type") == "punctuation" else ""))
        glued = glue or attached in {"previous", "both"}
        voice = values.reach(item, "alternatives.0.speaker")
        yield _word(speech, item, "alternatives.0.content", voice, ("start_time", "end_time"), glued)
        glue = attached in {"next", "both"}


def google(speech: Speech, root: Record) -> Iterator[Spoken]:
    """Read results; with speakers, the last result repeats all words, each with its speaker."""
    best = [values.reach(row, "alternatives.0") or {} for row in values.records(root.get("results"))]
    rows = [values.records(one.get("words")) for one in best]
    tagged = bool(rows and rows[-1]) and any(
        key in rows[-1][0] for key in ("speakerTag", "speakerLabel", "speaker_tag")
    )
    if tagged and len(rows) > 1 and len(rows[-1]) >= sum(map(len, rows[:-1])):
        rows = rows[-1:]
    if not tagged or not all(rows):
        yield from _google_phrases(speech, best, rows)
        return
    for row in (row for some in rows for row in some):
        voice = row.get("speakerLabel") or row.get("speakerTag") or row.get("speaker_tag") or None
        yield _word(speech, row, "word", voice, _google_times(row), False)


def _google_phrases(speech: Speech, best: Sequence[Any], rows: Sequence[Sequence[Record]]) -> Iterator[Spoken]:
    for one, some in zip(best, rows, strict=True):
        start, end = (values.seconds(some[n].get(_google_times(some[n])[n])) for n in (0, -1)) if some else (None, None)
        said = one.get("transcript")
        yield Spoken(values.words(said), speech.places.line(one, "transcript"), None, start, end)


def _google_times(row: Record) -> tuple[str, str]:
    keys = (("startTime", "endTime"), ("startOffset", "endOffset"), ("start_time", "end_time"))
    return next((pair for pair in keys if pair[0] in row or pair[1] in row), keys[0])


def phrases(root: Any) -> list[Record]:
    """Give IBM's phrases: `results`, or the `results` of each of its `results`."""
    outer = values.records(root.get("results")) if isinstance(root, dict) else []
    return [row for one in outer for row in (values.records(one.get("results")) or [one])]


def ibm(speech: Speech, root: Record) -> Iterator[Spoken]:
    """Read timestamps `[word, from, to]`; who speaks stands beside them by the time a word begins."""
    outer = [root, *values.records(root.get("results"))]
    voices = {row.get("from"): row.get("speaker") for one in outer for row in values.records(one.get("speaker_labels"))}
    for phrase in phrases(root):
        best = values.reach(phrase, "alternatives.0") or {}
        line = speech.places.line(best)
        for word, start, end in (w for w in best.get("timestamps") or () if isinstance(w, list) and len(w) == 3):
            yield Spoken(str(word), line, speech.label(voices.get(start)), values.seconds(start), values.seconds(end))


def elevenlabs(speech: Speech, root: Record) -> Iterator[Spoken]:
    """Read words, the spaces between them, and sounds."""
    spaced = True
    for row in values.records(root.get("words")):
        value = str(row.get("text") or "")
        if not value.strip():
            spaced = True
        else:
            yield _word(speech, row, "text", row.get("speaker_id"), ("start", "end"), not spaced)
            spaced = False


def _word(speech: Speech, row: Record, path: str, voice: Any, times: tuple[str, str], glued: bool) -> Spoken:
    word = str(values.reach(row, path) or "")
    start, end = (values.seconds(row.get(key)) for key in times)
    glued = glued and bool(word)
    return Spoken(word, speech.places.line(row), speech.label(voice), start, end, glued=glued)
