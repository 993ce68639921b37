"""What people say of themselves and to the next one: who they are, whose turn it is. Knows text only."""

from __future__ import annotations

import re

from generator.grammar import names, sentences, spelled

# "Nick Tull of the Alderby Courier", "Nancy Marsh-Gent with Marketplace", "Steve Lind, Harbour News"
OF = re.compile(r"(?:,? (?:with|from|of|at)(?: the)? |, )(?:the )?")

# what stands before somebody's own name: the beginning, the end of a sentence, "This is", "Hi,", and a first name
SELF = re.compile(
    r"(?:^|[.!?] |(?i:\b(?:this is|i(?:'|’)m|i am|my name is|it(?:'|’)s|hi|hello|hey|morning"
    r"|afternoon)),? )(?:[^\W\d_][\w.’'-]* ){0,2}$"
)

OPENING = 240
"""Letters of a first turn within which people say who they are."""


def introduces(text: str, name: str) -> tuple[str, str] | None:
    """The firm that somebody of a known name gives in their first words, and those words."""
    words = names.tokens(name)
    opening = text[:OPENING]
    if not words:
        return None
    for match in spelled.WORD.finditer(opening):
        if names.fold(match[1]).strip(".") != words[-1] or not SELF.search(opening[: match.start()]):
            continue
        join = OF.match(opening, match.end(1))
        firm, end = spelled.firm_at(text, join.end()) if join else (None, 0)
        if firm:
            return firm, text[match.start() : end]
    return None


# "Go ahead, Zeke." "Zeke, go ahead." at the end of somebody's words
CALLS_FIRST = re.compile(
    r"(?i:(?:^|[.?!…—–-] )(?:(?:yes|yeah|okay|ok|all right|sure|now|and|so|please)[,.]? )*go ahead, )(?=[A-Z])"
)
CALLS_LAST = re.compile(r",? (?i:go ahead|please|you(?:'|’)re next)[.!]?$")


def called_upon(text: str) -> tuple[str, str] | None:
    """Whom the last words of a turn call upon, and those words; None if they call upon nobody by name."""
    tail = text.rstrip()[-80:]
    for match in list(CALLS_FIRST.finditer(tail))[-1:]:
        name, end = spelled.name_at(tail, match.end())
        if name and not tail[end:].strip(" .!"):
            return name, tail[match.start() :].strip(" .?!—–-")
    last = CALLS_LAST.search(tail)
    start = max((begin for begin, _ in sentences.spans(tail)), default=0)
    name, end = spelled.name_at(tail, start) if last else ("", 0)
    return (name, tail[start:]) if last and name and end == last.start() else None


# "It's actually Fjordbank Markets", "I'm actually with Harbour Bank now", "It's Harbour Bank, not Northgate"
CORRECTS = re.compile(
    r"(?i:(?:^|\b(?:it(?:'|’)s|that(?:'|’)s|i(?:'|’)m|we(?:'|’)re) )(?:actually|now)(?: (?:it(?:'|’)s|with|from|at"
    r"|of))? )(?=[A-Z])"
)


def corrected(text: str) -> str | None:
    """The firm that an asker puts right in the first sentences ("It's actually Fjordbank Markets, but thanks")."""
    opening = " ".join(sentences.split(text[:300])[:2])
    match = CORRECTS.search(opening)
    firm, _ = spelled.firm_at(opening, match.end()) if match else (None, 0)
    return firm
