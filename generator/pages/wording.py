"""How dates, periods, roles, kinds and counts are written for a reader. Knows neither pages nor markup."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from generator.grammar import sentences
from generator.model import Evidence, Role, SectionKind

SECTIONS = {
    SectionKind.OPENING: "Opening",
    SectionKind.REMARKS: "Prepared remarks",
    SectionKind.QA: "Questions and answers",
    SectionKind.CLOSING: "Closing",
    SectionKind.DISCUSSION: "Discussion",
}
SIDES = {
    Role.OPERATOR: "Operator",
    Role.MODERATOR: "Moderators",
    Role.EXECUTIVE: "Executives",
    Role.SELL_SIDE_ANALYST: "Analysts",
    Role.BUY_SIDE_ANALYST: "Analysts",
    Role.JOURNALIST: "Journalists",
    Role.HOST: "Hosts",
    Role.GUEST: "Guests",
    Role.MEMBER: "Members",
    Role.INTERPRETER: "Interpreters",
    Role.UNKNOWN: "Role not known",
}
"""The heading under which a call lists people of that role, in the order of the list."""

NOBODY = "Unknown speaker"
UNBROKEN = "\u00a0"
"""A space at which no line ends."""
PERIOD = re.compile(r"(fy)?(\d{4})(?:-([a-z]+\d?))?", re.IGNORECASE)  # "fy2024-q2", "2023-q4", "fy2022", "2024-h1"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@lru_cache(maxsize=1 << 12)
def date(iso: str | None) -> str:
    """Write `10 Aug 2023`; a date that is not a whole one is left as it is."""
    if not iso:
        return "No date"
    try:
        day = datetime.date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return unbroken(f"{day.day} {MONTHS[day.month - 1]} {day.year}")


@lru_cache(maxsize=1 << 12)
def period(key: str) -> str:
    """Write `FY2024 Q1` for `fy2024-q1`."""
    found = PERIOD.fullmatch(key)
    if not found:
        return key
    return f"{(found[1] or '').upper()}{found[2]} {(found[3] or '').upper()}".strip()


def period_order(key: str) -> tuple[str, str, str]:
    """Sort periods by year and part, fiscal and calendar years apart within a year."""
    found = PERIOD.fullmatch(key)
    return (found[2], found[1] or "", found[3] or "") if found else ("", "", key)


def year_earlier(key: str) -> str | None:
    """Name the same period a year earlier: `fy2023-q1` for `fy2024-q1`."""
    found = PERIOD.fullmatch(key)
    return f"{key[: found.start(2)]}{int(found[2]) - 1:04}{key[found.end(2) :]}" if found else None


def unbroken(text: str) -> str:
    """Keep words in one line."""
    return text.replace(" ", UNBROKEN)


def kind(key: str) -> str:
    """Write `earnings call` for `earnings_call`."""
    return key.replace("_", " ")


def role(value: Role) -> str:
    """Write `sell-side analyst`; nothing for a role that is not known."""
    return "" if value is Role.UNKNOWN else value.replace("_side", "-side").replace("_", " ")


def nameless(printed: str, what: str = "asker") -> str:
    """Write `Nameless asker (“Q”)`."""
    return f"Nameless {what} (“{printed}”)"


def count(number: int, one: str, many: str = "") -> str:
    """Write `1 call`, `2 calls`, `1,200 people`."""
    return f"{number:,}{UNBROKEN}{one if number == 1 else many or one + 's'}"


def clock(seconds: float | None) -> str:
    """Write `0:04:12` for a place in a recording."""
    if seconds is None:
        return ""
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


@lru_cache(maxsize=1 << 13)
def cut(text: str, longest: int) -> str:
    """Cut words at a space, with an ellipsis where something was left out."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    space = head.rfind(" ")
    return f"{head[:space] if space > longest // 2 else head}…"


def sentence(text: str, start: int, end: int, longest: int = 320) -> tuple[int, int]:
    """Find the sentence around a place in a paragraph, at most about `longest` characters of it."""
    first, last = sentences.around(text, start, end)
    if last - first > longest:
        first = _after_space(text, max(first, start - longest // 2), start)
        last = _before_space(text, min(last, end + longest // 2), end)
    return first, last


def _after_space(text: str, at: int, limit: int) -> int:
    space = text.find(" ", at, limit)
    return at if at == 0 or space < 0 else space + 1


def _before_space(text: str, at: int, limit: int) -> int:
    space = text.rfind(" ", limit, at)
    return at if at == len(text) or space < 0 else space


def evidence(found: Evidence, said: int = 0, known: str | None = None) -> str:
    """Write the rule, the line and the printed words that led to a reading, but for a line and words just `said`."""
    line = f", line {found.line}" if found.line and found.line != said else ""
    words = f": “{cut(found.words, 160)}”" if found.words and found.words != known else ""
    return f"{found.rule}{line}{words}"


def evidences(found: Iterable[Evidence]) -> str:
    """Write several, those of the same words together: `name: as printed; title, role: said of them, line 4: “…”`."""
    told: dict[str, list[str]] = {}
    for each in found:
        what, parted, rule = each.rule.partition(": ")
        told.setdefault(evidence(replace(each, rule=rule) if parted else each), []).append(what if parted else "")
    return "; ".join(f"{', '.join(filter(None, what))}{': ' if any(what) else ''}{how}" for how, what in told.items())
