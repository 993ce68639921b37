"""Finds whom somebody gives the floor to: "Our next question comes from Jiong Shao with Barclays." Knows text only.

Introductions at calls follow few patterns (one reads 80 % of operators' words): something that announces a turn
("question … from", "the line of", "turn the call over to"), then a name, then perhaps a firm or a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.grammar import names, sentences


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
    r"(?i:\b(?:questions?|questioner|caller|one)\b[^.?!\n]{0,60}?\b(?:from|is|of|by|to|with)\b(?! (?:the )?[a-z]+ questions?)|\bhear (?:next |first |now )?from|\bline of)"
    r"(?i:(?: (?:the|a|our|your|from|of|line|phone line|lines?|side|site|with|colleague|analyst|reporter|friend))*)[ :]+"
    r"(?=[\[(]?[^\W\d_a-z])"
)

# "we'll go to Colby Smith", "let's move on to Mei Tan with", "First up, we'll go to", "we can turn to"
GOES = re.compile(r"(?i:\b(?:go|move|turn|come)(?: on| next| now| back)* to(?: the line of)? )")

# "turn the call over to your host,", "hand the conference over to your speaker today,", "introduce"
REMARKS = re.compile(
    r"(?i:\b(?:turn|hand|pass|give|transfer)(?:ing)? (?:the|this|it|you|things|over)\b[^.?!\n]{0,60}?\b(?:to|with) |\bintroduce )"
    r"(?i:(?:(?:your|our|the|host|speakers?|today|moderator|first|presenter|for|opening|remarks|and|introductions|sir)\b,? )*)"
)

# "go ahead, Zeke", "Go ahead, Ms. Tan."
AHEAD = re.compile(r"(?i:\bgo ahead,? )")

# what stands between a name and a firm: "with", ", calling from", "who is at", "is now with", "representing", ","
JOIN = re.compile(r"\]?(?: ?\[?\(?(?i:ph|sp|phonetic)\)?\]?)?(?:,? (?:(?:who|that) (?:is|has) |who's |is now |is |now |calling |calling in )?(?:with|from|of|at|for|representing|on behalf of)(?: the)?|,| ?[-–—]{1,2}) (?:the )?")

# one capitalised word of a name, with what may hang on it: "O'Connell," "Ju." "DiClemente" "A.M."
WORD = re.compile(r"[(\[]?([^\W\d_](?:[^\W_]|['’.\-](?=[^\W\d_]))*)(\.?)([)\]]?)(,?)")

STOP = frozenset(
    "please your you go and who on sir the our we line next question i thank thanks operator with from of at for is "
    "it its he she they in to today over up an as".split()
)
NOT_NAMES = frozenset(
    "the our your this that we i and please thank thanks first next one you they it if in on at ladies operator good "
    "questions question star q&a investor head chief vice president yes okay ok all so now today let those any some "
    "everyone everybody both each just then well again closing opening prepared slide page for to a an mr".split()
)


def introductions(text: str, chair: bool = False) -> list[Introduction]:
    """Everybody that a turn gives the floor to, in order; somebody named twice counts once, where first named.

    `chair` says that the speaker is known to run the call: then a bare "Ravi Menon, from Kestrel Research" in a
    sentence that speaks of questions, lines or turns is enough.
    """
    found: list[Introduction] = []
    for one in sorted([*_all(text), *(_loose(text) if chair else ())], key=lambda i: (i.start, -i.end)):
        same = next((n for n, known in enumerate(found) if names.same_person(known.name, one.name)), None)
        if same is None:
            found.append(one)
        else:
            found[same] = _merge(found[same], one)
    return found


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
    for pattern, question in ((ASKS, True), (GOES, True), (AHEAD, True), (REMARKS, False)):
        for match in pattern.finditer(text):
            one = _read(text, match.start(), match.end(), question)
            if one:
                yield one


def _read(text: str, start: int, at: int, question: bool) -> Introduction | None:
    name, end = name_at(text, at)
    if not question:
        return _for_remarks(text, start, at, name, end)
    if not name:
        return None
    join = JOIN.match(text, end)
    firm, firm_end = firm_at(text, join.end()) if join else (None, end)
    return Introduction(name, firm, None, True, start, firm_end if firm else end)


def _for_remarks(text: str, start: int, at: int, name: str, end: int) -> Introduction | None:
    """Read "Kevin Coleman, Vice President" or "the Head of Investor Relations, Toby Willard"."""
    if name:
        title = _title(text, end + 1) if text[end : end + 2] == ", " else None
        return Introduction(name, None, title, False, start, end)
    stop = _sentence_end(text, at)
    comma = text.rfind(", ", at, stop)
    name, end = name_at(text, comma + 2) if comma > 0 else ("", at)
    return Introduction(name, None, text[at:comma].strip(" ,"), False, start, end) if " " in name else None


def name_at(text: str, at: int) -> tuple[str, int]:
    """Read a person's name that begins at an offset; ("", at) if there is none."""
    words: list[str] = []
    end = position = at
    while len(words) < 6 and (match := WORD.match(text, position)):
        word = match[1]
        lower = names.fold(word)
        particle = bool(words) and lower in names.PARTICLES and not word[0].isupper()
        titled = not words and lower.strip(".") in names.HONORIFICS
        if not (particle or word[0].isupper() or not word[0].isascii()) or (lower in NOT_NAMES and not titled):
            break
        words.append(word + (match[2] if titled or len(word) == 1 or "." in word else ""))
        end = match.end(1) if not (match[2] and words[-1].endswith(".")) else match.end(2)
        if match[3] or match[4] or (match[2] and not words[-1].endswith(".")):
            break
        position = match.end() + (1 if text[match.end() : match.end() + 1] == " " else 0)
        if position == match.end():
            break
    while words and names.fold(words[-1]) in names.PARTICLES and words[-1][0].islower():
        words.pop()
    name = " ".join(words)
    return (name, end) if names.tokens(name) and not _only_honorific(words) else ("", at)


def _only_honorific(words: list[str]) -> bool:
    return all(names.fold(w).strip(".") in names.HONORIFICS for w in words)


ENDS_NOTHING = re.compile(r"(?i:(?:[a-z]\.)+[a-z]?|inc|co|corp|ltd|llc|l\.p|st|bros|cos|jr|d\.a|b|j\.p)\.?")


def firm_at(text: str, at: int) -> tuple[str | None, int]:
    """Read a firm's name that begins at an offset: capitalised words up to the end of the sentence."""
    stop = _sentence_end(text, at)
    words = text[at:stop].split(" ")
    kept: list[str] = []
    for n, word in enumerate(words[:9]):
        bare = word.strip(",;.[]()")
        joins = bare in {"of", "the", "for", "and"} if kept else bare == "The"
        if not bare or (names.fold(bare) in STOP and not (joins and _capital_next(words, n))):
            break
        if not (bare[0].isupper() or bare[0].isdigit() or bare in {"&", "of", "and", "the", "for", "de", "du", "und"} or not bare[0].isascii()):
            break
        kept.append(word)
        if word.endswith((",", ";")) and not _goes_on(words, n):
            break
    firm = " ".join(kept).strip(" ,;[]")
    if firm.count(")") != firm.count("("):
        firm = firm.strip("()")
    return (firm, at + len(firm)) if firm and firm[0].isupper() or firm[:1].isdigit() else (None, at)


def _capital_next(words: list[str], n: int) -> bool:
    return n + 1 < len(words) and words[n + 1][:1].isupper() and names.fold(words[n + 1]).strip(",.") not in STOP


def _goes_on(words: list[str], n: int) -> bool:
    """Whether a firm goes on after a comma: "Stephens, Inc." and "Keefe, Bruyette & Woods" do."""
    following = [w.strip(",.").casefold() for w in words[n + 1 : n + 4]]
    legal = bool(following) and following[0] in {"inc", "llc", "ltd", "lp", "l.p", "co", "corp", "llp", "plc"}
    return legal or ("&" in following and words[n + 1][:1].isupper())


def _sentence_end(text: str, at: int) -> int:
    """Where the words after an offset come to an end: at a full stop that ends no abbreviation, or `?`, `!`, a line."""
    limit = min(len(text), at + 120)
    for match in re.finditer(r"[.?!\n](?=\s|$|[\"”)\]])", text[at:limit]):
        place = at + match.start()
        word = text[at:place].rsplit(" ", 1)[-1]
        following = text[place + 1 : place + 3].strip()
        if match[0] == "." and ENDS_NOTHING.fullmatch(word) and following[:1].isupper() and not _begins_sentence(text, place):
            continue
        return place + (1 if match[0] == "." and ENDS_NOTHING.fullmatch(word) else 0)
    return limit


def _begins_sentence(text: str, place: int) -> bool:
    word = WORD.match(text, place + 2)
    return bool(word) and names.fold(word[1] if word else "") in STOP | NOT_NAMES


def _title(text: str, at: int) -> str | None:
    stop = _sentence_end(text, at)
    title = text[at:stop].strip(" ,")
    for cut in (". ", "; ", ", please", " please", ", who ", ", sir", " to "):
        title = title.split(cut, 1)[0]
    return title.strip(" ,") or None


# what the sentence speaks of in which a chair names the next one: "First up", "you're next", "line is open"
CUE = re.compile(
    r"(?i)\b(?:first|next|last|final|line|question|questions|ahead|proceed|hear|take|taking|queue|rejoined|floor|open|on to|yes)\b"
)

# "From Fjordbank Markets, we have Søren Kjeldsen"
FROM = re.compile(r"\b[Ff]rom (?:the )?(?=[A-Z])")
HAVE = re.compile(r",? (?:we(?:'|’)?(?: have| ha|ve| will hear| now have)|it is|is)(?: got)? (?:from )?")

# "Ravi, you're next" "Ms. Tan, go ahead" "Mr. Holloway, please"
CALLED = re.compile(r"(?i),? (?:you(?:'|’)re (?:next|up|on)|(?:please )?go ahead|please|your line|your question|the floor is)\b")

TITLES = re.compile(r"(?i)\b(?:chief|ceo|cfo|coo|president|head|director|officer|vice|manager|chair\w*|investor relations|minister)\b")


def _loose(text: str) -> Iterator[Introduction]:
    """Names that a chair puts beside a firm, or calls upon, in sentences that speak of whose turn it is."""
    for begin, end in sentences.spans(text):
        sentence = text[begin:end]
        if CUE.search(sentence) or len(sentence.split()) <= 8:
            yield from _named(text, begin, end)


def _named(text: str, begin: int, stop: int) -> Iterator[Introduction]:
    for match in FROM.finditer(text, begin, stop):
        firm, end = firm_at(text, match.end())
        have = HAVE.match(text, end) if firm else None
        name, name_end = name_at(text, have.end()) if have else ("", 0)
        if name:
            yield Introduction(name, firm, None, True, match.start(), name_end)
    position = begin
    for match in WORD.finditer(text, begin, stop):
        if match.start() < position or not match[1][0].isupper():
            continue
        name, end = name_at(text, match.start())
        if len(names.TOKEN.findall(name)) < 2:
            continue
        join = JOIN.match(text, end)
        firm, firm_end = firm_at(text, join.end()) if join else (None, end)
        position = firm_end if firm else end
        if firm and not TITLES.search(firm):
            yield Introduction(name, firm, None, True, match.start(), firm_end)
        elif CALLED.match(text, end):
            yield Introduction(name, None, None, True, match.start(), end)


# "It's actually Fjordbank Markets", "I'm actually with Harbour Bank now", "It's Harbour Bank, not Northgate"
CORRECTS = re.compile(r"(?i:(?:^|\b(?:it(?:'|’)s|that(?:'|’)s|i(?:'|’)m|we(?:'|’)re) )(?:actually|now)(?: (?:it(?:'|’)s|with|from|at|of))? )(?=[A-Z])")


def corrected(text: str) -> str | None:
    """The firm that an asker puts right in the first sentences ("It's actually Fjordbank Markets, but thanks")."""
    opening = " ".join(sentences.split(text[:300])[:2])
    match = CORRECTS.search(opening)
    firm, _ = firm_at(opening, match.end()) if match else (None, 0)
    return firm
