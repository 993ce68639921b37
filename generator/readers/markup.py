"""Turns Markdown into blocks of plain words with their lines. Must not know dialogue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.model import Furniture
from generator.readers import inlines
from generator.readers.blocks import Block, Piece
from generator.readers.text import Line, Text

_PARSER = MarkdownIt("commonmark", {"html": False, "maxNesting": 40}).enable("table")
# Rules that would take words away from a transcript: `[laughter]: well` is no link definition, words above a ruler are
# no heading, indented words no code. Angle brackets stay words: <crosstalk>.
_PARSER.disable(["reference", "lheading", "code"])
# What stands within a paragraph is parsed here, and only where there may be marks: most paragraphs have none.
_PARSER.disable(["inline", "text_join"])
_PARSER.normalizeLink = lambda url: url  # type: ignore[method-assign]
# "We melt", "**Mei Tan:** We melt", "“We”", "2:02 P.M.": what begins a paragraph, or goes on with one, and is no list,
# quotation, heading, table or ruler
_WORDS = re.compile(r"(?:\*\*)?[^\W\d_]|\d+(?![\d.)])|[“”‘’\"'(\[\\…$&]")
_KINDS = {"heading_open": "heading", "list_item_open": "item", "td_open": "table", "th_open": "table"}


@dataclass(slots=True)
class _Open:
    """A heading, list entry or table cell that is open while tokens go by."""

    kind: str
    level: int = 0
    marker: str = ""
    """The number of an entry, "1986.", until words take it: it may be the first word of a sentence."""


def blocks(text: Text) -> tuple[tuple[Block, ...], tuple[Furniture, ...]]:
    """Cut Markdown into blocks; targets of links and images come apart."""
    made: list[Block] = []
    targets: list[Furniture] = []
    for lines, plain in _runs(text.lines):
        if plain:
            content = lines[0].text if len(lines) == 1 else "\n".join([line.text for line in lines])
            _content(content.strip(), lines[0].number, _Open("paragraph"), made, targets)
        else:
            _parse(lines, made, targets)
    return tuple(made), tuple(targets)


def _runs(lines: Sequence[Line]) -> Iterator[tuple[Sequence[Line], bool]]:
    """Cut out each paragraph that is one whatever stands around it: it ends all lists, and needs no parser."""
    if any("```" in line.text or "~~~" in line.text for line in lines):
        yield lines, False
        return
    begun, marked = 0, False
    for first, end, plain in _stretches(lines):
        if plain and marked:
            yield lines[begun:first], False
        if plain:
            yield lines[first:end], True
            begun = end
        marked = not plain
    if marked:
        yield lines[begun:], False


def _stretches(lines: Sequence[Line]) -> Iterator[tuple[int, int, bool]]:
    """Give the runs of lines between blank ones, and whether each of their lines begins as words do."""
    first = 0
    plain = True
    for n, line in enumerate(lines):
        if line.blank:
            if first < n:
                yield first, n, plain
            first, plain = n + 1, True
        elif plain:
            plain = _WORDS.match(line.text) is not None
    if first < len(lines):
        yield first, len(lines), plain


def _parse(lines: Sequence[Line], made: list[Block], targets: list[Furniture]) -> None:
    """Add the blocks of some lines."""
    if all(line.blank for line in lines):
        return
    first = lines[0].number
    opened: list[_Open] = []
    for token in _PARSER.parse("\n".join("" if line.blank else line.text for line in lines)):
        line = first + token.map[0] if token.map else first
        if token.type == "inline":
            _content(token.content, line, opened[-1] if opened else _Open("paragraph"), made, targets)
        elif token.type == "fence":
            made.extend(_code(token, line))
        elif token.type == "hr":
            made.append(Block((Piece(token.markup, line),), "ruler"))
        elif token.type in _KINDS:
            made.extend(_marker(opened, line))
            opened.append(_open(token))
        elif token.type.replace("_close", "_open") in _KINDS:
            made.extend(_marker(opened, made[-1].line if made else line))
            opened.pop()


def _content(content: str, line: int, around: _Open, made: list[Block], targets: list[Furniture]) -> None:
    """Add what stands within a paragraph, heading, entry or cell."""
    plain = inlines.plain(content, line)
    if plain:
        made.extend(_block(list(plain.pieces), around, around.kind, plain.bold))
        return
    children = _children(content)
    targets.extend(_targets(children, line))
    made.extend(_inline(children, line, around))


def _open(token: Token) -> _Open:
    level = int(token.tag[1]) if token.type == "heading_open" else 0
    return _Open(_KINDS[token.type], level, f"{token.info}{token.markup}" if token.info else "")


def _marker(opened: Sequence[_Open], line: int) -> Iterator[Block]:
    """Give the number of an entry that no words took."""
    if opened and opened[-1].marker:
        yield Block((Piece(opened[-1].marker, line),))
        opened[-1].marker = ""


def _children(content: str) -> list[Token]:
    """Parse what stands within a paragraph, heading, entry or cell."""
    children: list[Token] = []
    _PARSER.inline.parse(content, _PARSER, {}, children)
    return children


def _inline(children: Sequence[Token], line: int, around: _Open) -> Iterator[Block]:
    pictures = all(child.type in {"image", "softbreak", "hardbreak"} or not child.content.strip() for child in children)
    kind = "image" if pictures and any(child.type == "image" for child in children) else around.kind
    yield from _block(list(_pieces(children, line)), around, kind, _bold(children))


def _block(pieces: list[Piece], around: _Open, kind: str, bold: str) -> Iterator[Block]:
    if around.marker and pieces:
        pieces[0] = replace(pieces[0], text=f"{around.marker} {pieces[0].text}")
        around.marker = ""
    if pieces:
        yield Block(tuple(pieces), kind, around.level, bold)


def _pieces(children: Sequence[Token], line: int) -> Iterator[Piece]:
    words: list[str] = []
    at, fresh = line, False
    for child in children:
        if child.type in {"softbreak", "hardbreak"}:
            if words and not (joined := "".join(words)).isspace():
                yield Piece(joined, at, fresh)
            words, at, fresh = [], at + 1, child.type == "hardbreak"
        else:
            words.append(_words(child))
    if words and not (joined := "".join(words)).isspace() and joined:
        yield Piece(joined, at, fresh)


def _words(token: Token) -> str:
    if token.type == "image":
        return "".join(_words(child) for child in token.children or [])
    return token.content


def _bold(children: Sequence[Token]) -> str:
    """Give the words in bold with which a paragraph begins."""
    depth, words = 0, []
    for child in children:
        depth += (child.type == "strong_open") - (child.type == "strong_close")
        if depth:
            words.append(child.content)
        elif words or _words(child).strip():
            break
    return "".join(words)


def _targets(children: Sequence[Token], line: int) -> Iterator[Furniture]:
    for child in children:
        line += child.type in {"softbreak", "hardbreak"}
        target = child.attrGet("href") or child.attrGet("src")
        title = child.attrGet("title")
        if target and child.markup not in {"autolink", "linkify"}:
            kind = "image" if child.type == "image" else "link"
            yield Furniture(kind, f"{target} {title}" if title else str(target), line)


def _code(token: Token, line: int) -> Iterator[Block]:
    fenced = token.type == "fence"
    if fenced and token.info.strip():
        yield Block((Piece(token.info.strip(), line),), "comment")
    for n, words in enumerate(token.content.split("\n"), line + fenced):
        if words.strip():
            yield Block((Piece(words, n),), "code")
