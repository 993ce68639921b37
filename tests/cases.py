"""Reads cases that are written as Markdown: a quote, and below it what is expected of it."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "cases"


def quoted(name: str, until: str = "") -> list[tuple[str, list[str]]]:
    """(quote, the lines of the list below it) for each quote of a file, up to the heading that ends so."""
    found: list[tuple[str, list[str]]] = []
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if until and line.startswith("#") and line.endswith(until):
            break
        if line.startswith("> "):
            found.append((line[2:], []))
        elif found and line.startswith("- "):
            found[-1][1].append(line[2:])
        elif found and line.startswith("to: "):
            found[-1][1].append(line)
    assert found, f"{name} holds no case"
    return found


def listed(name: str) -> list[tuple[str, str]]:
    """(what is expected, text) for each `- expected: text` of a file."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    found = [
        (line[2:].split(": ", 1)[0], line.split(": ", 1)[1]) for line in lines if line.startswith("- ") and ": " in line
    ]
    assert found, f"{name} holds no case"
    return found


def short(value: object) -> str:
    """A name for a case in pytest's output."""
    return str(value)[:40] if isinstance(value, str) else ""
