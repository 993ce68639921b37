"""Says whether the fast way makes the same pages as MkDocs would, and if not, why. Must not know how pages are made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

EVENTS = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")
"""What a plugin may want to do to each page, of which leaves would know nothing."""
OURS = ("generator.plugin", "material.plugins.search.plugin", "mkdocs.contrib.search")
"""Modules of the plugins whose events are made up for."""
KNOWN = frozenset({"toc", "tables", "fenced_code", "attr_list", "md_in_html"})
"""The extensions of Markdown that `dialect` speaks; the first three are always there."""
TOC = frozenset({"permalink", "permalink_title", "toc_depth"})
LOOKS = re.compile(r"\{%[^}]*\bpage\.(?!meta\.?hide|toc\b)|\{\{[^}]*\bpage\.\w+(?: *\||[^}]* if |[^}]*==)")
"""A template that looks at a page, so that one shell might not do for all: `{% if page.title == "x" %}`."""


def objection(config: MkDocsConfig, dirty: bool) -> str | None:
    """Say what speaks against the fast way, None if nothing does."""
    return next(_objections(config, dirty), None)


def permalink(config: MkDocsConfig) -> str:
    """Give the HTML that Python-Markdown sets after each heading, with `{}` for its anchor."""
    toc = config.mdx_configs.get("toc") or {}
    sign, title = toc.get("permalink", False), toc.get("permalink_title", "Permanent link")
    if sign in (False, None):
        return ""
    told = f' title="{title}"' if title else ""
    return f'<a class="headerlink" href="#{{}}"{told}>{"&para;" if sign is True else sign}</a>'


def depths(config: MkDocsConfig) -> range:
    """Give the levels of headings in a table of contents."""
    first, _, last = str((config.mdx_configs.get("toc") or {}).get("toc_depth", 6)).rpartition("-")
    return range(int(first or 1), int(last) + 1)


def _objections(config: MkDocsConfig, dirty: bool) -> Iterator[str]:
    if dirty:
        yield "a build that leaves pages out"
    for event in EVENTS:
        for method in config.plugins.events[event]:
            if not _module(method).startswith(OURS):
                yield f"{_module(method)} wants to see each page (on_{event})"
    strange = sorted(set(map(str, config.markdown_extensions)) ^ KNOWN)
    if strange:
        yield f"Markdown is not read with the extensions of this archive's pages ({', '.join(strange)})"
    toc = config.mdx_configs.get("toc") or {}
    if set(config.mdx_configs) - {"toc"} or set(toc) - TOC or not _plain(toc):
        yield "the extensions of Markdown have settings that it does not know"
    yield from _looking(config.theme.custom_dir)


def _looking(folder: str | None) -> Iterator[str]:
    for path in sorted(Path(folder).rglob("*.html")) if folder else ():
        if LOOKS.search(path.read_text(encoding="utf-8", errors="replace")):
            yield f"the template {path.name} looks at single pages"


def _plain(toc: dict[str, object]) -> bool:
    """Tell whether the settings of headings hold no sign that Markdown or HTML would read."""
    said = (toc.get("permalink", ""), toc.get("permalink_title", ""))
    return all(not isinstance(each, str) or not re.search(r"[&<>\"{}]", each) for each in said)


def _module(method: Callable[..., object]) -> str:
    return str(getattr(method, "__module__", None) or type(method).__module__)
