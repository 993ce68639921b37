"""Reads single values of JSON: times in every unit, words in every shape. Must not know schemas."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

LONGEST = 40
"""Characters of the longest text that can be a time."""
# "1.200s"
_SUFFIXED = re.compile(r"(\d{1,9}(?:\.\d{1,12})?)s")
# "PT1H2M3.5S"
_ISO = re.compile(r"PT(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,6}(?:\.\d{1,9})?)S)?")
# "01:02:03.5", "2:03", "00:02:03,500"
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}(?:[.,]\d{1,9})?)")
_INNER = ("text", "punctuated_word", "word", "content", "value", "transcript", "body")
"""Keys of the words of a word, where words come as a list of objects."""


def reach(value: Any, path: str) -> Any:
    """Follow keys and indexes: `channels.0.alternatives`; None where the way ends."""
    for step in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list) and step.isdigit():
            value = value[int(step)] if int(step) < len(value) else None
        else:
            return None
    return value


def records(value: Any) -> list[Mapping[str, Any]]:
    """Give the objects of a list."""
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def number(value: Any) -> float | None:
    """Read a number, also one in quotation marks."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = float(value) if not isinstance(value, str) or len(value) < LONGEST else math.nan
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def seconds(value: Any, unit: float = 1.0) -> float | None:
    """Read a time: a number of units, "1.2s", {"seconds": 1, "nanos": 0}, "PT1.2S", "00:01:02.5", a moment."""
    if value is None or value == "":
        return None
    plain = number(value)
    if plain is not None:
        return round(plain * unit, 3) if plain >= 0 else None
    if isinstance(value, Mapping):
        parts = [number(value.get(key, 0)) for key in ("seconds", "nanos")]
        known = {"seconds", "nanos"} & set(value)
        return parts[0] + parts[1] / 1e9 if known and parts[0] is not None and parts[1] is not None else None
    return _written(value) if isinstance(value, str) and len(value) < LONGEST else None


def _written(value: str) -> float | None:
    if found := _SUFFIXED.fullmatch(value):
        return float(found[1])
    if found := _ISO.fullmatch(value) or _CLOCK.fullmatch(value):
        hours, minutes, rest = found.groups()
        return int(hours or 0) * 3600 + int(minutes or 0) * 60 + float((rest or "0").replace(",", "."))
    try:
        return datetime.fromisoformat(value).timestamp() if "T" in value and value[:4].isdigit() else None
    except (ValueError, OverflowError):
        return None


def words(value: Any) -> str:
    """Read words: a text, or a list of texts or of objects that hold them."""
    if isinstance(value, str):
        return value
    if not isinstance(value, list):
        return ""
    return " ".join(part.strip() for part in _parts(value) if part.strip())


def _parts(value: list[Any]) -> Iterator[str]:
    for item in value:
        if isinstance(item, str):
            yield item
        elif isinstance(item, Mapping):
            yield next((item[key] for key in _INNER if isinstance(item.get(key), str)), "")
