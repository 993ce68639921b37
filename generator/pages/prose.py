"""Writes the words of a turn with their links, marks and anchors in place. Knows no kind of page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from generator.model import Mention, MentionKind, QuestionPart, Turn
from generator.pages import escape, wording
from generator.pages.escape import Safe
from generator.pages.fragments import once
from generator.pages.pen import Pen

SENTENCE_ENDS = frozenset('.?!…"”’)]。？！')

Marking = tuple[int, int, Safe]
"""Number of a paragraph, offset in it, and what is put there."""


def write(
    pen: Pen, spoken: Turn, found: Sequence[Mention], parts: tuple[QuestionPart, ...], marks: Iterable[Marking] = ()
) -> tuple[Safe, ...]:
    """Write the paragraphs of a turn: the first mention of each thing is a link, parts of a question are marked."""
    placed = sorted([*_around(parts), *marks], key=lambda each: each[:2])
    if not found and not placed:
        return tuple(Safe(escape.fresh(each.text)) for each in spoken.paragraphs)
    links: dict[int, list[Mention]] = {}
    for mention in _first_mentions(found, spoken):
        links.setdefault(mention.paragraph, []).append(mention)
    put: dict[int, list[tuple[int, str]]] = {}
    for paragraph, offset, mark in placed:
        put.setdefault(paragraph, []).append((offset, mark.text))
    return tuple(
        _paragraph(pen, each.text, links.get(number, ()), put.get(number, []))
        for number, each in enumerate(spoken.paragraphs, start=1)
    )


def excerpt(text: str, places: Sequence[tuple[int, int]]) -> str:
    """Write the sentence around the first match in a paragraph, with every match in it marked, as markup."""
    first, last = wording.sentence(text, *places[0])
    at, pieces = first, [] if _ends(text, first) else ["…"]
    for start, end in places:
        if at <= start and end <= last:
            pieces.append(f"{escape.fresh(text[at:start])}<mark>{escape.markdown(text[start:end])}</mark>")
            at = end
    pieces.append(escape.fresh(text[at:last]))
    if last < len(text) and not _ends(text, last):
        pieces.append("…")
    return "".join(pieces)


@once
def link(pen: Pen, kind: MentionKind, target: str, text: str) -> Safe:
    """Write the words of a mention as a link to what they speak of."""
    if not _there(pen, kind, target):
        return escape.words(text)
    if kind is MentionKind.TOPIC:
        return pen.topic(target, text)
    return pen.speaker(target, text) if kind is MentionKind.SPEAKER else pen.organization_id(target, text)


@once
def _there(pen: Pen, kind: MentionKind, target: str) -> bool:
    """Tell whether the archive has what is spoken of."""
    archive = pen.desk.archive
    if kind is MentionKind.TOPIC:
        return target in archive.topics
    return target in (archive.speakers if kind is MentionKind.SPEAKER else archive.organizations)


def _ends(text: str, at: int) -> bool:
    """Tell whether a sentence ends here, so that nothing need be said of what was left out."""
    while at and text[at - 1].isspace():
        at -= 1
    return not at or text[at - 1] in SENTENCE_ENDS


def _first_mentions(mentions: Sequence[Mention], spoken: Turn) -> Iterator[Mention]:
    """Keep the first mention of each thing, none of the speaker, and none that lies in another."""
    seen, end = {(MentionKind.SPEAKER, spoken.speaker)}, (0, 0)
    for mention in mentions:
        if (mention.kind, mention.target) not in seen and (mention.paragraph, mention.start) >= end:
            seen.add((mention.kind, mention.target))
            end = (mention.paragraph, mention.end)
            yield mention


def _paragraph(pen: Pen, text: str, mentions: Sequence[Mention], marks: list[tuple[int, str]]) -> Safe:
    if not mentions and not marks:
        return Safe(escape.fresh(text))
    at = 0
    pieces: list[str] = []
    for mention in mentions:
        pieces += _words(text, at, mention.start, marks)
        at = mention.end
        pieces.append(link(pen, mention.kind, mention.target, text[mention.start : at]).text)
    return Safe("".join([*pieces, *_words(text, at, len(text) + 1, marks)]))


def _words(text: str, start: int, end: int, marks: list[tuple[int, str]]) -> list[str]:
    """Write plain words up to a place, with the anchors that fall before it; those are used up."""
    pieces = []
    while marks and marks[0][0] <= end:
        place, mark = marks.pop(0)
        pieces += [escape.fresh(text[start : max(start, place)]), mark]
        start = max(start, place)
    return [*pieces, escape.fresh(text[start:end])]


def _around(parts: tuple[QuestionPart, ...]) -> Iterator[Marking]:
    """Put an element around the words of each part, so that a link to it can show them; none reaches into the next."""
    for part, after in zip_longest(parts, parts[1:]):
        within = after is not None and after.paragraph == part.paragraph
        yield part.paragraph, part.start, escape.fill("<span>{}", _anchor(part))
        yield part.paragraph, min(part.end, after.start) if within else part.end, Safe("</span>")


def _anchor(part: QuestionPart) -> Safe:
    """Write the anchor of a part; its letter is drawn by the style sheet, for it is no word of the transcript."""
    how = escape.attribute(f"Part {letter(part)}, read by {wording.evidence(part.evidence)}")
    return escape.fill(
        '<a class="ca-part" id="{}" data-part="{}" title="{}"></a>', Safe(part_anchor(part)), letter(part), how
    )


def letter(part: QuestionPart) -> str:
    """Take the `b` of `x7b`."""
    return part.id.lstrip("x").lstrip("0123456789")


def lettered(part: QuestionPart) -> Safe:
    """Write `(b)` for the words of a link, within which a bracket begins no list."""
    return Safe(f"({letter(part)})")


def part_anchor(part: QuestionPart) -> str:
    """Make the anchor `x07b` of the id `x7b`."""
    number = part.id.removeprefix("x").removesuffix(letter(part))
    return f"x{int(number):02}{letter(part)}"
