"""Spares a build after which everything would be as it is. Must not know how a site is made."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from generator import build
from generator.build import Standing
from generator.cli import options
from generator.config import Settings

KNOWN = {options.PLUGIN, "search", "material/search"}
"""Plugins of which is known that the same files make the same site: others may look at a clock, or at git."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A build as it was asked for, whatever becomes of mkdocs.yml while it runs."""

    loaded: Any
    """The configuration as MkDocs has it."""
    target: Path
    settings: Settings
    told: Mapping[str, Any]
    """What mkdocs.yml says."""


def ask(loaded: Any, target: Path, choices: options.Choices) -> Asked:
    """Take down what a build depends on."""
    path = options.config_file(choices)
    return Asked(loaded, target, options.settings(choices), options.read(path) if path else {})


def recall(asked: Asked) -> Standing | None:
    """Give what the last build left, if nothing changed since that a build could see."""
    found = build.recall(asked.settings) if _told(asked.loaded) else None
    return found if found and _same(found.stamps, _stamps(asked)) else None


def forget(asked: Asked) -> None:
    """Begin a build: what the last one left will not be there any more."""
    build.keep(asked.settings, None)


def keep(asked: Asked, problems: tuple[Any, ...], account: str) -> None:
    """Remember what a build left."""
    if _told(asked.loaded):
        build.keep(asked.settings, Standing(tuple(_stamps(asked)), problems, account))


def _told(loaded: Any) -> bool:
    """Tell whether all that a build depends on can be told."""
    return set(loaded.plugins) <= KNOWN and not loaded["hooks"]


def _same(before: Sequence[str], now: Iterator[str]) -> bool:
    """Compare what is known with what is looked at on the way, no further than to the first that differs."""
    return all(one == other for one, other in zip_longest(before, now))


def _stamps(asked: Asked) -> Iterator[str]:
    return build.stamps(asked.settings, _places(asked), repr((asked.told, os.environ.get("TZ"))))


def _places(asked: Asked) -> Iterator[Path]:
    yield asked.target
    yield Path(asked.loaded["docs_dir"])
    if asked.loaded.theme.custom_dir:
        yield Path(asked.loaded.theme.custom_dir)
