"""Opens HTML: visible words become lines, one a block. Must not know layouts of dialogue.

Scripts, styles, comments and what a page hides are no words of the body and are dropped; navigation, forms and footers
are visible and set aside. Every start tag is given its line in the source before parsing, so lines stay true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator import problems
from generator.model import Document
from generator.problems import Problem
from generator.readers import attendance, decode, pagedhtml, setapart, tables
from generator.readers.htmlblocks import Collector
from generator.readers.opened import Opened
from generator.readers.text import Text

DEEPEST = 500
"""Levels of nesting; the parser's time grows with their square."""
# "<p class=x", "</div": where an element begins or ends
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})(?=[\s/>])")
# ".ft3{font: bold 12px 'Helvetica';line-height: 14px;}"
_RULE = re.compile(r"\.([A-Za-z_][\w-]{0,60})\s{0,4}\{([^{}]{0,400})\}")
# "font: bold 12px", "font-weight:700"
_BOLD = re.compile(r"font(?:-weight)?\s{0,4}:[^;]{0,60}?\b(?:bold|[6-9]00)\b")
_NEST = frozenset(
    "div span b i u em strong font a table blockquote section article main ul ol dl center small big code tt s cite q"
    " header footer nav aside form fieldset figure details pre sub sup label button select object svg math".split()
)
"""Elements that only an end tag ends."""
# `<meta charset="windows-1252">`, `<META http-equiv=… content="text/html; charset=utf-8">`
_CHARSET = re.compile(rb"(?i)<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-z0-9_-]{2,30})")


def unfold(document: Document) -> Opened:
    """Open an HTML file."""
    path = document.source.path
    decoded, found = _decode(path, document.data)
    if decoded is None:
        return Opened(problems=found)
    if not decoded.strip():
        return Opened(problems=(*found, problems.error(path, 0, "the file is empty")))
    made = lines(path, decoded)
    return Opened(made, problems=found) if isinstance(made, Text) else Opened(problems=(*found, made))


def lines(path: str, source: str, counted: bool = True) -> Text | Problem:
    """Turn HTML into the text that readers of layouts see, or say why not; `counted` if its lines mean anything."""
    numbered, depth = _numbered(source)
    if depth > DEEPEST:
        hint = "save it as text or Markdown"
        return problems.error(path, 0, f"the file nests its elements {depth} deep, and nobody reads that", hint)
    collector = Collector(counted, _heavy(source))
    for step in _walk(LexborHTMLParser(numbered).root):
        collector.take(*step)
    made, furniture = collector.finish()
    made, known, listed = attendance.gather(made)
    made, heads = pagedhtml.strip(made)
    cut = tuple(setapart.labelled(list(tables.rows(made))))
    if not cut:
        return problems.error(path, 0, "the page shows no words")
    return Text(path, cut, known=known, furniture=(*furniture, *listed, *heads))


def _heavy(source: str) -> frozenset[str]:
    """Give the classes that the page's own styles print in bold."""
    return frozenset(rule[1].casefold() for rule in _RULE.finditer(source) if _BOLD.search(rule[2]))


def _decode(path: str, data: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """Decode by mark, UTF-8, then by what the page says of itself, then by a guess."""
    said = _CHARSET.search(data[:4096])
    name = said[1].decode("ascii").casefold() if said else ""
    if name and name not in {"utf-8", "utf8"} and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            try:
                codec = "cp1252" if name in {"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"} else name
                return data.decode(codec).replace("\r\n", "\n").replace("\0", ""), ()
            except (UnicodeDecodeError, LookupError):
                pass
    return decode.decode(path, data)


def _numbered(source: str) -> tuple[str, int]:
    """Write the line of every start tag into it, and count how deep elements nest."""
    made: list[str] = []
    at, line, depth, deepest = 0, 1, 0, 0
    for tag in _TAG.finditer(source):
        line += source.count("\n", at, tag.start())
        made.append(source[at : tag.end()])
        made.append("" if tag[1] else f" data-l={line}")
        if tag[2].casefold() in _NEST:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            deepest = max(deepest, depth)
        line += source.count("\n", tag.start(), tag.end())
        at = tag.end()
    return "".join((*made, source[at:])), deepest


def _walk(root: LexborNode | None) -> Iterator[tuple[str, LexborNode]]:
    """Visit every node without recursion: ("open", node), ("text", node), ("close", node)."""
    node, last = root, root.mem_id if root else 0  # comparing nodes would compare all their words
    while node is not None:
        if node.tag == "-text":
            yield "text", node
        else:
            yield "open", node
            if node.child is not None:
                node = node.child
                continue
            yield "close", node
        while node.next is None:
            node = node.parent
            if node is None or node.mem_id == last:
                return
            yield "close", node
        node = node.next
