"""Makes one leaf: reads its Markdown, converts it, joins it into its shell and writes it. Runs in any process."""

from __future__ import annotations

import json
import re
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mkdocs.utils import meta

from generator import disk, lifting, output
from generator.fast import addresses, dialect, shells
from generator.fast.dialect import Body
from generator.fast.shells import Shape, Shell
from generator.fast.ways import Manner
from generator.model import packing

PLAIN = re.compile(r"(?!index\.md$|.*README\.md$)[\w-][\w.-]*(?:/[\w-][\w.-]*)*\.md", re.ASCII)
"""A path that is its own address: `calls/lanhai/fy2024-q1.1/index.md`."""
BEGUN = re.compile(r'\A---\ntitle: "([^"\\]*)"\n(.*?\n)---\n', re.DOTALL)  # how our pages begin
HEADED = re.compile(r"\n(#{1,6}) ")  # "## Questions"
SEARCHED = re.compile(r'data-search-\w+="[^"]+"')  # 'data-search-exclude="data-search-exclude"'
"""What the theme's search removes from each page, with a space before it, once it has read it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of a leaf before it is made."""

    digest: str
    """Of its Markdown, with the front matter."""
    title: str
    front: str
    """Front matter as JSON, without the title."""
    shape: Shape
    """Of its table of contents."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page to be made."""

    path: str
    """Of its Markdown, in the folder of pages."""
    draft: Draft
    kind: str
    """Digest of what the theme draws."""
    shell: Shell
    source: str
    """The file that holds its Markdown."""
    place: str
    """Where it goes."""


@dataclass(frozen=True, slots=True)
class Made:
    """What there is to know of a leaf that was made, as texts, since there are very many."""

    draft: Draft
    kind: str
    stamp: tuple[int, int]
    """Size and time of the file."""
    packed: bytes
    """Pages and anchors that are linked to, compressed."""
    anchors: str
    """Anchors of its own, each on a line."""

    @property
    def links(self) -> list[str]:
        """What is linked to, as `Addresses` tells it."""
        return zlib.decompress(self.packed).decode().split("\n")


packing.quicken((Draft, Made))


def draft(path: str, text: str, digest: str, depths: range, search: bool) -> Draft | None:
    """Read how a page begins and what headings it has; None if it cannot be a leaf.

    `search` says that pages which are not excluded go into the theme's search, which has to read them.
    """
    begun = BEGUN.match(text)
    if not begun or not PLAIN.fullmatch(path) or (search and "search:\n  exclude: true\n" not in begun[2]):
        return None
    levels = map(len, HEADED.findall(text, begun.end() - 1))
    return Draft(digest, begun[1], _front(begun[2], search), "".join(str(each) for each in levels if each in depths))


@lru_cache(maxsize=256)
def _front(text: str, search: bool) -> str:
    told = meta.get_data(f"---\n{text}---\n")[1]
    return json.dumps({"title": ""} | told | ({} if search else {"search": {"exclude": True}}))


def make(leaf: Leaf, manner: Manner) -> Made | None:
    """Make a leaf; None if its Markdown is not of our dialect, and nothing is written."""
    text, lifted = lifting.lift(BEGUN.sub("", Path(leaf.source).read_text(encoding="utf-8")).lstrip("\n"))
    address = addresses.of(leaf.path, manner.directory_urls)
    body = dialect.convert(text, address, manner.permalink, manner.depths)
    if body is None or "<h1" not in body.html or "".join(str(level) for level, _, _ in body.toc) != leaf.draft.shape:
        return None
    content = lifting.settle(body.html, lifted)
    if manner.searched:
        *pieces, last = SEARCHED.split(content)
        content = "".join([*(each[:-1] if each[-1:].isspace() else each for each in pieces), last])
    disk.put(_joined(leaf, body, content).encode("utf-8", "xmlcharrefreplace"), leaf.place)
    packed = zlib.compress("\n".join(body.links).encode(), 1)
    return Made(leaf.draft, leaf.kind, output.stamp(leaf.place), packed, "\n".join(body.anchors))


def _joined(leaf: Leaf, body: Body, content: str) -> str:
    values = {"title": leaf.draft.title, "body": content}
    values |= {f"part{at}": part for at, part in enumerate(leaf.path.removesuffix(".md").split("/"))}
    for at, (_, anchor, words) in enumerate(body.toc):
        values |= {f"anchor{at}": anchor, f"item{at}": words}
    return shells.join(leaf.shell, values)
