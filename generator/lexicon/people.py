"""What people are called: full names everywhere, single names within one call. Must not know what was said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from generator.grammar import names
from generator.lexicon import folding, forms, terms, words
from generator.lexicon.terms import Care, Term
from generator.model import Appearance, Call, Roster

# "Robert (Bob) Tan [Interpreter]"
BRACKETS = re.compile(r"\s*[(\[][^)\]]{0,60}[)\]]")

# "J.", "J.P.", "A": initials, which nobody is called by
INITIAL = re.compile(r"[A-Za-z]|(?:[^\W\d_]\.){1,3}")

SHORT = {
    "abigail": "abby", "alexander": "alex sandy", "alexandra": "alex", "andrew": "andy drew", "anthony": "tony",
    "antonia": "toni", "benjamin": "ben", "cameron": "cam", "catherine": "cathy kate", "charles": "charlie chuck",
    "christina": "tina", "christine": "chris", "christopher": "chris", "daniel": "dan danny", "david": "dave",
    "deborah": "deb debbie", "donald": "don", "douglas": "doug", "edward": "ed eddie ted", "elizabeth": "liz beth",
    "eugene": "gene", "frederick": "fred", "gerald": "gerry jerry", "gregory": "greg", "harold": "hal harry",
    "jacob": "jake", "james": "jim jimmy", "jeffrey": "jeff", "jennifer": "jen jenny", "jeremy": "jerry",
    "jonathan": "jon", "joseph": "joe", "joshua": "josh", "katherine": "kathy kate", "kenneth": "ken",
    "lawrence": "larry", "leonard": "len lenny", "margaret": "maggie meg peggy", "matthew": "matt", "michael": "mike",
    "mitchell": "mitch", "nathaniel": "nate nat", "nathan": "nate", "nicholas": "nick", "pamela": "pam",
    "patricia": "pat trish", "patrick": "pat", "peter": "pete", "philip": "phil", "phillip": "phil",
    "raymond": "ray", "rebecca": "becky", "richard": "rich rick dick", "robert": "rob bob bobby", "ronald": "ron",
    "samantha": "sam", "samuel": "sam", "stephen": "steve", "steven": "steve", "susan": "sue", "terence": "terry",
    "theodore": "ted theo", "thomas": "tom tommy", "timothy": "tim", "valerie": "val", "victoria": "vicky",
    "vincent": "vince", "walter": "walt", "william": "will bill billy", "zachary": "zach",
}  # fmt: skip
"""First names and what their bearers are called for short; not the other way, for a printed "Dan" is no "Daniel"."""


def plain_name(name: str) -> list[str]:
    """The words of a name as written, in the order in which they are said, without forms of address and suffixes."""
    last, comma, first = BRACKETS.sub("", name).partition(",")
    turned = f"{first} {last}" if comma and not _suffix(first.split()[0] if first.split() else "jr") else last
    found = turned.replace(",", " ").split()
    while len(found) > 1 and found[0].strip(".").casefold() in names.HONORIFICS:
        found = found[1:]
    while len(found) > 1 and _suffix(found[-1]):
        found = found[:-1]
    return found


def _suffix(word: str) -> bool:
    return word.replace(".", "").casefold() in names.SUFFIXES


def full_names(name: str, target: str) -> Iterator[Term]:
    """Yield the forms of a name of two words or more: as written, without initials, without middle names."""
    plain = plain_name(name)
    if len(plain) < 2 or names.generic_role(name):
        return
    yield terms.speaker(" ".join(plain), target, "full name")
    full = [word for word in plain if not INITIAL.fullmatch(word)]
    if len(full) < 2:
        return
    for shorter in (" ".join(full), f"{full[0]} {_surname(full)}"):
        yield terms.speaker(shorter, target, "full name, shortened", derived=True)


def _surname(full: list[str]) -> str:
    """The last word, with particles before it: "van der Berg"."""
    start = len(full) - 1
    while start > 1 and full[start - 1].casefold() in names.PARTICLES:
        start -= 1
    return " ".join(full[start:])


def of_call(call: Call, roster: Roster) -> list[Term]:
    """Gather the names by which people of this call may be called in it: each means exactly one of them."""
    known = [(a, _names(a, roster)) for a in call.appearances if not names.generic_role(a.name)]
    found = [t for a, called in known if a.speaker for name in called for t in _long(name, a.speaker)]
    firm_words = _firm_words(call)
    for word, owners in sorted(_single_names(known).items()):
        speaker = next(iter(owners))
        if len(owners) == 1 and speaker and owners[speaker]:
            found.append(terms.speaker(_capital(word), speaker, "one name in this call", _care(word, firm_words)))
    return terms.unambiguous(found)


def _names(appearance: Appearance, roster: Roster) -> list[str]:
    speaker = roster.speakers.get(appearance.speaker or "")
    return list(dict.fromkeys([appearance.name, *([speaker.name, *speaker.aliases] if speaker else [])]))


def _long(name: str, speaker: str) -> Iterator[Term]:
    """Yield full names, and the name turned round: "Zhang Wei" is also called "Wei Zhang"."""
    yield from full_names(name, speaker)
    full = [word for word in plain_name(name) if not INITIAL.fullmatch(word)]
    if len(full) == 2:
        yield terms.speaker(f"{full[1]} {full[0]}", speaker, "full name, turned round", derived=True)
    elif len(full) > 2 and " " in _surname(full):
        yield terms.speaker(_surname(full), speaker, "surname with particle", derived=True)


def _single_names(known: list[tuple[Appearance, list[str]]]) -> dict[str, dict[str | None, bool]]:
    """Each single name → who may be meant (None for a voice that is no known person) → whether they are called so.

    Middle names make a name ambiguous, but nobody is called by them.
    """
    owners: dict[str, dict[str | None, bool]] = defaultdict(dict)
    for appearance, called in known:
        for name in called:
            full = [word for word in plain_name(name) if not INITIAL.fullmatch(word)]
            for n, word in enumerate(full):
                usual = n in (0, len(full) - 1)
                for form in _spellings(folding.fold(word.strip(".")), first=n == 0):
                    owners[form][appearance.speaker] = owners[form].get(appearance.speaker, False) or usual
    return owners


def _spellings(word: str, first: bool) -> list[str]:
    """A name as written, without its hyphen ("Xiao-ming", "Xiaoming"), and for short ("Timothy", "Tim")."""
    return [word, word.replace(" ", ""), *(SHORT.get(word, "").split() if first else ())]


def _firm_words(call: Call) -> frozenset[str]:
    """Words of the firms of this call: in "at Halvorsen" the firm is meant, even if somebody has that name."""
    firms = [call.organization, *(a.organization for a in call.appearances)]
    return frozenset(word for firm in firms if firm for word in folding.blank(firm).words.split())


def _care(word: str, firm_words: Collection[str]) -> Care:
    if word in words.GRAMMAR - words.WORDS or word in words.TITLES or len(word) < 2:
        return Care.HONORIFIC
    if word in words.CALENDAR or word in words.PLACES or word in firm_words or word in forms.NO_NAMES:
        return Care.ADDRESS
    return Care.COMMON_NAME if word in words.ORDINARY else Care.NAME


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
