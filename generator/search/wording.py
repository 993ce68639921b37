"""How a search calls calls, passages and people. Plain words: escaping is for whoever shows them."""

from __future__ import annotations

import datetime
import re

from generator.model import Affiliation, Appearance, Call, Exchange, Role, Speaker, Turn
from generator.search.names import Names

PERIOD = re.compile(r"(fy)?(\d{4})(?:-([a-z]+\d?))?", re.IGNORECASE)  # "fy2024-q2", "2023-q4", "fy2022", "2024-h1"
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
NOBODY = "Unknown speaker"
NAMED = 3
"""People that a title names."""


def asks(names: Names, call: Call, exchange: Exchange) -> str:
    """Write `Mei Tan (Harbour Bank) asks Wen Zhao`."""
    seen = call.appearances[exchange.asker_voice] if exchange.asker_voice is not None else None
    firm = exchange.organization or (seen.organization if seen else None)
    asker = f"{voice(seen)} ({firm})" if firm else voice(seen)
    people = [names.person(each) for each in exchange.addressees or exchange.answered_by]
    return f"{asker} asks {_listed(people)}" if people else f"{asker} asks"


def speaks(names: Names, call: Call, turn: Turn) -> str:
    """Write `Wen Zhao, Chairman and CEO`, with the firm where it is not the one whose call it is."""
    seen = call.appearances[turn.voice] if turn.voice is not None else None
    if seen is None:
        return NOBODY
    own = _same(names, seen.organization, call.organization)
    firm = f" ({seen.organization})" if seen.organization and not (own and seen.title) else ""
    return f"{voice(seen)}{f', {seen.title}' if seen.title else ''}{firm}"


def voice(seen: Appearance | None) -> str:
    """Name who speaks."""
    return seen.name if seen and seen.name else NOBODY


def call(names: Names, call: Call) -> str:
    """Write `Lanhai Group FY2024 Q1`: a call's series, and its period or date or title."""
    series = names.series(call.series)
    return f"{series} {period(call.period) if call.period else date(call.date) if call.date else call.title}"


def period(key: str) -> str:
    """Write `FY2024 Q1` for `fy2024-q1`."""
    found = PERIOD.fullmatch(key)
    return f"{(found[1] or '').upper()}{found[2]} {(found[3] or '').upper()}".strip() if found else key


def period_order(key: str) -> tuple[str, str, str]:
    """Sort periods by year and part, fiscal and calendar years apart within a year."""
    found = PERIOD.fullmatch(key)
    return (found[2], found[1] or "", found[3] or "") if found else ("", "", key)


def date(iso: str) -> str:
    """Write `10 Aug 2023`; a date that is not a whole one is left as it is."""
    try:
        day = datetime.date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def role(value: Role) -> str:
    """Write `sell-side analyst`; nothing for a role that is not known."""
    return "" if value is Role.UNKNOWN else value.replace("_side", "-side").replace("_", " ")


def post(speaker: Speaker) -> str:
    """Write what somebody is, by the newest affiliation: `sell-side analyst, Harbour Bank`."""
    newest: Affiliation | None = max(speaker.affiliations, key=lambda each: each.calls[-1:], default=None)
    if newest is None:
        return ""
    return ", ".join(filter(None, (newest.title or role(newest.role), newest.organization)))


def _same(names: Names, one: str | None, other: str | None) -> bool:
    known = names.firm(one)
    return one == other or (known is not None and known == names.firm(other))


def _listed(names: list[str]) -> str:
    shown, more = names[:NAMED], len(names) - NAMED
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")
