"""The commands that make a site. Must not know how."""

from __future__ import annotations

from pathlib import Path

import click

from generator import problems, site
from generator.cli import builder, console, options
from generator.cli.console import Voice

BUILD_EXAMPLES = """
\b
Examples:
  call-archive build
  call-archive build --site-dir public --quiet
  call-archive build --content ../other-calls --site-dir other-site
"""
SERVE_EXAMPLES = """
\b
Examples:
  call-archive serve
  call-archive serve --address localhost:8080 --open
"""


@click.command(epilog=BUILD_EXAMPLES)
@click.option("--site-dir", type=click.Path(file_okay=False, path_type=Path), help="Where the site goes.")
@options.shared
def build(choices: options.Choices, site_dir: Path | None) -> None:
    """Make the site: read everything, link it, write the pages and have them built.

    The new site takes the place of the old one whole or not at all.
    """
    loaded = builder.load(choices)
    target = site_dir.resolve() if site_dir else Path(loaded["site_dir"])
    _make_sure(target, Path(loaded["docs_dir"]), choices)
    with console.watching(choices.voice) as watcher, site.staged(target) as staging:
        outcome = builder.build(loaded, staging, choices.voice, watcher)
    plugin = outcome.plugin
    assert plugin.built is not None
    console.problems(plugin.problems, choices.voice)
    if choices.voice is not Voice.QUIET:
        click.echo(console.account(plugin.built, plugin.problems, plugin.seconds))
        click.echo(
            f"Open {(target / 'index.html').as_uri()}, or run `call-archive serve` to have search and every link."
        )
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
