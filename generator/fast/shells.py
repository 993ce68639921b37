"""Has the theme draw pages with marks where pages of a kind differ. Must not know what a page is about."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

MARK = "xcaq7m{}zq7xcaq"
MARKS = re.compile(r"xcaq7m([a-z]+[0-9]*)zq7xcaq(?:<h1>)?")  # "xcaq7mtitle0zq7xcaq", and the body with its heading

Shape = tuple[int, ...]
"""Levels of the headings in a table of contents, in order."""
SAMPLE: Shape = (1, 2, 3, 2)
"""The shape in which a kind of page is drawn to see whether the theme is another than it was."""
Shell = Sequence[str]
"""A page in pieces: text and names of marks in turn, so that words can never be taken for marks."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What pages have in common that the theme draws alike, but for the words and the table of contents."""

    front: str
    """Front matter as JSON, without the title."""
    place: tuple[str, ...]
    """Parts of the path, nothing where each page has its own: `("calls", "", "", "index.md")`."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the theme needs to draw a page."""

    env: Any
    nav: Navigation
    files: Sequence[File]
    """All pages, leaves as well."""
    config: MkDocsConfig
    date: str | None
    """Of the last change, the same for all pages."""

    def shell(self, kind: Kind, shape: Shape) -> Shell:
        """Draw a page with marks, and cut it at them."""
        path = "/".join(part or MARK.format(f"part{at}") for at, part in enumerate(kind.place))
        path, config = path.removesuffix(".md") + ".md", self.config
        file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
        page = Page(None, file, config)
        page.markdown, page.content = "", f"{MARK.format('body')}<h1>"
        page.meta = json.loads(kind.front) | {"title": MARK.format("title")}
        tokens: Any = [
            {"level": level, "id": MARK.format(f"anchor{at}"), "name": MARK.format(f"item{at}")}
            for at, level in enumerate(shape)
        ]
        page.toc = get_toc(nest_toc_tokens(tokens))
        page.update_date = self.date or page.update_date
        page.active = True
        return MARKS.split(self.print(page, get_context(self.nav, self.files, self.config, page)))

    def print(self, page: Page, context: Any) -> str:
        """Print a page with the theme's template."""
        return str(self.env.get_template(page.meta.get("template", "main.html")).render(context))


def told(sample: Shell) -> int | None:
    """How many headings the theme tells at most: one where contents are hidden, by which a link finds the words."""
    names = sample[1::2]
    last = max((at for at in range(len(SAMPLE)) if f"anchor{at}" in names or f"item{at}" in names), default=-1)
    return last + 1 if last + 1 < len(SAMPLE) else None


def join(shell: Shell, values: Mapping[str, str]) -> str:
    """Put words where the marks are."""
    pieces = list(shell)
    pieces[1::2] = map(values.__getitem__, pieces[1::2])
    return "".join(pieces)


def named(nav: object) -> Iterator[str]:
    """All paths in the navigation of mkdocs.yml."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict | list):
        for each in nav.values() if isinstance(nav, dict) else nav:
            yield from named(each)


def folders(pages: Iterable[str], config: MkDocsConfig) -> set[str]:
    """The folders that links in the frame of a page lead into, for such links are written from the page."""
    linked = (*pages, *map(str, config.extra_css), *map(str, config.extra_javascript), *named(config.nav))
    return {path[:at] for path in linked for at, sign in enumerate(path) if sign == "/"}


def place(path: str, folders: set[str]) -> tuple[str, ...]:
    """The parts of a path that matter to links in the frame: `("calls", "", "", "index.md")`."""
    *above, name = path.split("/")
    parts = [part if "/".join(above[: at + 1]) in folders else "" for at, part in enumerate(above)]
    return (*parts, name if name == "index.md" else "")
