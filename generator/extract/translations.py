"""Finds words that a call holds in two languages, and its main language. Must not know who asks or answers.

A paragraph in one script may be followed by the same in another, in one turn or said by an interpreter; marks such as
"[Translated]" say so too. What is said stays where it is said. On doubt nothing is paired.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.extract.context import Context
from generator.grammar import languages
from generator.model import Call, Evidence, Paragraph, Passages, Role, Translation, Turn

# "[Interpreted] Thank you all.", "(via interpreter) ", "(Translated from Chinese): ", "[Translation]"
MARK = re.compile(
    r"(?i)\s*[\[(](?:(?:speaking )?(?:via|through|by) (?:an? |the |his |her )?(?:interpreter|translator)"
    r"|interpreted|interpretation|translated|translation)(?: from [a-z]{3,20})?:?[\])]"
)
SAMPLE = 6000
"""Characters from which the language of a call is read."""
UNKNOWN = ""
"""The key of words in no script, or in two at once."""
LEAST, GREATEST = 0.3, 3.3
"""Words and their translation are about as long, in letters of an alphabet; so much shorter or longer is doubtful."""
SHORT = 25.0
"""Letters up to which length tells nothing: "谢谢。" and "Thank you very much."."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring paragraphs of a turn in one language."""

    first: int
    """From 1."""
    paragraphs: tuple[Paragraph, ...]
    key: str
    """Its script, or its language where that is Latin and has to be told from another such."""
    mark: str
    """The words that say it is a translation; empty where none do."""


def extract(call: Call, context: Context) -> Call:
    """Tell the main language of a call, and pair what it holds in two."""
    main = call.detail("language") or _main(call)
    interpreted = any(seen.role is Role.INTERPRETER for seen in call.appearances)
    if not interpreted and not any(_foreign(turn) for turn in call.turns):
        return replace(call, language=main)
    inside = [pair for turn in call.turns for pair in _within(turn)]
    paired = {pair.original.turn for pair in inside}
    across = [pair for pair in _across(call) if not {pair.original.turn, pair.translated.turn} & paired]
    found = sorted((*inside, *across), key=lambda pair: (pair.original.turn, pair.original.first))
    return replace(call, language=main, translations=tuple(found))


def _main(call: Call) -> str | None:
    """Read the language of most of the words."""
    said = (p.text for turn in call.turns if not turn.procedural for p in turn.paragraphs)
    kept: list[str] = []
    length = 0
    for text in said:
        kept.append(text[:SAMPLE])
        length += len(text)
        if length > SAMPLE:
            break
    return languages.language(" ".join(kept)[:SAMPLE])


def _foreign(turn: Turn) -> bool:
    """Whether a turn may hold a second language: other letters than Latin ones, or a mark."""
    return any(not languages.latin(p.text) or _mark(p.text) for p in turn.paragraphs)


def _mark(text: str) -> str:
    found = MARK.match(text[:80]) if text[:1] in "[(" else None
    return found[0].strip() if found else ""


def _within(turn: Turn) -> Iterator[Translation]:
    """Pair the runs of a turn: those that marks name, else all of them where two scripts take turns."""
    runs = _runs(turn)
    keys = {run.key for run in runs}
    if len(keys) != 2 or UNKNOWN in keys:
        return
    if any(run.mark for run in runs):
        both = [(one, other) for one, other in pairwise(runs) if other.mark and not one.mark]
        kept = [pair for pair in both if _as_long(*pair)]
    else:
        both = list(zip(runs[::2], runs[1::2], strict=False))
        kept = both if len(runs) % 2 == 0 and all(_as_long(*pair) for pair in both) else []
    for original, translated in kept:
        yield from _pairs(turn, original, turn, translated, _rule(translated))


def _across(call: Call) -> Iterator[Translation]:
    """Pair a turn with that of the interpreter who speaks next."""
    headed = {heading.before for heading in call.headings}
    last = 0
    for turn, following in pairwise(call.turns):
        apart = turn.section is not following.section or turn.number in headed or turn.number == last
        if apart or _interprets(call, turn) or not _interprets(call, following):
            continue
        original, translated = _runs(turn, True), _runs(following, True)
        alone = len(original) == len(translated) == 1 and UNKNOWN != original[0].key != translated[0].key != UNKNOWN
        if alone and _as_long(original[0], translated[0]):
            yield from _pairs(turn, original[0], following, translated[0], "translation: the interpreter speaks")
            last = following.number


def _interprets(call: Call, turn: Turn) -> bool:
    return turn.voice is not None and call.appearances[turn.voice].role is Role.INTERPRETER


def _runs(turn: Turn, interpreted: bool = False) -> list[Run]:
    """Cut a turn wherever its script changes, or a mark says that a translation begins.

    Where a mark or an interpreter says that there are two languages, those of Latin letters are told apart too.
    """
    marks = [_mark(p.text) for p in turn.paragraphs]
    runs: list[Run] = []
    for number, (paragraph, mark) in enumerate(zip(turn.paragraphs, marks, strict=True), start=1):
        key = _key(paragraph.text[len(mark) :], interpreted or any(marks))
        before = runs[-1] if runs else None
        if before and not mark and key in (None, before.key):
            runs[-1] = replace(before, paragraphs=(*before.paragraphs, paragraph))
        else:
            runs.append(Run(number, (paragraph,), key or UNKNOWN, mark))
    return runs


def _key(text: str, marked: bool) -> str | None:
    script = languages.script(text)
    return (languages.guess(text) or script) if script == "Latn" and marked else script


def _as_long(one: Run, other: Run) -> bool:
    """Whether one run may say what the other does, by their lengths."""
    here, there = (sum(languages.size(p.text) for p in run.paragraphs) for run in (one, other))
    return max(here, there) <= SHORT or LEAST <= (here / there if there else 0.0) <= GREATEST


def _rule(translated: Run) -> str:
    return "translation: marked" if translated.mark else "translation: follows in another script"


def _pairs(turn: Turn, original: Run, other: Turn, translated: Run, rule: str) -> Iterator[Translation]:
    """Pair paragraph by paragraph where both have as many, else as a whole."""
    evidence = Evidence(rule, translated.paragraphs[0].line, translated.mark)
    count = len(original.paragraphs)
    each = [(n, n) for n in range(count)] if count == len(translated.paragraphs) else [(0, -1)]
    for first, last in each:
        yield Translation(_passages(turn, original, first, last), _passages(other, translated, first, last), evidence)


def _passages(turn: Turn, run: Run, first: int, last: int) -> Passages:
    end = len(run.paragraphs) - 1 if last < 0 else last
    return Passages(turn.number, run.first + first, run.first + end)
