"""Tells by the words around whether a capital makes a name: "Thanks, Will." but not "Will you". Knows text only."""

from __future__ import annotations

import re
from collections.abc import Container

from generator.grammar import names
from generator.lexicon import folding, words
from generator.lexicon.terms import Care

FORMS = "|".join(sorted(names.HONORIFICS - {"vice", "acting", "deputy"}))
"""Forms of address that can stand directly before a name."""

# "Mr. ", "Ms ", "Mayor " directly before a name
ADDRESSED = re.compile(rf"(?i)\b(?:{FORMS})\.? $")

# the word before, with what joins it: "Morgan ", "Smith-", "Marks & "
BEFORE = re.compile(r"([^\W\d_]+)( (?:& )?|-)$")

# the word after, with what joins it: " Kahneman", "-Baptiste", " & Hale"
AFTER = re.compile(r"( (?:& )?|[-‐‑])([^\W\d_]+)")

# nothing, or the end of a sentence with its quotes, before a place: "years. “"
SENTENCE_START = re.compile(r"(?:^|[.?!…:]|[.?!…][\"'”’)\]])\s*[\"'“‘(\[]*$")

# "Thanks, " "over to you, " "Thank you very much, " directly before somebody's name
SPOKEN_TO = re.compile(r"\b(?:thanks|thank you|(?:very|so) much|hi|hello|hey|to you|good \w{1,9}),? $", re.I)

# "let me turn the call over to " directly before somebody's name
HANDED_TO = re.compile(r"(?i)\b(?:hand|turn|pass)\w{0,3}(?: \w{1,9}){0,3} (?:over|back) to $")

# "Jordan?" and "Jordan, please" at the beginning of a sentence
CALLED = re.compile(r"(?i)\?|, (?:please|can|could|do|would|over|you|your|thank|thanks|go)\b")

# the end of an address: "Thanks, May." "May? "
PAUSE = re.compile(r"[.,;?!…]|\s*$|\s?[-–—]{1,2}\s")

NEAR = 40
"""So many characters to each side are looked at."""


def shouted(text: str, place: int) -> bool:
    """Whether capitals say nothing around a place, because all words there are in capitals."""
    around = text[max(0, place - 2 * NEAR) : place + 2 * NEAR]
    return around.isupper() and len(around.split()) > 3


def addressed(text: str, start: int) -> int:
    """Where the form of address before a place begins ("Mr. Zhao"); the place itself if there is none."""
    found = ADDRESSED.search(text, max(0, start - NEAR), start)
    return found.start() if found else start


def doubtful(care: Care, text: str, start: int, end: int, ordinary: Container[str]) -> bool:
    """Whether a capitalised form may be no name there; `ordinary` holds words that the call has in small letters."""
    if care is Care.NONE:
        return False
    small = folding.fold(text[start:end]) in ordinary
    if care is Care.SINGLE and not small:
        return False
    if care is Care.HONORIFIC or shouted(text, start):
        return True
    if care is Care.ADDRESS:
        return not _called_upon(text, start, end)
    if _beside_capital(text, start, end, ordinary):
        return True
    spoken_to = care >= Care.NAME and PAUSE.match(text, end) is not None
    return (small or care is not Care.NAME) and not spoken_to and _before(SENTENCE_START, text, start)


def _called_upon(text: str, start: int, end: int) -> bool:
    if _before(HANDED_TO, text, start) or (_before(SPOKEN_TO, text, start) and PAUSE.match(text, end)):
        return not goes_on(text, end)
    return _before(SENTENCE_START, text, start) and CALLED.match(text, end) is not None


def _before(pattern: re.Pattern[str], text: str, start: int) -> bool:
    return pattern.search(text[max(0, start - NEAR) : start]) is not None


def _beside_capital(text: str, start: int, end: int, ordinary: Container[str]) -> bool:
    """Whether a neighbouring word makes it another's name: "Morgan Stanley", "Daniel Kahneman", "Jean-Daniel"."""
    before = BEFORE.search(text[max(0, start - NEAR) : start])
    if before is None or not _belongs(before[1], before[2]):
        return goes_on(text, end)
    opens = before[2] == " " and _before(SENTENCE_START, text, start - len(before[0]))
    return not (opens and folding.fold(before[1]) in ordinary) or goes_on(text, end)


def goes_on(text: str, end: int) -> bool:
    """Whether a name goes on after a place: "Daniel Kahneman" after "Daniel"."""
    after = AFTER.match(text, end, end + NEAR)
    return after is not None and _belongs(after[2], after[1])


NO_PART = words.ORDINARY - words.WORDS | words.TITLES | names.HONORIFICS
"""Capitalised words that are no part of a name beside them."""


def _belongs(word: str, joint: str) -> bool:
    return word[0].isupper() and (bool(joint.strip()) or folding.fold(word) not in NO_PART)
