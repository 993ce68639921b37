"""Writes small PDF and DOCX files for tests, the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDE = 0.5
"""Width of a letter, in sizes of it, near enough."""


@dataclass(frozen=True)
class Ink:
    """Words at a place of a page, in points from its left and bottom."""

    x: float
    y: float
    words: str
    bold: bool = False
    size: float = 10


def pdf(pages: Sequence[Sequence[Ink]]) -> bytes:
    """Write a PDF of pages."""
    bodies = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    for name in ("Helvetica", "Helvetica-Bold"):
        font = f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
        bodies.append(font.encode())
    kids = []
    for page in pages:
        stream = "\n".join(_drawn(ink) for ink in page).encode("cp1252")
        bodies.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        fonts = "<< /Font << /F1 3 0 R /F2 4 0 R >> >>"
        box = "/MediaBox [0 0 612 792]"
        sheet = f"<< /Type /Page /Parent 2 0 R {box} /Resources {fonts} /Contents {len(bodies)} 0 R >>"
        bodies.append(sheet.encode())
        kids.append(f"{len(bodies)} 0 R")
    bodies[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    return _file(bodies)


def _drawn(ink: Ink) -> str:
    words = ink.words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F{1 + ink.bold} {ink.size} Tf {ink.x} {ink.y} Td ({words}) Tj ET"


def _file(bodies: Sequence[bytes]) -> bytes:
    made = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(bodies) + 1, table)
    made += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, start)
    return bytes(made)


def wrap(words: str, width: float, size: float = 10) -> list[str]:
    """Break words into lines that are no wider than so many points."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) * size * WIDE > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@dataclass(frozen=True)
class Run:
    """Words of one look."""

    words: str
    bold: bool = False


Paragraph = Sequence[Run] | str
_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)


def docx(blocks: Sequence[Paragraph | list[list[str]]], head: str = "") -> bytes:
    """Write a DOCX of paragraphs (text, or runs) and tables (lists of rows), with words of a running head."""
    body = "".join(_table(b) if b and isinstance(b, list) and isinstance(b[0], list) else _p(b) for b in blocks)  # type: ignore[arg-type]
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS,
        "word/document.xml": f"<w:document {_NS}><w:body>{body}</w:body></w:document>",
    }
    if head:
        files["word/header1.xml"] = f"<w:hdr {_NS}>{_p(head)}</w:hdr>"
    return packed(files)


def packed(files: dict[str, str]) -> bytes:
    """Pack files, with the same time always."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, words in files.items():
            archive.writestr(zipfile.ZipInfo(name), words, zipfile.ZIP_STORED)
    return made.getvalue()


def _table(rows: Sequence[Sequence[str]]) -> str:
    cells = ("".join(f"<w:tc>{_p(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def _p(paragraph: Paragraph) -> str:
    runs = [Run(paragraph)] if isinstance(paragraph, str) else paragraph
    return f"<w:p>{''.join(_r(run) for run in runs)}</w:p>"


def _r(run: Run) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if run.bold else ""
    breaks = '</w:t><w:br/><w:t xml:space="preserve">'.join(escape(run.words).split("\n"))
    return f'<w:r>{look}<w:t xml:space="preserve">{breaks}</w:t></w:r>'
