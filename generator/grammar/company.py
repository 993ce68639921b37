"""Which organisation a call is of: what its details say, else what both sides of it say. Knows no files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.grammar import handover, names, sentences
from generator.model import Detail, Transcript

# "that Alibaba has launched", "One is the one that Alibaba has chosen": a capitalised subject and its verb
SUBJECT = re.compile(
    r"(?<![.?!] )(?<!^)\b([A-ZÀ-Þ][\w&’'-]+(?: [A-ZÀ-Þ][\w&’'-]+){0,3}) (?:has|have|had|is|are|was|were|will|did"
    r"|does)\b"
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
        return stated or _publisher(transcript)
    return _of_both_sides(transcript)


def _introduced(transcript: Transcript) -> set[str]:
    """Keys of the names that are given the floor for a question."""
    texts = (p.text for u in transcript.utterances for p in u.paragraphs)
    return {names.key(i.name) for text in texts for i in handover.introductions(text) if i.question and i.organization}


def _of_both_sides(transcript: Transcript) -> Detail | None:
    askers = _introduced(transcript)
    addressed: dict[str, set[str]] = {}
    own: dict[str, list[tuple[str, int]]] = {}
    for label, name, you, we, line in _named(transcript):
        if you and names.key(label) in askers:
            addressed.setdefault(name, set()).add(label)
        if we:
            own.setdefault(name, []).append((label, line))
    both = {n: lines for n, lines in own.items() if any(addressed.get(n, set()) - {label} for label, _ in lines)}
    if len(both) != 1:
        return None
    name, lines = both.popitem()
    return Detail("organization", name, "words of both sides", transcript.source.path, lines[0][1])


# "the White House", "at the Federal Reserve": two to four capitalised words
NAMED = re.compile(r"\b[Tt]he ((?:[A-Z][a-z]+ ){1,3}[A-Z][a-z]+)\b")

HOST = re.compile(r"https?://(?:www\.)?([^/:?#]+)")


def _publisher(transcript: Transcript) -> Detail | None:
    """The body that published its own press conference: its address holds its name, and it is spoken of."""
    source = transcript.detail("source_url")
    host = HOST.match(source.value) if source else None
    if source is None or host is None or transcript.value("kind") not in {"press_conference", "press_briefing"}:
        return None
    bare = re.sub(r"[^a-z]", "", host[1].casefold())
    texts = (p.text for u in transcript.utterances for p in u.paragraphs)
    named = Counter(form for text in texts for match in NAMED.finditer(text) for form in _forms(match[1]))
    fitting = [name for name in named if name.replace(" ", "").casefold() in bare]
    if not fitting:
        return None
    name = max(fitting, key=lambda n: (named[n], len(n), n))
    return Detail("organization", name, "source address", source.path, source.line)


def _forms(name: str) -> list[str]:
    """The names that capitalised words can begin with: "White House" of "White House Counsel"."""
    words = name.split()
    return [" ".join(words[:n]) for n in range(2, len(words) + 1)]


def _named(transcript: Transcript) -> Iterator[tuple[str, str, bool, bool, int]]:
    for utterance in transcript.utterances:
        for paragraph in utterance.paragraphs if utterance.label else ():
            for sentence in sentences.split(paragraph.text):
                you, we = bool(YOU.search(sentence)), bool(WE.search(sentence))
                if you or we:
                    for match in SUBJECT.finditer(sentence):
                        yield utterance.label or "", match[1], you, we, paragraph.line
