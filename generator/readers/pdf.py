"""Opens PDF through pypdfium2: printed lines with their places become paragraphs. Must not know layouts of dialogue."""

from __future__ import annotations

from collections.abc import Sequence

from generator import problems
from generator.model import Document, Furniture
from generator.problems import Problem
from generator.readers import letters, linenumbers, paragraphs, running, setapart
from generator.readers.opened import Opened
from generator.readers.printed import Printed, Unreadable
from generator.readers.text import Text

_SCAN = "have its text recognised first, for example with `ocrmypdf`, and put that file here"


def unfold(document: Document) -> Opened:
    """Open a PDF file."""
    from generator.readers import pages  # PDFium takes time to load, so only for those who have such files

    path = document.source.path
    try:
        read = pages.read(document.data)
    except Unreadable as wrong:
        return Opened(problems=(problems.error(path, 0, str(wrong), wrong.hint),))
    if not any(read.lines):
        wrong_words = "the file holds no words" if not read.pictures else "the file is a scan: pictures, and no words"
        return Opened(problems=(problems.error(path, 0, wrong_words, _SCAN),))
    return Opened(_text(path, read.lines), problems=tuple(_unread(path, read.pictures)))


def _text(path: str, read: Sequence[Sequence[Printed]]) -> Text:
    """Set aside what is no words of the call, and join printed lines into paragraphs."""
    furniture: list[Furniture] = []
    kept: list[list[Printed]] = []
    heads = running.find([[line.text for line in page] for page in read])
    letter = letters.find([[line.text for line in page] for page in read])
    for number, (page, kinds) in enumerate(zip(read, heads, strict=True), 1):
        kinds = dict.fromkeys(range(len(page)), "cover letter") if number in letter else kinds
        furniture.extend(Furniture(kind, page[n].text, page[n].number) for n, kind in kinds.items())
        body, numbers = linenumbers.strip([line for n, line in enumerate(page) if n not in kinds])
        furniture.extend(numbers)
        kept.append(body)
    lines = setapart.labelled(paragraphs.join(kept))
    return Text(path, tuple(lines), furniture=tuple(sorted(furniture, key=lambda f: f.line)))


def _unread(path: str, pictures: Sequence[int]) -> list[Problem]:
    """Report pages that are pictures where others are words."""
    if not pictures:
        return []
    which = ", ".join(map(str, pictures[:10])) + (" …" if len(pictures) > 10 else "")
    return [problems.warning(path, 0, f"pages without words, only pictures: {which}", _SCAN)]
