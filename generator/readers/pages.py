"""Reads the printed lines of a PDF through PDFium. The only module that knows PDFium; must not know transcripts."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium

from generator.readers.printed import Printed, Unreadable

MOST = 5_000
"""Pages that a call may have; a day of hearings has four hundred."""
SAME = 2.0
"""Points by which bases of letters of one line may differ."""
LABEL = 80
"""Characters of the longest label beside words."""
_HEAVY = ("bold", "black", "heavy", "demi")
_SLANTED = ("italic", "oblique")


@dataclass(frozen=True, slots=True)
class Pages:
    """The lines of a file, page by page, and which pages are pictures without words."""

    lines: tuple[tuple[Printed, ...], ...]
    pictures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Raw:
    """A line, and the letters whose fonts tell whether it begins in bold."""

    line: Printed
    first: str
    last: str
    split: int
    """How many characters are in the font of the first; 0 where all are."""


def read(data: bytes) -> Pages:
    """Read every page; `Unreadable` says why not."""
    if not data:
        raise Unreadable("the file is empty")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as wrong:
        raise _reason(str(wrong)) from wrong
    try:
        if len(document) > MOST:
            raise Unreadable(f"the file has {len(document)} pages, and no call has more than {MOST}")
        return _pages(document)
    except pypdfium2.PdfiumError as wrong:
        raise _reason(str(wrong)) from wrong
    finally:
        document.close()


def _reason(words: str) -> Unreadable:
    if "password" in words.casefold() or "security" in words.casefold():
        return Unreadable("the file is protected by a password", "save a copy without one")
    return Unreadable("the file is damaged: it is no PDF that can be opened", "get it anew, or print it to a new PDF")


def _pages(document: pypdfium2.PdfDocument) -> Pages:
    raw: list[list[_Raw]] = []
    pictures: list[int] = []
    number = 1
    for at in range(len(document)):
        page = document[at]
        words = page.get_textpage()
        lines = _lines(words, at + 1, number)
        number += len(lines) or 1
        if not lines and _pictured(page):
            pictures.append(at + 1)
        raw.append(lines)
        words.close()
        page.close()
    body = Counter(line.last for page in raw for line in page).most_common(1)
    return Pages(tuple(_marked(page, body[0][0] if body else "") for page in raw), tuple(pictures))


def _pictured(page: pypdfium2.PdfPage) -> bool:
    return any(thing.type == pdfium.FPDF_PAGEOBJ_IMAGE for thing in page.get_objects(max_depth=2))


def _lines(words: pypdfium2.PdfTextPage, page: int, number: int) -> list[_Raw]:
    made: list[_Raw] = []
    at = 0
    for text in words.get_text_range().split("\r\n"):
        shown = text.strip()
        if shown:
            start = at + len(text) - len(text.lstrip())
            made.append(_line(words, shown, start, page, number + len(made)))
        at += len(text) + 2
    return made


def _line(words: pypdfium2.PdfTextPage, text: str, start: int, page: int, number: int) -> _Raw:
    places = [pdfium.FPDFText_GetCharIndexFromTextIndex(words, start + n) for n in (0, len(text) - 1)]
    left, top = _corner(words, places[0])[:2]
    _, bottom, right = _corner(words, places[1])
    size = float(pdfium.FPDFText_GetFontSize(words, places[0]))
    first, last = (_font(words, place) for place in places)
    split = _split(words, start, len(text), first) if first != last else 0
    return _Raw(Printed(text, number, page, left, right, top, bottom, size), first, last, split)


def _corner(words: pypdfium2.PdfTextPage, place: int) -> tuple[float, float, float]:
    """Give where a letter begins, its base, and where its ink ends."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(words, place, left, right, bottom, top)
    x, y = ctypes.c_double(left.value), ctypes.c_double(bottom.value)
    pdfium.FPDFText_GetCharOrigin(words, place, x, y)
    return x.value, y.value, right.value


def _font(words: pypdfium2.PdfTextPage, place: int) -> str:
    name, flags = ctypes.create_string_buffer(120), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(words, place, name, len(name), flags)
    return name.value.decode("utf-8", "replace")


def _split(words: pypdfium2.PdfTextPage, start: int, length: int, font: str) -> int:
    """Find, by halving, where the font of a line's first letter ends."""
    low, high = 0, length - 1
    while high - low > 1:
        middle = (low + high) // 2
        same = _font(words, pdfium.FPDFText_GetCharIndexFromTextIndex(words, start + middle)) == font
        low, high = (middle, high) if same else (low, middle)
    return high


def _marked(page: Sequence[_Raw], body: str) -> tuple[Printed, ...]:
    """Say of each line with which words in bold it begins, and put labels before the words beside them."""
    made: list[Printed] = []
    for raw in page:
        heavy = raw.first != body and not any(mark in raw.first.casefold() for mark in _SLANTED)
        heavy = heavy or any(mark in raw.first.casefold() for mark in _HEAVY)
        made.append(replace(raw.line, bold=raw.line.text[: raw.split or None].strip()) if heavy else raw.line)
    return _beside(made)


def _beside(page: Sequence[Printed]) -> tuple[Printed, ...]:
    """Join a label that is a line of its own to the words on the same base, wherever in the file these come."""
    ahead = [line for line in page if line.text.endswith(":") and len(line.text) < LABEL and line.left < line.right]
    labels = {round(line.top): line for line in ahead}
    joined: set[int] = set()
    made: list[Printed] = []
    for line in page:
        label = next((found for n in (0, -1, 1) if (found := labels.get(round(line.top) + n))), None)
        if label and label.number not in joined and label.right < line.left and abs(label.top - line.top) < SAME:
            joined.add(label.number)
            line = replace(line, text=f"{label.text} {line.text}", left=label.left, bold=label.bold)
        made.append(line)
    return tuple(line for line in made if line.number not in joined)
