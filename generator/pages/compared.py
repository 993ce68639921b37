"""Writes the answer to a question as one of two that are compared: what one says and the other does not is marked.

Knows threads, and no kind of page. What is marked is marked by lines and for screen readers, never by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.grammar import sentences
from generator.model import Asked, Call, Span, Version
from generator.pages import entries, escape, wording
from generator.pages.escape import Safe
from generator.pages.pen import Pen

LONGEST = 1600
"""Characters of an answer that are shown; a link leads to the rest."""
MARK = '<span class="ca-{}" role="{}">{}</span>'
FRESH, GONE = ("fresh", "insertion"), ("gone", "deletion")
COURTESY = 30
"""Characters between two marked sentences that are not worth taking the mark off: "So." "Thank you for that."."""
MOSTLY = 0.9
"""Where so large a part of an answer is marked, marks tell nothing, and a sentence says so instead."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, ready to print."""

    about: Safe
    """When it was given, and where."""
    lines: tuple[Safe, ...]
    """Paragraphs, each with who says it where that changes."""
    more: Safe
    """The way to the rest, where not all is shown."""
    note: Safe
    """What marks cannot tell."""
    marked: bool = False
    """Whether anything is marked."""


def older(pen: Pen, version: Version, newer: Version) -> Answer:
    """Write an answer with what a newer one does not say any more."""
    return _answer(pen, version, newer.gone, GONE, "Nothing of this is said in the later answer.")


def newer(pen: Pen, version: Version) -> Answer:
    """Write an answer with what the one before it did not say."""
    return _answer(pen, version, version.fresh, FRESH, "Nothing of this was said in the earlier answer.")


def plain(pen: Pen, version: Version) -> Answer:
    """Write an answer that is compared with none."""
    return _answer(pen, version, (), FRESH, "")


def rule(version: Version) -> Safe:
    """Say by what two questions were found to be one."""
    if not version.parts:
        return escape.fill("matched by rule: about the same topics; named: {}", ", ".join(version.words))
    shared = f"; shared: {', '.join(version.words)}" if version.words else ""
    return escape.fill("matched by rule: {} alike{}", Safe(f"{version.score:.2f}"), shared)


def _answer(pen: Pen, version: Version, marked: Sequence[Span], how: tuple[str, str], all_of_it: str) -> Answer:
    call = pen.desk.archive.calls[version.asked.call]
    shown = list(_cut(call, version.answer))
    whole = _size(marked) >= MOSTLY * _size(version.answer) if version.answer else False
    marks = () if whole else marked
    lines = tuple(_lines(pen, call, shown, marks, how))
    return Answer(
        about(pen, version.asked), lines, _more(pen, version, shown), Safe(all_of_it if whole else ""), bool(marks)
    )


def about(pen: Pen, asked: Asked) -> Safe:
    """Write when and where a question was asked."""
    call = pen.desk.archive.calls[asked.call]
    return entries.dotted([Safe(wording.date(call.date)) if call.date else Safe(""), pen.call_short(call.id)])


def _size(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _cut(call: Call, answer: Sequence[Span]) -> Iterator[Span]:
    """Keep what may be shown: whole paragraphs, the last one up to the end of a sentence."""
    left = LONGEST
    for span in answer:
        if span.end - span.start > left:
            text = call.turn(span.turn).paragraphs[span.paragraph - 1].text
            ends = [b for _, b in sentences.spans(text) if b <= left]
            if ends or left == LONGEST:
                yield Span(span.turn, span.paragraph, 0, ends[-1] if ends else left)
            return
        left -= span.end - span.start
        yield span


def _lines(pen: Pen, call: Call, shown: Sequence[Span], marked: Sequence[Span], how: tuple[str, str]) -> Iterator[Safe]:
    before = 0
    for span in shown:
        text = call.turn(span.turn).paragraphs[span.paragraph - 1].text
        inside = [m for m in marked if (m.turn, m.paragraph) == (span.turn, span.paragraph) and m.start < span.end]
        words = _marked(text[: span.end], inside, how)
        who = pen.voice(call, call.turn(span.turn))
        yield escape.fill('<span class="ca-who">{}</span> {}', who, words) if span.turn != before else words
        before = span.turn


def _marked(text: str, marked: Sequence[Span], how: tuple[str, str]) -> Safe:
    at, pieces = 0, []
    for start, end in _runs(marked):
        words = escape.fill(MARK, Safe(how[0]), Safe(how[1]), text[start : min(end, len(text))])
        pieces += [escape.fill("{}", text[at:start]), words]
        at = end
    return escape.join("", [*pieces, escape.fill("{}", text[at:])])


def _runs(marked: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield what is marked without a break, be it for a word of courtesy in between."""
    start = end = -1
    for span in marked:
        if start >= 0 and span.start - end > COURTESY:
            yield start, end
            start = -1
        start = span.start if start < 0 else start
        end = span.end
    if start >= 0:
        yield start, end


def _more(pen: Pen, version: Version, shown: Sequence[Span]) -> Safe:
    if _size(shown) == _size(version.answer):
        return Safe("")
    last = shown[-1]
    return pen.call(version.asked.call, "the whole answer", f"t{last.turn}p{last.paragraph}")
