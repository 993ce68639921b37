"""Which organisation a call is of: what its details say, else what both sides of it say. Knows no files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.grammar import cues, handover, kinds, names, sentences
from generator.model import Detail, Transcript

# "that Alibaba has launched", "One is the one that Alibaba has chosen": a capitalised subject and its verb
SUBJECT = re.compile(
    r"(?<![.?!] )(?<!^)\b([A-ZÀ-Þ][\w&’'-]+(?: [A-ZÀ-Þ][\w&’'-]+){0,3}) (?:has|have|had|is|are|was|were|will|did"
    r"|does)\b"
)
YOU = re.compile(r"(?i)\b(?:you|your|you['’]re|you['’]ve)\b")
ADDRESSING = cues.cued(YOU, "you")
WE = re.compile(r"(?i)\b(?:we|our|us|we['’]re|we['’]ve)\b")
OWNING = cues.cued(WE, "we|our|us")


def organization(transcript: Transcript) -> Detail | None:
    """The organisation of a call.

    Where no detail names it: whose council it is by its title, to whose call everybody is welcomed, who published its
    own press conference or speaks for whom at it. Where a call has no title either: the one name that an asker uses
    for "you" ("we know that X has launched … and you're also …") and somebody else for "we" ("the one that X has
    chosen because we are …"), if there is just one.
    """
    stated = transcript.detail("organization")
    if stated:
        return stated
    found = council(transcript) or _welcomed(transcript) or _publisher(transcript) or _spoken_for(transcript)
    return found if found or transcript.detail("title") else _of_both_sides(transcript)


# "COUNCIL OF THE CITY OF ALDERBY", "Council of the Town of Marsh"
COUNCIL = re.compile(
    r"(?i)\bcouncil of the ((?:city|town|county|borough|district|village|municipality) of [\w’'. -]{2,60})"
)


def council(transcript: Transcript) -> Detail | None:
    """The city or town whose council a call's title says it is."""
    title = transcript.detail("title")
    found = COUNCIL.search(title.value) if title else None
    if title is None or found is None:
        return None
    name = " ".join(w if w == "of" else w.capitalize() for w in found[1].lower().split())
    return Detail("organization", name, "title", title.path, title.line)


# "welcome to the Halvorsen third quarter 2024 conference call", "welcome everyone to Lanhai's Q2 earnings call"
WELCOME = re.compile(
    r"(?i:\bwelcome\b[^.?!]{0,50}?\bto )(?i:the |today(?:'|’)s |our )?"
    r"(?P<name>[A-Z][\w&’'.-]*(?:,? (?:[A-Z][\w&’'.-]*|&|and|of)){0,6}?)(?:(?:'|’)s?)?,? "
    r"(?i:(?:first|second|third|fourth|q[1-4]|[1-4]q|fiscal|full|half|fy|20\d\d|quarterly|annual|year-end|earnings"
    r"|conference"
    r"|results|investor)\b[^.?!]{0,80}?\b(?:call|conference|webcast|update|results))"
)
WELCOMING = cues.cued(WELCOME, "welcome")
WELCOMES = 3
"""Utterances within which a call says what it is."""


def kind(transcript: Transcript) -> str:
    """The kind of a call: what its details say, else what its title tells, else `call`."""
    return transcript.value("kind") or ("council_meeting" if council(transcript) else "call")


def _welcomed(transcript: Transcript) -> Detail | None:
    """The organisation whose quarter, results or call the first speakers welcome everybody to."""
    for utterance in transcript.utterances[:WELCOMES]:
        for paragraph in utterance.paragraphs:
            found = WELCOMING.search(paragraph.text)
            if found and not found["name"].casefold().startswith(("this ", "these ")):
                name = found["name"].removesuffix("’s").removesuffix("'s")
                return Detail("organization", name, "welcome", transcript.source.path, paragraph.line)
    return None


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
NAMING = cues.cued(NAMED, "the ")

# "On behalf of my colleagues at the Federal Reserve", "here at the Harbour Board"
SPOKEN_FOR = re.compile(
    r"(?i:\b(?:my colleagues (?:and I )?at|here at"
    r"|all of us at) )(?i:the )?(?P<name>[A-Z][\w&’'-]+(?: (?:of )?[A-Z][\w&’'-]+){0,4})"
)


def _spoken_for(transcript: Transcript) -> Detail | None:
    """The body in whose name somebody opens a press conference."""
    if transcript.value("kind") not in kinds.PRESS or not transcript.utterances:
        return None
    for paragraph in transcript.utterances[0].paragraphs:
        found = SPOKEN_FOR.search(paragraph.text)
        if found:
            return Detail("organization", found["name"], "words", transcript.source.path, paragraph.line)
    return None


HOST = re.compile(r"https?://(?:www\.)?([^/:?#]+)")


def _publisher(transcript: Transcript) -> Detail | None:
    """The body that published its own press conference: its address holds its name, and it is spoken of."""
    source = transcript.detail("source_url")
    host = HOST.match(source.value) if source else None
    if source is None or host is None or transcript.value("kind") not in kinds.PRESS:
        return None
    bare = re.sub(r"[^a-z]", "", host[1].casefold())
    texts = (p.text for u in transcript.utterances for p in u.paragraphs)
    named = Counter(form for text in texts for match in NAMING.finditer(text) for form in _forms(match[1]))
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
                you, we = bool(ADDRESSING.search(sentence)), bool(OWNING.search(sentence))
                if you or we:
                    for match in SUBJECT.finditer(sentence):
                        yield utterance.label or "", match[1], you, we, paragraph.line
