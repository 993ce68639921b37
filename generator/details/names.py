"""The names of details, how other tools call them, and what values they take. Must not know files."""

from __future__ import annotations

import difflib
import re

from generator.details import dates, periods

DETAILS = ("title", "date", "series", "organization", "period", "kind", "ticker", "rights", "source_url", "media",
           "language", "time", "transcript")  # fmt: skip
KINDS = ("earnings_call", "press_conference", "town_hall", "standards_call", "interview", "call")
TRANSCRIPTS = ("machine", "corrected", "edited", "official", "human")
"""Who made the words of a transcript, or went over them."""
PEOPLE = "participants"
_ALIASES = {
    "company": "organization",
    "organisation": "organization",
    "org": "organization",
    "body": "organization",
    "quarter": "period",
    "url": "source_url",
    "source": "source_url",
    "link": "source_url",
    "audio": "media",
    "video": "media",
    "lang": "language",
    "license": "rights",
    "licence": "rights",
    "copyright": "rights",
    "symbol": "ticker",
    "type": "kind",
    "speakers": PEOPLE,
    "people": PEOPLE,
    "attendees": PEOPLE,
}
_ELSEWHERE = frozenset(["corrections", "redactions", "embargo", "draft", "note", "notes", "tags", "id", "key"])
"""Keys that mean nothing here and may mean something to others."""
# "en", "pt-BR", "zh-Hant-TW"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
# "Earnings Call", "Results Conference Call", "Earnings Conference Call"
_EARNINGS = re.compile(r"(?i)\b(?:earnings|results)\b.{0,40}\bcall\b")
_PRESS = re.compile(r"(?i)\bpress (?:briefing|gaggle|conference|call)\b")
_TOWN = re.compile(r"(?i)\btown[ -]?hall\b")


def known(key: str) -> str | None:
    """Give the detail that a key means; None for a key that means nothing here."""
    plain = key.strip().casefold().replace("-", "_").replace(" ", "_")
    plain = _ALIASES.get(plain, plain)
    return plain if plain in DETAILS or plain == PEOPLE else None


def foreign(key: str) -> bool:
    """Tell whether a key is none of ours but may be somebody's."""
    return key.strip().casefold() in _ELSEWHERE


def nearest(key: str) -> str | None:
    """Give the known key that looks most like one."""
    close = difflib.get_close_matches(key.casefold(), [*DETAILS, PEOPLE, *_ALIASES], 1, 0.6)
    return close[0] if close else None


def kind_in(words: str) -> str | None:
    """Read what kind of call a title speaks of."""
    for pattern, kind in ((_EARNINGS, "earnings_call"), (_PRESS, "press_conference"), (_TOWN, "town_hall")):
        if pattern.search(words):
            return kind
    return None


def normal(name: str, value: str, day_first: bool | None = None) -> tuple[str | None, str]:
    """Bring a declared value into its form; None and a sentence where it has none."""
    value = " ".join(value.split())
    if name == "date":
        return _date(value, day_first)
    if name == "period":
        return periods.find(value) or (value if re.fullmatch(r"(?:fy)?\d{4}", value) else None), (
            f"{value!r} is no period: write `2024-q1`, or `fy2024-q1` for a fiscal year"
        )
    if name == "kind":
        plain = value.casefold().replace(" ", "_").replace("-", "_")
        return (plain if plain in KINDS else None), f"{value!r} is no kind of call: one of {', '.join(KINDS)}"
    if name == "transcript":
        plain = value.casefold().removesuffix(" transcript")
        return (plain if plain in TRANSCRIPTS else None), f"{value!r} is none of {', '.join(TRANSCRIPTS)}"
    if name == "language":
        return (
            value if _LANGUAGE.fullmatch(value) else None
        ), f"{value!r} is no language code such as `en` or `zh-Hant`"
    return value, ""


def _date(value: str, day_first: bool | None) -> tuple[str | None, str]:
    day = dates.find(value, day_first)
    if day and day.ambiguous:
        return None, f"{value!r} may be two days: write the date as 2024-04-03"
    return (day.iso if day else None), f"{value!r} is no date: write it as 2024-04-03"
