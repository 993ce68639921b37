"""The commands that read an archive and make no site: check, export, explain. Must not know MkDocs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from generator import build, collector, executors, problems
from generator import explain as explaining
from generator import export as exporting
from generator.build import Built
from generator.cli import console, options, profiling
from generator.cli.console import Voice

CHECK_EXAMPLES = """
\b
Examples:
  call-archive check
  call-archive check --content ../new-transcripts --verbose
  call-archive check --quiet && git push
"""
EXPORT_EXAMPLES = """
\b
Examples:
  call-archive export --output archive.json
  call-archive export | jq '.calls[].exchanges[].asker'
"""
EXPLAIN_EXAMPLES = """
\b
Examples:
  call-archive explain content/acme/fy2024-q1.txt
  call-archive explain acme/fy2024-q1.txt
"""
COLUMNS = ("file", "reader", "title", "date", "turns", "speakers", "questions", "unknown", "problems")


@click.command(epilog=CHECK_EXAMPLES)
@options.shared
def check(choices: options.Choices) -> None:
    """Read everything, write nothing, and say what was recognised and what is doubtful, one row a call."""
    built = understand(choices)
    if choices.voice is not Voice.QUIET:
        console.table(COLUMNS, rows(built))
    console.problems(built.problems, choices.voice)
    if choices.voice is not Voice.QUIET:
        click.echo(console.account(built, built.problems, built.seconds))
    if problems.serious(built.problems):
        raise click.exceptions.Exit(1)


@click.command(epilog=EXPORT_EXAMPLES)
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="The file. [default: standard output]"
)
@options.shared
def export(choices: options.Choices, output: Path | None) -> None:
    """Write everything that is known about the archive as one JSON object."""
    built = understand(choices)
    text = json.dumps(exporting.export(built.archive), ensure_ascii=False, indent=1) + "\n"
    if output:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text, encoding="utf-8", newline="\n")
    else:
        sys.stdout.buffer.write(text.encode("utf-8"))
    console.problems(built.problems, choices.voice)
    if problems.serious(built.problems):
        raise click.exceptions.Exit(1)


@click.command(epilog=EXPLAIN_EXAMPLES)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@options.shared
def explain(choices: options.Choices, file: Path) -> None:
    """Tell how one file was read: who claimed it and why, who its labels are, its sections and exchanges."""
    content = options.settings(choices).content
    path = _within(content, file)
    built = understand(choices)
    if path not in built.covers:
        raise click.UsageError(f"{file} is no transcript of {content} (files beginning with _ or . are left out)")
    for line in explaining.explain(built, path, *build.read(options.settings(choices), path)):
        click.echo(line)


def understand(choices: options.Choices) -> Built:
    """Read and link everything, showing progress."""
    settings = options.settings(choices)
    try:
        with profiling.watching(choices) as watcher, collector.relaxed():
            return build.understand(settings, watcher)
    except executors.Unavailable as wrong:
        raise click.UsageError(str(wrong)) from wrong


def rows(built: Built) -> Iterator[Sequence[str]]:
    """One row a file that was looked at, in order of path."""
    calls = {call.source.path: call for call in built.archive.calls.values()}
    for path, cover in sorted(built.covers.items()):
        doubts = str(len([p for p in problems.serious(built.problems) if p.path == path]))
        call = calls.get(path)
        if call is None:
            yield (path, cover.transcript.reader if cover.transcript else "none", "–", "–", "–", "–", "–", "–", doubts)
            continue
        spoken = {turn.speaker for turn in call.turns if turn.speaker}
        unknown = sum(turn.speaker is None for turn in call.turns)
        counts = (len(call.turns), len(spoken), len(call.exchanges), unknown)
        yield (path, call.reader, call.title, call.date or "–", *map(str, counts), doubts)


def _within(content: Path, file: Path) -> str:
    """The file's path from the content folder, whether it was named from here or from there."""
    for place in (file, content / file):
        if place.is_file() and place.resolve().is_relative_to(content.resolve()):
            return place.resolve().relative_to(content.resolve()).as_posix()
    raise click.UsageError(f"{file} is no file of the content folder {content} (choose another with --content)")
