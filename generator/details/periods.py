"""Reads the reporting period that words name. Knows text only: no files and no calls."""

from __future__ import annotations

import re

_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "1st": "1", "2nd": "2", "3rd": "3", "4th": "4"}
_ORDINAL = "|".join(_ORDINALS)
_FISCAL = r"(fy|fiscal(?:[ -]year)?)?"
_YEAR = r"['’]?(20\d\d|\d\d)(?!\d)"

# "Q1 2024", "Q3 FY25", "q2_2025", "Q4 fiscal 2023"
_Q_FIRST = re.compile(rf"(?<![a-z0-9])([qh])([1-4])[ _-]{{0,2}}(?:of )?{_FISCAL}[ _-]{{0,2}}{_YEAR}", re.I)
# "fy2024-q1", "2018_q1", "FY25 Q3"
_YEAR_FIRST = re.compile(
    r"(?<![a-z0-9])(fy|fiscal(?:[ -]year)?)?[ _-]?['’]?(20\d\d|(?<=y)\d\d)[ _-]{0,2}([qh])([1-4])(?![a-z0-9])", re.I
)
# "1Q24", "3Q 2025"
_NUMBER_FIRST = re.compile(rf"(?<![a-z0-9])([1-4])q[ _-]?{_FISCAL}[ _-]?{_YEAR}", re.I)
# "first quarter 2024", "third-quarter fiscal year 2025", "first quarter of fiscal 2024"
_SPELLED = re.compile(rf"\b({_ORDINAL})[ -]quarter,? (?:of )?(?:the )?{_FISCAL} ?(?:of )?{_YEAR}", re.I)
# "fiscal 2024 first quarter", "FY2024 Third Quarter", "2024 fourth quarter"
_YEAR_SPELLED = re.compile(rf"\b(fy|fiscal(?:[ -]year)?)? ?(20\d\d)[ ,]{{1,2}}({_ORDINAL})[ -]quarter", re.I)


def find(text: str) -> str | None:
    """Read `fy2024-q1` (the words say fiscal) or `2024-q1` (they do not) out of a text."""
    if match := _Q_FIRST.search(text):
        return _period(match[3], match[4], match[1], match[2])
    if match := _YEAR_FIRST.search(text):
        return _period(match[1], match[2], match[3], match[4])
    if match := _NUMBER_FIRST.search(text):
        return _period(match[2], match[3], "q", match[1])
    if match := _SPELLED.search(text):
        return _period(match[2], match[3], "q", _ORDINALS[match[1].casefold()])
    if match := _YEAR_SPELLED.search(text):
        return _period(match[1], match[2], "q", _ORDINALS[match[3].casefold()])
    return None


def span(text: str) -> tuple[int, int] | None:
    """Tell where a text names its period."""
    for pattern in (_Q_FIRST, _YEAR_FIRST, _NUMBER_FIRST, _SPELLED, _YEAR_SPELLED):
        if match := pattern.search(text):
            return match.span()
    return None


def refines(narrow: str, wide: str) -> bool:
    """Tell whether one period says the same quarter as another and adds that it is a fiscal one."""
    return narrow == f"fy{wide}"


def _period(fiscal: str | None, year: str, letter: str, number: str) -> str | None:
    if letter.casefold() == "h" and number not in "12":
        return None
    full = year if len(year) == 4 else f"20{year}"
    return f"{'fy' if fiscal else ''}{full}-{letter.casefold()}{number}"
