"""The commands that make a site. Must not know how."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import click

from generator import collector, lease, parcel, problems, site
from generator.build import Standing
from generator.cli import builder, console, options, profiling, unchanged
from generator.cli.console import Voice

BUILD_EXAMPLES = """
\b
Examples:
  call-archive build
  call-archive build --site-dir public --quiet
  call-archive build --content ../other-calls --site-dir other-site
  call-archive build --packed archive.zip        one file to send: unpack it and open index.html, no server needed
"""
SERVE_EXAMPLES = """
\b
Examples:
  call-archive serve
  call-archive serve --address localhost:8080 --open
"""


@click.command(epilog=BUILD_EXAMPLES)
@click.option("--site-dir", type=click.Path(file_okay=False, path_type=Path), help="Where the site goes.")
@click.option(
    "--packed",
    type=click.Path(path_type=Path),
    metavar="FOLDER|FILE.zip",
    help="Make a copy that opens without a server, search included, there and nowhere else.",
)
@options.shared
@collector.leaving()
def build(choices: options.Choices, site_dir: Path | None, packed: Path | None) -> None:
    """Make the site: read everything, link it, write the pages and have them built.

    The new site takes the place of the old one whole or not at all.
    """
    if site_dir and packed:
        raise click.UsageError("--site-dir and --packed exclude each other: a packed copy is a site of its own")
    loaded = builder.load(choices, packed=packed is not None)
    target = (packed or site_dir or Path(loaded["site_dir"])).resolve()
    if packed and packed.suffix.lower() == ".zip":
        outcome = _tie(loaded, target, choices)
        where = f"Unpack {target} and open index.html: neither a server nor a network is needed."
    else:
        _make_sure(target, Path(loaded["docs_dir"]), choices)
        asked = unchanged.ask(loaded, target, choices)
        if not packed and (standing := unchanged.recall(asked)):
            _leave(standing, choices)
            return
        with lease.taken(Path(loaded["docs_dir"]), _wait):
            unchanged.forget(asked)
            outcome = _stage(loaded, target, choices)
            if not packed and not outcome.warnings:
                unchanged.keep(asked, outcome.plugin.problems, _summary(outcome))
        served = ": it needs no server." if packed else ", or run `call-archive serve` to have search and every link."
        where = f"Open {(target / 'index.html').as_uri()}{served}"
    _account(outcome, where, choices)


def _wait(why: str) -> None:
    click.echo(why, err=True)


def _stage(loaded: Any, target: Path, choices: options.Choices) -> builder.Outcome:
    """Build a site into a folder."""
    with profiling.watching(choices) as watcher, site.staged(target) as staging:
        return builder.build(loaded, staging, choices.voice, watcher)


def _tie(loaded: Any, target: Path, choices: options.Choices) -> builder.Outcome:
    """Build a site into one file."""
    if target.is_dir() or not target.parent.is_dir():
        raise click.UsageError(f"{target} cannot be written: it is a folder, or there is no folder to hold it")
    with lease.taken(Path(loaded["docs_dir"]), _wait), tempfile.TemporaryDirectory() as folder:
        outcome = _stage(loaded, Path(folder, "site"), choices)
        parcel.tie(Path(folder, "site"), target)
    return outcome


def _leave(standing: Standing, choices: options.Choices) -> None:
    """Say that everything is as a build would make it, and again what was wrong."""
    console.problems(standing.problems, choices.voice)
    if choices.voice is not Voice.QUIET:
        click.echo(f"Nothing has changed since the last build. {standing.account.partition(';')[0]}.")
    if problems.serious(standing.problems):
        raise click.exceptions.Exit(1)


def _summary(outcome: builder.Outcome) -> str:
    plugin = outcome.plugin
    assert plugin.built is not None
    return console.account(plugin.built, plugin.problems, plugin.seconds)


def _account(outcome: builder.Outcome, where: str, choices: options.Choices) -> None:
    """Say what was built, and leave with exit code 1 where something wants attention."""
    plugin = outcome.plugin
    console.problems(plugin.problems, choices.voice)
    if choices.voice is not Voice.QUIET:
        click.echo(_summary(outcome))
        click.echo(where)
    if outcome.warnings or problems.serious(plugin.problems):
        raise click.exceptions.Exit(1)


@click.command(epilog=SERVE_EXAMPLES)
@click.option("--address", metavar="HOST:PORT", help="Where to listen. [default: dev_addr, or localhost:8000]")
@click.option("--open", "browser", is_flag=True, help="Open a browser when ready.")
@options.shared
def serve(choices: options.Choices, address: str | None, browser: bool) -> None:
    """Serve the site on this machine, and build it again whenever something in the content folder changes."""
    builder.serve(choices, address, browser)


def _make_sure(target: Path, pages: Path, choices: options.Choices) -> None:
    """Leave with exit code 2 rather than put a site over somebody's files, or over the pages it is made of."""
    inside = pages.resolve().is_relative_to(target.resolve()) or Path.cwd().resolve().is_relative_to(target.resolve())
    if inside:
        raise click.UsageError(f"{target} holds this project or its pages: choose a folder for the site alone")
    found = site.strangers(target)
    if found:
        console.problems(found, choices.voice)
        raise click.exceptions.Exit(2)
