"""Has the theme draw pages with marks where pages of a kind differ. Must not know what a page is about."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
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
HEADING = re.compile(r"(anchor|item)([0-9]+)")  # "anchor3", of the third heading below the first

Kind = tuple[str, tuple[str, ...]]
"""What pages have in common that the theme draws alike, but for the words and the table of contents: front matter as
JSON, without the title, and parts of the path, nothing where each page has its own: `("calls", "", "", "index.md")`."""
Shape = str
"""Levels of the headings in a table of contents, in order: "1232"."""
SAMPLE: Shape = "1232"
"""The shape in which a kind of page is drawn to see whether the theme is another than it was."""
Shell = Sequence[str]
"""A page in pieces: text and names of marks in turn, so that words can never be taken for marks."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the theme needs to draw a page."""

    frame: Frame
    date: str | None
    """Of the last change, the same for all pages."""

    def shells(self, wanted: Iterable[tuple[Kind, Shape]]) -> dict[tuple[Kind, Shape], Shell]:
        """Draw pages. Of those that differ only in how long runs are, the shortest and the longest are drawn.

        If the longest follows from the shortest, all do: so a theme that numbers headings draws each.
        """
        found: dict[tuple[Kind, Shape], Shell] = {}
        alike: dict[tuple[Kind, Shape], list[Shape]] = {}
        for kind, shape in wanted:
            alike.setdefault((kind, RUN.sub(r"\1", shape)), []).append(shape)
        for (kind, least), shapes in alike.items():
            drawn = {each: self.shell(kind, each) for each in {least, max(shapes, key=len)}}
            follow = all(stretched(drawn[least], each) == shell for each, shell in drawn.items())
            for shape in shapes:
                found[kind, shape] = stretched(drawn[least], shape) if follow else self.shell(kind, shape)
        return found

    def shell(self, kind: Kind, shape: Shape) -> Shell:
        """Draw a page with marks, and cut it at them."""
        front, place = kind
        path = "/".join(part or MARK.format(f"part{at}") for at, part in enumerate(place)).removesuffix(".md") + ".md"
        config = self.frame.config
        page = Page(None, File(path, config.docs_dir, config.site_dir, config.use_directory_urls), config)
        page.markdown, page.content = "", f"{MARK.format('body')}<h1>"
        page.meta = json.loads(front) | {"title": MARK.format("title")}
        tokens: Any = [
            {"level": int(level), "id": MARK.format(f"anchor{at}"), "name": MARK.format(f"item{at}")}
            for at, level in enumerate(shape)
        ]
        page.toc = get_toc(nest_toc_tokens(tokens))
        page.update_date = self.date or page.update_date
        page.active = True
        return MARKS.split(self.frame.print(page, self.frame.context(page)))


def told(sample: Shell) -> int | None:
    """How many headings the theme tells at most: one where contents are hidden, by which a link finds the words."""
    last = max((int(found[2]) for name in sample[1::2] if (found := HEADING.fullmatch(name))), default=-1)
    return last + 1 if last + 1 < len(SAMPLE) else None


def stretched(shell: Shell, shape: Shape) -> Shell:
    """Say what was drawn of the first heading of a run as often as a shape has such: "122" → "1222"."""
    parts: list[tuple[int, list[str]]] = [(-1, [])]
    for name, text in zip(shell[1::2], shell[2::2], strict=True):
        found = HEADING.fullmatch(name)
        if found and int(found[2]) != parts[-1][0]:
            parts.append((int(found[2]), []))
        parts[-1][1].extend((name, text))
    out, runs = [shell[0], *parts[0][1]], [range(*run.span()) for run in RUN.finditer(shape)]
    for drawn, part in parts[1:]:
        for at in runs[drawn]:
            names = [HEADING.sub(rf"\g<1>{at}", name) for name in part[::2]]
            out += [each for pair in zip(names, part[1::2], strict=True) for each in pair]
    return out


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
    """The parts of a path that matter to links in the frame: `("calls", "", "", "index.md")`."""
    *above, name = path.split("/")
    parts = [part if "/".join(above[: at + 1]) in folders else "" for at, part in enumerate(above)]
    return (*parts, name if name == "index.md" else "")
