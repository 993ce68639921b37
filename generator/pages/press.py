"""Puts values into templates and makes finished pages. Knows no kind of page; the only module that knows Jinja."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jinja2

from generator.model import Page
from generator.pages import escape, tongues, wording
from generator.pages.citing import Citation
from generator.pages.escape import Safe

HUSHED = Safe(" data-search-exclude")
TEMPLATES = Path(__file__).parent.parent / "templates"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every page has besides its words."""

    path: str
    title: str
    crumbs: tuple[Safe | str, ...] = ()
    """From the widest to the page itself."""
    previous: Safe | None = None
    following: Safe | None = None
    search: bool = False
    """Whether the words are to be found by searching. Only one page may hold each passage."""
    contents: bool = False
    """Whether a table of contents helps."""
    heading: str = ""
    """What stands above the words, where that is not the title."""
    citation: Citation | None = None
    """How the page is cited, where it can be."""


def page(template: str, sheet: Sheet, **values: object) -> Page:
    """Print a page."""
    text = _template(template).render(sheet=sheet, front=_front(sheet), hush=hush(sheet), **values)
    return Page(sheet.path, text)


def hush(sheet: Sheet) -> Safe:
    """Write the attribute that keeps words of ours out of a search; a page that is not searched needs none."""
    return HUSHED if sheet.search else Safe("")


@cache
def _template(name: str) -> jinja2.Template:
    return _environment().get_template(name)


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=False,  # made for HTML; `finalize` escapes for Markdown instead
        finalize=escape.finalize,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,  # a plain table, for each page asks for its frame
    )
    environment.filters.update(count=wording.count, date=wording.date, attribute=escape.attribute)
    environment.filters.update(evidence=wording.evidence, clock=wording.clock, cut=wording.cut)
    environment.filters.update(direction=tongues.direction)
    return environment


def _front(sheet: Sheet) -> Safe:
    """Write the front matter: always there, for without it a first line `Operator: Hello` would be read as one."""
    hidden = ("navigation",) if sheet.contents else ("navigation", "toc")
    title = json.dumps(escape.title(sheet.title), ensure_ascii=False)  # JSON is YAML, and thirty times faster to write
    lines = [f"title: {title}", "hide:", *(f"- {each}" for each in hidden)]
    if not sheet.search:
        lines += ["search:", "  exclude: true"]
    return Safe("".join(f"{line}\n" for line in lines))
