"""How lengths and shares are written for a reader: time, else words to read. Knows neither pages nor markup."""

from __future__ import annotations

from generator.pages import wording

PACE = 230
"""Words that somebody reads in a minute (Brysbaert 2019: 238 of English prose)."""


def lasts(seconds: float) -> str:
    """Write `1 h 04 min`, `12 min`, `40 s`."""
    whole = round(seconds)
    if whole < 60:
        return wording.unbroken(f"{whole} s")
    hours, minutes = divmod(round(whole / 60), 60)
    return wording.unbroken(f"{hours} h {minutes:02} min" if hours else f"{minutes} min")


def reading(words: int) -> str:
    """Write `39 min to read`; nothing for what is read in less than a minute."""
    minutes = round(words / PACE)
    return f"{lasts(minutes * 60)} to read" if minutes else ""


def percent(part: float) -> str:
    """Write `53 %`; what is there at all is never nought."""
    if 0 < part < 0.01:
        return wording.unbroken("< 1 %")
    return wording.unbroken(f"{round(part * 100)} %")
