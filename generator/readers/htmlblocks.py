"""Collects the visible words of HTML into blocks while nodes go by. Must not know layouts of dialogue."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborNode

from generator.model import Furniture

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dir div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead"
    " tr ul".split()
)
_DROPPED = frozenset("script style template noscript svg canvas audio video object iframe head textarea".split())
"""What shows no words; the fallback of a player is for those who cannot see it."""
_ASIDE = {"nav": "navigation", "footer": "page footer", "button": "form", "select": "form"}
_KINDS = {"li": "item", **{f"h{n}": "heading" for n in range(1, 7)}}
_BOLD = frozenset("b strong u cite dt".split())
_SPEAKS = frozenset("speaker name who nick author".split())
"""Parts of class names with which pages mark who speaks."""
_NOTED = frozenset("information irc bot resolution action".split())
"""Classes with which the tools of minutes mark lines that nobody said aloud."""
# "display: none", "visibility:hidden"
_HIDDEN = re.compile(r"(?i)display\s?:\s?none|visibility\s?:\s?hidden")
# "font-weight: bold", "font-weight:700"
_WEIGHT = re.compile(r"(?i)font-weight\s?:\s?(?:bold|[6-9]00)")
# "page_12": the page of a converted document
_PAGE = re.compile(r"(?i)(?:page|pg)[_-]?(\d{1,4})")
_SPACE = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in which table a block stands."""

    table: int
    row: int
    column: int
    head: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A block of visible words."""

    text: str
    number: int
    kind: str = "paragraph"
    level: int = 0
    bold: str = ""
    page: int | None = None
    tag: str = ""
    """The nearest element that is a block."""
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class _Scope:
    """What holds within an element."""

    tag: str = ""
    block: str = ""
    line: int = 1
    dropped: bool = False
    aside: str = ""
    bold: bool = False
    kind: str = "paragraph"
    level: int = 0
    page: int | None = None
    table: int = 0
    cell: Cell | None = None


class Collector:
    """A mutable notebook that lives inside one reading of a file."""

    def __init__(self, counted: bool, heavy: frozenset[str]) -> None:
        self._counted = counted
        self._heavy = heavy
        self._stack = [_Scope()]
        self._runs: list[tuple[str, bool]] = []
        self._at = self._stack[0]
        self._made: list[Made] = []
        self._furniture: list[Furniture] = []
        self._last = 0
        self._rows: dict[int, list[int]] = {}
        """Table → its row and column so far."""

    def take(self, event: str, node: LexborNode) -> None:
        """Take the beginning or end of an element, or its text."""
        if event == "text":
            self._text(node.text_content or "")
        elif event == "open":
            scope = self._open(node)
            if scope.tag in _BLOCKS:
                self._flush()
            self._stack.append(scope)
        elif self._stack.pop().tag in _BLOCKS:
            self._flush()

    def finish(self) -> tuple[list[Made], list[Furniture]]:
        """Give the blocks, and what was set aside."""
        self._flush()
        return self._made, self._furniture

    def _open(self, node: LexborNode) -> _Scope:
        tag, scope, told = node.tag or "", self._stack[-1], node.attributes
        line = told.get("data-l")
        classes = {part for name in (told.get("class") or "").casefold().split() for part in (name, *_parts(name))}
        style = told.get("style") or ""
        page = _PAGE.fullmatch(told.get("id") or "")
        hidden = "hidden" in told or bool(_HIDDEN.search(style))
        noted = "note" if classes & _NOTED and tag in _BLOCKS else ""
        return replace(
            scope,
            tag=tag,
            block=tag if tag in _BLOCKS else scope.block,
            line=int(line) if line and line.isdigit() else scope.line,
            dropped=scope.dropped or tag in _DROPPED or tag.startswith("-") or hidden,
            aside=scope.aside or _ASIDE.get(tag, "") or noted,
            bold=scope.bold or tag in _BOLD or bool(_WEIGHT.search(style)) or bool(classes & (_SPEAKS | self._heavy)),
            kind=_KINDS.get(tag, scope.kind),
            level=int(tag[1]) if _KINDS.get(tag) == "heading" else scope.level,
            page=int(page[1]) if page else scope.page,
            table=self._table(tag, scope),
            cell=self._cell(tag, scope),
        )

    def _table(self, tag: str, scope: _Scope) -> int:
        if tag != "table":
            return scope.table
        self._rows[len(self._rows) + 1] = [0, 0]
        return len(self._rows)

    def _cell(self, tag: str, scope: _Scope) -> Cell | None:
        """Count rows and columns."""
        place = self._rows.get(scope.table)
        if tag == "table":
            return None
        if place and tag == "tr":
            place[0], place[1] = place[0] + 1, 0
        elif place and tag in {"td", "th"}:
            place[1] += 1
            return Cell(scope.table, place[0], place[1], tag == "th")
        return scope.cell

    def _text(self, words: str) -> None:
        scope = self._stack[-1]
        if scope.tag == "title" and len(self._stack) < 6:
            self._aside("page title", words, scope.line)
        if scope.dropped or not words:
            return
        if not self._runs:
            self._at = scope
        if any(entry.tag == "pre" for entry in self._stack[-8:]):
            self._verbatim(words, scope)
        else:
            self._runs.append((_SPACE.sub(" ", words), scope.bold))

    def _verbatim(self, words: str, scope: _Scope) -> None:
        """Cut text whose line ends are shown."""
        first, *others = words.split("\n")
        self._runs.append((first, scope.bold))
        for line in others:
            self._flush(blank=True)
            self._at = replace(scope, line=self._at.line + 1)
            self._runs.append((line, scope.bold))

    def _flush(self, blank: bool = False) -> None:
        runs, scope = self._runs, self._at
        self._runs = []
        words = "".join(text for text, _ in runs)
        words = words.rstrip() if blank else words.strip()
        if scope.aside and words:
            self._aside("chat line" if words.startswith("<") else scope.aside, words, scope.line)
        elif words or (blank and not scope.aside):
            where = Made(words, self._number(scope.line), scope.kind, scope.level, _leading(runs), scope.page)
            self._made.append(replace(where, tag=scope.block, cell=scope.cell))

    def _aside(self, kind: str, words: str, line: int) -> None:
        folded = " ".join(words.split())
        if folded:
            self._furniture.append(Furniture(kind, folded, max(line, self._last) if self._counted else self._last + 1))

    def _number(self, line: int) -> int:
        """Number a block by its line, or by itself where lines cannot tell blocks apart."""
        self._last = max(line, self._last + 1) if self._counted else self._last + 1
        return self._last


def _parts(name: str) -> list[str]:
    return name.replace("_", "-").split("-")


def _leading(runs: list[tuple[str, bool]]) -> str:
    """Give the words in bold with which a block begins."""
    words: list[str] = []
    for text, bold in runs:
        if not bold and text.strip():
            break
        words.append(text)
    return " ".join("".join(words).split())
