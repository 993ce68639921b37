"""What the user sees: problems, progress, an account at the end. Must not know how any of it came about."""

from __future__ import annotations

import enum
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import click

from generator.build import Built
from generator.problems import Level, Problem
from generator.progress import Nobody, Watcher

SILENCE = 30
"""Seconds after which a log is told how far a stage is."""
BLINK = 0.1
"""Seconds between two looks of a bar."""
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
        (len(archive.question_keys), "question"),
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
    """Progress for logs: one line a stage that took its time, or every stage, and one now and then on the way."""

    def __init__(self, voice: Voice) -> None:
        self.least = 0.0 if voice is Voice.VERBOSE else 1.0

    def begin(self, stage: str, total: int) -> None:
        """Remember how much there is to do."""
        self.stage, self.total, self.done = stage, total, 0
        self.began = self.told = time.monotonic()

    def advance(self, count: int) -> None:
        """Tell how far it is, if nothing has been told for long."""
        self.done += count
        now = time.monotonic()
        if now - self.told >= SILENCE:
            self.told = now
            click.echo(f"{self.stage}: {pace(self.done, self.total, now - self.began)}", err=True)

    def spend(self, seconds: float) -> None:
        """Stay silent."""

    def end(self, stage: str, seconds: float) -> None:
        """Tell what the stage took."""
        if seconds >= self.least:
            rate = f" ({self.done / seconds:,.0f}/s)" if self.done and seconds >= 1 else ""
            click.echo(f"{stage}: {f'{self.done:,} done in ' if self.done else ''}{seconds:.1f} s{rate}", err=True)


class _Bars:
    """Progress for people: a bar for the stage that is running, with how fast it goes and how long it will take."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        columns = (TextColumn("{task.description:>9}"), BarColumn(), TextColumn("{task.fields[pace]}"))
        self.bars = Progress(*columns, console=Console(stderr=True), transient=True, refresh_per_second=5)
        self.task = self.bars.add_task("", visible=False, pace="")

    def __enter__(self) -> _Bars:
        self.bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.bars.stop()

    def begin(self, stage: str, total: int) -> None:
        """Show a bar for the stage."""
        self.total, self.done = total, 0
        self.began = self.shown = time.monotonic()
        self.bars.reset(self.task, total=total or None, description=stage, visible=True, pace="")

    def advance(self, count: int) -> None:
        """Move the bar, but not oftener than anybody can see."""
        self.done += count
        now = time.monotonic()
        if now - self.shown >= BLINK or self.done == self.total:
            self.shown = now
            said = pace(self.done, self.total, now - self.began)
            self.bars.update(self.task, completed=self.done, pace=said)

    def spend(self, seconds: float) -> None:
        """Stay as it is."""

    def end(self, stage: str, seconds: float) -> None:
        """Take the bar away."""
        self.bars.update(self.task, visible=False)


def pace(done: int, total: int, seconds: float) -> str:
    """Say how far a stage is: `640 of 1,000, 25/s, 14 s left`; without a total, how many and how fast."""
    rate = done / seconds if seconds > 0 else 0.0
    told = [f"{done:,} of {total:,}" if total else f"{done:,}"]
    if rate:
        told.append(f"{rate:,.0f}/s" if rate >= 10 else f"{rate:.1f}/s")
    if rate and total > done:
        told.append(f"{_long((total - done) / rate)} left")
    return ", ".join(told)


def _long(seconds: float) -> str:
    """`14 s`, `3 min 20 s`, `2 h 5 min`."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


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
