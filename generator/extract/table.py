"""The extractors, in the order in which they run: each adds to what those before it found."""

from __future__ import annotations

from collections.abc import Callable

from generator.extract import (
    answering,
    exchanges,
    keys,
    mentions,
    parts,
    procedural,
    ruling,
    sections,
    statuses,
    subjects,
    translations,
)
from generator.extract.context import Context
from generator.model import Call

EXTRACTORS: tuple[tuple[str, Callable[[Call, Context], Call]], ...] = (
    ("sections", sections.extract),
    ("procedural", procedural.extract),
    ("exchanges", exchanges.extract),
    ("keys", keys.extract),
    ("parts", parts.extract),
    ("mentions", mentions.extract),
    ("subjects", subjects.extract),
    ("answering", answering.extract),
    ("statuses", statuses.extract),
    ("ruling", ruling.extract),
    ("translations", translations.extract),
)
