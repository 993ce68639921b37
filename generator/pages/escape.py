"""Keeps the words of a transcript words: nothing in them becomes Markdown, HTML or a template. Knows no pages.

Every value that a template prints goes through `finalize`, which escapes whatever is not `Safe`. Character
references are used, not backslashes, because `\\[` and `\\(` are mathematics to some extensions. Escaped texts may
stand side by side: the first and the last character of each are treated as if anything might follow.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import lru_cache

HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # controls; those that are white space are folded instead
    "\u202a-\u202e\u2066-\u2069\ufeff"  # "abc\u202egpj.exe": bidirectional overrides, byte order mark
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # surrogates, non-characters
    + "".join(chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
SPACE = re.compile(r"\s+")  # "two  words\nand a line"

SPECIAL = re.compile(
    r"""
      [&<>\\`*_{}\[\]\#~^|$@:!?+=./()\-]  # one set that all begin with, so that plain words are passed over quickly
    (?:
      (?<=[&<>\\`*_{}\[\]\#~^|$@])         # always: "*really*", "<b>", "[1]", "{{ x }}", "a | b", "me@example.org"
    | (?<=[wW]{3}\.)                        # "www.example.org"
    | (?<=:)(?=//|[+\-\w]*(?::|\Z))         # ":smile:", "10:30:00", "https://example.org", "here:"
    | (?<=[!?])(?=\d)|(?<=!)\Z              # "!12" and "?12" are references to some; "wow!" before a link is an image
    | (?<=\+)(?=\+)|(?<=\+\+)|(?<==)(?==)|(?<===)  # "++ctrl++", "==marked=="
    | (?<=\A[-+!?:/=().])|(?<=\A\s[-+!?:/=().])  # "- item", "!!! note", "??? note", ": definition", "(1) item"
    )
    """,
    re.VERBOSE,
)
NUMBERED = re.compile(r"(\s?(?:\d+|[A-Za-z]|[IVXLCDMivxlcdm]+))([.)])(?=\s|\Z)")  # "1. first", "b) two", "iv. fourth"
REFERENCES = {chr(code): f"&#{code};" for code in range(128)}
SHORT = 100


@dataclass(slots=True, unsafe_hash=True)
class Safe:
    """Markup that we made ourselves and that is printed as it is.

    Nobody changes one; it is not frozen, since that takes three times as long, and an archive needs millions.
    """

    text: str

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


def fold(text: str) -> str:
    """Remove what must not be shown and make each run of white space one space, leaving the ends in place."""
    if text.isprintable() and "  " not in text:  # holds nothing hidden, and no white space but the space
        return text
    return SPACE.sub(" ", HIDDEN.sub("", text))


def markdown(text: str) -> str:
    """Escape words for any place in a Markdown page but a quoted attribute."""
    return _known(text) if len(text) <= SHORT else fresh(text)


def fresh(text: str) -> str:
    """Escape words as `markdown` does, without remembering them: sentences hardly ever occur twice."""
    folded = fold(text)
    numbered = NUMBERED.match(folded)
    if numbered:
        return f"{numbered[1]}{_reference(numbered, 2)}{SPECIAL.sub(_reference, folded[numbered.end() :])}"
    return SPECIAL.sub(_reference, folded)


_known = lru_cache(maxsize=1 << 14)(fresh)
"""Names are written thousands of times."""


def attribute(text: str) -> Safe:
    """Escape words for a quoted attribute of an element in a Markdown page."""
    return _quoted(text) if len(text) <= SHORT else _attribute(text)


def _attribute(text: str) -> Safe:
    return Safe(markdown(text).replace('"', "&#34;").replace("'", "&#39;"))


_quoted = lru_cache(maxsize=1 << 12)(_attribute)


def single(text: str) -> Safe:
    """Escape words for an attribute in single quotes: of JSON, whose own quotes are many, this is far shorter."""
    return Safe(markdown(text).replace("'", "&#39;"))


def title(text: str) -> str:
    """Escape words for the front matter, whose title and description the theme prints as they are."""
    return html.escape(fold(text).strip(), quote=True)


def finalize(value: object) -> str:
    """Print a template's value: markup of our own as it is, nothing for None, everything else escaped."""
    if isinstance(value, Safe):
        return value.text
    return "" if value is None else markdown(str(value))


def fill(pattern: str, *values: object) -> Safe:
    """Put values into the `{}` of markup that we wrote: `fill("[{}]({})", name, Safe(address))`."""
    return Safe(pattern.format(*[each.text if isinstance(each, Safe) else finalize(each) for each in values]))


def words(text: str) -> Safe:
    """Escape words that stand alone."""
    return Safe(markdown(text))


def join(separator: str, values: list[Safe]) -> Safe:
    """Join markup with a separator that is markup too."""
    return Safe(separator.join([value.text for value in values]))


def _reference(found: re.Match[str], group: int = 0) -> str:
    return REFERENCES[found[group]]
