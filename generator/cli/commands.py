"""The table of commands. Must not know what they do."""

from __future__ import annotations

import click

from generator.cli import making, new, people, reading, topics

COMMANDS = (
    making.build,
    making.serve,
    reading.check,
    reading.export,
    reading.explain,
    people.people,
    topics.topics,
    new.new,
)

EXAMPLES = """
\b
Examples:
  call-archive new acme-calls       begin an archive in a folder of that name
  call-archive build                make the site of this folder
  call-archive serve                look at it, and see every change at once
  call-archive check                say what was recognised, and what is doubtful

\b
Exit codes: 0 all is well, 1 something in the content wants attention, 2 the command or the configuration is wrong.
"""


@click.group(epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(package_name="call-archive")
def main() -> None:
    """Turn a folder of call transcripts into a searchable site of linked pages."""


for command in COMMANDS:
    main.add_command(command)
