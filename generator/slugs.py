"""Turns names into parts of addresses. Knows text only."""

from __future__ import annotations

import hashlib
from collections.abc import Collection

from slugify import slugify

LONGEST = 80
RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))]
)
"""Names that Windows refuses for files, and `index`, which MkDocs gives a meaning of its own, below."""


def slug(text: str) -> str:
    """Make `wang-xiao-ming` of 王小明: ASCII, lower case, safe as a file name on every system, never empty."""
    made = slugify(text, max_length=LONGEST, word_boundary=True) or hashlib.sha256(text.encode()).hexdigest()[:10]
    return f"{made}-x" if made in RESERVED or made in {"index", "readme", "404"} else made


def unique(wanted: str, taken: Collection[str]) -> str:
    """Append `-2`, `-3` … to a slug until nobody has it."""
    made, n = wanted, 1
    while made in taken:
        n += 1
        made = f"{wanted}-{n}"
    return made
