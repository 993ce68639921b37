"""Turns Markdown into blocks of plain words with their lines. Must not know dialogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.model import Furniture
from generator.readers.blocks import Block, Piece
from generator.readers.text import Text

_PARSER = MarkdownIt("commonmark", {"html": False, "maxNesting": 40}).enable("table")
# Rules that would take words away from a transcript: `[laughter]: well` is no link definition, words above a ruler are
# no heading, indented words no code. Angle brackets stay words: <crosstalk>.
_PARSER.disable(["reference", "lheading", "code"])
_PARSER.normalizeLink = lambda url: url  # type: ignore[method-assign]
_KINDS = {"heading_open": "heading", "list_item_open": "item", "td_open": "table", "th_open": "table"}


def blocks(text: Text) -> tuple[tuple[Block, ...], tuple[Furniture, ...]]:
    """Cut Markdown into blocks; targets of links and images come apart."""
    first = text.lines[0].number if text.lines else 1
    tokens = _PARSER.parse("\n".join("" if line.blank else line.text for line in text.lines))
    made: list[Block] = []
    targets: list[Furniture] = []
    kinds: list[tuple[str, int]] = []
    for token in tokens:
        line = first + token.map[0] if token.map else first
        if token.type == "inline":
            kind, level = kinds[-1] if kinds else ("paragraph", 0)
            targets.extend(_targets(token.children or [], line))
            block = _inline(token, line, kind, level)
            made.extend([block] if block else [])
        elif token.type in {"code_block", "fence"}:
            made.extend(_code(token, line))
        elif token.type == "hr":
            made.append(Block((Piece(token.markup, line),), "ruler"))
        _follow(kinds, token)
    return tuple(made), tuple(targets)


def _follow(kinds: list[tuple[str, int]], token: Token) -> None:
    """Remember what kind of block is open."""
    if token.type in _KINDS:
        kinds.append((_KINDS[token.type], int(token.tag[1]) if token.type == "heading_open" else 0))
    elif token.type.replace("_close", "_open") in _KINDS:
        kinds.pop()


def _inline(token: Token, line: int, kind: str, level: int) -> Block | None:
    pieces = list(_pieces(token.children or [], line))
    return Block(tuple(pieces), kind, level, _bold(token.children or [])) if pieces else None


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
