"""Joins printed lines into paragraphs, by what their places say. Must not know formats or layouts of dialogue.

A paragraph ends where a line leaves room for the next word, where the distance grows, where a line stands further in
or out than others, and before a label met often. One that a page cuts in two stays one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.readers import hyphens, labels, names
from generator.readers.printed import Printed
from generator.readers.text import Line

INDENT = 8.0
"""Points by which a line stands in or out on purpose."""
LOOSE = 1.25
"""So many times the usual distance parts paragraphs."""
OFTEN = 2
HEADING = 100
# "MR. TARUN SHAH – CHIEF FINANCIAL OFFICER": an entry of a list on a cover
_PERSON = re.compile(r"(?:MR|MS|MRS|DR|SHRI|SMT|PROF)\. ?[A-Z]{2}")
_ENDS = (".", "?", "!", ":", "…", "”", '"', ")", "]", "—", "–", ";")
_BULLETS = ("•", "·", "▪", "-", "–", "○", "\uf0b7", "\uf0a7")


@dataclass(frozen=True, slots=True)
class _Form:
    """How a file is printed."""

    right: float
    """Where full lines end."""
    step: float
    """The usual distance between lines."""
    indented: bool
    """True where paragraphs begin further in."""
    labels: frozenset[str]
    """Names that begin several lines with a colon."""


@dataclass(frozen=True, slots=True)
class _Margin:
    """Where the lines of a page begin, and how far apart they stand."""

    left: float
    step: float


def join(pages: Sequence[Sequence[Printed]]) -> list[Line]:
    """Join the lines of all pages."""
    form = _form(pages)
    known = hyphens.words(line.text for page in pages for line in page)
    runs: list[list[Printed]] = []
    for page in pages:
        margin = _margin(page, form)
        for at, line in enumerate(page):
            fresh = not runs or _begins(runs[-1][-1], line, margin, form, crossed=not at)
            runs.extend([[]] if fresh else [])
            runs[-1].append(line)
    spoken = next((n for n, run in enumerate(runs) if _label(run[0].text, form)), len(runs))
    return [_paragraph(run, known, n > spoken and not _label(run[0].text, form)) for n, run in enumerate(runs)]


def _paragraph(run: Sequence[Printed], known: hyphens.Words, may_head: bool) -> Line:
    words = hyphens.join([line.text for line in run], known)
    first = run[0]
    heads = may_head and len(run) == 1 and len(words) < HEADING and first.bold == first.text
    kind = "heading" if heads and not words.endswith((".", "?", "!", ",")) else "paragraph"
    return Line(first.number, words, first.page, first.bold, kind, 2 if kind == "heading" else 0)


def _begins(before: Printed, line: Printed, margin: _Margin, form: _Form, crossed: bool) -> bool:
    """Tell whether a paragraph begins at a line."""
    if _label(line.text, form) or _PERSON.match(line.text):
        return True
    ended = before.text.endswith(_ENDS)
    small = line.text[:1].islower()
    out = line.left < margin.left - INDENT
    within = line.left > margin.left + INDENT
    short = _room(before, line, form) and not small
    if crossed:
        return not small and (out or short or (ended and (within or not form.indented)))
    gap = before.bottom - line.top
    if gap > LOOSE * margin.step or gap < -INDENT:
        return True
    further = within and line.left > before.left + INDENT and not before.text.startswith(_BULLETS)
    return short or (out and line.left < before.left - INDENT and not small) or (further and ended and not small)


def _room(before: Printed, line: Printed, form: _Form) -> bool:
    """Tell whether the first word of a line would have stood at the end of the line before."""
    letter = (before.right - before.left) / max(1, len(before.text))
    word = line.text.split(None, 1)[0]
    return before.right + letter * (len(word) + 2) < form.right


def _form(pages: Sequence[Sequence[Printed]]) -> _Form:
    lines = [line for page in pages for line in page]
    rights = sorted(line.right for line in lines)
    right = rights[int(len(rights) * 0.9)] if rights else 0.0
    step = _usual(_steps(pages), 12.0)
    begins = Counter(name for line in lines if (name := _name(line.text)))
    often = frozenset(name for name, n in begins.items() if n >= OFTEN or names.generic(name))
    inner = sum(_inner(page, _usual((line.left for line in page), 0.0)) for page in pages)
    return _Form(right, step, inner > 0.08 * len(lines), often)


def _inner(page: Sequence[Printed], left: float) -> int:
    """Count the lines that begin further in while the next does not."""
    pairs = pairwise(page)
    return sum(left + INDENT < a.left < left + 72 and abs(b.left - left) < INDENT for a, b in pairs)


def _margin(page: Sequence[Printed], form: _Form) -> _Margin:
    enough = len(page) > 8
    return _Margin(
        _usual((line.left for line in page), 0.0), _usual(_steps([page]), form.step) if enough else form.step
    )


def _steps(pages: Iterable[Sequence[Printed]]) -> Iterator[float]:
    for page in pages:
        for a, b in pairwise(page):
            if a.bottom > b.top:
                yield a.bottom - b.top


def _usual(lengths: Iterable[float], otherwise: float) -> float:
    """Give the commonest length, to half a point."""
    counted = Counter(round(length * 2) for length in lengths)
    return min(counted, key=lambda n: (-counted[n], n)) / 2 if counted else otherwise


def _label(words: str, form: _Form) -> bool:
    name = _name(words)
    return bool(name) and name in form.labels


def _name(words: str) -> str:
    """Give the name before a colon with which a line begins."""
    if ":" not in words[: labels.FARTHEST]:
        return ""
    label = labels.cut(words)
    return label.name if label and not label.question and not names.common(label.name) else ""
