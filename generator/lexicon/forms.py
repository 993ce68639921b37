"""Which forms a topic or an organisation may take in what is said. Knows nothing of where they are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.grammar import firms
from generator.lexicon import words

PLURALS = (
    (re.compile(r"(?i)person$"), "people"),
    (re.compile(r"(?i)(child)$"), r"\1ren"),
    (re.compile(r"(?i)(wo)?man$"), r"\1men"),
    (re.compile(r"(?i)(matri|appendi)x$"), r"\1ces"),  # matrix, matrices
    (re.compile(r"(?i)(analys|bas|cris|hypothes|synthes|thes)is$"), r"\1es"),  # crisis, crises
    (re.compile(r"(?i)(criteri|phenomen)on$"), r"\1a"),  # criterion, criteria
    (re.compile(r"(?i)([^aeiou\W])y$"), r"\1ies"),  # facility, facilities
    (re.compile(r"(?i)(shel|hal|cal|sel|wol)f$"), r"\1ves"),  # shelf, shelves
    (re.compile(r"(?i)(li|wi|kni)fe$"), r"\1ves"),  # life, lives
    (re.compile(r"(?i)(s|x|z|ch|sh)$"), r"\1es"),  # tax, taxes
    (re.compile(r"$"), "s"),  # tariff, tariffs
)
"""The first rule that fits makes the plural of a word."""

SINGULARS = (
    (re.compile(r"(?i)(?:ics|ss|us|is|news|series|species|lens|gas|always)$"), ()),  # logistics, glass, campus, basis
    (re.compile(r"(?i)people$"), ("person",)),
    (re.compile(r"(?i)(child)ren$"), (r"\1",)),
    (re.compile(r"(?i)(wo)?men$"), (r"\1man",)),
    (re.compile(r"(?i)(analys|cris|hypothes|synthes)es$"), (r"\1is",)),  # crises, crisis
    (re.compile(r"(?i)(criteri|phenomen)a$"), (r"\1on",)),  # criteria, criterion
    (re.compile(r"(?i)(matri|appendi)ces$"), (r"\1x",)),  # matrices, matrix
    (re.compile(r"(?i)([^aeiou\W])ies$"), (r"\1y", r"\1ie")),  # facilities, facility; movies, movie
    (re.compile(r"(?i)(shel|hal|cal|sel|wol)ves$"), (r"\1f",)),  # shelves, shelf
    (re.compile(r"(?i)(s|x|z|ch|sh)es$"), (r"\1", r"\1e")),  # taxes, tax; expenses, expense
    (re.compile(r"(?i)s$"), ("",)),  # tariffs, tariff
)
"""The first rule that fits makes the singulars a word may have (one of two may be no word, which does no harm)."""

# "logistics", "news": words without another number
UNCOUNTED = re.compile(r"(?i)(?:ics|news|series|species)$")

# "cost of capital": the word before is the one that has a plural
HEAD = re.compile(r"(?i)^(.{2,60}?)( (?:of|in|to|per|for|at|on) .{2,60})$")

# "AI", "R&D", "5G", "LLMs", and their shouted letters
ACRONYM = re.compile(r"([A-Z0-9&/]{1,5})(s?)")

# "e-mail", "X-ray": the hyphen may be left out
LETTER_HYPHEN = re.compile(r"\b([^\W\d_])-(?=[^\W\d_]{3})")

# "Barclays Bank PLC, Research Division"
DIVISION = re.compile(r"(?i),? (?:(?:equity )?research division|division of research)$")

# the last word of a firm's name, with what joins it: ", Inc.", " & Co.", " S.A.", " (publ)"
LAST = re.compile(r"^(.{2,80}?)(?:,| &| and)? \(?([^\s,()]{1,14})\)?$")


def acronym(word: str) -> bool:
    """Whether a word is written in capitals so that it is only that word in capitals: "AI", "IT", "EVs"."""
    found = ACRONYM.fullmatch(word)
    return found is not None and any(c.isupper() for c in found[1])


def plural(word: str) -> str:
    """Make `facilities` of facility, by the first rule of the table that fits."""
    return next(rule.sub(to, word, count=1) for rule, to in PLURALS if rule.search(word))


def singulars(word: str) -> list[str]:
    """Make `facility` of facilities; nothing of a word that is no plural."""
    rule, replacements = next(((rule, to) for rule, to in SINGULARS if rule.search(word)), (None, ()))
    made = [rule.sub(to, word, count=1) for to in replacements] if rule else []
    return [m for m in made if len(m) > 1]


def inflected(term: str) -> Iterator[str]:
    """Yield the other number of a term: that of its last word, or of the word before "of"."""
    head = HEAD.match(term)
    before, tail = (head[1], head[2]) if head else (term, "")
    start = max(before.rfind(" "), before.rfind("-")) + 1
    for other in _other_number(before[start:]):
        yield before[:start] + other + tail


def _other_number(word: str) -> list[str]:
    if not word or not word[-1].isascii() or not word[-1].isalpha() or UNCOUNTED.search(word):
        return []
    if acronym(word):
        return [word[:-1]] if word.endswith("s") else [] if word.endswith("S") else [f"{word}s"]
    return singulars(word) or [plural(word)]


def dotted(term: str) -> Iterator[str]:
    """Yield `U.S.` for US: short acronyms are also written with points."""
    if 2 <= len(term) <= 3 and term.isascii() and term.isalpha() and term.isupper():
        yield "".join(f"{letter}." for letter in term)


def joined(term: str) -> Iterator[str]:
    """Yield `ecommerce` for e-commerce."""
    if LETTER_HYPHEN.search(term):
        yield LETTER_HYPHEN.sub(r"\1", term)


def of_topic(term: str) -> Iterator[tuple[str, str]]:
    """Yield (form, rule) for every other form of a topic's name or alias."""
    for one in [term, *joined(term)]:
        if one != term:
            yield one, "topic without hyphen"
        yield from ((form, "topic in its other number") for form in inflected(one))
    yield from ((form, "topic with points") for form in dotted(term))


def of_organization(name: str) -> Iterator[tuple[str, str]]:
    """Yield (form, rule) for what an organisation is called for short: without division and legal form."""
    short = DIVISION.sub("", name)
    if short != name:
        yield short, "organisation without division"
    while (cut := _without_legal_form(short)) is not None:
        short = cut
        yield short, "organisation without legal form"
    if short.endswith("!"):
        yield short.rstrip("!"), "organisation without legal form"


def _without_legal_form(name: str) -> str | None:
    found = LAST.match(name)
    legal = found[2].replace(".", "").casefold() if found else ""
    if not found or legal not in firms.LEGAL - {"the", "and"}:
        return None
    short = found[1].rstrip(" ,")
    return None if too_common(short, legal) else short


def too_common(name: str, legal: str) -> bool:
    """Whether a shortened name says too little: "First" of First Inc., "Capital" of Capital Group."""
    word = name.casefold().removeprefix("the ")
    if len(word) < 2 or word in words.ORDINARY - words.WORDS:
        return True
    return word in words.WORDS and legal in {"group", "holdings", "holding", "company", "co"}


def says_enough(name: str) -> bool:
    """Whether an organisation's name can be told from ordinary words at all: not "Next", "On", "Company"."""
    word = name.casefold().removeprefix("the ")
    return len(word) > 1 and word not in words.ORDINARY - words.WORDS and word not in NO_NAMES


NO_NAMES = firms.LEGAL | frozenset(
    "bank firm fund analyst investor shareholder research securities unknown independent individual private retail "
    "self media press unaffiliated freelance n/a none".split()
)
"""What lists of participants print where somebody belongs to no organisation."""
