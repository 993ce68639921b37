"""What a rule of refusal is, and the turns of phrase that several of them share. Knows text only.

Every rule reads text folded by `refusing`: small letters, straight apostrophes, the same length as the printed words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import Status

REFUSE = "Gow, Larcker & Zakolyukina 2021, REFUSE"
UNABLE = "Gow, Larcker & Zakolyukina 2021, UNABLE"
AFTERCALL = "Gow, Larcker & Zakolyukina 2021, AFTERCALL"
SILENCE = "Hollander, Pronk & Roelofsen 2010"
OURS = "our own"


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to give no answer."""

    name: str
    status: Status
    source: str
    needs: tuple[str, ...]
    """One of these stands in every text that fits: found before the pattern is tried."""
    pattern: re.Pattern[str]
    firm: bool = True
    """Whether it leaves an answer partial that goes on with something else; a soft one counts only where little else
    is said."""


WE = r"\b(?:i|we)"
BY = r"(?:[a-z]+ly|just|also|still|again|yet|even|not|ever|kind of|sort of|at this (?:point|time|stage)|today|here|now)"
# "we don't", "I am not", "we're still not", "I really can't", "we won't", "we haven't"
WE_NOT = (
    rf"{WE}(?: {BY}){{0,2}}(?:'m| am|'re| are|'ve| have|'ll| will|'d| would| can| could| do| wo| ca)?"
    rf"(?: {BY}){{0,2}}(?:n't| not|not)\b(?: {BY}){{0,3}}"
)
# "going to", "in a position to", "prepared to", "at liberty to"
TO = (
    r"(?: (?:really |even )?(?:going to|gonna|able to|prepared to|ready to|in (?:a|any) position to|at liberty to"
    r"|allowed to"
    r"|permitted to|willing to|want to|wanna|like to|intend to|intending to|plan to|planning to|here to|about to"
    r"|be able to|be|start|in the habit of|comfortable|necessarily|prefer to|wish to|care to|get into))?"
)
# "specifically", "that", before the thing that is kept back
SPARE = (
    r"(?: (?:you|out|any|a|an|the|that|this|those|these|our|us|much|more|too many|too much|all|on|of|its|their|such))"
)
DETAIL = (
    r"(?:guidance|numbers?|figures?|break-?downs?|break-?outs?|details?|specifics?|forecasts?|outlooks?"
    r"|ranges?|colou?r"
    r"|splits?|timelines?|time ?frames?|timing|dates?|percentages?|updates?|information|targets?"
    r"|disclosures?|comments?"
    r"|commentary|granularity|projections?|names?|predictions?|metrics?|estimates?|assumptions?|sensitivity|data"
    r"|answers?|terms|pricing|read-?outs?|announcements?|assessments?|decisions?|analysis|economics|readings?)"
)
KIND = (
    r"(?: (?:specific|exact|precise|further|additional|detailed|quarterly|annual|explicit|formal|separate|particular"
    r"|individual|forward|future|definitive|new|other|kind of|sort of|type of|level of|financial|[a-z]+-[a-z]+"
    r"|\d{4}|full[- ]year|revenue|margin|earnings|sales|customer|product|price|pricing|growth|monthly"
    r"|customer-level))"
)
THING = rf"(?:{SPARE}{{0,3}}{KIND}{{0,3}} {DETAIL}\b)"


def rule(name: str, status: Status, source: str, needs: str, pattern: str, firm: bool = True) -> Rule:
    return Rule(name, status, source, tuple(needs.split("|")), re.compile(pattern), firm)
