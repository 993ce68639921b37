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
    near = text[:300].lower()
    if "actually" not in near and "now" not in near:
        return None
    opening = " ".join(sentences.split(text[:300])[:2])
    match = CORRECTS.search(opening)
    firm, _ = spelled.firm_at(opening, match.end()) if match else (None, 0)
    return firm


# "Marcus will take that", "Wei, do you want to start?", "Amy can speak to the margin"
TAKES = re.compile(
    r",? (?i:will|can|could|would|do you want to|would you|could you|can you|why don(?:'|’)t you|maybe you|please"
    r"|you want to)\b"
    r"(?i:[^.?!]{0,40}?\b(?:take|answer|address|cover|handle|start|speak|talk|comment|add|give|walk|go|follow))\b"
)

# "Let me ask Tianyu to take this", "I'll hand it to Amy", "over to you, Marcus", "I'll let Wei"
GIVES = re.compile(
    r"(?i:\b(?:ask|let|have|invite|over to|hand(?: it| that| this| over)*(?: over)? to|pass(?: it| that| this)*(?: on"
    r"| over)? to"
    r"|turn(?: it| that| this)*(?: over)? to|defer to|give (?:it|that|this) to|over to you,|to you,) )(?=[A-ZÀ-Þ])"
)


def handed_on(text: str, known: dict[str, str]) -> tuple[str, str] | None:
    """To whom of `known` (folded name → id) somebody hands a question on, and the words; None if to nobody."""
    for match in GIVES.finditer(text):
        name, end = spelled.name_at(text, match.end())
        found = _known(name, known)
        if found:
            return found, text[match.start() : end]
    for match in spelled.WORD.finditer(text):
        takes = TAKES.match(text, match.end(1)) if match[1][0].isupper() else None
        found = _known(match[1], known) if takes else None
        if takes and found:
            return found, text[match.start() : takes.end()]
    return None


def _known(name: str, known: dict[str, str]) -> str | None:
    words = names.tokens(name) if name else ()
    return (known.get(" ".join(words)) or known.get(words[0]) or known.get(words[-1])) if words else None
