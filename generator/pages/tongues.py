"""Writes in which language and direction words stand, and which of them are a translation. Knows no kind of page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.grammar import languages
from generator.model import Call, Turn
from generator.pages import escape
from generator.pages.escape import Safe

PAGE = "en"
"""The language of everything that we write ourselves; words in it need no mark."""
ORIGINAL, TRANSLATED, RUN = "ca-original", "ca-translated", "ca-run"
NONE = Safe("")


def paragraph(call: Call, turn: Turn, number: int) -> Safe:
    """Write the attributes of a paragraph, if it needs any: language, direction, side of a pair."""
    text = turn.paragraphs[number - 1].text
    told = [f".{side}" for side in _sides(call, turn, number)]
    language = languages.language(text, call.language)
    if language and language.partition("-")[0].lower() != PAGE:
        told.append(f'lang="{escape.attribute(language)}"')
    if direction := _direction(text):
        told.append(f'dir="{direction}"')
    return Safe(f"\n{{: {' '.join(told)} }}") if told else NONE


def turn(call: Call, spoken: Turn) -> str:
    """Name the side of a pair that a whole turn is, because the interpreter says it again."""
    for pair in call.translations:
        if pair.original.turn != pair.translated.turn:
            if spoken.number == pair.original.turn:
                return f" {ORIGINAL}"
            if spoken.number == pair.translated.turn:
                return f" {TRANSLATED}"
    return ""


def direction(text: object) -> Safe:
    """Write the attribute of a heading that begins from right to left."""
    return Safe(' dir="rtl"') if languages.rightward(str(text)) else NONE


def isolated(text: object) -> Safe:
    """Write a name so that its direction does not turn what stands around it; markup of ours is as it is."""
    if not isinstance(text, str):
        return text if isinstance(text, Safe) else escape.fill("{}", text)
    written = escape.words(text)
    return written if text.isascii() or not languages.holds_rightward(text) else Safe(f"<bdi>{written}</bdi>")


def _sides(call: Call, turn: Turn, number: int) -> Iterator[str]:
    """Name the side of a pair inside a turn that a paragraph is, and whether one side is a run of several."""
    for pair in call.translations:
        if pair.original.turn == turn.number == pair.translated.turn:
            sides = ((pair.original, ORIGINAL), (pair.translated, TRANSLATED))
            for side, name in sides:
                if side.first <= number <= side.last:
                    yield name
                    if any(each.first < each.last for each, _ in sides):
                        yield RUN


def _direction(text: str) -> str:
    """Say `rtl`, or `auto` where words of both directions stand in a paragraph that begins from left to right."""
    if languages.rightward(text):
        return "rtl"
    return "auto" if languages.holds_rightward(text) else ""
