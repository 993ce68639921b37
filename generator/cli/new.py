"""The command that begins an archive. Must not know what the files say that it copies."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import click

EXAMPLES = """
\b
Examples:
  call-archive new acme-calls
  cd acme-calls && call-archive build
"""
FILES = {
    "mkdocs.yml": "mkdocs.yml",
    "gitignore": ".gitignore",  # under its own name it would act on this project
    "only-this": "pages/.gitignore",
    "content/people.yml": "content/people.yml",
    "content/topics.yml": "content/topics.yml",
    "content/acme/archive.yml": "content/acme/archive.yml",
    "content/acme/fy2024-q1.txt": "content/acme/fy2024-q1.txt",
}
"""File of the skeleton → file of the archive."""


@click.command(epilog=EXAMPLES)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def new(folder: Path) -> None:
    """Begin an archive in DIR: its configuration, a content folder with a short example, people and topics."""
    taken = [name for name in FILES.values() if (folder / name).exists()]
    if taken:
        raise click.UsageError(f"{folder} holds {', '.join(taken)} already, and nothing was changed")
    skeleton = resources.files("generator") / "new"
    for source, target in FILES.items():
        place = folder / target
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(skeleton.joinpath(*source.split("/")).read_bytes())
    click.echo(f"An archive is begun in {folder}. Next:\n  cd {folder}\n  call-archive build")
