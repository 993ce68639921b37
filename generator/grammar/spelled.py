"""Reads the name of a person or a firm that begins at an offset of a text. Knows text only."""

from __future__ import annotations

import re

from generator.grammar import names

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


def name_at(text: str, at: int) -> tuple[str, int]:
    """Read a person's name that begins at an offset; ("", at) if there is none."""
    first = WORD.match(text, at)
    if not first or not (first[1][0].isupper() or not first[1][0].isascii()):
        return "", at
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
    stop = sentence_end(text, at)
    words = text[at:stop].split(" ")
    kept: list[str] = []
    for n, word in enumerate(words[:9]):
        bare = word.strip(",;.[]()")
        joins = bare in {"of", "the", "for", "and"} if kept else bare == "The"
        if not bare or (names.fold(bare) in STOP and not (joins and _capital_next(words, n))):
            break
        if not (
            bare[0].isupper()
            or bare[0].isdigit()
            or bare in {"&", "of", "and", "the", "for", "de", "du", "und"}
            or not bare[0].isascii()
        ):
            break
        kept.append(word)
        if word.endswith((",", ";")) and not _goes_on(words, n):
            break
    firm = " ".join(kept).strip(" ,;[]")
    if firm.count(")") != firm.count("("):
        firm = firm.strip("()")
    return (firm, at + len(firm)) if (firm and firm[0].isupper()) or firm[:1].isdigit() else (None, at)


def _capital_next(words: list[str], n: int) -> bool:
    return n + 1 < len(words) and words[n + 1][:1].isupper() and names.fold(words[n + 1]).strip(",.") not in STOP


def _goes_on(words: list[str], n: int) -> bool:
    """Whether a firm goes on after a comma: "Stephens, Inc." and "Keefe, Bruyette & Woods" do."""
    following = [w.strip(",.").casefold() for w in words[n + 1 : n + 4]]
    legal = bool(following) and following[0] in {"inc", "llc", "ltd", "lp", "l.p", "co", "corp", "llp", "plc"}
    return legal or ("&" in following and words[n + 1][:1].isupper())


def sentence_end(text: str, at: int) -> int:
    """Where the words after an offset come to an end: at a full stop that ends no abbreviation, or `?`, `!`, a line."""
    limit = min(len(text), at + 120)
    for match in re.finditer(r"[.?!\n](?=\s|$|[\"”)\]])", text[at:limit]):
        place = at + match.start()
        word = text[at:place].rsplit(" ", 1)[-1]
        following = text[place + 1 : place + 3].strip()
        if (
            match[0] == "."
            and ENDS_NOTHING.fullmatch(word)
            and following[:1].isupper()
            and not _begins_sentence(text, place)
        ):
            continue
        return place + (1 if match[0] == "." and ENDS_NOTHING.fullmatch(word) else 0)
    return limit


def _begins_sentence(text: str, place: int) -> bool:
    word = WORD.match(text, place + 2)
    return bool(word) and names.fold(word[1] if word else "") in STOP | NOT_NAMES
