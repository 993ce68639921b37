"""What stands within a line of our dialect of Markdown: tags, attributes, words, and how each is printed.

The same as the serializer of Python-Markdown prints it. Must not know blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

TAG = re.compile(r"</?[a-z][a-z0-9]*(?:[ \n][^<>]*)?>")  # '<span title="words">', "</span>", "<br>", "<rect/>"
RAW = re.compile(r"<(figure|table|details|summary|div|form|pre|p|nav|section|svg|ul|ol)\b[^<>]*>")  # '<p class="x">'
OPENING = re.compile(r'<(div|section|nav|details|aside) ([^<>]*?) ?markdown="1">')  # '<div class="x" markdown="1">'
CLOSING = re.compile(r"</(div|section|nav|details|aside)>")
ATTRIBUTE = re.compile(r'([a-z][a-z0-9-]*)(?:="([^"<>\n]*)")?(?: +|$)')  # 'class="x"', "data-search-exclude"
LISTED = re.compile(r'#([\w-]+)(?: |$)|([a-z][a-z-]*)(?:="([^"<>{}\n]*)")?(?: |$)')  # '#t12', 'lang="zh"', "hidden"
LOOSE = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)  # "a & b"

MADE = "\x02"
"""Stands before each tag that was made of Markdown, so that it can be told from those that were given."""


class Foreign(Exception):
    """A page holds something that is not of the dialect. Known in this room alone: it never leaves `convert`."""


def pairs(attributes: str) -> Iterator[tuple[str, str | None]]:
    """Read `class="x" data-search-exclude`."""
    at = 0
    while at < len(attributes):
        one = ATTRIBUTE.match(attributes, at)
        if not one:
            raise Foreign
        yield one[1], one[2]
        at = one.end()


def listed(attributes: str) -> dict[str, str | None]:
    """Read `#t12 lang="zh" data-search-exclude`, None where a name has no value."""
    pairs: dict[str, str | None] = {}
    at, text = 0, attributes.strip()
    while at < len(text):
        one = LISTED.match(text, at)
        if not one or one[2] in ("class", "id", "data-toc-label"):
            raise Foreign
        pairs["id" if one[1] else one[2]] = one[1] or one[3]
        at = one.end()
    return pairs


def printed(attributes: Mapping[str, str | None]) -> str:
    return "".join(
        f" {name}" if value is None else f' {name}="{attribute(value)}"' for name, value in sorted(attributes.items())
    )


def attribute(value: str) -> str:
    return LOOSE.sub("&amp;", value).replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def cdata(words: str) -> str:
    """Words as they are, save `a > b`: the other signs were references already, and each `<` begins a tag."""
    return words if words.count("<") == words.count(">") else _pointed(words)


def _pointed(words: str) -> str:
    done, kept = 0, []
    for tag in TAG.finditer(words):
        kept += [words[done : tag.start()].replace(">", "&gt;"), tag[0]]
        done = tag.end()
    return "".join([*kept, words[done:].replace(">", "&gt;")])
