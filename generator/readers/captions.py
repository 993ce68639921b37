"""Reads captions (WebVTT, SRT, SBV) as Zoom, Teams, Webex, YouTube and transcribers write them. Must not know files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator import problems
from generator.problems import Problem
from generator.readers import cuelabels, cues, cuetext, displaynames, joining
from generator.readers.builder import Builder
from generator.readers.cues import Cue
from generator.readers.joining import Spoken
from generator.readers.opened import Opened
from generator.readers.text import Claim, fold

NAME = "captions"
HINT = "write times as 00:01:02.500 --> 00:01:05.000"
TOLD = 5
"""So many damaged cues are told one by one."""
# `12 "Mei Tan" (3389752064)`: the identifier of a cue in Webex' captions
_WEBEX = re.compile(r'\d{1,9} "([^"]{1,100})"(?: \(\d{1,20}\))?')
# "[Action] Mei leaves", "[MUSIC]", "(applause)": what is seen or heard, in captions that name every voice
_SCENE = re.compile(r"[\[(][^\[\]()]{1,60}[\])]")
_CHANGE = re.compile(r"\s*(?:>>+|[-–](?=\s?[A-Z“\"¿¡]))\s*")

looks = cues.looks


def read(path: str, text: str) -> Opened:
    """Read decoded captions."""
    found = cues.cut(text)
    kept, repeated = cuetext.once(found.cues)
    if not any(cue.lines and cue.sound for cue in kept):
        return Opened(problems=(problems.error(path, 0, "no caption with times and words was found", HINT),))
    builder = Builder()
    reason = _write(builder, kept)
    draft = builder.draft()
    aside = sorted((*draft.furniture, *found.furniture, *repeated), key=lambda furniture: furniture.line)
    draft = replace(draft, furniture=tuple(aside), header=found.header)
    count = sum(cue.sound for cue in kept)
    claim = Claim(len(draft.utterances), f"{count} captions with times, {reason}")
    return Opened(draft=draft, reader=NAME, claim=claim, problems=tuple(_damaged(path, kept)))


def _write(builder: Builder, kept: Sequence[Cue]) -> str:
    """Write the words of the captions, and say how they name who speaks."""
    if cuetext.tagged(kept):
        joining.write(builder, (piece for cue in kept for piece in _tagged(builder, cue)))
        return "voices in tags"
    quoted = [_WEBEX.fullmatch(cue.identifier[:200]) for cue in kept]
    if sum(map(bool, quoted)) * 2 > len(kept):
        named = ((cue, found[1] if found else None) for cue, found in zip(kept, quoted, strict=True))
        joining.write(builder, (_piece(cue, fold(_words(cue)), name, _first(cue)) for cue, name in named))
        return "names in the identifiers"
    plain = [[cuetext.plain(line.text) for line in cue.lines] for cue in kept]
    known = cuelabels.find(plain)
    joining.write(builder, _labelled(builder, kept, known))
    return "names before the words" if known.accepted else "no names"


def _tagged(builder: Builder, cue: Cue) -> Iterator[Spoken]:
    for voiced in cuetext.voices(cue):
        if voiced.voice is None and _SCENE.match(voiced.words.strip()):
            builder.aside("scene", voiced.words, voiced.line)
        else:
            yield _piece(cue, voiced.words, voiced.voice, voiced.line)


def _labelled(builder: Builder, kept: Sequence[Cue], known: cuelabels.Names) -> Iterator[Spoken]:
    """Give each line to the name before it, or to the name that still holds."""
    name: str | None = None
    for cue in kept:
        name = None if known.each or not cue.sound else name
        if not cue.sound:
            yield from (_piece(cue, cuetext.plain(line.text), None, line.number) for line in cue.lines)
        elif known.each and _SCENE.fullmatch(_words(cue).strip()):
            builder.aside("scene", _words(cue), cue.lines[0].number)
        else:
            for line in cue.lines:
                name, words, fresh = _begun(cuetext.plain(line.text), name, known)
                yield _piece(cue, words, name, line.number, fresh)


def _begun(words: str, name: str | None, known: cuelabels.Names) -> tuple[str | None, str, bool]:
    """Give the name that holds from a line on, its words, and whether another voice begins with it."""
    change = _CHANGE.match(words)
    found = cuelabels.cut(words)
    if found and found[0] in known.accepted:
        return found[0], found[1], bool(change)
    if change:
        return None, words[change.end() :] if ">" in change[0] else words, True
    return name, words, False


def _piece(cue: Cue, words: str, name: str | None, line: int, fresh: bool = False) -> Spoken:
    label, tells = displaynames.split(name, line) if name and cue.sound else (None, None)
    return Spoken(words, line, label, cue.start, cue.end, tells, fresh or not cue.sound)


def _first(cue: Cue) -> int:
    return cue.lines[0].number if cue.lines else cue.line


def _words(cue: Cue) -> str:
    return " ".join(cuetext.plain(line.text) for line in cue.lines)


def _damaged(path: str, kept: Sequence[Cue]) -> Iterator[Problem]:
    """Tell the cues whose times cannot be read; their words are kept and given to nobody."""
    broken = [cue for cue in kept if not cue.sound]
    for cue in broken[:TOLD]:
        yield problems.warning(path, cue.line, "a caption without readable times; its words are kept for nobody", HINT)
    if len(broken) > TOLD:
        more = len(broken) - TOLD
        yield problems.warning(path, broken[TOLD].line, f"{more} more captions without readable times", HINT)
