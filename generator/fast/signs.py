"""What stands within a line of our dialect of Markdown: tags, attributes, words, and how each is printed.

The same as the serializer of Python-Markdown prints it. Must not know blocks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

TAG = re.compile(r"</?[a-z][a-z0-9]*(?:[ \n][^<>]*)?>")  # '<span title="words">', "</span>", "<br>", "<rect/>"
BLOCKS = "figure|table|details|summary|div|form|pre|p|nav|section|aside|svg|ul|ol"
"""Names of tags that stand for a block of their own."""
ATTRIBUTE = re.compile(r'([a-z][a-z0-9-]*)(="[^"<>\n]*")?(?: +|$)')  # 'class="x"', "data-search-exclude"
LOOSE = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)  # "a & b"

MADE = "\x02"
"""Stands before each tag that was made of Markdown, so that it can be told from those that were given."""


class Foreign(Exception):
    """A page holds something that is not of the dialect. Known in this room alone: it never leaves `convert`."""


def refuse(foreign: object) -> None:
    """Stop where something is foreign."""
    if foreign:
        raise Foreign


def pairs(attributes: str) -> dict[str, str | None]:
    """Read `class="x" data-search-exclude`, None where a name has no value."""
    refuse(ATTRIBUTE.sub("", attributes))
    return {name: value[2:-1] if value else None for name, value in ATTRIBUTE.findall(attributes)}


def printed(attributes: Mapping[str, str | None]) -> str:
    """Print attributes in the order of their names."""
    return "".join(
        f" {name}" if value is None else f' {name}="{attribute(value)}"' for name, value in sorted(attributes.items())
    )


def attribute(value: str) -> str:
    """Print the value of an attribute."""
    if "&" in value:
        value = LOOSE.sub("&amp;", value)
    return value.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
