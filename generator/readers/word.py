"""Opens DOCX through mammoth: its HTML becomes lines. Must not know layouts of dialogue.

A paragraph's line is its place in the document. Words of running heads and footers are set aside.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from xml.parsers.expat import ExpatError
from xml.sax import SAXException

from generator import problems
from generator.model import Document, Furniture
from generator.problems import Problem
from generator.readers import hypertext
from generator.readers.opened import Opened
from generator.readers.text import Text

LARGEST = 40_000_000
"""Bytes of XML that a document may unpack to: a hundred times the longest call."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How old Word files begin, and new ones that are encrypted."""
# "word/header2.xml", "word/footer1.xml"
_RUNNING = re.compile(r"word/(?:header|footer)\d{0,4}\.xml")
# "<w:t xml:space="preserve">Company call</w:t>", "</w:p>"
_WORDS = re.compile(rb"<w:t(?:\s[^<>]{0,80})?>([^<>]*)</w:t>|(</w:p>)")
_HINT = "open it in the program that wrote it and save it as DOCX without a password"


def unfold(document: Document) -> Opened:
    """Open a DOCX file."""
    path = document.source.path
    try:
        made = _open(path, document.data)
    except (zipfile.BadZipFile, KeyError, ValueError, ExpatError, SAXException, OSError, EOFError, IndexError):
        made = problems.error(path, 0, "the file is damaged: it is no Word document that can be unpacked", _HINT)
    except (RuntimeError, NotImplementedError, AttributeError):
        made = problems.error(path, 0, "the file is encrypted or built in a way that cannot be read", _HINT)
    return Opened(made) if isinstance(made, Text) else Opened(problems=(made,))


def _open(path: str, data: bytes) -> Text | Problem:
    if data.startswith(_OLE):
        wrong = "the file is protected by a password, or of an old version of Word"
        return problems.error(path, 0, wrong, _HINT)
    if not data:
        return problems.error(path, 0, "the file is empty")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(entry.file_size for entry in archive.infolist() if entry.filename.endswith((".xml", ".rels")))
        if size > LARGEST:
            return problems.error(
                path, 0, f"the file unpacks to {size // 1_000_000} MB of text, which is no transcript"
            )
        heads = tuple(_heads(archive))
    made = hypertext.lines(path, _html(data), counted=False)
    return replace(made, furniture=(*heads, *made.furniture)) if isinstance(made, Text) else made


def _html(data: bytes) -> str:
    import mammoth  # takes a tenth of a second, so only for those who have such files

    def nothing(_image: object) -> list[object]:
        return []

    return str(mammoth.convert_to_html(io.BytesIO(data), convert_image=nothing).value)


def _heads(archive: zipfile.ZipFile) -> Iterator[Furniture]:
    """Give the words of running heads and footers."""
    for name in sorted(archive.namelist()):
        if _RUNNING.fullmatch(name):
            marks = _WORDS.finditer(archive.read(name))
            words = b"".join(mark[1] if mark[1] is not None else b" " for mark in marks).decode("utf-8", "replace")
            if words.strip():
                yield Furniture("running head", " ".join(html.unescape(words).split()), 0)
