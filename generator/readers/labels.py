"""Cuts a label off the beginning of a line. Says what might be a label; whether it is one, evidence decides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import Participant
from generator.readers import names

FARTHEST = 110
"""A label's colon stands within so many characters."""

LONGEST_CLOCK = 16
# "[04:19] ", "00:03:43", "(1:02)": a time at the beginning of words
_TIME = re.compile(r"\s*([\[(]?(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:[.,]\d{1,3})?[\])]?)(?=\s|$)(?!\s?[AaPp]\.?[Mm])")
# "[04:19]", "(1:02:03)", "0:07": a line that is nothing but a time; a bare "00:25:00" may be a mark within words
_CLOCK = re.compile(r"[\[(](?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:[.,]\d{1,3})?[\])]|(\d{1,3}):(\d{2})")
# "00 01 02 33": days, hours, minutes, seconds since the launch
_DAYS = re.compile(r"\(?(\d{2}) (\d{2}) (\d{2}) (\d{2})\)?")
_CLOCKS = frozenset("[( 0123456789")
# "Jerod Santo [05:29]", "Speaker 1 (00:12)": a time at the end of a label
_TIME_AFTER = re.compile(r"\s*[\[(](?:(\d{1,2}):)?(\d{1,3}):(\d{2})[\])]\s*$")
# "Danny 05:29: Okay": a time without brackets between name and colon
_TIMED = re.compile(r"([^:\d\[(]{2,60}?)\s+((?:(\d{1,2}):)?(\d{1,3}):(\d{2})):(?=\s)")
# "00:07:11<tab>Stefan:<tab>gm": a line of a chat log
_CHAT = re.compile(r"\d\d:\d\d:\d\d\t")
# "2ndTower: ", "pk910 [00:11]: ": a handle, a time behind it, a colon
_HANDLE = re.compile(r"\s*([^\W_][\w.-]{1,30})\s?(?:[\[(](?:(\d{1,2}):)?(\d{1,3}):(\d{2})[\])])?:(?=\s)")
# "Chen Wei [Interpreted]", "Chen Wei (via interpreter)", "Chen Wei (Translated)": words that are given in translation
_INTERPRETED = re.compile(
    r"(?i) ([\[(](?:(?:speaking )?(?:via|through|by) (?:an? |the |his |her )?(?:interpreter|translator)"
    r"|interpreted|translated)[\])])$"
)
# "Stephan Livera (SL)", "Ravi Menon (Kestrel Research)", "Chen Wei (Chief Executive Officer)"
_ASIDE = re.compile(r"([^()]{2,60}?)\s*\(([^()]{1,60})\)")
# "Q    text", "Q  text" with two spaces or no-break ones; "A" likewise
_Q_WIDE = re.compile(r"([QA])(?:[ \t\xa0]{2,}|\xa0|\s[-–]\s)(?=\S)")
# "Q Good afternoon.", "Q (Inaudible.)": one space, and a sentence begins
_Q_NARROW = re.compile(r"(Q) (?=[A-Z(\[\"“‘'—–…-])")
# "Full Name, Title of Two Words", "Name - Firm"
_AFFILIATION = re.compile(r"([^,–—-]{2,60}(?:-[^\s,–—-][^,–—-]{0,40})?)(?:,\s+|\s+[-–—]{1,2}\s+)(\S.{0,80})")


@dataclass(frozen=True, slots=True)
class Label:
    """What might be a label, and the words after it."""

    name: str
    """As printed, folded."""
    rest: str
    tells: Participant | None = None
    start: float | None = None
    time: str = ""
    """The time as printed."""
    handle: bool = False
    """True for a name that only its place shows to be one: `[00:11] 2ndTower: text`, `**pk910**: text`."""
    question: bool = False
    """True for "Q" and "A" without a colon."""


def cut(words: str, line: int = 0) -> Label | None:
    """Cut `Name: text`, `Name (SL): text`, `Name, Title: text`, `Name: 00:03:43`, `[00:11] Name: text`, `Q   text`."""
    words = words.lstrip()
    if words[:1] in {"Q", "A"}:
        asked = _Q_WIDE.match(words) or _Q_NARROW.match(words)
        if asked:
            return Label(asked[1], words[asked.end() :].lstrip(" -–"), question=True)
    first = _TIME.match(words) if words[:1] in "[(0123456789" else None
    body = words[first.end() :].lstrip() if first else words
    if ":" not in body[:FARTHEST] and "：" not in body[:FARTHEST]:
        return None
    if timed := _TIMED.match(body):
        plain, tells = _tells(" ".join(timed[1].split()), line)
        start = seconds(*timed.groups()[2:])
        return Label(plain, body[timed.end() :].strip(), tells, start, timed[2]) if plain else None
    at = _colon(body)
    if at < 1:
        return None
    return _label(body[:at], body[at + 1 :], first, line)


def handle(words: str, bold: str) -> Label | None:
    """Cut a name that looks like none, where a time or bold letters say that it is one: `[00:11] 2ndTower: text`."""
    words = words.lstrip()
    first = _TIME.match(words) if words[:1] in "[(0123456789" else None
    match = _HANDLE.match(words, first.end() if first else 0)
    if match is None or not any(c.isalpha() for c in match[1]):
        return None
    time, after = first or match, match.group(2, 3, 4)
    if not first and not match[4] and bold.strip().rstrip(":").strip() != match[1]:
        return None
    hms = first.groups()[-3:] if first else after
    start = seconds(*hms) if first or match[4] else None
    printed = time[1].strip() if first else " ".join(part for part in after if part)
    return Label(match[1], words[match.end() :].strip(), None, start, printed if start is not None else "", handle=True)


def chat(words: str) -> bool:
    """Tell whether a line is a chat log's."""
    return bool(_CHAT.match(words))


def leading_time(words: str) -> tuple[str, float] | None:
    """Find a bracketed time of the recording at the beginning of words: "[04:19] So how do you"."""
    found = _TIME.match(words) if words.lstrip()[:1] in "[(" else None
    return (found[0], seconds(*found.groups()[1:])) if found else None


def clock(words: str) -> float | None:
    """Read a line that is nothing but a time of the recording, in seconds: "[04:19]", "25:00", "00 01 02 33"."""
    if len(words) > LONGEST_CLOCK or words[:1] not in _CLOCKS:
        return None
    if found := _CLOCK.fullmatch(words.strip()):
        return seconds(found[1], found[2] or found[4], found[3] or found[5])
    found = _DAYS.fullmatch(words.strip())
    return 86400 * float(found[1]) + seconds(*found.groups()[1:]) if found else None


def seconds(hours: str | None, minutes: str, rest: str) -> float:
    """Count the seconds of a time of the recording."""
    return float(int(hours or 0) * 3600 + int(minutes) * 60 + int(rest))


def _colon(words: str) -> int:
    near = words[:FARTHEST]
    bracket = near.find("[")
    start = near.find("]", bracket) if 0 < bracket < (near.find(":") or 0) else 0
    places = [at for at in (near.find(":", max(start, 0)), near.find("：", max(start, 0))) if at > 0]
    return min(places, default=-1)


def _label(left: str, rest: str, first: re.Match[str] | None, line: int) -> Label | None:
    after = _TIME_AFTER.search(left)
    name = " ".join((left[: after.start()] if after else left).split())
    if mark := _INTERPRETED.search(name):
        name, rest = name[: mark.start()], f" {mark[1]} {rest.lstrip()}"
    following = None if first or after else _TIME.match(rest)
    if following and following[1][0] not in "[(" and rest[following.end() :].strip():
        following = None
    time = first or after or following
    plain, tells = _tells(name, line)
    if not plain or rest.startswith("//"):
        return None
    printed = (time[0] if time is after else time[1]).strip() if time else ""
    hms = time.groups()[-3:] if time else None
    start = seconds(*hms) if hms else None
    return Label(plain, (rest[following.end() :] if following else rest).strip(), tells, start, printed)


def _tells(name: str, line: int) -> tuple[str, Participant | None]:
    """Split what a label says beside the name; an empty name where no part of it can be one."""
    if names.plausible(name) or names.generic(name):
        return name, None
    if aside := _ASIDE.fullmatch(name):
        plain, inner = aside[1], aside[2]
        short = len(inner) <= 5 and " " not in inner
        known = Participant(plain, line=line, initials=inner)
        who = known if short else Participant(plain, *affiliation(inner), line=line)
        return (plain, who) if names.plausible(plain) or names.generic(plain) else ("", None)
    more = _AFFILIATION.fullmatch(name)
    if more and names.plausible(more[1].strip()) and len(more[1].split()) > 1 and not _people(more[2]):
        from_label = affiliation(more[2])
        return more[1].strip(), Participant(more[1].strip(), *from_label, line=line)
    return "", None


# "and Wen Zhao", "Ravi Menon and Wen Zhao", "Ravi Menon, and Wen Zhao": what parts those who stand behind a name
_AND = re.compile(r"(?:^|,?\s)and\s|,\s")


def _people(words: str) -> bool:
    """Tell whether what stands behind a name is not what somebody is but further names, the last after "and"."""
    people = [part.strip() for part in _AND.split(words) if part.strip()]
    return f" {words}".count(" and ") == 1 and all(
        len(name.split()) > 1 and names.plausible(name) and not names.common(name) and not title_like(name)
        for name in people
    )


_TITLE_WORDS = frozenset(
    "officer president director vp svp evp avp head chief ceo cfo coo cto cio cmo chairman chair chairwoman chairperson"
    " manager analyst relations counsel treasurer secretary founder co-founder cofounder partner principal strategist"
    " economist associate controller lead leader editor reporter correspondent professor engineer md ir executive"
    " managing operator moderator advisor adviser member spokesperson minister mayor clerk coordinator interpreter"
    " translator".split()
)


def title_like(words: str) -> bool:
    """Tell whether words are somebody's job: "SVP & CFO", "Head of Investor Relations"."""
    return any(word.strip(",.&()/").casefold() in _TITLE_WORDS for word in words.replace("/", " ").split())


def affiliation(words: str) -> tuple[str | None, str | None]:
    """Split "Firm - Title", "Firm -- Analyst", "Title" or "Firm" into (organisation, title)."""
    for mark in (" -- ", " - ", " – ", " — ", "--"):
        left, found, right = words.partition(mark)
        if found:
            return left.strip() or None, right.strip() or None
    words = words.strip(" -–—")
    if not words:
        return None, None
    return (None, words) if title_like(words) else (words, None)
