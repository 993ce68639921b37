"""Which organisation a call is of: what its details say, else what both sides of it say. Knows no files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.grammar import sentences
from generator.model import Detail, Transcript

# "that Alibaba has launched", "One is the one that Alibaba has chosen": a capitalised subject and its verb
SUBJECT = re.compile(
    r"(?<![.?!] )(?<!^)\b([A-ZÀ-Þ][\w&’'-]+(?: [A-ZÀ-Þ][\w&’'-]+){0,3}) (?:has|have|had|is|are|was|were|will|did|does)\b"
)
YOU = re.compile(r"(?i)\b(?:you|your|you['’]re|you['’]ve)\b")
WE = re.compile(r"(?i)\b(?:we|our|us|we['’]re|we['’]ve)\b")


def organization(transcript: Transcript) -> Detail | None:
    """The organisation of a call.

    Where no detail names it, the one name counts that somebody uses for "you" ("we know that X has launched … and
    you're also …") and somebody else for "we" ("the one that X has chosen because we are …"), if there is just one.
    """
    stated = transcript.detail("organization")
    if stated or any(d.name == "title" for d in transcript.details):
        return stated
    addressed: dict[str, set[str]] = {}
    own: dict[str, list[tuple[str, int]]] = {}
    for label, name, you, we, line in _named(transcript):
        if you:
            addressed.setdefault(name, set()).add(label)
        if we:
            own.setdefault(name, []).append((label, line))
    both = {n: lines for n, lines in own.items() if any(addressed.get(n, set()) - {label} for label, _ in lines)}
    if len(both) != 1:
        return None
    name, lines = both.popitem()
    return Detail("organization", name, "words of both sides", transcript.source.path, lines[0][1])


def _named(transcript: Transcript) -> Iterator[tuple[str, str, bool, bool, int]]:
    for utterance in transcript.utterances:
        for paragraph in utterance.paragraphs if utterance.label else ():
            for sentence in sentences.split(paragraph.text):
                you, we = bool(YOU.search(sentence)), bool(WE.search(sentence))
                if you or we:
                    for match in SUBJECT.finditer(sentence):
                        yield utterance.label or "", match[1], you, we, paragraph.line
