"""What stands within a line of our dialect of Markdown: tags, and lists of attributes. Must not know blocks."""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.serializers import to_xhtml_string

BLOCKS = "figure|table|details|summary|div|form|pre|p|nav|section|aside|svg|ul|ol"
"""Names of tags that stand for a block of their own."""
MADE = "\x02"
"""Stands before each tag that was made of Markdown, so that it can be told from those that were given."""
STRANGE = re.compile(r"\A *\Z|[<>\x02]|(?:\A| )(?:id\b|data-toc-label|#(?: |\Z))")  # "", "a=<b>", 'id="x"', "# .x"
LISTS = AttrListTreeprocessor(Markdown())


class Foreign(Exception):
    """A page holds something that is not of the dialect. Known in this room alone: it never leaves `convert`."""


def refuse(foreign: object) -> None:
    """Stop where something is foreign."""
    if foreign:
        raise Foreign


@lru_cache(maxsize=4096)
def listed(attributes: str) -> tuple[str, str]:
    """Read `#t12 lang="zh"` as Python-Markdown does: the id, if there is one, and how all are printed."""
    element = Element("p")
    refuse(STRANGE.search(attributes) or LISTS.assign_attrs(element, attributes, strict=True))
    return element.get("id") or "", to_xhtml_string(element)[len("<p") : -len("></p>")]
