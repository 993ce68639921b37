"""The command that helps a team to find its topics. Must not know how terms are found."""

from __future__ import annotations

import click

from generator.cli import options, reading

EXAMPLES = """
\b
Examples:
  call-archive topics suggest
  call-archive topics suggest --limit 20 > proposed.yml
"""


@click.group()
def topics() -> None:
    """Work on the archive's topics."""


@topics.command(epilog=EXAMPLES)
@click.option("--limit", type=click.IntRange(1, 10_000), default=40, show_default=True, help="Terms at most.")
@options.shared
def suggest(choices: options.Choices, limit: int) -> None:
    """Propose terms that no topic covers, with counts and examples, as YAML to paste into topics.yml."""
    from generator import suggest as suggesting  # takes time to load, and no other command asks for it

    click.echo(suggesting.suggest(reading.understand(choices).archive, limit), nl=False)
