"""Finds whom somebody gives the floor to: "Our next question comes from Jiong Shao with Barclays." Knows text only.

Introductions at calls follow few patterns (one reads 80 % of operators' words): something that announces a turn
("question … from", "the line of", "turn the call over to"), then a name, then perhaps a firm or a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.grammar import cues, names, sentences, spelled, titles


@dataclass(frozen=True, slots=True)
class Introduction:
    """Somebody who is given the floor."""

    name: str
    organization: str | None
    title: str | None
    question: bool
    """True if it is given for a question, False for remarks."""
    start: int
    """Offsets of the words that say so."""
    end: int


# "question comes from the line of", "take our next question from", "question today is going to come from", and then
# something that is not written small: "questions from the phone lines" names nobody
ASKS = re.compile(
    r"(?i:\b(?:questions?|questioner|caller|one)\b[^.?!\n]{0,60}?\b(?:from|is|of|by|to"
    r"|with)\b(?! (?:the )?[a-z]+ questions?)|\bhear (?:next |first |now )?from|\bline of)"
    r"(?i:(?: (?:the|a|our|your|from|of|line|phone line|lines?|side|site|with|colleague|analyst|reporter"
    r"|friend))*)[ :]+"
    r"(?=[\[(]?[^\W\d_a-z])"
)

# "we'll go to Colby Smith", "let's move on to Mei Tan with", "First up, we'll go to", "we can turn to"
GOES = re.compile(r"(?i:\b(?:go|move|turn|come)(?: on| next| now| back)* to(?: the line of)? )")

# "turn the call over to your host,", "hand the conference over to your speaker today,", "introduce"
REMARKS = re.compile(
    r"(?i:\b(?:turn|hand|pass|give|transfer)(?:ing)? (?:the|this|it|you|things|over)\b[^.?!\n]{0,60}?\b(?:to|with) "
    r"|\bintroduce )"
    r"(?i:(?:(?:your|our|the|host|speakers?|today|moderator|first|presenter|for|opening|remarks|and|introductions"
    r"|sir)\b,? )*)"
)

# "go ahead, Zeke", "Go ahead, Ms. Tan."
AHEAD = re.compile(r"(?i:\bgo ahead,? )")

GIVING = ((ASKS, True), (GOES, True), (AHEAD, True), (REMARKS, False))
"""What gives the floor, and whether for a question."""
OPENINGS = cues.cues(
    """
    question|caller|one|line of|introduce|go ahead
    hear|hear next|hear first|hear now & from
    go|move|turn|come & on|next|now|back|to
    turn|hand|pass|give|transfer|turning|handing|passing|giveing|transfering & the|this|it|you|things|over
    """
)
"""With one of them each of these begins."""

# what stands between a name and a firm: "with", ", calling from", "who is at", "is now with", "representing", ","
JOIN = re.compile(
    r"\]?(?: ?\[?\(?(?i:ph|sp|phonetic)\)?\]?)?(?:,? (?:(?:who|that) (?:is|has) |who's |is now |is |now |calling "
    r"|calling in )?(?:with|from|of|at|for|representing|on behalf of)(?: the)?|,| ?[-–—]{1,2}) (?:the )?"
)


# ", a private investor"
PRIVATE = re.compile(r"(?i),? (?:who is )?an? ((?:private|individual|retail) (?:investor|shareholder))\b")


def introductions(text: str, chair: bool = False) -> tuple[Introduction, ...]:
    """Everybody that a turn gives the floor to, in order; somebody named twice counts once, where first named.

    `chair` says that the speaker is known to run the call: then a bare "Ravi Menon, from Kestrel Research" in a
    sentence that speaks of questions, lines or turns is enough.
    """
    return _by_chair(text) if chair else _by_anybody(text)


@lru_cache(maxsize=2048)
def _by_anybody(text: str) -> tuple[Introduction, ...]:
    return _once(_all(text))


@lru_cache(maxsize=2048)
def _by_chair(text: str) -> tuple[Introduction, ...]:
    return _once([*_all(text), *_loose(text)])


def _once(given: Iterable[Introduction]) -> tuple[Introduction, ...]:
    given, found = list(given), list[Introduction]()
    if not given:  # as most texts
        return ()
    for one in sorted(given, key=lambda i: (i.start, -i.end)):
        same = next((n for n, known in enumerate(found) if names.same_person(known.name, one.name)), None)
        if same is None:
            found.append(one)
        else:
            found[same] = _merge(found[same], one)
    return tuple(found)


def _merge(old: Introduction, new: Introduction) -> Introduction:
    return Introduction(
        max(old.name, new.name, key=lambda n: (len(names.tokens(n)), not names.honorific(n), len(n))),
        new.organization or old.organization,
        new.title or old.title,
        old.question and (new.question or old.title is None),
        old.start,
        max(old.end, new.end),
    )


def _all(text: str) -> Iterator[Introduction]:
    begins = OPENINGS.begins(text)
    if not begins:
        return
    for pattern, question in GIVING:
        for match in cues.tried(pattern, text, begins):
            one = _read(text, match.start(), match.end(), question)
            if one:
                yield one


def _read(text: str, start: int, at: int, question: bool) -> Introduction | None:
    name, end = spelled.name_at(text, at)
    if not question:
        return _for_remarks(text, start, at, name, end)
    if not name:
        return None
    join = JOIN.match(text, end)
    firm, firm_end = spelled.firm_at(text, join.end()) if join else (None, end)
    private = PRIVATE.match(text, end)
    if private:
        return Introduction(name, None, private[1].title(), True, start, private.end())
    return Introduction(name, firm, None, True, start, firm_end if firm else end)


def _for_remarks(text: str, start: int, at: int, name: str, end: int) -> Introduction | None:
    """Read "Kevin Coleman, Vice President" or "the Head of Investor Relations, Toby Willard"."""
    if name and titles.OFFICE.search(name):
        name = ""
    if name:
        title = _title(text, end + 1) if text[end : end + 2] == ", " else None
        return Introduction(name, None, title, False, start, end)
    stop = spelled.sentence_end(text, at)
    comma = text.rfind(", ", at, stop)
    name, end = spelled.name_at(text, comma + 2) if comma > 0 else ("", at)
    return Introduction(name, None, text[at:comma].strip(" ,"), False, start, end) if " " in name else None


def _title(text: str, at: int) -> str | None:
    stop = spelled.sentence_end(text, at)
    title = text[at:stop].strip(" ,")
    for cut in (". ", "; ", ", please", " please", ", who ", ", sir", " to "):
        title = title.split(cut, 1)[0]
    return title.strip(" ,") or None


# what the sentence speaks of in which a chair names the next one: "First up", "you're next", "line is open"
CUE = re.compile(
    r"(?i)\b(?:first|next|last|final|line|question|questions|ahead|proceed|hear|take|taking|queue|rejoined|floor|open"
    r"|on to|yes)\b"
)

WHOSE_TURN = cues.cued(
    CUE,
    "first|next|last|final|line|question|ahead|proceed|hear|take|taking|queue|rejoined|floor|open|on to|yes",
)

# "From Fjordbank Markets, we have Søren Kjeldsen"
FROM = re.compile(r"\b[Ff]rom (?:the )?(?=[A-Z])")
HAVE = re.compile(r",? (?:we(?:'|’)?(?: have| ha|ve| will hear| now have)|it is|is)(?: got)? (?:from )?")

# "Ravi, you're next" "Ms. Tan, go ahead" "Mr. Holloway, please"
CALLED = re.compile(
    r"(?i),? (?:you(?:'|’)re (?:next|up|on)|(?:please )?go ahead|please|your line|your question|the floor is)\b"
)

TITLES = re.compile(
    r"(?i)\b(?:chief|ceo|cfo|coo|president|head|director|officer|vice|manager|chair\w*|investor relations|minister)\b"
)


def _loose(text: str) -> Iterator[Introduction]:
    """Names that a chair puts beside a firm, or calls upon, in sentences that speak of whose turn it is."""
    for begin, end in sentences.spans(text):
        sentence = text[begin:end]
        if len(sentence.split(None, 8)) <= 8 or WHOSE_TURN.search(sentence):
            yield from _named(text, begin, end)


def _named(text: str, begin: int, stop: int) -> Iterator[Introduction]:
    for match in FROM.finditer(text, begin, stop):
        firm, end = spelled.firm_at(text, match.end())
        have = HAVE.match(text, end) if firm else None
        name, name_end = spelled.name_at(text, have.end()) if have else ("", 0)
        if name:
            yield Introduction(name, firm, None, True, match.start(), name_end)
    position = begin
    for match in spelled.WORD.finditer(text, begin, stop):
        if match.start() < position or not match[1][0].isupper():
            continue
        name, end = spelled.name_at(text, match.start())
        if len(names.TOKEN.findall(name)) < 2:
            continue
        join = JOIN.match(text, end)
        firm, firm_end = spelled.firm_at(text, join.end()) if join else (None, end)
        position = firm_end if firm else end
        if firm and not TITLES.search(firm):
            yield Introduction(name, firm, None, True, match.start(), firm_end)
        elif CALLED.match(text, end):
            yield Introduction(name, None, None, True, match.start(), end)
