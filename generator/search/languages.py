"""In which index a passage belongs: one a language, whose rules cut words to their stems. Knows no engine."""

from __future__ import annotations

import re

from generator.grammar import languages

DEFAULT = "en"
"""Where nobody can tell, and for what we write ourselves."""
UNPARTED = {"zh": "Chinese", "ja": "Japanese", "th": "Thai"}
"""Languages without spaces between words: text must be parted before it can be searched."""
BORDER = "\u200b"
"""Stands between words where no space does; Pagefind's script leaves it out of what it shows."""
SIGN = "\u0e01-\u0e4e\u3005\u3041-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
"""Characters that nobody sees and that spoil an index: controls, borders that are none, halves of a character."""
TOKEN = re.compile(rf"(?:[{SIGN}]|[^{SIGN}\s]+)\s*")  # "云", "计", "AI " of "云计AI 模型"


def tell(text: str, main: str | None) -> str:
    """Name the index of a text; `main` is the language of what surrounds it."""
    return (languages.language(text, main) or main or DEFAULT).partition("-")[0].lower()


def clean(text: str) -> str:
    """Leave out what nobody sees, and fold white space."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(UNSEEN.sub("", text).split())


def part(text: str) -> str:
    """Part a text into single signs, with borders between; who asks for signs in a row finds words."""
    return BORDER.join(TOKEN.findall(text))


def spaced(parted: str) -> str:
    """Put spaces in place of borders, for an index that knows no other."""
    return " ".join(token.strip() for token in parted.split(BORDER))


def tokens(text: str) -> list[str]:
    """List the words of a text as Pagefind's script counts them."""
    return text.split(BORDER) if BORDER in text else text.split()
