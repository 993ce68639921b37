"""The closed sets of words that nouns use: roles, sections, kinds of mention. Knows no files."""

from __future__ import annotations

import enum


class Role(enum.StrEnum):
    """What somebody is in one call."""

    OPERATOR = "operator"
    MODERATOR = "moderator"
    EXECUTIVE = "executive"
    SELL_SIDE_ANALYST = "sell_side_analyst"
    BUY_SIDE_ANALYST = "buy_side_analyst"
    JOURNALIST = "journalist"
    HOST = "host"
    GUEST = "guest"
    MEMBER = "member"
    INTERPRETER = "interpreter"
    UNKNOWN = "unknown"


class SectionKind(enum.StrEnum):
    """The parts of a call, in their usual order."""

    OPENING = "opening"
    REMARKS = "remarks"
    QA = "qa"
    CLOSING = "closing"
    DISCUSSION = "discussion"
    """A call that is one conversation, without remarks and questions apart (standards calls, podcasts)."""


class MentionKind(enum.StrEnum):
    """What a mention points at."""

    SPEAKER = "speaker"
    ORGANIZATION = "organization"
    TOPIC = "topic"
