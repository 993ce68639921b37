"""Knows lines that are no speech: headings of parts, rulers, times of day, footers. Must not know layouts."""

from __future__ import annotations

import re

_PARTS = frozenset(
    [
        "presentation",
        "presentations",
        "prepared remarks",
        "opening remarks",
        "closing remarks",
        "management discussion section",
        "management discussion",
        "questions and answers",
        "questions & answers",
        "question and answer",
        "question and answer session",
        "question-and-answer session",
        "question-and-answer",
        "question & answer session",
        "question and answer section",
        "questions and answers section",
        "end of q&a",
        "q&a",
        "q & a",
        "q&a session",
        "questions",
        "discussion",
        "transcript",
        "full transcript",
        "full conference call transcript",
        "full call transcript",
        "conference call transcript",
        "proceedings",
    ]
)
_BEGINNINGS = frozenset(["transcript", "full transcript", "full conference call transcript", "full call transcript"])
_REMARKS = frozenset(
    ["presentation", "prepared remarks", "opening remarks", "management discussion section", "proceedings"]
)

# "=====", "-----", "* * *", "_____"
_RULER = re.compile(r"\s*(?:[=\-_*~#.·—–]\s*){3,}")
# "12:37 P.M. EST", "3:05 p.m.", "11:51 A.M. EDT"
_TIME = re.compile(r"(?i)\s*\(?\d{1,2}:\d{2}\s?(?:[ap]\.?m\.?)\s?(?:[a-z]{2,4}\.?)?\)?\s*")
# "[END OF TRANSCRIPT]", "END", "(END)", "* * * END * * *"
_END = re.compile(
    r"(?i)\s*[\[(*\s]{0,8}end(?: of (?:the )?(?:transcript|call|video|recording|briefing))?\.?[\])*\s]{0,8}"
)
# "Duration: 62 minutes": and nothing more
_DURATION = re.compile(r"duration: \d{1,4} minutes\.?")
_FOOTINGS = frozenset(["definitions", "disclaimer", "disclaimer:", "stocks mentioned"])
_FOOTERS = (
    "this article is a transcript of",
    "this transcript was generated",
    "the motley fool has",
    "the motley fool recommends",
    "all earnings call transcripts",
    "copyright policy:",
    "copyright ©",
    "copyright (c)",
    "© ",
    "transcript powered by",
)


def section(words: str) -> bool:
    """Tell whether a line names a part of the call: "Questions and Answers:"."""
    return len(words) < 50 and _key(words) in _PARTS


def beginning(words: str) -> bool:
    """Tell whether everything before a line is no transcript: "Full Conference Call Transcript"."""
    return len(words) < 50 and _key(words) in _BEGINNINGS


def remarks(words: str) -> bool:
    """Tell whether a line opens the first part of the call: "Prepared Remarks:"."""
    return len(words) < 50 and _key(words) in _REMARKS


def ruler(words: str) -> bool:
    """Tell whether a line is drawn and not written."""
    return words[:1] in "=-_*~#.·—– \t" and len(words) < 400 and bool(_RULER.fullmatch(words))


def time_of_day(words: str) -> bool:
    """Tell whether a line is nothing but a time: "12:37 P.M. EST"."""
    return len(words) < 40 and bool(_TIME.fullmatch(words))


def end(words: str) -> bool:
    """Tell whether a line says that the transcript ends."""
    return len(words) < 60 and bool(_END.fullmatch(words))


def footer(words: str) -> bool:
    """Tell whether a publisher's footer begins at a line."""
    start = words.strip()[:60].casefold()
    return start in _FOOTINGS or start.startswith(_FOOTERS) or bool(_DURATION.fullmatch(start))


def _key(words: str) -> str:
    return " ".join(words.casefold().strip(" :*#.\t").split())
