"""Reads JSON: of speech services, and lists of who said what. Must not know files.

What a service or a list gives is written into a draft; names of parts become headings, and voices that are none
("Duration: 9 minutes") are set aside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator import problems
from generator.model import Participant
from generator.readers import joining, lists, marks, places, services, setaside, speechlists, values, voicelists
from generator.readers.builder import Builder
from generator.readers.joining import Spoken
from generator.readers.opened import Opened
from generator.readers.places import Places, Record
from generator.readers.speech import Speech
from generator.readers.text import Claim, Draft, Line, Text

NAME = "json"
HINT = "have at least a list of objects with `speaker` and `text`, or save it as text with `Name: words`"
DEEPEST = 2
MOST = 40
"""Objects that are tried for a service's outermost one."""
LONG = 150
"""Words of a single text that may be a whole transcript."""
Section = tuple[str, int, list[Spoken]]
"""Heading (empty where there is none), its line, and what is spoken."""


def looks(words: str) -> bool:
    """Tell JSON from text that begins with a bracket, such as "[Music]": it is sound, and holds objects."""
    head = words[:400].lstrip("\ufeff \t\n")
    if not (head[:1] == "{" and head[1:].lstrip()[:1] == '"') and not (
        head[:1] == "[" and head[1:].lstrip()[:1] in "{["
    ):
        return False
    try:
        return isinstance(places.parse(words), dict | list)
    except places.Unreadable:
        return False


def read(path: str, words: str) -> Opened:
    """Read decoded JSON."""
    try:
        where = Places(words)
    except places.Unreadable as wrong:
        return Opened(problems=(problems.error(path, wrong.line, str(wrong), "export it again, or as text"),))
    near = _near(where.root)
    known, people, _ = voicelists.find(near, where)
    told = Speech(near[0] if near else {}, where, known, letters=not _asks_and_answers(words))
    name, sections = _sections(near, told)
    if not any(piece.words.strip() for _, _, pieces in sections for piece in pieces):
        return _wrapped(path, near, where) or Opened(problems=(_unknown(path, where.root),))
    draft = _draft(sections, people, near, where)
    if services.by_machine(name):
        draft = replace(draft, header=(*draft.header, Line(1, "Transcript: machine")))
    said = sum(len(u.paragraphs) for u in draft.utterances)
    return Opened(draft=draft, reader=NAME, claim=Claim(len(draft.utterances), f"{name}: {said} paragraphs"))


def _near(root: Any) -> list[Record]:
    """Give the objects that may be a file's outermost one: itself, and what wraps it."""
    found: list[Record] = []
    waiting = [(root, 0)]
    while waiting and len(found) < MOST:
        value, depth = waiting.pop(0)
        if isinstance(value, Mapping):
            found.append(value)
            inner = [v for v in value.values() if isinstance(v, Mapping)]
            waiting.extend((v, depth + 1) for v in inner if depth < DEEPEST)
        elif isinstance(value, list) and len(value) < 3:
            waiting.extend((v, depth + 1) for v in values.records(value) if depth < DEEPEST)
    return found


def _asks_and_answers(words: str) -> bool:
    """Tell whether voices are called Q and A."""
    return '"Q"' in words and '"A"' in words


def _sections(near: Sequence[Record], told: Speech) -> tuple[str, list[Section]]:
    for root in near:
        if found := services.find(told, root):
            return found[0], [("", 0, found[1])]
    parts = speechlists.find(told.places.root, told)
    many = len(parts) > 1
    sections = [(_heading(part, many), part.line, list(speechlists.spoken(part, told))) for part in parts]
    return "a list of turns" if not many else f"{len(parts)} lists of turns", sections


def _heading(part: speechlists.Part, many: bool) -> str:
    return part.heading or (" ".join(part.key.replace("_", " ").split()) if many and part.key != "#" else "")


def _draft(sections: Sequence[Section], people: list[Participant], near: Sequence[Record], where: Places) -> Draft:
    builder = Builder()
    for heading, line, pieces in sections:
        if heading:
            builder.head(heading, line)
        joining.write(builder, _real(builder, pieces))
    spoken = [piece for _, _, pieces in sections for piece in pieces]
    draft = builder.draft()
    aside = sorted((*draft.furniture, *setaside.rest(where.root, spoken, where)), key=lambda furniture: furniture.line)
    header = tuple(setaside.header(near[:3], where))
    return replace(draft, furniture=tuple(aside), header=header, participants=(*people, *draft.participants))


def _real(builder: Builder, pieces: Sequence[Spoken]) -> Iterator[Spoken]:
    """Set aside voices that are no voices: a duration, the heading of a part, and all that follows a list's heading."""
    ended = False
    for piece in pieces:
        label = piece.label or ""
        ended = ended or (bool(label) and (lists.heading(label)[0] or marks.footer(label)) and not piece.words.strip())
        if ended:
            builder.aside("footer", f"{label} {piece.words}", piece.line)
        elif label and marks.section(label) and not piece.words.strip():
            builder.head(label, piece.line)
        else:
            yield piece


def _wrapped(path: str, near: Sequence[Record], where: Places) -> Opened | None:
    """Open a whole transcript that stands as one text among the details of a call."""
    for record in near:
        for _, value, line in where.entries(record):
            if isinstance(value, str) and len(value.split()) >= LONG:
                lines = tuple(Line(line, words) for words in value.splitlines())
                others = tuple(setaside.rest(where.root, [Spoken(value, line)], where))
                head = (*setaside.header(near[:3], where), Line(line, ""))
                return Opened(text=Text(path, (*head, *lines), furniture=others))
    return None


def _unknown(path: str, root: Any) -> problems.Problem:
    keys = (
        [*root] if isinstance(root, Mapping) else [*dict.fromkeys(k for row in values.records(root)[:20] for k in row)]
    )
    seen = ", ".join(f"`{key[:40]}`" for key in keys[:12]) or "no keys"
    return problems.error(path, 1, f"no list of who said what in this JSON, which has {seen}", HINT)
