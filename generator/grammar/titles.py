"""Finds what a text calls somebody: "Daleep Ray, who's the Deputy Advisor for Trade". Knows text only."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.grammar import names

OFFICE = re.compile(
    r"(?i)\b(?:officer|president|director|secretary|advis[eo]r|chair(?:man|woman|person)?|chief|minister|coordinator"
    r"|administrator|counsel|manager|head|treasurer|controller|mayor|engineer|clerk|ambassador|general|commissioner"
    r"|spokes(?:man|woman|person)|deputy|ceo|cfo|coo|cto|evp|svp|vp|governor|superintendent|lead|representative"
    r"|member|envoy|founder|partner)\b"
)
"""What a title has in it, and a firm or a place has not; a name that begins so ("Secretary Ray") needs no other."""

# "Chief Executive Officer", "CFO & Director", "Senior Vice President, Investor Relations", "Head of IR"
EXECUTIVE = re.compile(
    r"(?i)\b(?:chief|ceo|cfo|coo|cto|cio|cmo|evp|svp|vp|vice president|president|chair(?:man|woman|person)?|director"
    r"|founder|"
    r"treasurer|controller|secretary|counsel|investor relations|ir|general manager|managing director|head|minister"
    r"|mayor|"
    r"engineer|commissioner|officer)\b"
)

# "Analyst", "Research Analyst", "Managing Director, Equity Research"
ANALYST = re.compile(r"(?i)\b(?:analyst|equity research|research division)\b")

# "Private Investor", "Portfolio Manager"
BUY_SIDE = re.compile(r"(?i)\b(?:private investor|portfolio manager|shareholder|individual investor)\b")

# offices of a council, as they stand before names: "COUNCILLOR MAYES", "MAYOR OKAFOR", "Clerk"
COUNCIL = re.compile(r"(?i)\b(?:council(?:l?or|member)|mayor|clerk|speaker|alder(?:man|woman|person))\b")

# ", who's the White House Deputy Advisor for Trade", ", our Chief Executive Officer", ", Chairman and CEO"
AFTER = re.compile(
    r",? (?:who(?:['’]s| is|, as you know, is) |who serves as )?(?:our |the |a |also |currently |now "
    r"|[A-Z][\w&.]*['’]s )*(?=[A-Z])"
)

# where a title ends: "; ", ", and Bill Burr,", ", will", ". "
ENDS = re.compile(
    r"[.;:()?!\n]|, (?:and )?(?=[A-Z][\w.’'-]+ (?:[A-Z]\.? )?[A-Z][\w’'-]+(?:,|;|\.| and ))|,? (?:who|will|to|is|are"
    r"|has|with|on|here|for today|today|joining)\b(?! of)"
    r"|, (?=[a-z])| and (?=[A-Z][\w’'-]+ [A-Z][\w’'-]+, )"
)

JOINING = frozenset("of for the and to on & in at".split())
LONGEST = 16
"""Words of a title at most."""


@lru_cache(maxsize=8192)
def said_of(name: str, text: str) -> tuple[str, int, int] | None:
    """The title that a text gives a person, and the offsets of the words that do; None if it gives none."""
    words = names.tokens(name)
    spoken = names.TOKEN.findall(name)
    if spoken and OFFICE.fullmatch(spoken[0]):
        return None
    if not words or words[-1] not in names.fold(text):
        return None
    family = _family(name)
    for match in _printed(family).finditer(text):
        found = _before(text, match.start()) or _after(text, match.end())
        if found:
            title, start, end = found
            return title, min(start, match.start()), max(end, match.end())
    return None


@lru_cache(maxsize=4096)
def _printed(family: str) -> re.Pattern[str]:
    """A family name as a word of its own, in any case."""
    return re.compile(rf"(?<![\w’'-]){re.escape(family)}(?![\w’'-])", re.IGNORECASE)


def _family(name: str) -> str:
    """The last word of a name as it is printed."""
    printed = [t for t in names.TOKEN.findall(name) if names.fold(t).strip(".") not in names.SUFFIXES]
    return printed[-1] if printed else name


def _after(text: str, at: int) -> tuple[str, int, int] | None:
    opening = AFTER.match(text, at)
    if not opening or text[at : at + 1] != ",":
        return None
    stop = ENDS.search(text, opening.end(), opening.end() + 160)
    end = stop.start() if stop else min(len(text), opening.end() + 160)
    title = text[opening.end() : end].strip(" ,")
    return (title, at, opening.end() + len(title)) if _is_title(title) else None


def _before(text: str, at: int) -> tuple[str, int, int] | None:
    """Read "Principal Deputy Press Secretary Karine" backwards from the family name."""
    tokens = [(m.start(), m[0]) for m in re.finditer(r"\S+", text[max(0, at - 200) : at])]
    if not tokens or not tokens[-1][1][:1].isupper():
        return None
    kept: list[tuple[int, str]] = []
    for start, token in reversed(tokens[:-1]):
        if token.endswith((",", ";", ".", ":", ")")) or not (token[:1].isupper() or token in JOINING):
            break
        kept.append((start, token))
    kept = _own(kept)
    while kept and kept[-1][1] in JOINING:
        kept.pop()
    title = " ".join(token for _, token in reversed(kept))
    return (title, max(0, at - 200) + kept[-1][0], at) if kept and _is_title(title) else None


def _own(kept: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Leave out what is said of somebody else before: "Press Secretary Jo Parley and …" (last word first)."""
    for n, (_, token) in enumerate(kept):
        if token != "and" or n + 1 >= len(kept):
            continue
        later, earlier = (" ".join(t for _, t in part) for part in (kept[:n], kept[n + 1 :]))
        if OFFICE.search(later) and OFFICE.search(earlier) and not OFFICE.fullmatch(kept[n + 1][1]):
            return kept[:n]
    return kept


def _is_title(title: str) -> bool:
    return 1 <= len(title.split()) <= LONGEST and bool(OFFICE.search(title))
