"""Says whether the fast way makes the same pages as MkDocs would, and if not, why. Must not know how pages are made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

EVENTS = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")
"""What a plugin may want to do to each page, of which leaves would know nothing."""
OURS = ("generator.plugin", "material.plugins.search.plugin", "mkdocs.contrib.search")
"""Modules of the plugins whose events are made up for."""
KNOWN = frozenset({"toc", "tables", "fenced_code", "attr_list", "md_in_html"})
"""The extensions of Markdown that `dialect` speaks; the first three are always there."""
TOC = frozenset({"permalink", "permalink_title", "toc_depth"})
READ = re.compile(r"[&<>\"{}]")  # what Markdown or HTML would read in the settings of headings: "<b>"
LOOKS = re.compile(r"\{%[^}]*\bpage\.(?!meta\.?hide|toc\b)|\{\{[^}]*\bpage\.\w+(?: *\||[^}]* if |[^}]*==)")
"""A template that looks at a page, so that one shell might not do for all: `{% if page.title == "x" %}`."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How all leaves are made."""

    permalink: str
    """HTML after each heading, `{}` for its anchor."""
    depths: range
    """Levels of the headings in a table of contents."""
    directory_urls: bool
    searched: bool
    """Whether the theme's search runs over the pages."""


def manner(config: MkDocsConfig) -> Manner:
    """Say how leaves are made, so that they are as MkDocs would make them."""
    toc = config.mdx_configs.get("toc") or {}
    sign, title = toc.get("permalink"), toc.get("permalink_title", "Permanent link")
    told = f' title="{title}"' if title else ""
    link = f'<a class="headerlink" href="#{{}}"{told}>{"&para;" if sign is True else sign}</a>'
    first, _, last = str(toc.get("toc_depth", 6)).rpartition("-")
    hosts: list[Any] = [getattr(method, "__self__", None) for method in config.plugins.events["page_context"]]
    searched = any(_module(host).startswith(OURS[1]) and host.config.enabled for host in hosts)
    depths = range(int(first or 1), int(last) + 1)
    return Manner("" if sign in (False, None) else link, depths, config.use_directory_urls, searched)


def objections(config: MkDocsConfig, dirty: bool) -> Iterator[str]:
    """Say what speaks against the fast way, one reason after the other."""
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
    if set(config.mdx_configs) - {"toc"} or set(toc) - TOC or READ.search("".join(map(str, toc.values()))):
        yield "the extensions of Markdown have settings that it does not know"
    folder = config.theme.custom_dir
    for path in sorted(Path(folder).rglob("*.html")) if folder else ():
        if LOOKS.search(path.read_text(encoding="utf-8", errors="replace")):
            yield f"the template {path.name} looks at single pages"


def _module(thing: Any) -> str:
    return str(getattr(thing, "__module__", None) or type(thing).__module__)
