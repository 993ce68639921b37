"""Converts the Markdown that our own pages are written in, as Python-Markdown does with the extensions `ways.KNOWN`.

It knows a closed set of blocks and of marks within a line. Whatever else stands in a page makes the page foreign: it
is then left to Python-Markdown itself, so that a page is always right and almost always fast. Knows no MkDocs.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from markdown.extensions.toc import slugify, unique

from generator.fast import rows, signs
from generator.fast.signs import MADE, Foreign

LINK = re.compile(r"\[([^\[\]\n]*)\]\(([\w./?=&%+,;@~:#-]+)\)")  # "[words](../speakers/mei-tan.md#asked)"
STRONG = re.compile(r"\*\*(?![\s*])([^*\n]+)(?<![\s*])\*\*")  # "**words**"
BOLD = r"<strong>\1</strong>"
MARKED = re.compile(
    r"(<pre\b[^<>]*>[^<]*</pre>|</?[a-z][a-z0-9]*(?:[ \n/][^<>]*)?>"
    r"|&(?:[a-z]+|#[0-9]+|#x[0-9a-f]+);|\{(?<=[ \n]\{): ?[^{}\n]* \}(?=\n))"
)
"""What may hold the signs of `SIGNS`: preformatted text, tags, `&#38;`, and attributes at the end of a line."""
SIGNS = re.compile(r"[\\`*~_\[\]{}<&\x02\x03\t]")
LINES = re.compile(r"\n *(?:>|(?:=+|-+) *\n|\+ )")  # "> words", "---", "+ words"
"""Both: what else would mean something to Python-Markdown, were it to stand in words."""
IDS = re.compile(r' id="([^"<>]+)"')
NAMED = re.compile(r'<a [^<>]*?name="([^"<>]+)"')
BLOCK = re.compile(r"</?(?:figure|table|details|summary|div|form|pre|p|nav|section|aside|svg|ul|ol)\b")
"""How a tag begins that may be a block of its own."""


@dataclass(frozen=True, slots=True)
class Body:
    """A page, converted."""

    html: str
    toc: tuple[tuple[int, str, str], ...]
    """Level, anchor and words of each heading that may stand in a table of contents."""
    anchors: frozenset[str]
    links: tuple[str, ...]
    """Each link once, as it was written."""


@dataclass(slots=True)
class Sheet:
    """The state of one conversion."""

    permalink: str
    """HTML after each heading, `{}` for its anchor."""
    blocks: list[str]
    """What stands between empty lines, with the marks within lines converted."""
    at: int = 0
    tight: bool = False
    """Whether the block stands right below something else."""
    out: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    """Names of the containers that are open."""
    headings: list[tuple[int, int, str, str, str]] = field(default_factory=list)
    """Place in `out`, level, words, id, and attributes as they are printed."""
    taken: set[str] = field(default_factory=set)
    """Anchors of the blocks that Python-Markdown makes, besides which a heading without one gets its own."""

    def go_on(self, lines: list[str], tight: bool = True) -> None:
        """Go on to what is left of a block, or to the next."""
        if lines:
            self.blocks[self.at], self.tight = "\n".join(lines), tight
        else:
            self.at, self.tight = self.at + 1, False


def convert(text: str, addresses: Mapping[str, str], permalink: str) -> Body | None:
    """Convert the Markdown of a page, or say that it is foreign; `addresses` gives the tag that opens a link."""
    try:
        linked, links, given = _linked(text.strip("\n"), addresses)
        sheet = Sheet(permalink, linked.split("\n\n"))
        while sheet.at < len(sheet.blocks):
            _block(sheet, sheet.blocks[sheet.at].lstrip("\n"))
        if sheet.open:
            raise Foreign
        toc = tuple(_title(sheet, *each) for each in sheet.headings)
    except Foreign:
        return None
    anchors = {*sheet.taken, *given, *(each[1] for each in toc)}
    return Body("\n".join(sheet.out).rstrip("\n").replace(MADE, ""), toc, frozenset(anchors), links)


def _linked(text: str, addresses: Mapping[str, str]) -> tuple[str, tuple[str, ...], list[str]]:
    """Convert what stands within lines, look for what is foreign, and say what is linked to and which ids there are."""
    pieces = LINK.split(text)
    words, targets = pieces[1::3], pieces[2::3]
    linked = [""] * (4 * len(words) + 1)
    linked[::4], linked[2::4] = pieces[::3], words
    bare = "".join(linked)
    marks = MARKED.split(f"\n{STRONG.sub(BOLD, bare) if '**' in bare else bare}\n")
    plain, tags = "".join(marks[::2]), "".join(marks[1::2])
    if SIGNS.search(plain) or LINES.search(plain) or "  \n" in plain or "![" in text or MADE in text:
        raise Foreign
    linked[1::4], linked[3::4] = map(addresses.__getitem__, targets), ["</a>"] * len(words)
    ids = [*IDS.findall(tags), *(NAMED.findall(tags) if ' name="' in tags else ())]
    done = "".join(linked)
    return STRONG.sub(MADE + BOLD, done) if "**" in done else done, tuple(dict.fromkeys(targets)), ids


def _block(sheet: Sheet, block: str) -> None:
    first = block[:1]
    if first == "<" and BLOCK.match(block):
        _markup(sheet, block.split("\n"))
    elif first == "#":
        _heading(sheet, block.split("\n"))
    elif not first:
        sheet.at += 1
    else:
        _text(sheet, first, block)
        sheet.go_on([])


def _text(sheet: Sheet, first: str, block: str) -> None:
    if first == " ":
        raise Foreign
    if first == "|":
        sheet.out += rows.table(block.split("\n"))
    elif first in "-0123456789" and rows.ITEM.fullmatch(block.partition("\n")[0]):
        sheet.out += rows.listed(block.split("\n"))
        if rows.ITEM.match(next((each for each in sheet.blocks[sheet.at + 1 :] if each), "").lstrip("\n")):
            raise Foreign  # which would make one loose list of two
    elif "\n" in block or first == "{" or block[-1] == " ":
        sheet.out.append(_words(sheet, block.split("\n")))
    else:
        sheet.out.append(f"<p>{signs.cdata(block)}</p>")


def _markup(sheet: Sheet, lines: list[str]) -> None:
    """Take a tag that stands at the beginning of a block, unless it only begins a paragraph."""
    if opening := _opened(lines[0]):
        tag, printed, anchor = opening
        sheet.open.append(tag)
        sheet.taken.update(anchor)
        sheet.out.append(printed)
        sheet.go_on(lines[1:])
    elif closing := signs.CLOSING.fullmatch(lines[0]):
        if sheet.tight or not sheet.open or sheet.open.pop() != closing[1]:
            raise Foreign
        sheet.out.append(lines[0])
        sheet.go_on(lines[1:], tight=False)
    elif raw := signs.RAW.match(lines[0]):
        _raw(sheet, raw[1], lines)
    else:
        sheet.out.append(_words(sheet, lines))
        sheet.go_on([])


@lru_cache(maxsize=1024)
def _opened(line: str) -> tuple[str, str, tuple[str, ...]] | None:
    """Read a tag that opens a container: its name, what is printed, and its id."""
    opening = signs.OPENING.fullmatch(line)
    if not opening:
        return None
    pairs = {name: name if value is None else html.unescape(value) for name, value in signs.pairs(opening[2])}
    return opening[1], f"<{opening[1]}{signs.printed(pairs)}>", tuple(filter(None, [pairs.get("id")]))


def _raw(sheet: Sheet, tag: str, lines: list[str]) -> None:
    """Take an element that stands for itself, to its end, as it is."""
    depth, at, ends, begins = 0, 0, f"</{tag}>", re.compile(rf"<{tag}\b")
    while True:
        depth += len(begins.findall(lines[at])) - lines[at].count(ends)
        at += 1
        if depth == 0:
            break
        if at == len(lines):
            sheet.at += 1
            if sheet.at == len(sheet.blocks):
                raise Foreign
            lines += ["", *sheet.blocks[sheet.at].split("\n")]
    given = "\n".join(lines[:at])
    if not given.endswith(ends) or MADE in given:
        raise Foreign
    sheet.out.append(given if sheet.open or lines[at:] else f"{given}\n")
    sheet.go_on(lines[at:])


def _heading(sheet: Sheet, lines: list[str]) -> None:
    marks, _, words = lines[0].partition(" ")
    attributes = ""
    if words.endswith("}"):
        words, _, attributes = words.removesuffix("}").rpartition(" {:")
        if not attributes.strip():
            raise Foreign
    if marks.strip("#") or len(marks) > 6 or not words.strip():
        raise Foreign
    anchor, printed = _listed(attributes)
    sheet.headings.append((len(sheet.out), len(marks), words.strip(), anchor, printed))
    sheet.taken.update(filter(None, [anchor]))
    sheet.out.append("")
    sheet.go_on(lines[1:])


def _title(sheet: Sheet, place: int, level: int, words: str, anchor: str, printed: str) -> tuple[int, str, str]:
    """Print a heading, as soon as all anchors are known."""
    name = " ".join((signs.TAG.sub("", words).replace(MADE, "") if "<" in words else words).split())
    if not anchor:
        anchor = unique(slugify(html.unescape(name), "-"), sheet.taken)
    told, link = printed.replace("\0", anchor), sheet.permalink.replace("{}", anchor)
    sheet.out[place] = f"<h{level}{told}>{signs.cdata(words)}{link}</h{level}>"
    return level, anchor, name


@lru_cache(maxsize=4096)
def _listed(attributes: str) -> tuple[str, str]:
    """Read the attributes of a heading: its id, and how all are printed, with NUL where there is no id."""
    pairs = signs.listed(attributes)
    return pairs.get("id") or "", signs.printed({**pairs, "id": pairs.get("id") or "\0"})


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
