"""What a rule of refusal is, and the turns of phrase that several of them share. Knows text only.

Every rule reads text folded by `refusing`: small letters, straight apostrophes, the same length as the printed words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.model import Status

REFUSE = "Gow, Larcker & Zakolyukina 2021, REFUSE"
UNABLE = "Gow, Larcker & Zakolyukina 2021, UNABLE"
AFTERCALL = "Gow, Larcker & Zakolyukina 2021, AFTERCALL"

OURS = "our own"


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to give no answer."""

    name: str
    status: Status
    source: str
    """What it is modelled on; the words are our own."""
    needs: tuple[tuple[str, ...], ...]
    """One of each of these groups stands in every text that fits: found before the pattern is tried."""
    words: str
    """The pattern, as written."""
    firm: bool
    """Whether it leaves an answer partial that goes on with something else; a soft one counts only where little else
    is said."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """What fits it, made when it is first tried: to make all of them takes a tenth of the time of a start."""
        return _made(self.words)


_made = lru_cache(maxsize=None)(re.compile)


def rule(name: str, status: Status, source: str, needs: str, *patterns: str, firm: bool = True) -> Rule:
    """Make a rule of several patterns, any of which may fit; `needs` are literals: "a|b & c|d"."""
    groups = tuple(tuple(group.split("|")) for group in needs.split(" & "))
    return Rule(name, status, source, groups, "|".join(patterns), firm)


# "really", "at this point", ", as you know," between the words of a refusal
BY = (
    r"(?:[a-z]+ly|just|also|still|again|yet|even|ever|either|kind of|sort of|at this (?:point|time|stage)|today|here"
    r"|now"
    r"|as you know,)"
)

# "we don't", "I am not", "we're still not", "I really can't", "we won't", "we haven't": now or to come, never the past
WE_NOT = (
    rf"\b(?:i|we)(?:, as you know,)?(?: {BY}){{0,2}}(?:'m| am|'re| are|'ve| have|'ll| will|'d| would| can| could| do"
    rf"| wo| ca| should)?"
    rf"(?: {BY}){{0,2}}(?:n't| not|not)\b,?(?: {BY}){{0,3}}"
)

# "going to", "in a position to", "prepared to", "at liberty to"
TO = (
    r"(?: (?:(?:going|able|prepared|ready|willing|allowed|permitted|intending|planning|looking|about|here|wanting)"
    r" to(?: be)?|gonna|in (?:a|any) position to|at liberty to|in the business of|in the habit of|comfortable"
    r"|(?:want|like|intend|plan|prefer|wish|care|need) to|wanna|be able to|be|start))?"
)

# "that", "you any more of the", before the thing that is kept back
SPARE = (
    r"(?: (?:you|out|any|a|an|the|that|this|those|these|our|us|much|more|too many|too much|all|on|of|its|their|such"
    r"|really|necessarily|either|to|for|no|anything))"
)

# "specific quarterly", "2025 revenue"
KIND = (
    r"(?: (?:specific|exact|precise|further|additional|detailed|quarterly|annual|explicit|formal|separate|particular"
    r"|individual|forward|future|definitive|new|other|kind of|sort of|type of|level of|financial|[a-z]+-[a-z]+"
    r"|\d{4}|next (?:year|quarter)(?:'s)?|full[- ]year|revenue|margin|earnings|sales|customer|product|price|pricing"
    r"|growth|monthly|external|go-forward|geographic))"
)

# "guidance", "a number", "any more of the details": what is kept back
THING = (
    rf"(?:{SPARE}{{0,4}}{KIND}{{0,3}} (?:guidance|numbers?|figures?|break-?downs?|break-?outs?|details?|specifics?"
    r"|forecasts?|outlooks?|ranges?|colou?r|splits?|timelines?|time ?frames?|timing|dates?|percentages?|updates?"
    r"|information|targets?|disclosures?|comments?|commentary|granularity|projections?|names?|predictions?|metrics?"
    r"|estimates?|assumptions?|data|answers?|read-?outs?|announcements?|assessments?|statistics|ratios?"
    r"|quantification)\b)"
)

# "give", "providing", "shared": verbs by which things are told
TELL = (
    r"(?:giv(?:e|en|ing)|provid(?:e|ed|ing)|offer(?:ed|ing)?|shar(?:e|ed|ing)|issu(?:e|ed|ing)|put(?:ting)?"
    r"|quot(?:e|ing)|publish(?:ed|ing)?|releas(?:e|ed|ing)|report(?:ed|ing)?|discuss(?:ed|ing)?|announc(?:e|ed|ing)"
    r"|nam(?:e|ed|ing)|updat(?:e|ed|ing)|talk(?:ed|ing)? about|mention(?:ed|ing)?|mak(?:e|ing)|disclos(?:e|ed|ing))"
)
