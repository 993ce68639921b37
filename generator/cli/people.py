"""The command that tells who is who. Must not know how that is found out."""

from __future__ import annotations

import click

from generator import whoswho
from generator.cli import options, reading

EXAMPLES = """
\b
Examples:
  call-archive people
  call-archive people --propose
"""


@click.command(epilog=EXAMPLES)
@click.option("--propose", is_flag=True, help="Only what may be one person or one firm, as YAML to paste.")
@options.shared
def people(choices: options.Choices, propose: bool) -> None:
    """Tell who is who over the archive, with evidence, and propose what is left for you to decide."""
    archive = reading.understand(choices).archive
    if not propose:
        for line in whoswho.tell(archive):
            click.echo(line)
        click.echo()
    click.echo(whoswho.propose(archive), nl=False)
