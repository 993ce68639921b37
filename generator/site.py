"""Puts a finished site in place: whole or not at all, and never over files of somebody else. Must not know MkDocs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from generator import output, problems
from generator.problems import Problem

SHOWN = 3
NOTE = ".call-archive.spare"
"""Tells, in a site that is being made, where the one before may be left for the next build."""


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
    waiting = [""]
    while waiting:  # by names alone: a `Path` for each takes longer than to look at it
        below = waiting.pop()
        with suppress(FileNotFoundError), os.scandir(f"{folder}/{below}") as entries:
            for entry in entries:
                if not below and entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{below}{entry.name}/")
                else:
                    yield f"{below}{entry.name}"


def sign(folder: Path) -> None:
    """List all files of a site as ours, so that the next build may replace them."""
    output.save_manifest(folder, visible(folder))


def add(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write further files into a site that is being made; paths are POSIX, from its root."""
    for path, data in files:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def adopt(staging: Path, spare: Path, wanted: Mapping[str, output.Stamp]) -> set[str]:
    """Take over the folders of an older site, with those of its files that are the very same as they are wanted.

    To make folders and to remove them takes most of the time of a site of which little changed. `wanted` are paths, and
    size and time of the files that are to lie there; given back is what does. The site that is replaced is left as the
    next spare.
    """
    if not (staging / NOTE).is_file():  # nobody will put it in the place of another
        return set()
    (staging / NOTE).write_text(str(spare), encoding="utf-8")
    taken = staging / f"{NOTE}.taken"
    with suppress(OSError):
        spare.rename(taken)
    there, begun = output.manifest(taken), set(os.listdir(staging))  # noqa: PTH208
    same = {path for path in there & wanted.keys() if path.partition("/")[0] not in begun}
    same = {path for path in same if output.stamp(f"{taken}/{path}") == wanted[path]}
    for path in there - same:
        _remove(taken, path)
    for name in {path.partition("/")[0] for path in same}:
        (taken / name).rename(staging / name)
    shutil.rmtree(taken, ignore_errors=True)
    return same


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Lend an empty folder beside the site's; when all went well, it takes the site's place."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging, old = (folder.with_name(f".{folder.name}.{kind}") for kind in ("new", "old"))
    _recover(folder, staging, old)
    staging.mkdir()
    (staging / NOTE).touch()
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
    spare = (staging / NOTE).read_text(encoding="utf-8")
    (staging / NOTE).unlink()
    if folder.exists():
        for entry in folder.iterdir():
            if entry.name.startswith(".") and not (staging / entry.name).exists():
                _copy(entry, staging / entry.name)
        folder.rename(old)
    staging.rename(folder)
    if spare and old.exists():
        _leave(old, Path(spare))
    if old.exists():
        shutil.rmtree(old)


def _leave(old: Path, spare: Path) -> None:
    """Leave an old site to the next build, but for files that are nowhere else."""
    with suppress(OSError):
        shutil.rmtree(spare, ignore_errors=True)
        old.rename(spare)
        for path in output.manifest(spare):
            if os.stat(f"{spare}/{path}").st_nlink == 1:  # noqa: PTH116
                _remove(spare, path)


def _remove(folder: Path, path: str) -> None:
    """Remove a file, and the folders that held nothing else."""
    with suppress(OSError):
        os.unlink(f"{folder}/{path}")  # noqa: PTH108
        os.removedirs(os.path.dirname(f"{folder}/{path}"))  # noqa: PTH120


def _copy(entry: Path, place: Path) -> None:
    if entry.is_dir() and not entry.is_symlink():
        shutil.copytree(entry, place, symlinks=True)
    else:
        shutil.copy2(entry, place, follow_symlinks=False)
