"""Has the theme draw pages with marks where pages of a kind differ. Must not know what a page is about."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from generator.alone import Frame

RUN = re.compile(r"(.)(?:\1(?=\1))*")  # "22" and "2" in "222": a heading, and those between it and the last of a run
MARK = "xcaq7m{}zq7xcaq"
MARKS = re.compile(r"xcaq7m([a-z]+[0-9]*)zq7xcaq(?:<h1>)?")  # "xcaq7mtitle0zq7xcaq", and the body with its heading
NAMED = re.compile(r'"([^"\\]+)"')  # '"topics/index.md"' in a navigation as JSON

Kind = tuple[str, tuple[str, ...]]
"""What pages have in common that the theme draws alike, but for the words and the table of contents: front matter as
JSON, without the title, and parts of the path, nothing where each page has its own: `("calls", "", "", "index.md")`."""
Shape = str
"""Levels of the headings in a table of contents, in order: "1232"."""
SAMPLE: Shape = "1232"
"""The shape in which a kind of page is drawn to see whether the theme is another than it was."""
TELLS = MARK.format("item1")
"""Stands in a sample, unless contents are hidden: then only the first anchor is told, by which a link finds words."""
Shell = Sequence[str]
"""A page in pieces: text and names of marks in turn, so that words can never be taken for marks."""


def shells(frame: Frame, date: str | None, wanted: Iterable[tuple[Kind, Shape]]) -> dict[tuple[Kind, Shape], Shell]:
    """Draw pages, and cut them at their marks. Of those that differ in how long runs are, two are drawn.

    If the longest follows from the shortest, all do: so a theme that numbers headings draws each.
    """
    found: dict[tuple[Kind, Shape], Shell] = {}
    alike: dict[tuple[Kind, Shape], list[Shape]] = {}
    for kind, shape in wanted:
        alike.setdefault((kind, RUN.sub(r"\1", shape)), []).append(shape)
    for (kind, least), shapes in alike.items():
        drawn = {each: draw(frame, date, kind, each) for each in {least, max(shapes, key=len)}}
        follow = all(stretched(drawn[least], each) == text for each, text in drawn.items())
        for shape in shapes:
            text = stretched(drawn[least], shape) if follow else draw(frame, date, kind, shape)
            found[kind, shape] = MARKS.split(text)
    return found


def draw(frame: Frame, date: str | None, kind: Kind, shape: Shape) -> str:
    """Draw a page with marks; `date` is that of the last change, the same for all pages."""
    front, place = kind
    path = "/".join(part or MARK.format(f"part{at}") for at, part in enumerate(place)).removesuffix(".md") + ".md"
    config = frame.config
    page = Page(None, File(path, config.docs_dir, config.site_dir, config.use_directory_urls), config)
    page.markdown, page.content = "", f"{MARK.format('body')}<h1>"
    page.meta = json.loads(front) | {"title": MARK.format("title")}
    tokens: Any = [
        {"level": int(level), "id": MARK.format(f"anchor{at}"), "name": MARK.format(f"item{at}")}
        for at, level in enumerate(shape)
    ]
    page.toc = get_toc(nest_toc_tokens(tokens))
    page.update_date = date or page.update_date
    page.active = True
    return frame.print(page, frame.context(page))


def stretched(drawn: str, shape: Shape) -> str:
    """Say what was drawn of the first heading of a run as often as a shape has such: "122" → "1222"."""
    runs = [range(*run.span()) for run in RUN.finditer(shape)]
    cuts = [*(drawn.find(MARK.format(f"anchor{at}")) for at in range(len(runs))), len(drawn)]
    out = [drawn[: cuts[0]]]
    for at, (begin, end) in enumerate(pairwise(cuts)):
        out += [re.sub(rf"(7m(?:anchor|item)){at}zq", rf"\g<1>{each}zq", drawn[begin:end]) for each in runs[at]]
    return "".join(out)


def join(shell: Shell, values: Mapping[str, str]) -> str:
    """Put words where the marks are."""
    pieces = list(shell)
    pieces[1::2] = map(values.__getitem__, pieces[1::2])
    return "".join(pieces)


def named(config: MkDocsConfig) -> set[str]:
    """All paths in the navigation of mkdocs.yml, and titles."""
    return set(NAMED.findall(json.dumps(config.nav, default=str)))


def folders(pages: Iterable[str], config: MkDocsConfig) -> set[str]:
    """The folders that links in the frame of a page lead into, for such links are written from the page."""
    linked = (*pages, *map(str, config.extra_css), *map(str, config.extra_javascript), *named(config))
    return {path[:at] for path in linked for at, sign in enumerate(path) if sign == "/"}


def place(path: str, folders: set[str]) -> tuple[str, ...]:
    """The parts of a path that matter to links in the frame, the first always: `("calls", "", "", "index.md")`."""
    *above, name = path.split("/")  # for the frame may link to a page that is a leaf: the search box does
    parts = [part if not at or "/".join(above[: at + 1]) in folders else "" for at, part in enumerate(above)]
    return (*parts, name if name == "index.md" else "")
