"""Finds the calendar day that words name. Knows text only: no files and no calls."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")  # fmt: skip
_TITLE = "|".join([*(m.title() for m in MONTHS), "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"])
_MONTH = f"(?:{_TITLE}|(?<![A-Za-z])(?:{_TITLE.upper()}|{_TITLE.lower()}))"

# "2024-06-12", "2024_06_12", "2023-11-2"; the dash after the day may go on ("2010-01-25-AAPL")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_/])(\d{1,2})\2(\d{1,2})(?!\d)")
# "Aug 29, 2024", "Nov. 5, 2025", "AUGUST 08, 2023"; in "CallAug 29" the month follows a small letter
_MONTH_FIRST = re.compile(rf"({_MONTH})\.?\s{{1,3}}(\d{{1,2}})(?:st|nd|rd|th)?(?:,\s{{0,3}}|\s{{1,3}})(\d{{4}})(?!\d)")
# "16 May 2024", "3rd of June, 2021"
_DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?\s{{1,3}}(?:of\s)?({_MONTH})\.?,?\s{{1,3}}(\d{{4}})(?!\d)")
# "03/04/2024", "25.12.2023"
_NUMERIC = re.compile(r"(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d)(?![\d/])")
# "FOMCpresconf20200315": eight digits alone or after letters, never inside a hash such as "ab20200315fe"
_COMPACT = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{0,40}((?:19|20)\d\d)(\d\d)(\d\d)(?![0-9A-Za-z])")

# "2022_WG-03-15": the year, a group's short name, month and day
_APART = re.compile(r"(?<!\d)((?:19|20)\d\d)[_-][A-Za-z]{1,8}[_-](\d\d)[_-](\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Day:
    """A day that words name, and where they do."""

    iso: str
    """Empty where day and month cannot be told apart."""
    start: int
    end: int
    words: str

    @property
    def ambiguous(self) -> bool:
        """True for 03/04/2024."""
        return not self.iso


def find(text: str, day_first: bool | None = None) -> Day | None:
    """Find the first day that a text names in any usual English or ISO order.

    `day_first` says what 03/04/2024 is; where it is None, such a day is ambiguous.
    """
    found = [day for day in (_iso(text), _month_first(text), _day_first(text), _numeric(text, day_first)) if day]
    return min(found, key=lambda day: day.start, default=None)


def in_name(name: str, day_first: bool | None = None) -> Day | None:
    """Find the day that a file's name tells: `2024-06-12-board`, `presconf20200315`, `16 May 2024`."""
    for pattern in (_COMPACT, _APART):
        match = pattern.search(name)
        if not find(name, day_first) and match and (day := _day(match, match[1], match[2], match[3])):
            return day
    return find(name, day_first) or find(name.replace("_", " "), day_first)


def exact(text: str) -> str | None:
    """Read a text that is a day and nothing else (a time may follow) into ISO form."""
    day = find(text)
    return day.iso or None if (day and not text[: day.start].strip(" ,")) or (day and _weekday(text, day)) else None


def _weekday(text: str, day: Day) -> bool:
    return text[: day.start].strip(" ,.").casefold()[:3] in {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}


def _iso(text: str) -> Day | None:
    match = _ISO.search(text)
    return _day(match, match[1], match[3], match[4]) if match else None


def _month_first(text: str) -> Day | None:
    match = _MONTH_FIRST.search(text)
    return _day(match, match[3], _month(match[1]), match[2]) if match else None


def _day_first(text: str) -> Day | None:
    match = _DAY_FIRST.search(text)
    return _day(match, match[3], _month(match[2]), match[1]) if match else None


def _numeric(text: str, day_first: bool | None) -> Day | None:
    match = _NUMERIC.search(text)
    if not match:
        return None
    first, second = int(match[1]), int(match[3])
    if first <= 12 and second <= 12 and first != second and day_first is None:
        return Day("", match.start(), match.end(), match[0])
    month, day = (second, first) if first > 12 or (day_first and second <= 12) else (first, second)
    return _day(match, match[4], month, day)


def _month(name: str) -> int:
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name.casefold()[:3]))


def _day(match: re.Match[str], year: str, month: str | int, day: str | int) -> Day | None:
    try:
        iso = datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
    return Day(iso, match.start(), match.end(), match[0])
