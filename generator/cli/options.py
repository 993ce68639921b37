"""Options that commands share, and the settings they lead to. Must not know what a command does with them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from generator import config
from generator.cli import console
from generator.config import Settings

C = TypeVar("C", bound=Callable[..., Any])

CONFIG = "mkdocs.yml"
PLUGIN = "call-archive"
PRINTED = "-"
"""Where a profile goes that is to be printed."""
FOLDER = click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user typed; None where nothing."""

    config: Path | None
    content: Path | None
    jobs: int | None
    executor: str | None
    scheduler: str | None
    voice: console.Voice
    profile: str | None = None
    """Where the profile goes: a file, or `PRINTED`."""
    functions: int = 0
    """How many functions it names."""


def shared(command: C) -> C:
    """Give a command the options that all commands over an archive have, as one `choices`."""

    @functools.wraps(command)
    def run(
        config: Path | None,
        content: Path | None,
        jobs: int | None,
        executor: str | None,
        scheduler: str | None,
        quiet: bool,
        verbose: bool,
        profile: str | None,
        profile_functions: int | None,
        **rest: Any,
    ) -> object:
        if quiet and verbose:
            raise click.UsageError("--quiet and --verbose exclude each other")
        voice = console.Voice.QUIET if quiet else console.Voice.VERBOSE if verbose else console.Voice.NORMAL
        place = profile or (PRINTED if profile_functions else None)
        measured = (voice, place, profile_functions or 0)
        return command(choices=Choices(config, content, jobs, executor, scheduler, *measured), **rest)

    options = (
        click.option("--content", type=FOLDER, help="The folder of transcripts, in place of the configured one."),
        click.option(
            "--config",
            type=click.Path(exists=True, dir_okay=False, resolve_path=True, path_type=Path),
            help=f"The configuration file. [default: {CONFIG} in this folder]",
        ),
        click.option("--jobs", "-j", type=click.IntRange(0, 256), help="Processes to use; 0 for as many as useful."),
        click.option(
            "--executor",
            metavar="NAME",
            help="What reads and understands calls: processes, dask, or module:factory. [default: processes]",
        ),
        click.option("--scheduler", metavar="ADDRESS", help="The scheduler of a Dask cluster: tcp://HOST:8786."),
        click.option("--quiet", "-q", is_flag=True, help="Print problems only."),
        click.option("--verbose", "-v", is_flag=True, help="Print also notes and what each stage takes."),
        click.option(
            "--profile",
            is_flag=False,
            flag_value=PRINTED,
            metavar="[FILE]",
            help="Write where the time went: seconds, CPU seconds, items and memory of each stage; FILE may be .json.",
        ),
        click.option(
            "--profile-functions",
            type=click.IntRange(1, 1000),
            metavar="N",
            help="Name also the N functions that took longest in this process, which takes longer.",
        ),
    )
    made: Any = run
    for option in reversed(options):
        made = option(made)
    return made  # type: ignore[no-any-return]


def config_file(choices: Choices) -> Path | None:
    """The configuration file that applies, if there is one."""
    here = Path.cwd() / CONFIG
    return choices.config or (here if here.is_file() else None)


def settings(choices: Choices) -> Settings:
    """Find the settings, or tell what is wrong and leave with exit code 2."""
    path = config_file(choices)
    if path is None and choices.content is None:
        raise click.UsageError(f"there is no {CONFIG} here: name a folder with --content, or begin one with `new`")
    told = read(path) if path else {}
    named = {key: told[key] for key in config.FROM_SITE if told.get(key)}
    found, problems = config.load(
        plugins(told).get(PLUGIN) or {},
        path.parent if path else Path.cwd(),
        path.name if path else "command line",
        named,
        content=choices.content,
        jobs=choices.jobs,
        executor=choices.executor,
        scheduler=choices.scheduler,
    )
    if found is None:
        console.problems(problems, choices.voice)
        raise click.exceptions.Exit(2)
    return found


def read(path: Path) -> Mapping[str, Any]:
    """Read a configuration file as MkDocs does, with its tags and its inheritance."""
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import yaml_load

    try:
        with path.open("rb") as file:
            told = yaml_load(file)
    except (ConfigurationError, OSError, UnicodeDecodeError) as wrong:
        raise click.UsageError(f"{path.name}: {wrong}") from wrong
    if not isinstance(told, dict):
        raise click.UsageError(f"{path.name}: expected key: value lines")
    return told


def plugins(told: Mapping[str, Any]) -> dict[str, Any]:
    """The plugins of a configuration by name, whichever of its two forms it uses."""
    listed = told.get("plugins") or {}
    if isinstance(listed, dict):
        return dict(listed)
    named: dict[str, Any] = {}
    for item in listed:
        named |= dict(item) if isinstance(item, dict) else {str(item): {}}
    return named
