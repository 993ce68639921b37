"""How people's names and the labels before their words are written. Knows nothing of who anybody is."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from generator.model import Role

HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof professor sir madam madame dame lord lady hon rev mayor chair chairman chairwoman "
    "chairperson president senator secretary minister ambassador councillor councilor councilmember "
    "commissioner governor judge justice deputy vice acting".split()
)
"""First words that are no part of a name: "MS. PSAKI", "CHAIR POWELL", "DEPUTY MAYOR LINDQVIST"."""

SUFFIXES = frozenset("jr sr ii iii iv phd md cfa cpa esq".split())

PARTICLES = frozenset(
    "de da di do du del della der den des dos van von la le el al bin ibn ter ten zu y e af st".split()
)

GENERIC: dict[str, Role] = {
    "operator": Role.OPERATOR,
    "conference operator": Role.OPERATOR,
    "coordinator": Role.OPERATOR,
    "conference coordinator": Role.OPERATOR,
    "event coordinator": Role.OPERATOR,
    "clerk": Role.OPERATOR,
    "city clerk": Role.OPERATOR,
    "madam speaker": Role.MODERATOR,
    "mr speaker": Role.MODERATOR,
    "mr. speaker": Role.MODERATOR,
    "madam chair": Role.MODERATOR,
    "mr chair": Role.MODERATOR,
    "mr. chair": Role.MODERATOR,
    "moderator": Role.MODERATOR,
    "facilitator": Role.MODERATOR,
    "conference facilitator": Role.MODERATOR,
    "presenter": Role.UNKNOWN,
    "host": Role.HOST,
    "interviewer": Role.HOST,
    "guest": Role.GUEST,
    "interpreter": Role.INTERPRETER,
    "translator": Role.INTERPRETER,
    "analyst": Role.SELL_SIDE_ANALYST,
    "questioner": Role.UNKNOWN,
    "caller": Role.UNKNOWN,
    "participant": Role.UNKNOWN,
    "attendee": Role.UNKNOWN,
    "shareholder": Role.BUY_SIDE_ANALYST,
    "investor": Role.BUY_SIDE_ANALYST,
    "reporter": Role.JOURNALIST,
    "journalist": Role.JOURNALIST,
    "press": Role.JOURNALIST,
    "q": Role.UNKNOWN,
    "question": Role.UNKNOWN,
    "a": Role.UNKNOWN,
    "answer": Role.UNKNOWN,
    "resident": Role.GUEST,
    "speaker": Role.UNKNOWN,
    "audience": Role.GUEST,
    "audience member": Role.GUEST,
    "member of the public": Role.GUEST,
    "staff": Role.UNKNOWN,
    "staff member": Role.UNKNOWN,
    "executive": Role.EXECUTIVE,
    "management": Role.EXECUTIVE,
    "company representative": Role.EXECUTIVE,
    "corporate representative": Role.EXECUTIVE,
    "corporate participant": Role.EXECUTIVE,
    "unknown": Role.UNKNOWN,
    "unidentified": Role.UNKNOWN,
}
"""Labels that name a part and not a person, and the role that part has."""

ASKERS = frozenset(
    "analyst questioner caller participant attendee shareholder investor reporter journalist press q question resident "
    "audience unidentified unknown speaker".split()
)
"""Generic labels that stand for whoever asks: the hand-over before may tell who that is."""

# "SPEAKER_03", "Speaker 3", "spk_0", "Speaker A": a voice that a machine told apart, and no person
DIARIZATION = re.compile(r"(?i)(?:speaker|spk|spkr)[ _-]?(?:\d{1,3}|[a-z])")

# "Unidentified Analyst", "Unknown Executive 2", "Unidentified Company Representative"
UNIDENTIFIED = re.compile(r"(?i)(?:un(?:identified|known|named)|anonymous)\b *([a-z ]{0,40})\d{0,2}")

# the words of a name: "Jean-Pierre", "O'Connell", "A.M.", "(Toni)"
TOKEN = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")


# "é", "’"
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def fold(text: str) -> str:
    """Lower the case and drop accents, so that "Beltrán" and "BELTRAN" are one."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return BEYOND_ASCII.sub(_uncombined, decomposed).casefold()


def _uncombined(mark: re.Match[str]) -> str:
    return "" if unicodedata.combining(mark[0]) else mark[0]


@lru_cache(maxsize=65536)
def tokens(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without honorifics, suffixes, initials and what stands in brackets."""
    plain = re.sub(r"[(\[][^)\]]{0,60}[)\]]", " ", fold(name))
    found = [t.strip(".'").replace(".", "").replace("'", "") for t in TOKEN.findall(plain)]
    kept = [t for t in found if t and t not in SUFFIXES]
    while len(kept) > 1 and kept[0] in HONORIFICS:
        kept = kept[1:]
    full = [t for t in kept if len(t) > 1 or not t.isascii()]
    return tuple(full or kept)


def key(name: str) -> str:
    """Reduce a name to what two spellings of it share: "Amy E. Hood" and "AMY HOOD" give "amy hood"."""
    return " ".join(tokens(name))


def honorific(name: str) -> bool:
    """Whether a name begins with a form of address: "Ms. Psaki"."""
    found = [t.strip(".") for t in TOKEN.findall(fold(name))]
    return len(found) > 1 and found[0] in HONORIFICS


ADDRESSES = frozenset("mr mrs ms miss mx dr prof professor sir madam madame dame lord lady hon rev".split())
"""Forms of address that are no office."""


PARTS = frozenset({"speaker", "clerk", "city"})
"""Words of labels that are an office alone: "Madam Speaker", "City Clerk"."""


def office(label: str) -> str | None:
    """The office that stands before a name: "Deputy Mayor" of "DEPUTY MAYOR LINDQVIST"; None for "Mr. Singh"."""
    printed = TOKEN.findall(label)
    whole = all(fold(t).strip(".") in HONORIFICS | PARTS for t in printed)
    leading = printed if whole else printed[: _leading(printed)]
    found = [t for t in leading if fold(t).strip(".") not in ADDRESSES]
    return display(" ".join(found)) if found else None


def _leading(printed: list[str]) -> int:
    """How many words before the name are forms of address or offices; the last word is always a name."""
    count = 0
    while count < len(printed) - 1 and fold(printed[count]).strip(".") in HONORIFICS:
        count += 1
    return count


def diarization(label: str) -> bool:
    """Whether a label is a machine's name for a voice."""
    return DIARIZATION.fullmatch(label.strip()) is not None


@lru_cache(maxsize=65536)
def generic_role(label: str) -> Role | None:
    """The role of a label that names a part and not a person ("Operator", "Unidentified Analyst 2"); else None."""
    plain = " ".join(fold(label).strip(" .:*").split())
    if plain in GENERIC:
        return GENERIC[plain]
    found = UNIDENTIFIED.fullmatch(plain)
    if found:
        return GENERIC.get(found[1].strip(), Role.UNKNOWN)
    numbered = plain.rstrip("0123456789 #")
    return GENERIC.get(numbered) if numbered != plain and len(numbered) > 1 else None


@lru_cache(maxsize=65536)
def stands_for_asker(label: str) -> bool:
    """Whether a label is used for whoever happens to ask: "Analyst", "Q", "Unidentified Participant"."""
    plain = fold(label).strip(" .:")
    return bool(generic_role(label)) and any(word.rstrip("0123456789") in ASKERS for word in plain.split())


# "Mei Tan and Ravi Menon", "MEI TAN, RAVI MENON", "MT / RM", "Mei Tan & Wen Zhao": what stands between names
_BETWEEN = re.compile(r"\s*,\s+(?:and\s+)?|\s*[/&]\s*|\s+and\s+", re.IGNORECASE)

# "Capital", "Partners", "Director": words of firms and offices, which names beside each other do not hold
_NO_NAMES = frozenset(
    "bank capital securities research partners holdings group company co corp inc llc llp ltd limited plc sons"
    " daughters brothers associates trust fund management markets investments advisors advisers officer director"
    " manager head vp svp evp ceo cfo coo cto counsel treasurer founder analyst relations investor operations member"
    " partner lead".split()
)
_LONGEST_NAME = 4
"""Words."""
_LONGEST_LABEL = 200
"""Characters of a label that is looked at for names."""


@lru_cache(maxsize=65536)
def several(label: str) -> tuple[str, ...]:
    """The names that a label joins, where each has the shape of one; empty where it names one, a firm or a title."""
    parts = tuple(part.strip() for part in _BETWEEN.split(label[: _LONGEST_LABEL + 1]))
    joined = len(parts) > 1 and len(label) <= _LONGEST_LABEL
    return parts if joined and all(map(_may_be_name, parts)) else ()


def _may_be_name(part: str) -> bool:
    words = TOKEN.findall(part)
    if not words or len(words) > _LONGEST_NAME or generic_role(part) is not None or not words[0][0].isupper():
        return False
    return not any(fold(word).strip(".") in _NO_NAMES for word in words) and (
        len(words) == 1 or fold(words[-1]).strip(".") not in SUFFIXES | HONORIFICS
    )


def display(label: str) -> str:
    """Write a label as a name: "MS. JEAN-PIERRE" becomes "Ms. Jean-Pierre", "McKay" stays as it is."""
    if not label.isupper() or len(label) < 2:
        return label
    if len(label) <= 3 and label.isalpha():
        return label
    return TOKEN.sub(lambda m: _capital(m[0]), label)


def _capital(word: str) -> str:
    return "".join(part.capitalize() for part in re.split(r"(['’.\-])", word))


def same_person(a: str, b: str) -> bool:
    """Whether two forms can be one name: all words of the shorter are in the longer, or abbreviate its words."""
    left, right = tokens(a), tokens(b)
    if not left or not right:
        return False
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    if len(short) == 1:
        return short[0] in (long[0], long[-1])
    return set(short) <= set(long)
