"""Converts the Markdown that our own pages are written in, as Python-Markdown does with the extensions `ways.KNOWN`.

It knows a closed set of blocks and of marks within a line. Whatever else stands in a page makes the page foreign: it
is then left to Python-Markdown itself, so that a page is always right and almost always fast. Knows no MkDocs.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from markdown.extensions.toc import slugify, unique

from generator.fast import rows, signs
from generator.fast.signs import Foreign

LINK = re.compile(r"(?<!!)\[([^\[\]\n]*)\]\(([\w./?=&%+,;@~:#-]+)\)")  # "[words](../speakers/mei-tan.md#asked)"
STRONG = re.compile(r"\*\*(?![\s*])([^*\n]+)(?<![\s*])\*\*")  # "**words**"
MARKED = re.compile(
    r"<pre\b[^<>]*>[^<]*</pre>|</?[a-z][a-z0-9]*(?:[ \n/][^<>]*)?>"
    r"|&(?:[a-z]+|#[0-9]+|#x[0-9a-f]+);|(?:^| )\{: ?[^{}\n]* \}$",
    re.MULTILINE,
)
"""What may hold the signs of `SIGNS`: preformatted text, tags, `&#38;`, and attributes at the end of a line."""
SIGNS = re.compile(r"[\\`*~_\[\]{}<&\x02\x03]|!\[|  $|^ *>|^ *(?:=+|-+) *$|^ *\+ |\t", re.MULTILINE)
"""What else would mean something to Python-Markdown, were it to stand in words."""
HEADING = re.compile(r"(#{1,6}) (.+?)(?: \{: ?([^{}]*?) ?\})?")  # "## Questions {: #questions data-search-exclude }"
NAMED = re.compile(r'<[a-z][^<>]*? id="([^"<>]+)"|<a [^<>]*?name="([^"<>]+)"')  # '<a id="t6p1" href="#t6p1">'

Address = Callable[[str], str]
"""Turns the target of a link, as written, into an address."""


@dataclass(frozen=True, slots=True)
class Body:
    """A page, converted."""

    html: str
    toc: tuple[tuple[int, str, str], ...]
    """Level, anchor and words of each heading that may stand in a table of contents."""
    anchors: frozenset[str]


@dataclass(slots=True)
class Sheet:
    """The state of one conversion."""

    permalink: str
    """HTML after each heading, `{}` for its anchor."""
    lines: list[str]
    """With the marks within them converted."""
    given: list[str]
    """As they were."""
    at: int = 0
    out: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    """Names of the containers that are open."""
    headings: list[tuple[int, int, str, dict[str, str | None]]] = field(default_factory=list)
    """Place in `out`, level, words and attributes."""
    taken: set[str] = field(default_factory=set)
    """Anchors of the blocks that Python-Markdown makes, besides which a heading without one gets its own."""
    anchors: set[str] = field(default_factory=set)


def convert(text: str, address: Address, permalink: str) -> Body | None:
    """Convert the Markdown of a page, or say that it is foreign."""
    try:
        linked = STRONG.sub(r"<strong>\1</strong>", LINK.sub(lambda found: _link(found, address), text))
        if SIGNS.search(MARKED.sub("", linked)):
            return None
        sheet = Sheet(permalink, linked.split("\n"), text.split("\n"))
        while sheet.at < len(sheet.lines):
            _block(sheet)
        if sheet.open:
            raise Foreign
        toc = tuple(_title(sheet, *each) for each in sheet.headings)
    except Foreign:
        return None
    named = {name for found in NAMED.findall(linked) for name in found if name}
    return Body("\n".join(sheet.out).rstrip("\n"), toc, frozenset(sheet.anchors | sheet.taken | named))


def _link(found: re.Match[str], address: Address) -> str:
    return f'<a href="{signs.attribute(address(found[2]))}">{found[1]}</a>'


def _block(sheet: Sheet) -> None:
    line = sheet.lines[sheet.at]
    first = line[:1]
    if not line:
        sheet.at += 1
    elif first == "<" and _markup(sheet, line):
        pass
    elif first == "#":
        _heading(sheet, line)
    elif first == "|":
        sheet.out += rows.table(_paragraph(sheet))
    elif rows.ITEM.fullmatch(line) and first != " ":
        sheet.out += rows.listed(_paragraph(sheet))
        if sheet.at + 1 < len(sheet.lines) and rows.ITEM.match(_next(sheet)):
            raise Foreign  # which would make one loose list of two
    elif first == " ":
        raise Foreign
    else:
        sheet.out.append(_words(sheet, _paragraph(sheet)))


def _next(sheet: Sheet) -> str:
    return next((line for line in sheet.lines[sheet.at :] if line), "")


def _paragraph(sheet: Sheet) -> list[str]:
    """Take all lines until the next empty one."""
    begin = sheet.at
    while sheet.at < len(sheet.lines) and sheet.lines[sheet.at]:
        sheet.at += 1
    return sheet.lines[begin : sheet.at]


def _markup(sheet: Sheet, line: str) -> bool:
    """Take a tag that stands at the beginning of a line, unless it only begins a paragraph."""
    if opening := signs.OPENING.fullmatch(line):
        sheet.open.append(opening[1])
        sheet.out.append(_opened(opening[1], opening[2], sheet.taken))
    elif closing := signs.CLOSING.fullmatch(line):
        if not sheet.open or sheet.open.pop() != closing[1]:
            raise Foreign
        if sheet.lines[sheet.at - 1] and not signs.CLOSING.fullmatch(sheet.lines[sheet.at - 1]):
            raise Foreign
        sheet.out.append(line)
    elif raw := signs.RAW.match(line):
        _raw(sheet, raw[1])
        return True
    else:
        return False
    sheet.at += 1
    return True


def _opened(tag: str, attributes: str, taken: set[str]) -> str:
    read = signs.pairs(attributes)
    pairs: dict[str, str | None] = {name: name if value is None else html.unescape(value) for name, value in read}
    taken.update(filter(None, [pairs.get("id")]))
    return f"<{tag}{signs.printed(pairs)}>"


def _raw(sheet: Sheet, tag: str) -> None:
    """Take an element that stands for itself, to its end, as it is."""
    depth, begin, ends, begins = 0, sheet.at, f"</{tag}>", re.compile(rf"<{tag}\b")
    while True:
        line = sheet.lines[sheet.at]
        depth += len(begins.findall(line)) - line.count(ends)
        sheet.at += 1
        if depth == 0:
            break
        if sheet.at == len(sheet.lines):
            raise Foreign
    if not line.endswith(ends) or sheet.lines[begin : sheet.at] != sheet.given[begin : sheet.at]:
        raise Foreign
    after = sheet.lines[sheet.at] if sheet.at < len(sheet.lines) else ""
    ended = "" if sheet.open or after or sheet.at + 1 >= len(sheet.lines) else "\n"
    sheet.out.append("\n".join(sheet.lines[begin : sheet.at]) + ended)


def _heading(sheet: Sheet, line: str) -> None:
    found = HEADING.fullmatch(line)
    if not found:
        raise Foreign
    attributes = signs.listed(found[3] or "")
    if anchor := attributes.get("id"):
        sheet.taken.add(anchor)
    sheet.headings.append((len(sheet.out), len(found[1]), found[2].strip(), attributes))
    sheet.out.append("")
    sheet.at += 1


def _title(sheet: Sheet, place: int, level: int, words: str, attributes: dict[str, str | None]) -> tuple[int, str, str]:
    """Print a heading, as soon as all anchors are known."""
    name = " ".join(signs.TAG.sub("", words).split())
    anchor = attributes.get("id") or unique(slugify(html.unescape(name), "-"), sheet.taken)
    link = sheet.permalink.replace("{}", anchor)
    sheet.out[place] = f"<h{level}{signs.printed({**attributes, 'id': anchor})}>{signs.cdata(words)}{link}</h{level}>"
    sheet.anchors.add(anchor)
    return level, anchor, name


def _words(sheet: Sheet, lines: list[str]) -> str:
    """Print a paragraph, with the attributes that its last line may hold."""
    attributes: dict[str, str | None] = {}
    if lines[-1].startswith("{:"):
        attributes = signs.listed(lines.pop()[2:-1])
        sheet.taken.update(filter(None, [attributes.get("id")]))
    if not lines or any(signs.RAW.match(line) or signs.OPENING.match(line) or line[0] in "#|{" for line in lines):
        raise Foreign
    if any(line[0] == " " or signs.CLOSING.match(line) for line in lines[1:]) or lines[-1].endswith(" "):
        raise Foreign
    return f"<p{signs.printed(attributes)}>{signs.cdata(chr(10).join(lines))}</p>"
