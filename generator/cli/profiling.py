"""Writes where the time of a command went. Must not know stages."""

from __future__ import annotations

import cProfile
import io
import json
import pstats
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import click

from generator.cli import console, options
from generator.progress import Measured, Measures, Watcher

HEADINGS = ("stage", "seconds", "CPU", "elsewhere", "items", "items/s", "peak MB")


@contextmanager
def watching(choices: options.Choices) -> Iterator[Watcher]:
    """Show progress, and write a profile at the end where one was asked for, whatever became of the build."""
    with console.watching(choices.voice) as shown:
        if choices.profile is None:
            yield shown
            return
        measured, functions = Measured(shown), cProfile.Profile() if choices.functions else None
        if functions:
            functions.enable()
        try:
            yield measured
        finally:
            if functions:
                functions.disable()
            slowest = _slowest(functions, choices.functions)
            _tell(choices.profile, _text(measured.stages, choices.profile, slowest))


def _tell(place: str, text: str) -> None:
    if place == options.PRINTED:
        click.echo(text, err=True, nl=False)
        return
    Path(place).parent.mkdir(parents=True, exist_ok=True)
    Path(place).write_text(text, encoding="utf-8", newline="\n")


def _text(stages: Sequence[Measures], place: str, slowest: str) -> str:
    if place.lower().endswith(".json"):
        told = {"stages": [asdict(each) for each in stages], "functions": slowest.splitlines()}
        return json.dumps(told, indent=1) + "\n"
    rows = [HEADINGS, *map(_row, stages)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = (
        "  ".join(cell.ljust(width) if at == 0 else cell.rjust(width) for at, (cell, width) in enumerate(pairs))
        for pairs in (list(zip(row, widths, strict=True)) for row in rows)
    )
    return "\n".join((*lines, "")) + (f"\n{slowest}" if slowest else "")


def _row(of: Measures) -> tuple[str, ...]:
    rate = f"{of.items / of.seconds:,.1f}" if of.items and of.seconds else ""
    items, peak = f"{of.items:,}" if of.items else "", f"{of.peak:,.0f}" if of.peak else ""
    return (of.stage, f"{of.seconds:.2f}", f"{of.cpu:.2f}", f"{of.elsewhere:.2f}", items, rate, peak)


def _slowest(functions: cProfile.Profile | None, count: int) -> str:
    """List the functions in which this process was longest; those of other processes are not known."""
    if functions is None:
        return ""
    out = io.StringIO()
    pstats.Stats(functions, stream=out).sort_stats("tottime").print_stats(count)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    begin = next((at for at, line in enumerate(lines) if line.lstrip().startswith("ncalls")), 0)
    return "\n".join(line for line in lines[begin:] if line) + "\n"
