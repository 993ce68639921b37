"""Makes one leaf: reads its Markdown, converts it, joins it into its shell and writes it. Runs in any process."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from mkdocs.utils import get_relative_url

from generator import lifting
from generator.fast import dialect
from generator.fast.shells import Shape, Shell
from generator.fast.signs import Foreign

SEARCHED = re.compile(r'\s?data-search-\w+="[^"]+"')  # ' data-search-exclude="data-search-exclude"'
"""What the theme's search removes from each page, once it has read it."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page to be made."""

    path: str
    """Of its Markdown, in the folder of pages."""
    text: str
    """Its Markdown, without front matter."""
    title: str
    url: str
    places: tuple[Path, ...]
    """Where it goes; the first is written, the others become the same file."""
    shell: int
    shape: Shape
    """Of its table of contents, as the shell was drawn for."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How all leaves are made."""

    shells: Sequence[Shell]
    permalink: str
    depths: tuple[int, int]
    directory_urls: bool
    searched: bool
    """Whether the theme's search runs over the pages."""


@dataclass(frozen=True, slots=True)
class Made:
    """What there is to know of a leaf that was made."""

    links: tuple[tuple[str, str, str], ...]
    """Path of the page that is linked to, anchor in it, and the link as it was written."""
    anchors: frozenset[str]


def make(leaf: Leaf, manner: Manner) -> Made | None:
    """Make a leaf; None if its Markdown is not of our dialect, and nothing is written."""
    printed = render(leaf, manner)
    if printed is None:
        return None
    put(printed[0].encode("utf-8", "xmlcharrefreplace"), leaf.places)
    return printed[1]


def render(leaf: Leaf, manner: Manner) -> tuple[str, Made] | None:
    """Print a leaf."""
    links: dict[tuple[str, str], str] = {}
    text, lifted = lifting.lift(leaf.text)
    body = dialect.convert(text, partial(_address, leaf, manner.directory_urls, links), manner.permalink)
    if body is None or "<h1" not in body.html:
        return None
    content = lifting.settle(body.html, lifted)
    if manner.searched and "data-search-" in content:
        content = SEARCHED.sub("", content)
    listed = [each for each in body.toc if manner.depths[0] <= each[0] <= manner.depths[1]]
    shape = tuple(each[0] for each in listed)
    if shape != leaf.shape:
        return None
    values = {"title": leaf.title, "body": content}
    values |= {f"anchor{at}": each[1] for at, each in enumerate(listed)}
    values |= {f"item{at}": each[2] for at, each in enumerate(listed)}
    values |= {f"part{at}": part for at, part in enumerate(leaf.path.removesuffix(".md").split("/"))}
    found = tuple((target, anchor, written) for (target, anchor), written in links.items())
    return manner.shells[leaf.shell].join(shape, values), Made(found, body.anchors)


def put(data: bytes, places: tuple[Path, ...]) -> None:
    """Write a file anew, so that whatever else is the same file keeps what it holds, and make it appear elsewhere."""
    first = places[0]
    first.parent.mkdir(parents=True, exist_ok=True)
    fresh = first.with_name(f".{first.name}.{os.getpid()}.new")
    fresh.write_bytes(data)
    fresh.replace(first)
    for place in places[1:]:
        same(first, place)


def same(first: Path, place: Path) -> None:
    """Let a file be the same as another, or a copy of it where the disk cannot do that."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    try:
        os.link(first, place)
    except OSError:
        place.write_bytes(first.read_bytes())


def _address(leaf: Leaf, directory_urls: bool, links: dict[tuple[str, str], str], written: str) -> str:
    """Turn a link to a page into an address as MkDocs does, and remember it."""
    scheme, host, path, query, anchor = urlsplit(written)
    if scheme or host:
        return written
    if written.startswith("/") or "%" in path or (path and not path.endswith(".md")) or path.endswith("README.md"):
        raise Foreign
    target = posixpath.normpath(posixpath.join(posixpath.dirname(leaf.path), path)) if path else leaf.path
    links.setdefault((target, anchor), written)
    if not path:
        return written
    return urlunsplit(("", "", get_relative_url(_url(target, directory_urls), leaf.url), query, anchor))


def _url(path: str, directory_urls: bool) -> str:
    """Where MkDocs puts a page: `topics/cloud.md` at `topics/cloud/`."""
    stem = path.removesuffix(".md")
    if not directory_urls:
        return f"{stem}.html"
    return "./" if stem == "index" else f"{stem.removesuffix('/index')}/"
