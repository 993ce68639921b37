"""In which language and script a text is written, as its letters and commonest words tell. Knows text only.

On doubt nothing is said: a wrong language makes a page be read aloud wrongly.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

SCRIPTS: dict[str, re.Pattern[str]] = {
    "Hani": re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"),  # "财"
    "Kana": re.compile("[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f]"),  # "は"
    "Hang": re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]"),  # "가"
    "Cyrl": re.compile("[\u0400-\u052f]"),  # "ж"
    "Arab": re.compile("[\u0620-\u064a\u066e-\u06d3\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"),  # "م"
    "Hebr": re.compile("[\u05d0-\u05f2\ufb1d-\ufb4f]"),  # "ש"
    "Grek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),  # "λ"
    "Deva": re.compile("[\u0900-\u097f]"),  # "क"
    "Thai": re.compile("[\u0e01-\u0e4e]"),  # "ก"
    "Latn": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),  # "é"
}
"""Script by its name in ISO 15924 → its letters; kana are told apart from the Chinese signs beside them."""
FOREIGN = re.compile(
    "[\u0370-\u1cff\u1f00-\u1fff\u3041-\ud7af\uf900-\ufdff\ufe70-\ufefc\uff66-\uff9f\U00020000-\U0003ffff]"
)
"""A letter that is not Latin."""
WESTERN = "cp1252"
"""Letters of Western Europe, with the quotes and dashes that hardly any transcript is without: none of them foreign."""
ACCENTED = re.compile("[\u00df-\u024f]")  # "ü", "ñ", "ß": hardly any paragraph of another Latin language is without
WEIGHT = {"Hani": 3.0, "Kana": 1.5, "Hang": 2.0}
"""How many letters of an alphabet say as much as one sign."""
MOST = 0.7
"""A script has to make up so much of a text."""
FEWEST = 4
"""Common words of a language that a text has to hold."""
LANGUAGES = {"Hani": "zh", "Hang": "ko", "Hebr": "he", "Grek": "el", "Deva": "hi", "Thai": "th"}
SCRIPT_OF = {"zh": "Hani", "yue": "Hani", "ja": "Hani", "ko": "Hang", "he": "Hebr", "yi": "Hebr", "el": "Grek",
             "hi": "Deva", "mr": "Deva", "ne": "Deva", "th": "Thai", "ar": "Arab", "fa": "Arab", "ur": "Arab",
             "ps": "Arab", "ru": "Cyrl", "uk": "Cyrl", "bg": "Cyrl", "be": "Cyrl", "mk": "Cyrl"}  # fmt: skip
"""Languages that have one script; those that are not here are mostly written in Latin letters."""
RIGHT_TO_LEFT = frozenset({"Arab", "Hebr"})
STRONG = re.compile("[^\\W\\d_]")  # the first letter decides: "\u0645" after "12 –"
COMMON = {
    "en": "the and of to that is was we for it with this are on have you be from will not",
    "de": "der die das und ist nicht wir ein eine zu mit auf für sich den dem von auch es wird haben dass im",
    "fr": "le la les des et est une un que qui pour dans nous pas sur avec ce du au sont vous il",
    "es": "el la los las de y que es en un una por con para se del al como lo más su muy ya",
    "it": "il la di che è e un una non sono con del della i gli le si nel abbiamo anche questo",
    "pt": "o os de e que é um uma para com não da em se por na mais nós foi muito pelo",
    "nl": "de het een en van dat niet op te voor zijn met aan wij ook er ik naar maar",
}
"""None of the others' words is common in English."""
WORDS = {language: frozenset(words.split()) for language, words in COMMON.items()}
WORD = re.compile(r"[^\W\d_]+")  # "für"


def latin(text: str) -> bool:
    """Tell whether a text holds no letters but Latin ones, as most do."""
    return text.isascii() or _western(text) or not FOREIGN.search(text)


def _western(text: str) -> bool:
    """Tell whether a text is of signs that a Western typewriter has, which takes a tenth of the time of a search."""
    try:
        return bool(text.encode(WESTERN))
    except UnicodeEncodeError:
        return False


def script(text: str) -> str | None:
    """Name the script of most of a text; None where there is none, or two."""
    if latin(text):
        return "Latn" if SCRIPTS["Latn"].search(text) else None
    counted = {name: len(letters.findall(text)) * WEIGHT.get(name, 1.0) for name, letters in SCRIPTS.items()}
    counted["Hani"] += counted.pop("Kana")
    name, most = max(counted.items(), key=lambda pair: pair[1])
    return name if most and most >= MOST * sum(counted.values()) else None


def size(text: str) -> float:
    """Measure how much a text says, whatever its script, in letters of an alphabet."""
    if latin(text):
        return float(len(SCRIPTS["Latn"].findall(text)))
    return sum(len(letters.findall(text)) * WEIGHT.get(name, 1.0) for name, letters in SCRIPTS.items())


def language(text: str, main: str | None = None) -> str | None:
    """Tell the language of a text as a code of BCP 47; `main` is the one of what surrounds it."""
    written = script(text)
    if written is None:
        return None
    if main and written == SCRIPT_OF.get(main.partition("-")[0].lower(), "Latn"):
        plain = written != "Latn" or text.isascii() or not ACCENTED.search(text)
        return main if plain else guess(text) or main
    if written == "Latn":
        return guess(text)
    if written == "Hani":
        return "ja" if SCRIPTS["Kana"].search(text) else "zh"
    if written == "Arab":
        return _arabic(text)
    return _cyrillic(text) if written == "Cyrl" else LANGUAGES[written]


@lru_cache(maxsize=4096)
def guess(text: str) -> str | None:
    """Tell a language of Latin letters by its commonest words; None where two are as likely."""
    words = Counter(map(str.casefold, WORD.findall(text[:4000])))
    told = ((sum([words[one] for one in words.keys() & known]), name) for name, known in WORDS.items())
    counted = sorted(told, reverse=True)
    (first, name), (second, _) = counted[:2]
    return name if first >= FEWEST and first >= 1.5 * second and first * 6 >= words.total() else None


def rightward(text: str) -> bool:
    """Tell whether a text begins with a letter that is written from right to left."""
    if latin(text):
        return False
    first = STRONG.search(text)
    return bool(first and any(SCRIPTS[name].match(first[0]) for name in RIGHT_TO_LEFT))


def holds_rightward(text: str) -> bool:
    """Tell whether any letter of a text is written from right to left."""
    return not latin(text) and any(SCRIPTS[name].search(text) for name in RIGHT_TO_LEFT)


def _arabic(text: str) -> str | None:
    """Tell Urdu and Persian by letters that Arabic has not."""
    if any(letter in text for letter in "ٹڈڑے"):
        return "ur"
    return "fa" if any(letter in text for letter in "پچژگ") else "ar"


def _cyrillic(text: str) -> str:
    """Tell Ukrainian and Russian by letters of their own; of others only the script is sure."""
    if any(letter in text for letter in "іїєґІЇЄҐ"):
        return "uk"
    return "ru" if any(letter in text for letter in "ыэёЫЭЁ") else "und-Cyrl"
