"""Reads details out of the lines that stand before the words of a transcript. Must not know layouts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.details import dates, names, periods

LONGEST = 240
# "Company: Figma (Figma)", "Ticker: FIG", "Quarter: Q3 2025", "URL: https://…", "Date: 16 May 2024"
_KEYED = re.compile(r"\s*(Company|Organization|Ticker|Quarter|Period|Date|Title|URL|Media|Audio|Video)\s*:\s*(\S.*)")
# "Transcript: machine"
_MADE = re.compile(rf"(?i)\s*Transcript\s*:\s*({'|'.join(names.TRANSCRIPTS)})\s*")
# "American Express Company (NYSE:AXP) Q1 2018 …", "MongoDB(MDB+2.97%)Q2 2025 …", "TAL Education Group(TAL0.51%)"
_TICKER = re.compile(
    r"\s*\((?:([A-Z]{2,8}|NasdaqGS)\s?:\s?)?([A-Z]{1,6}(?:\.[A-Z]{1,2})?)(?:[+-]?\d{1,4}(?:\.\d{1,3})?%)?\)\s*"
)
# what a title line of a call speaks of
_CALL = re.compile(
    r"(?i)\b(?:earnings|results|conference|call|briefing|gaggle|meeting|town hall|webcast|interview|council|hearing)"
)
# "Earnings Conference Call", "Results Earnings Conference Call", "Earnings Call": where an organisation's name ends
_WHAT = re.compile(r"(?i)\s*\b(?:earnings|results|financial results|conference|investor|analyst|call)\b.*")
# "12:30PM GMT", "5:00 PM ET", "9:09 A.M. EDT", "at 5 p.m. ET"
_TIME = re.compile(r"(?i)(?<![\d:])(\d{1,2}(?::\d{2})?\s?[ap]\.?m\b\.?(?:\s?(?:[A-Z]{2,4}\b))?)")
# "The Council met at 9:35 a.m.", "The meeting was called to order": a sentence, and no title
_BEGAN = re.compile(r"\b(?:met|began|convened|reconvened|opened|adjourned|started)\b|\bcalled to order\b")
_PLAIN = frozenset(
    "full earnings results financial conference call calls transcript transcripts event edited version the of and notes"
    " meeting minutes press briefing room webcast interview contents".split()
)
"""Words that say what kind of thing a text is, and not which."""
_WEEKDAY = re.compile(r"(?i)\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?")
_NOISE = re.compile(r"[\s,./()|/–—-]+|\bat\b|\bon\b")


@dataclass(frozen=True, slots=True)
class Fact:
    """A detail that a header tells."""

    name: str
    value: str
    line: int


def read(lines: Iterable[tuple[int, str]], day_first: bool | None = None) -> tuple[Fact, ...]:
    """Read the facts of a header, the first of each name."""
    found: dict[str, Fact] = {}
    for number, words in lines:
        if words.strip() and len(words) < LONGEST:
            for name, value in _line(" ".join(words.split()), day_first):
                if value:
                    found.setdefault(name, Fact(name, value, number))
    return tuple(found.values())


def ambiguous(lines: Iterable[tuple[int, str]]) -> tuple[int, str] | None:
    """Find a line that is a date whose day and month cannot be told apart."""
    for number, words in lines:
        day = dates.find(words) if len(words) < 60 else None
        if day and day.ambiguous:
            return number, day.words
    return None


def _line(words: str, day_first: bool | None) -> Iterator[tuple[str, str]]:
    keyed = _KEYED.fullmatch(words)
    if keyed:
        yield from _pair(keyed[1].casefold(), keyed[2].strip(), day_first)
        return
    if made := _MADE.fullmatch(words):
        yield "transcript", made[1].casefold()
        return
    day = dates.find(words, day_first)
    time = _TIME.search(words)
    rest = _without(words, day, time)
    if (len(rest.split()) <= 1 and not _CALL.search(rest)) or _BEGAN.search(rest):
        yield from _when(day, time)
    elif _CALL.search(rest) and len(rest) < 160 and not rest.endswith(".") and "://" not in rest:
        yield from _when(day, time)
        yield from _title(rest)


def _when(day: dates.Day | None, time: re.Match[str] | None) -> Iterator[tuple[str, str]]:
    if day and not day.ambiguous:
        yield "date", day.iso
    if time and (day is None or len(time[1]) > 4):
        yield "time", time[1].strip()


def _without(words: str, day: dates.Day | None, time: re.Match[str] | None) -> str:
    """Take date, time and weekday off a line, and what joined them."""
    spans = [(day.start, day.end)] if day else []
    spans += [time.span()] if time else []
    for start, end in sorted(spans, reverse=True):
        words = f"{words[:start]} {words[end:]}"
    words = _WEEKDAY.sub(" ", words) if day else words
    return words.strip(" ,/|–—-()") if _NOISE.sub("", words) != "" else ""


def _title(words: str) -> Iterator[tuple[str, str]]:
    kind = names.kind_in(words)
    ticker = _TICKER.search(words)
    ticker = ticker if ticker and (ticker[1] or "%" in ticker[0] or kind == "earnings_call") else None
    if ticker:
        yield "ticker", ticker[2]
    shown = words if not ticker or ticker[1] else f"{words[: ticker.start()]} {words[ticker.end() :]}"
    if not _bare(words):
        yield (
            "title",
            _trimmed(" ".join(shown.split())),
        )
    yield "period", periods.find(words) or ""
    yield "kind", kind or ""
    yield "organization", _organization(words, ticker)


# "Call 121 [ ]": what is left of brackets when the date in them is taken out
_EMPTY = re.compile(r" ?(?:\[ *\]|\( *\))")


def _trimmed(title: str) -> str:
    """Take off what led to a time ("Town Hall at"), and quotes around a title printed in several lines."""
    plain = _EMPTY.sub(" ", title).replace("  ", " ").removesuffix(" at").rstrip(" ,")
    return plain.strip("“”") if plain.count("“") != plain.count("”") else plain


def _bare(words: str) -> bool:
    """Tell whether a title says only what kind of thing it is: "Earnings Call Transcript", "Conference Call"."""
    plain = [word.strip(".,:()|-–—").casefold() for word in words.split()]
    return all(word in _PLAIN for word in plain if word) or plain[-2:] in (["event", "transcript"], ["event", "brief"])


def _organization(words: str, ticker: re.Match[str] | None) -> str:
    span = periods.span(words)
    if ticker:
        return words[: ticker.start()].strip()
    if not span or not names.kind_in(words):
        return ""
    before, after = words[: span[0]].strip(" ,-–—"), words[span[1] :].strip(" ,-–—")
    return before or _WHAT.sub("", after).strip(" ,-–—")


def _pair(key: str, value: str, day_first: bool | None) -> Iterator[tuple[str, str]]:
    if key == "company":
        yield "organization", value.partition(" (")[0].strip()
    elif key in {"quarter", "period"}:
        yield "period", periods.find(value) or ""
    elif key == "date":
        day = dates.find(value, day_first)
        yield "date", day.iso if day else ""
    elif key == "url":
        yield "source_url", value
    elif key in {"media", "audio", "video"}:
        yield "media", value
    else:
        yield key, value
