"""Says which turns are about a topic that they mention, and do not only name it. Must not know how that is weighed."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.context import Context
from generator.figures import weighing
from generator.model import Call


def extract(call: Call, context: Context) -> Call:
    """Add what each turn is about."""
    return replace(call, about=weighing.subjects(call))
