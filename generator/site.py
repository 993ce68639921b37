"""Puts a finished site in place: whole or not at all, and never over files of somebody else. Must not know MkDocs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator import output, problems
from generator.problems import Problem

SHOWN = 3


def strangers(folder: Path) -> tuple[Problem, ...]:
    """What speaks against replacing a site folder: files that no build of ours wrote."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return (problems.error(str(folder), 0, "the site folder is no plain folder", "choose another with --site-dir"),)
    ours = output.manifest(folder)
    theirs = sorted(path for path in visible(folder) if path not in ours)
    if not theirs:
        return ()
    named = ", ".join(theirs[:SHOWN]) + (f" and {len(theirs) - SHOWN} more" if len(theirs) > SHOWN else "")
    said = f"the site folder holds files that call-archive did not write: {named}"
    return (problems.error(str(folder), 0, said, "move them away, or choose another folder with --site-dir"),)


def visible(folder: Path) -> Iterator[str]:
    """The files below a folder as POSIX paths, without hidden ones at its top, which a build keeps."""
    top = str(folder)
    for here, folders, files in os.walk(top):  # by names alone: a `Path` for each takes longer than to look at it
        below = f"{here[len(top) :].replace(os.sep, '/').strip('/')}/".lstrip("/")
        links = [name for name in folders if os.path.islink(f"{here}/{name}")]  # noqa: PTH114
        if not below:
            folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (f"{below}{name}" for name in (*links, *files) if below or not name.startswith("."))


def sign(folder: Path) -> None:
    """List all files of a site as ours, so that the next build may replace them."""
    output.save_manifest(folder, visible(folder))


def add(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write further files into a site that is being made; paths are POSIX, from its root."""
    for path, data in files:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Lend an empty folder beside the site's; when all went well, it takes the site's place."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging, old = (folder.with_name(f".{folder.name}.{kind}") for kind in ("new", "old"))
    _recover(folder, staging, old)
    staging.mkdir()
    try:
        yield staging
        _swap(staging, folder, old)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _recover(folder: Path, staging: Path, old: Path) -> None:
    """Clear away what a build that was killed left behind, and give back a site that it had moved aside."""
    if old.exists() and not folder.exists():
        old.rename(folder)
    for left in (staging, old):
        if left.exists():
            shutil.rmtree(left)


def _swap(staging: Path, folder: Path, old: Path) -> None:
    if folder.exists():
        for entry in folder.iterdir():
            if entry.name.startswith(".") and not (staging / entry.name).exists():
                _copy(entry, staging / entry.name)
        folder.rename(old)
    staging.rename(folder)
    if old.exists():
        shutil.rmtree(old)


def _copy(entry: Path, place: Path) -> None:
    if entry.is_dir() and not entry.is_symlink():
        shutil.copytree(entry, place, symlinks=True)
    else:
        shutil.copy2(entry, place, follow_symlinks=False)
