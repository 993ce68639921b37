"""Cleans the words of captions: markup, entities, lines that are shown twice. Must not know who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.model import Furniture
from generator.readers.cues import Cue
from generator.readers.text import Line, fold

ROLLING = 0.5
"""Where more than this share of the cues begins with what the one before ended with, captions roll."""
# "<i>", "</c>", "<c.yellow.bg_blue>", "<00:00:01.200>", "<font color=#fff>", "<lang en>"; not "<crosstalk>"
_TAG = re.compile(r"</?(?:[cibu]|ruby|rt|lang|font)(?:[. ][^<>]{0,200})?/?>|<\d{1,3}(?::\d\d){1,2}[.,]\d{1,3}>")
# "{\an8}", "{\i1}": a position or a style in SRT
_BRACES = re.compile(r"\{\\[^{}]{1,40}\}")
# "<v Mei Tan>", "<v.loud Tan, Mei (External)>"; group 1 is the voice
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,80})?(?:[ \t]+([^<>]{0,200}))?>")
_ENTITY = re.compile(r"&(?:amp|lt|gt|nbsp|quot|apos|lrm|rlm|#39|#34);")
_MEANT = {"amp": "&", "lt": "<", "gt": ">", "nbsp": " ", "quot": '"', "apos": "'", "#39": "'", "#34": '"'}


@dataclass(frozen=True, slots=True)
class Voiced:
    """Words of a cue, and the voice that a tag gives them."""

    words: str
    line: int
    voice: str | None = None


def plain(words: str) -> str:
    """Take markup off, then read entities, so that `&lt;b>` stays what it says."""
    bare = _BRACES.sub("", _TAG.sub("", words)).replace("</v>", "")
    return _ENTITY.sub(lambda found: _MEANT.get(found[0][1:-1], ""), bare)


def voices(cue: Cue) -> Iterator[Voiced]:
    """Cut a cue at its voice tags; a voice goes on over the lines of the cue until its end tag or the next voice."""
    voice: str | None = None
    for line in cue.lines:
        at = 0
        for tag in _VOICE.finditer(line.text):
            yield from _voiced(line.text[at : tag.start()], line.number, voice)
            voice, at = fold(plain(tag[1] or "")) or None, tag.end()
        yield from _voiced(line.text[at:], line.number, voice)
        voice = None if "</v>" in line.text[at:] else voice


def _voiced(words: str, line: int, voice: str | None) -> Iterator[Voiced]:
    inside, end, outside = words.partition("</v>")
    if plain(inside).strip():
        yield Voiced(plain(inside), line, voice)
    if end and plain(outside).strip():
        yield Voiced(plain(outside), line)


def tagged(cues: Sequence[Cue]) -> bool:
    """Tell whether tags name voices."""
    return any("<v" in line.text and _VOICE.search(line.text) for cue in cues for line in cue.lines)


def once(cues: Sequence[Cue]) -> tuple[tuple[Cue, ...], tuple[Furniture, ...]]:
    """Take out the lines that rolling captions show again at the beginning of the next cue."""
    cleaned = [replace(cue, lines=_full(cue.lines)) for cue in cues]
    again = sum(_repeats(before, cue) for before, cue in pairwise(cleaned))
    if len(cues) < 4 or again <= ROLLING * len(cues):
        return tuple(cues), ()
    kept: list[Cue] = []
    aside: list[Furniture] = []
    last: frozenset[str] = frozenset()
    for cue in cleaned:
        shown = [(line, _shown(line)) for line in cue.lines]
        aside.extend(Furniture("repeated line", words, line.number) for line, words in shown if words in last)
        kept.append(replace(cue, lines=tuple(line for line, words in shown if words not in last)))
        last = frozenset(words for _, words in shown)
    return tuple(kept), tuple(aside)


def _full(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if plain(line.text).strip())


def _repeats(before: Cue, cue: Cue) -> bool:
    return bool(before.lines and cue.lines) and _shown(before.lines[-1]) == _shown(cue.lines[0])


def _shown(line: Line) -> str:
    return fold(plain(line.text))
