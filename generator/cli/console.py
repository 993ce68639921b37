"""What the user sees: problems, progress, an account at the end. Must not know how any of it came about."""

from __future__ import annotations

import enum
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import click

from generator.build import Built
from generator.problems import Level, Problem
from generator.progress import Nobody, Watcher

COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow", Level.NOTE: "bright_black"}


class Voice(enum.Enum):
    """How much to say."""

    QUIET = enum.auto()
    NORMAL = enum.auto()
    VERBOSE = enum.auto()


def problems(found: Iterable[Problem], voice: Voice) -> None:
    """Print problems to the error stream, one a line; notes only to who wants to hear everything."""
    for problem in found:
        if problem.level is not Level.NOTE or voice is Voice.VERBOSE:
            click.secho(str(problem), err=True, fg=COLOURS[problem.level])


def account(built: Built, found: Sequence[Problem], seconds: Mapping[str, float]) -> str:
    """Say in one line what an archive holds and what it took."""
    archive = built.archive
    counts = (
        (len(archive.calls), "call"),
        (sum(not each.anonymous for each in archive.speakers.values()), "speaker"),
        (sum(len(call.exchanges) for call in archive.calls.values()), "question"),
        (len(archive.topics), "topic"),
        (len([p for p in found if p.level is not Level.NOTE]), "problem"),
    )
    held = ", ".join(f"{count:,} {noun}{'' if count == 1 else 's'}" for count, noun in counts)
    return f"{held}; seconds: {', '.join(f'{stage} {took:.1f}' for stage, took in seconds.items())}"


@contextmanager
def watching(voice: Voice) -> Iterator[Watcher]:
    """Show progress as bars on a terminal, as plain lines elsewhere, and not at all to who wants quiet."""
    if voice is Voice.QUIET:
        yield Nobody()
    elif sys.stderr.isatty():
        with _Bars() as bars:
            yield bars
    else:
        yield _Lines(voice)


class _Lines:
    """Progress for logs: one line a stage that took its time, or every stage."""

    def __init__(self, voice: Voice) -> None:
        self.least = 0.0 if voice is Voice.VERBOSE else 1.0

    def begin(self, stage: str, total: int) -> None:
        """Remember how much there is to do."""
        self.total = total

    def advance(self, count: int) -> None:
        """Stay silent: a log is no terminal."""

    def end(self, stage: str, seconds: float) -> None:
        """Tell what the stage took."""
        if seconds >= self.least:
            click.echo(f"{stage}: {f'{self.total:,} done in ' if self.total else ''}{seconds:.1f} s", err=True)


class _Bars:
    """Progress for people: a bar for the stage that is running."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("{task.description:>9}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self.bars = Progress(*columns, console=Console(stderr=True), transient=True)
        self.task = self.bars.add_task("", visible=False)

    def __enter__(self) -> _Bars:
        self.bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.bars.stop()

    def begin(self, stage: str, total: int) -> None:
        """Show a bar for the stage."""
        self.bars.reset(self.task, total=total or None, description=stage, visible=True)

    def advance(self, count: int) -> None:
        """Move the bar."""
        self.bars.advance(self.task, count)

    def end(self, stage: str, seconds: float) -> None:
        """Take the bar away."""
        self.bars.update(self.task, visible=False)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under headings: fitted to a terminal, whole lines elsewhere."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(*columns, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        grid.add_row(*(Text(cell, overflow="ellipsis", no_wrap=True) for cell in row))
    out = Console(highlight=False)
    out = out if out.is_terminal else Console(highlight=False, width=10_000)
    out.print(grid)
