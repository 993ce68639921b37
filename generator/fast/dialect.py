"""Converts the Markdown that our own pages are written in, as Python-Markdown does with the extensions `ways.KNOWN`.

It knows a closed set of blocks and of marks within a line. Whatever else stands in a page makes the page foreign: it
is then left to Python-Markdown itself, so that a page is always right and almost always fast. Knows no MkDocs.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from xml.etree.ElementTree import Element

from markdown.extensions.toc import slugify, strip_tags, unique
from markdown.serializers import to_xhtml_string

from generator.fast import rows, signs
from generator.fast.addresses import Address
from generator.fast.signs import MADE, Foreign, refuse

LINK = re.compile(r"\[(?<!!\[)([^\[\]\n]*+)\]\((?!\))([\w./?=&%+,;@~:-]*+)((?:#[\w.-]++)?+)\)")
"""Words, way and anchor: "[words](../speakers/mei-tan.md#asked)"; with a sign before it, it would be an image."""
STRONG = re.compile(r"\*\*(?![\s*])([^*\n]+)(?<![\s*])\*\*")  # "**words**"
BOLD = rf"{MADE}<strong>\1{MADE}</strong>"
SIGNS = "\\`*~_[\t\x03"
"""Whatever else these mean, it is nothing of ours."""
FOREIGN = (
    re.compile(rf"<(?!/?[a-z][a-z0-9]*+(?:[ \n/][^<>{MADE}]*+)?>)"),  # no tag: "<!-- words -->"
    re.compile(r"&(?!(?:[a-z]+|#[0-9]+|#x[0-9a-f]+);)"),  # no reference: "a & b"
    re.compile(r"\{(?!(?<=[ \n]\{): ?[^{}\n]* \}\n)"),  # no attributes at the end of a line: "{% if %}"
    re.compile(r"\n *(?:>|(?:=+|-+) *\n|\+ )"),  # "> words", "---", "+ words"
)
"""What would mean something else to Python-Markdown; each begins with a sign of its own, which is found quickly."""
IDS = re.compile(r' id="([^"<>]+)"[^<>]*>')  # 'id="t1">' in '<span class="x" id="t1">'
BLOCK = re.compile(rf"<(/?)({signs.BLOCKS})\b[^<>]*>")  # '<p class="x">', "</section>"
OPENING = re.compile(r'<(div|section|nav|details|aside) ([^<>]*?) ?markdown="1">')  # '<div class="x" markdown="1">'
HEADING = re.compile(r"(#{1,6}) ([^\s{#](?:[^\n{]*[^\s{#])?)(?: ?\{: ?([^{}\n]+) \})?")
"""The level, the words and what is told of them: "## Questions {: #questions }"."""
ATTRIBUTE = re.compile(r'([a-z][a-z0-9-]*)(="[^"<>\n]*")?(?: +|$)')  # 'class="x"', "data-search-exclude"
STRANGE = " #|{-:"
"""How a line of a paragraph never begins: it might make a heading or a table of it."""


@dataclass(slots=True)
class Body:
    """A page, converted; on the way there, what is known so far."""

    permalink: str
    """HTML after each heading, `{}` for its anchor."""
    depths: range
    """Levels of the headings in a table of contents."""
    links: Sequence[str]
    """Each page and anchor that is linked to once: `topics/cloud.md`, `topics/cloud.md#t1`, `#t1`."""
    html: str = ""
    out: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    """Names of the containers that are open."""
    toc: list[tuple[int, str, str]] = field(default_factory=list)
    """Level, anchor and words of each heading in the table of contents."""
    anchors: list[str] = field(default_factory=list)
    """At first those of the blocks that Python-Markdown makes."""


def convert(text: str, address: Callable[[str], Address], permalink: str, depths: range) -> Body | None:
    """Convert the Markdown of a page, or say that it is foreign.

    `address` tells what a way to a page becomes, and the page.
    """
    try:
        linked, links, given = _linked(text.strip("\n"), address)
        body = Body(permalink, depths, links)
        for block in linked.split("\n\n"):
            _block(body, block.lstrip("\n"))
        refuse(body.open or len({*body.anchors}) < len(body.anchors))  # headings would be named by other rules
    except Foreign:
        return None
    body.html = "\n".join(body.out).rstrip("\n").replace(MADE, "")
    body.anchors += given
    return body


def _linked(text: str, address: Callable[[str], Address]) -> tuple[str, list[str], list[str]]:
    """Convert what stands within lines, look for what is foreign, and say what is linked to and which ids there are."""
    refuse(any(each in text for each in (MADE, "  \n", ' name="')))
    pieces = LINK.split(STRONG.sub(BOLD, text) if "*" in text else text)
    words, ways, anchors = pieces[1::4], pieces[2::4], pieces[3::4]
    pieces[2::4] = pieces[3::4] = [""] * len(words)
    bare = f"\n{MADE.join(pieces)}\n"  # nothing that a link cuts in two is a tag or a reference
    refuse(bare.count("<") != bare.count(">") or any(sign in bare for sign in SIGNS))
    refuse(any(each.search(bare) for each in FOREIGN))
    told = {way: address(way) for way in {*ways}}
    pieces[1::4] = [f'{MADE}<a href="{told[way][0]}{anchor}">' for way, anchor in zip(ways, anchors, strict=True)]
    pieces[2::4], pieces[3::4] = words, ["</a>"] * len(words)
    links = {f"{told[way][1]}{anchor}": None for way, anchor in zip(ways, anchors, strict=True)}
    return "".join(pieces), [aim for aim in links if ":" not in aim], IDS.findall(bare)


def _block(body: Body, block: str) -> None:
    first = block[:1]
    if first == "<" and (tag := BLOCK.match(block)):
        _markup(body, tag, block)
    elif first == "#":
        _heading(body, block)
    elif first == "|":
        body.out.append(rows.table(block))
    elif rows.ITEM.match(block):
        refuse(body.out and body.out[-1].startswith(("<ul", "<ol")))  # for this would make one loose list of two
        body.out.append(rows.listed(block))
    elif first:
        body.out.append(_words(body, block))


def _markup(body: Body, tag: re.Match[str], block: str) -> None:
    """Take a tag that stands at the beginning of a block, and what it begins or ends."""
    line, _, rest = block.partition("\n")
    if tag[1]:
        refuse(not body.open or block != f"</{body.open.pop()}>")
        body.out.append(block)
    elif opening := _opened(line):
        body.open.append(tag[2])
        body.anchors += opening[1]
        body.out.append(opening[0])
    else:
        rest = block
    while rest:
        rest = _raw(body, rest)


@lru_cache(maxsize=1024)
def _opened(line: str) -> tuple[str, tuple[str, ...]] | None:
    """Read a tag that opens a container: what is printed, and its id."""
    if not (opening := OPENING.fullmatch(line)):
        return None
    refuse(ATTRIBUTE.sub("", opening[2]))
    pairs = ATTRIBUTE.findall(opening[2])
    element = Element(opening[1], {name: html.unescape(value[2:-1]) if value else name for name, value in pairs})
    return to_xhtml_string(element).removesuffix(f"</{element.tag}>"), tuple(filter(None, [element.get("id")]))


def _raw(body: Body, block: str) -> str:
    """Take an element that stands for itself, to its end, as it is, and give what follows in the same block."""
    if not (tag := BLOCK.match(block)) or tag[1] or OPENING.match(block):
        raise Foreign
    end = f"</{tag[2]}>"
    given, ended, rest = block.partition(end)
    refuse(not ended or MADE in given or f"<{tag[2]}" in given[1:] or rest[:1] not in "\n")
    body.out.append(f"{given}{end}" if rest or body.open else f"{given}{end}\n")
    return rest[1:]


def _heading(body: Body, block: str) -> None:
    if not (found := HEADING.fullmatch(block)):
        raise Foreign
    level, words = len(found[1]), found[2]
    anchor, printed = signs.listed(found[3]) if found[3] else ("", "")
    if not anchor or level in body.depths:
        name = strip_tags(words.replace(MADE, ""))
        if not anchor:
            anchor = unique(slugify(html.unescape(name), "-"), set())
            printed = signs.listed(f"{found[3] or ''} #{anchor}")[1]
        body.toc += [(level, anchor, name)] if level in body.depths else []
    body.anchors.append(anchor)
    body.out.append(f"<h{level}{printed}>{words}{body.permalink.replace('{}', anchor)}</h{level}>")


def _words(body: Body, block: str) -> str:
    """Print a paragraph, with the attributes that its last line may hold."""
    if "\n" not in block and block[0] not in " {" and block[-1] not in " }":
        return f"<p>{block}</p>"
    lines, told = block.removeprefix(" ").split("\n"), ""
    if lines[-1].startswith("{:"):
        anchor, told = signs.listed(lines.pop()[2:].strip(" }"))
        body.anchors += filter(None, [anchor])
    words = "\n".join(lines)
    refuse(not lines or rows.ITEM.match(words) or "{:" in words or words.endswith(" "))
    refuse(any(line[:1] in STRANGE or BLOCK.match(line) for line in lines))
    return f"<p{told}>{words}</p>"
