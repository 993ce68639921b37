"""Has the theme draw each kind of page once, with marks where pages differ. Must not know what a page is about."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc

MARK = "xcaq7m{}zq7xcaq"
MARKS = re.compile(r"xcaq7m([a-z]+[0-9]*)zq7xcaq(?:<h1>)?")  # "xcaq7mtitle0zq7xcaq", and the body with its heading
NUMBERED = re.compile(r"(anchor|item)([0-9]+)")  # "anchor3", of the third heading below the first

Shape = tuple[int, ...]
"""Levels of the headings in a table of contents, in order."""
Step = tuple[int, int, int]
"""Which time the contents are told, a heading's depth and level as one figure, and those of the next; 0 at the end."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What pages have in common that the theme draws alike, but for the words."""

    front: str
    """Front matter as JSON, without the title."""
    place: tuple[str, ...]
    """Parts of the path, nothing where each page has its own: `("calls", "", "", "index.md")`."""


@dataclass(slots=True)
class Shell:
    """A page of a kind, in pieces: text and names of marks in turn, so that words can never be taken for marks.

    A table of contents is a piece for each step from one heading to the next, whatever the theme makes of it, and so
    a few pages drawn tell all. `doubted` if two of them tell different things.
    """

    begin: tuple[str, ...] = ()
    steps: dict[Step, tuple[str, ...]] = field(default_factory=dict)
    runs: tuple[int, ...] | None = None
    """The heading with which the contents begin, each time they are told."""
    limit: int | None = None
    """How many headings are told at most: one where contents are hidden, by which the link to the words finds them."""
    doubted: bool = False

    def lacks(self, shape: Shape) -> bool:
        """Tell whether a table of contents has a step that was never drawn."""
        return self.runs is None or any((0, *step) not in self.steps for step in steps(shape[: self.limit]))

    def learn(self, shape: Shape, parts: Sequence[str]) -> None:
        """Take apart a page that was drawn with marks."""
        runs, at, pieces = _pieces(parts)
        told = max((number + 1 for _, number in pieces), default=0)
        if self.runs is None:
            self.begin, self.runs, self.limit = tuple(at), runs, told if told < len(shape) else None
        pairs = steps(shape[: self.limit])
        wanted = {(run, number) for run, first in enumerate(runs) for number in range(first, len(pairs))}
        if (tuple(at), runs) != (self.begin, self.runs) or wanted != pieces.keys():
            self.doubted = True
            return
        known = {(run, *pairs[number]): tuple(piece) for (run, number), piece in pieces.items()}
        self.doubted |= any(self.steps.get(step, piece) != piece for step, piece in known.items())
        self.steps.update(known)

    def join(self, shape: Shape, values: Mapping[str, str]) -> str:
        """Put words where the marks are."""
        out = [values[part] if at % 2 else part for at, part in enumerate(self.begin)]
        pairs = steps(shape[: self.limit])
        for run, first in enumerate(self.runs or ()):
            for number in range(first, len(pairs)):
                piece = self.steps[run, *pairs[number]]
                out += [_word(part, number, values) if at % 2 == 0 else part for at, part in enumerate(piece)]
        return "".join(out)


@lru_cache(maxsize=4096)
def steps(shape: Shape) -> tuple[tuple[int, int], ...]:
    """Pair each heading with the next, by depth and level: below `#`, a `###` may be as deep as a `##`."""
    found: list[int] = []
    nested = deque((each, 1) for each in contents([(level, "", "") for level in shape]))
    while nested:
        item, depth = nested.popleft()
        found.append(10 * depth + item.level)
        nested.extendleft((each, depth + 1) for each in reversed(item.children))
    return tuple(zip(found, (*found[1:], 0)[: len(found)], strict=True))


def _word(part: str, number: int, values: Mapping[str, str]) -> str:
    return values[f"{part}{number}" if part in ("anchor", "item") else part]


def _pieces(parts: Sequence[str]) -> tuple[tuple[int, ...], list[str], dict[tuple[int, int], list[str]]]:
    """Cut a page before the first mark of each heading: what each run begins with, what is before, and the pieces."""
    runs: list[int] = []
    begin: list[str] = [parts[0]]
    pieces: dict[tuple[int, int], list[str]] = {}
    piece, number = begin, -1
    for name, text in zip(parts[1::2], parts[2::2], strict=True):
        found = NUMBERED.fullmatch(name)
        if found and int(found[2]) != number:
            if int(found[2]) < number or not runs:
                runs.append(int(found[2]))
            number = int(found[2])
            piece = pieces.setdefault((len(runs) - 1, number), [])
        piece += [found[1] if found else name, text]
    return tuple(runs), begin, pieces


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

    def shell(self, kind: Kind, shapes: Iterable[Shape]) -> Shell:
        """Draw a kind of page, as often as it takes to know it with every table of contents that it comes with."""
        shell = Shell()
        *rich, poor = sorted(shapes, key=lambda each: (-len(set(steps(each))), each))
        for shape in (*rich, poor):
            if shell.lacks(shape) or (rich and shape is poor):
                shell.learn(shape, self.marked(kind, shape))
        return shell

    def marked(self, kind: Kind, shape: Shape) -> list[str]:
        """Draw a page with marks, and cut it at them."""
        path = "/".join(part or mark(f"part{at}") for at, part in enumerate(kind.place)).removesuffix(".md") + ".md"
        file = File(path, self.config.docs_dir, self.config.site_dir, self.config.use_directory_urls)
        page = Page(None, file, self.config)
        page.markdown, page.content = "", f"{mark('body')}<h1>"
        page.meta = json.loads(kind.front) | {"title": mark("title")}
        page.toc = contents([(level, mark(f"anchor{at}"), mark(f"item{at}")) for at, level in enumerate(shape)])
        if self.date:
            page.update_date = self.date
        return MARKS.split(self.print(page))

    def print(self, page: Page) -> str:
        """Print a page with the theme's template."""
        page.active = True
        context: Any = get_context(self.nav, self.files, self.config, page)
        return str(self.env.get_template(page.meta.get("template", "main.html")).render(context))


def mark(name: str) -> str:
    """Make the mark of something that differs between pages."""
    return MARK.format(name)


def contents(headings: Sequence[tuple[int, str, str]]) -> TableOfContents:
    """Make a table of contents of level, anchor and words of each heading."""
    tokens: Any = [{"level": level, "id": anchor, "name": words} for level, anchor, words in headings]
    return get_toc(nest_toc_tokens(tokens))
