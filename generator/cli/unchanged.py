"""Spares a build after which everything would be as it is. Must not know how a site is made."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from generator import build
from generator.build import Standing
from generator.cli import options

KNOWN = {options.PLUGIN, "search", "material/search"}
"""Plugins of which is known that the same files make the same site: others may look at a clock, or at git."""


def recall(loaded: Any, target: Path, choices: options.Choices) -> Standing | None:
    """Give what the last build left, if nothing changed since that a build could see."""
    found = build.recall(options.settings(choices)) if _told(loaded) else None
    return found if found and _same(found.stamps, _stamps(loaded, target, choices)) else None


def forget(choices: options.Choices) -> None:
    """Begin a build: what the last one left will not be there any more."""
    build.keep(options.settings(choices), None)


def keep(loaded: Any, target: Path, choices: options.Choices, problems: tuple[Any, ...], account: str) -> None:
    """Remember what a build left."""
    if _told(loaded):
        standing = Standing(tuple(_stamps(loaded, target, choices)), problems, account)
        build.keep(options.settings(choices), standing)


def _told(loaded: Any) -> bool:
    """Tell whether all that a build depends on can be told."""
    return set(loaded.plugins) <= KNOWN and not loaded["hooks"]


def _same(before: Sequence[str], now: Iterator[str]) -> bool:
    """Compare what is known with what is looked at on the way, no further than to the first that differs."""
    return all(one == other for one, other in zip_longest(before, now))


def _stamps(loaded: Any, target: Path, choices: options.Choices) -> Iterator[str]:
    path = options.config_file(choices)
    told = options.read(path) if path else {}
    return build.stamps(options.settings(choices), _places(loaded, target), repr((told, os.environ.get("TZ"))))


def _places(loaded: Any, target: Path) -> Iterator[Path]:
    yield target
    yield Path(loaded["docs_dir"])
    if loaded.theme.custom_dir:
        yield Path(loaded.theme.custom_dir)
