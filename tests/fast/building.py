"""Builds an archive both ways in this process, so that tests can compare the sites byte by byte."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from generator import site
from tests.conftest import ROOT

SEARCH = re.compile(r"^ {6}search: .*\n", re.MULTILINE)  # "      search: pagefind", below the plugin
Change = Callable[[str], str]

MARKETS = """Brightwater Cooperative Q{n} 2024 Call

Operator: Good morning. Our speaker is Ana Ruiz, chair of Brightwater Cooperative.
Ana Ruiz: Thank you. Storage & <b>pumps</b> did well, *really* well: 10:30:00, see www.example.org {{{{ 7 * 7 }}}}.
Ana Ruiz: - no list, and [no](link), and `no code`.
Operator: Our first question comes from Tom Li of Alder Bank.
Tom Li: How much storage did you build this quarter? And will the pumps in Aldwick be ready?
Ana Ruiz: About {n} units of storage. As for the pumps, we cannot say yet.
Tom Li: Thank you. What about prices?
Ana Ruiz: Prices fell by {n} percent.
Operator: That was our last question.
"""
TOPICS = "topics:\n  - name: Storage\n  - name: Pumps & pipes\n    aliases: [pumps]\n"


def project(folder: Path, calls: Iterable[int] = (1, 2)) -> Path:
    """Make a small archive of one company."""
    (folder / "content" / "brightwater").mkdir(parents=True)
    (folder / "pages").mkdir()
    (folder / "content" / "topics.yml").write_text(TOPICS, encoding="utf-8")
    for number in calls:
        add(folder, number)
    return folder


def add(folder: Path, number: int, words: Change = str) -> None:
    """Add a call, or write it anew."""
    path = folder / "content" / "brightwater" / f"2024-0{number}-15.txt"
    path.write_text(words(MARKETS.format(n=number)), encoding="utf-8")


def built(folder: Path, fast: bool, change: Change = str, name: str = "", **more: Any) -> dict[str, bytes]:
    """Build a site, and give all its files; pages and site lie apart, so that no way profits from the other."""
    name = name or ("fast" if fast else "plain")
    docs = folder / f"pages-{name}"
    docs.mkdir(exist_ok=True)
    option = f"content: content\n      cache: cache-{name}\n      jobs: 1\n      fast: {str(fast).lower()}\n"
    text = SEARCH.sub("", (ROOT / "mkdocs.yml").read_text(encoding="utf-8")).replace("content: content\n", option)
    path = folder / f"mkdocs-{name}.yml"
    path.write_text(change(text), encoding="utf-8")
    more = {"docs_dir": str(docs), "site_dir": str(folder / f"site-{name}"), **more}
    loaded = load_config(str(path), **more)
    loaded.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(loaded)
    place = folder / f"site-{name}"
    return {each: (place / each).read_bytes() for each in sorted(site.visible(place))}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Files that are not in both, or not the same."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def said(records: Iterable[logging.LogRecord]) -> list[str]:
    """What a build warned of."""
    return sorted(each.getMessage() for each in records if each.levelno >= logging.WARNING)
