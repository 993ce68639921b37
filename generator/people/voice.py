"""A voice of a call while it is being told apart from others. Knows no formats and no rules."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field

from generator.model import Evidence, Role


@dataclass(slots=True)
class Voice:
    """A member in the making."""

    name: str
    labels: dict[str, None] = field(default_factory=dict)
    organization: str | None = None
    title: str | None = None
    role: Role | None = None
    evidence: list[Evidence] = field(default_factory=list)
    speaks: bool = False
    anonymous: bool = False
    initials: str | None = None
    listed: bool = False

    def learn(self, rule: str, line: int, words: str, **facts: str | Role | None) -> None:
        """Take over what is not known yet, and remember which rule gave it."""
        new = {k: v for k, v in facts.items() if v and getattr(self, k) is None}
        for fact, value in new.items():
            setattr(self, fact, value)
            self.evidence.append(Evidence(sys.intern(f"{fact}: {rule}"), line, words))
