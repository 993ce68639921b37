"""Has MkDocs build or serve the pages. The one place that knows which builder is called, and how."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from generator import executors, slugs
from generator.cli import console, options
from generator.config import CACHE
from generator.plugin import CallArchivePlugin
from generator.progress import Watcher

OWN = "mkdocs.plugins.call-archive"
ELSEWHERE = Path(".call-archive", "pages")
"""Where the pages of a content folder go that is not the configured one, so that two archives do not mix."""


class Records(logging.Handler):
    """Prints what MkDocs says, and counts what it warns of. What our plugin says is printed from its problems."""

    def __init__(self, voice: console.Voice, own: bool) -> None:
        super().__init__(logging.INFO if voice is console.Voice.VERBOSE or own else logging.WARNING)
        self.own = own
        self.warnings = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Print a record."""
        if record.name == OWN and not self.own:
            return
        self.warnings += record.levelno >= logging.WARNING
        level = "" if record.levelno < logging.WARNING else f"{record.levelname.lower()}: "
        click.echo(f"{level}{record.getMessage()}", err=True)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build: the plugin that ran in it, and how often MkDocs itself had to warn."""

    plugin: CallArchivePlugin
    warnings: int


def load(choices: options.Choices, packed: bool = False) -> Any:
    """Load the whole configuration with the command line's overrides, or leave with exit code 2.

    `packed` is for a site that opens without a server, whatever mkdocs.yml says.
    """
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    path, changes = overrides(choices, packed)
    with _records(choices.voice, own=False):
        try:
            return load_config(str(path), **changes)
        except (Abort, ConfigurationError) as wrong:
            raise click.UsageError(str(wrong)) from wrong


def build(loaded: Any, site_dir: Path, voice: console.Voice, watcher: Watcher) -> Outcome:
    """Build the site of a loaded configuration into a folder; raise `click.ClickException` if that cannot be done."""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.exceptions import Abort, BuildError

    loaded["site_dir"] = str(site_dir)
    plugin = loaded.plugins[options.PLUGIN]
    plugin.watcher = watcher
    with _records(voice, own=False) as records:
        loaded.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(loaded)
        except (Abort, BuildError) as wrong:
            if told := _unavailable(wrong):
                raise click.UsageError(str(told)) from wrong
            raise click.ClickException(str(wrong)) from wrong
        finally:
            loaded.plugins.on_shutdown()
    return Outcome(plugin, records.warnings)


def _unavailable(wrong: BaseException | None) -> executors.Unavailable | None:
    """Find an executor that is not to be had behind what MkDocs makes of it."""
    while wrong:
        if isinstance(wrong, executors.Unavailable):
            return wrong
        wrong = wrong.__cause__ or wrong.__context__
    return None


def serve(choices: options.Choices, address: str | None, browser: bool) -> None:
    """Serve the site and rebuild it on every change, until interrupted."""
    from mkdocs.commands.serve import serve as mkdocs_serve
    from mkdocs.exceptions import Abort, ConfigurationError

    path, changes = overrides(choices)
    with _records(choices.voice, own=True):
        try:
            mkdocs_serve(str(path), dev_addr=address, open_in_browser=browser, **changes)
        except (Abort, ConfigurationError) as wrong:
            raise click.UsageError(str(wrong)) from wrong
        except OSError as wrong:  # the port is taken
            raise click.UsageError(f"cannot serve at {address or 'the configured address'}: {wrong}") from wrong


def overrides(choices: options.Choices, packed: bool = False) -> tuple[Path, dict[str, Any]]:
    """The configuration file, and what the command line puts in place of its values."""
    path = options.config_file(choices)
    if path is None:
        raise click.UsageError(f"there is no {options.CONFIG} here: name one with --config, or begin one with `new`")
    told = options.read(path)
    plugins = options.plugins(told)
    if options.PLUGIN not in plugins:
        raise click.UsageError(f"{path.name}: {options.PLUGIN} is not among the plugins")
    ours = plugins[options.PLUGIN] or {}
    if not isinstance(ours, dict):
        return path, {}  # MkDocs will say what is wrong with it
    typed: dict[str, object] = {name: getattr(choices, name) for name in ("jobs", "executor", "scheduler")}
    typed["content"] = str(choices.content) if choices.content else None
    if packed:  # what is remembered of the other site stays as it is
        typed |= {"search": "packed", "cache": _beside(ours.get("cache", CACHE))}
    plugins[options.PLUGIN] = {**ours, **{key: value for key, value in typed.items() if value is not None}}
    changes: dict[str, Any] = {"plugins": plugins, **({"use_directory_urls": False} if packed else {})}
    configured = path.parent / str(ours.get("content") or "content")
    if packed or (choices.content and choices.content.resolve() != configured.resolve()):
        changes["docs_dir"] = str(_apart(path.parent, choices.content or configured, "packed-" if packed else ""))
    else:
        (path.parent / str(told.get("docs_dir") or "docs")).mkdir(parents=True, exist_ok=True)
    return path, changes


def _beside(cache: object) -> object:
    """Name a folder beside that in which things are remembered; nothing where nothing is remembered."""
    return f"{cache}-packed" if isinstance(cache, str) and cache.lower() not in ("off", "no", "false") else None


def _apart(project: Path, content: Path, kind: str = "") -> Path:
    """A folder of pages for a content folder of its own, or for another kind of site."""
    digest = hashlib.sha256(content.resolve().as_posix().encode()).hexdigest()[:8]
    folder = project / ELSEWHERE / f"{kind}{slugs.slug(content.name)}-{digest}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def _records(voice: console.Voice, own: bool) -> Iterator[Records]:
    """Listen to what MkDocs says for a while."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material advertises its successor on every build
    logger, records = logging.getLogger("mkdocs"), Records(voice, own)
    logger.setLevel(logging.INFO)
    logger.addHandler(records)
    try:
        yield records
    finally:
        logger.removeHandler(records)
