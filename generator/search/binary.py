"""Finds the program that makes the index, and says what is missing. Must not know records."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from pathlib import Path

from generator import problems
from generator.problems import Problem
from generator.search import languages

PLAIN, EXTENDED = "pagefind_bin", "pagefind_bin_extended"
"""Packages that bring the program: one for most languages, and one ten times as big that parts Chinese and Japanese."""
ORIGIN = "mkdocs.yml"


def parts(program: Path) -> bool:
    """Tell whether a program parts text that has no spaces into words."""
    return "extended" in program.name


def find(wanted: Iterable[str]) -> tuple[Path | None, tuple[Problem, ...]]:
    """Choose the smallest program that does these languages; none, or one that does less, comes with a problem."""
    unparted = sorted(set(wanted) & languages.UNPARTED.keys())
    plain, extended = _installed(PLAIN), _installed(EXTENDED)
    if unparted and extended:
        return extended, ()
    program = plain or extended
    if program is None:
        return None, (_missing(),)
    return program, (_unparted(unparted),) if unparted else ()


def _installed(package: str) -> Path | None:
    """Find the program in a package; there may be no such package, or none for this platform."""
    try:
        program: Path = importlib.import_module(package).get_executable()
    except (ImportError, FileNotFoundError):
        return None
    return program


def _missing() -> Problem:
    said = "there is no Pagefind for this platform, so the site has Material's search, which sends its whole index"
    return problems.note(ORIGIN, 0, said, "install pagefind[bin], or write `search: material`")


def _unparted(found: list[str]) -> Problem:
    named = " and ".join(languages.UNPARTED[each] for each in found)
    said = f"text in {named} is searched sign by sign, for want of a program that parts it into words"
    return problems.note(ORIGIN, 0, said, 'pip install "call-archive[search-cjk]"')
