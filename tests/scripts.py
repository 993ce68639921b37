"""Makes transcripts for tests out of short scripts, without any reader: `Label: words`, one paragraph a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator import extract as extraction
from generator import identity, lexicon, link, people
from generator.model import (
    Archive,
    Call,
    Detail,
    Heading,
    Paragraph,
    Participant,
    Source,
    Transcript,
    Utterance,
    Vocabulary,
)

LABEL = re.compile(r"(?:(?P<label>[^:\n]{1,40}): )?(?P<text>.*)")


def transcript(script: str, path: str = "a.txt", listed: Sequence[Participant] = (), **details: str) -> Transcript:
    """Read a script: `Label: words` begins an utterance, `| words` goes on with it, `# words` is a heading."""
    utterances: list[Utterance] = []
    headings: list[Heading] = []
    for line, raw in enumerate(script.strip().splitlines(), start=1):
        text = raw.strip()
        if text.startswith("# "):
            headings.append(Heading(text[2:], len(utterances), line))
        elif text.startswith("| "):
            last = utterances.pop()
            more = (*last.paragraphs, Paragraph(text[2:], line))
            utterances.append(Utterance(last.label, more, last.line))
        elif text:
            found = LABEL.fullmatch(text)
            assert found
            utterances.append(Utterance(found["label"], (Paragraph(found["text"], line),), line))
    return Transcript(
        Source(path, "0" * 64, len(script)),
        "script",
        "made for a test",
        tuple(utterances),
        tuple(headings),
        tuple(listed),
        (),
        tuple(Detail(n, v, "sidecar", path, 1) for n, v in details.items()),
    )


def archive(*transcripts: Transcript, vocabulary: Vocabulary | None = None) -> Archive:
    """Take transcripts the whole way to an archive."""
    vocabulary = vocabulary or Vocabulary()
    casts = [people.cast(t) for t in transcripts]
    identities, _ = identity.identify(transcripts)
    roster = people.resolve(casts, identities, vocabulary)
    words = lexicon.compile(vocabulary, roster)
    calls = [
        extraction.extract(t, c, identities[t.source.path], roster, words)
        for t, c in zip(transcripts, casts, strict=True)
    ]
    return link.link([(call, link.outline(call)) for call in calls], identities, roster, vocabulary)


def call(script: str, listed: Sequence[Participant] = (), **details: str) -> Call:
    """One call, understood."""
    return next(iter(archive(transcript(script, listed=listed, **details)).calls.values()))
