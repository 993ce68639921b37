"""Knows how speech services write JSON: one row each, by what it is recognised, where its speech stands.

Must not know files. Rows that only need to say where things stand are data; services that write words one by one are
functions in `wordwise`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.readers import values, wordwise
from generator.readers.joining import Spoken
from generator.readers.places import Record
from generator.readers.speech import Shape, Speech


@dataclass(frozen=True, slots=True)
class Service:
    """A row: a service, its list of records, what a record is like."""

    name: str
    path: str
    """Where its list stands."""
    shape: Shape
    marks: tuple[str, ...] = ()
    """Paths of which one must lead somewhere, where the list alone is not telling."""


MS = 0.001
SERVICES = (
    Service("Podcasting 2.0", "segments", Shape("body", "speaker", "startTime", "endTime")),
    Service("WhisperX", "segments", Shape("text"), ("word_segments",)),
    Service("Whisper", "segments", Shape("text"), ("segments.0.avg_logprob", "segments.0.tokens", "segments.0.seek")),
    Service("OpenAI, with speakers", "segments", Shape("text"), ("segments.0.type",)),
    Service("whisper.cpp", "transcription", Shape("text", "speaker", "offsets.from", "offsets.to", MS)),
    Service(
        "AssemblyAI",
        "utterances",
        Shape("text", "speaker", "start", "end", MS, whole=True),
        ("audio_duration", "audio_url", "acoustic_model", "speech_model", "language_model"),
    ),
    Service("AssemblyAI", "words", Shape("text", "speaker", "start", "end", MS), ("audio_duration", "audio_url")),
    Service("Deepgram", "results.utterances", Shape("transcript", whole=True)),
    Service("Azure", "recognizedPhrases", Shape("nBest.0.display", "speaker", "offset", "", whole=True)),
    Service("Azure", "phrases", Shape("text", "speaker", "offsetMilliseconds", "", MS, whole=True)),
    Service("Otter", "speech.transcripts", Shape("transcript", "speaker_id", "start_offset", "end_offset", 1 / 16000)),
    Service("Gladia", "result.transcription.utterances", Shape("text", whole=True)),
    Service("Gladia", "transcription.utterances", Shape("text", whole=True)),
    Service("Gladia", "prediction", Shape("transcription", "speaker", "time_begin", "time_end", whole=True)),
    Service("Google Meet", "transcriptEntries", Shape("text", "participant", "startTime", "endTime")),
    Service("Fireflies", "sentences", Shape("text", "speaker_name", "start_time", "end_time")),
    Service("Transformers", "chunks", Shape("text", "speaker", "timestamp.0", "timestamp.1")),
)
"""Services that write phrases, each with its voice and times."""

PEOPLES = frozenset(["Podcasting 2.0", "Rev.ai"])
"""Formats in which the work of people is handed out too; any other is written by a machine."""
WORDWISE: tuple[tuple[str, Callable[[Any], bool], Callable[[Speech, Any], Iterator[Spoken]]], ...] = (
    ("Deepgram", lambda root: _listed(root, "results.channels"), wordwise.deepgram),
    ("Rev.ai", lambda root: _listed(root, "monologues"), wordwise.rev),
    ("AWS Transcribe", lambda root: _listed(root, "results.items"), wordwise.amazon),
    (
        "Speechmatics",
        lambda root: _listed(root, "results") and bool(values.reach(root, "results.0.alternatives.0.content")),
        wordwise.speechmatics,
    ),
    (
        "IBM Watson",
        lambda root: (
            bool(wordwise.phrases(root))
            and "alternatives" in wordwise.phrases(root)[0]
            and any(values.reach(p, "alternatives.0.timestamps") for p in wordwise.phrases(root))
        ),
        wordwise.ibm,
    ),
    (
        "Google Speech-to-Text",
        lambda root: _listed(root, "results") and "alternatives" in values.reach(root, "results.0"),
        wordwise.google,
    ),
    (
        "ElevenLabs",
        lambda root: _listed(root, "words") and "type" in values.reach(root, "words.0"),
        wordwise.elevenlabs,
    ),
)
"""Services that write words, each with its times: name, how it is recognised, how it is read."""


def find(speech: Speech, root: Record) -> tuple[str, list[Spoken]] | None:
    """Recognise a service; give its name and what is spoken."""
    for service in SERVICES:
        rows = values.records(values.reach(root, service.path))
        if rows and _fits(service, root, rows):
            return service.name, list(speech.spoken(rows, service.shape))
    for name, recognises, read in WORDWISE:
        if recognises(root):
            pieces = list(read(speech, root))
            if any(piece.words.strip() for piece in pieces):
                return name, pieces
    return None


def by_machine(name: str) -> bool:
    """Tell whether words under the name of a service were written by a machine."""
    known = {service.name for service in SERVICES} | {name for name, _, _ in WORDWISE}
    return name in known - PEOPLES


def _fits(service: Service, root: Record, rows: list[Record]) -> bool:
    if service.marks and not any(values.reach(root, mark) not in (None, "", []) for mark in service.marks):
        return False
    near = rows[:20]
    said = any(isinstance(values.reach(row, service.shape.text), str) for row in near)
    return said and any(values.reach(row, service.shape.start) is not None for row in near)


def _listed(root: Any, path: str) -> bool:
    return bool(values.records(values.reach(root, path)))
