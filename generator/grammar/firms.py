"""How the names of firms are written. Knows nothing of who belongs to them."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.grammar import names

LEGAL = frozenset(
    "inc incorporated llc llp lp ltd limited co corp corporation company plc ag sa se nv asa ab as oyj spa gmbh bv pte "
    "pty kk group holdings holding the and".split()
)
"""Words that two spellings of one firm may differ in."""

DIVISIONS = re.compile(r"(?i),? (?:research division|equity research|division of research)$")


@lru_cache(maxsize=65536)
def key(firm: str) -> str:
    """Reduce a firm's name to what its spellings share: "J.P. Morgan & Co" and "JPMorgan" → "jpmorgan"."""
    return "".join(words(firm))


@lru_cache(maxsize=65536)
def words(firm: str) -> tuple[str, ...]:
    """The words of a firm's name, folded, without legal forms: "Barclays Capital, Inc." → barclays, capital."""
    plain = DIVISIONS.sub("", firm.strip())
    found = [t.strip(".'").replace(".", "").replace("'", "") for t in names.TOKEN.findall(names.fold(plain))]
    return tuple([t for t in found if t and t not in LEGAL] or found)


def shares_words(a: str, b: str) -> bool:
    """Whether one firm's words are all in the other's: "Barclays" and "Barclays Capital"."""
    left, right = set(words(a)), set(words(b))
    return key(a) == key(b) or (bool(left and right) and (left <= right or right <= left))
