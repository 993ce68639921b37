"""Writes files: only what changed, and removes what it wrote before and no longer needs. Must not know their meaning.

It keeps a list of its files in the folder (`.call-archive.json`) and never touches any other: a file that somebody
else put in the way is reported and left as it is.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator import problems
from generator.model import Page
from generator.problems import Problem

MANIFEST = ".call-archive.json"
FORMAT = 1
Content = bytes | Path
"""What a file is to hold: bytes, or the same as another file, which may be larger than memory."""


@dataclass(frozen=True, slots=True)
class Written:
    """What writing did to a folder; paths are sorted POSIX paths from it."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def write(pages: Iterable[Page], folder: Path, assets: Iterable[tuple[str, Content]] = ()) -> Written:
    """Make a folder hold these files, having first collected them all, so that a failure in one writes none."""
    wanted, mistakes = _collect(pages, assets)
    folder.mkdir(parents=True, exist_ok=True)
    ours = manifest(folder)
    removed = [path for path in sorted(ours - wanted.keys()) if _remove(folder, path)]
    refused = [(path, why) for path, data in wanted.items() if (why := _refusal(folder, path, data, path in ours))]
    mistakes += [problems.error(path, 0, why, "move it away, or choose another folder") for path, why in refused]
    allowed = wanted.keys() - {path for path, _ in refused}
    save_manifest(folder, allowed)  # before writing: after a crash we still know which files are ours
    written = [path for path in sorted(allowed) if _write(folder / path, wanted[path])]
    same = sorted(allowed - set(written))
    return Written(tuple(written), tuple(same), tuple(removed), tuple(sorted(mistakes)))


def manifest(folder: Path) -> frozenset[str]:
    """The files of a folder that an earlier run wrote; none if it says nothing that makes sense."""
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return frozenset()
    files = told.get("files", []) if isinstance(told, dict) else []
    return frozenset(path for path in files if isinstance(path, str) and _inside(path))


def save_manifest(folder: Path, files: Iterable[str]) -> None:
    """List the files of a folder that are ours."""
    told = {"format": FORMAT, "note": "Files written by call-archive; it removes these only.", "files": sorted(files)}
    _write(folder / MANIFEST, (json.dumps(told, indent=0) + "\n").encode())


def _collect(
    pages: Iterable[Page], assets: Iterable[tuple[str, Content]]
) -> tuple[Mapping[str, Content], list[Problem]]:
    """All files by path, without those that leave the folder or whose name is another's in a different case."""
    wanted: dict[str, Content] = {}
    names: dict[str, str] = {}
    mistakes: list[Problem] = []
    for path, data in [*((page.path, page.text.encode("utf-8")) for page in pages), *assets]:
        taken = names.get(path.casefold())
        if not _inside(path):
            mistakes.append(problems.error(path, 0, "this page would lie outside the folder of pages"))
        elif taken is not None:
            mistakes.append(problems.error(path, 0, f"another page has this address already: {taken}"))
        else:
            wanted[path], names[path.casefold()] = data, path
    return wanted, mistakes


def _inside(path: str) -> bool:
    """Whether a path names a visible file below the folder on every system."""
    parts = PurePosixPath(path).parts
    safe = path and not path.startswith("/") and "\\" not in path and ":" not in path and "\0" not in path
    return bool(safe) and path == "/".join(parts) and not any(part.startswith(".") for part in parts)


def _refusal(folder: Path, path: str, data: Content, ours: bool) -> str | None:
    """Why a file must not be written: something of somebody else's is in its way."""
    place = folder / path
    for parent in list(PurePosixPath(path).parents)[-2::-1]:
        if (folder / parent).exists() and not (folder / parent).is_dir():
            return f"{parent} is a file, and call-archive needs a folder of that name"
    if not place.parent.resolve().is_relative_to(folder.resolve()):
        return "a symbolic link leads out of the folder of pages here"
    if place.is_dir():
        return "a folder of this name is there, and call-archive needs a file"
    if (place.exists() or place.is_symlink()) and not ours and not _same(place, data):
        return "this file was there before and call-archive did not write it, so it was left alone"
    return None


def _same(place: Path, data: Content) -> bool:
    """Tell whether a file holds something; a copy has the size and the time of what it was copied from."""
    if not place.is_file() or place.is_symlink():
        return False
    if isinstance(data, bytes):
        return place.read_bytes() == data
    here, there = place.stat(), data.stat()
    return (here.st_size, here.st_mtime_ns) == (there.st_size, there.st_mtime_ns)


def _write(place: Path, data: Content) -> bool:
    """Put a file in place at once or not at all; say whether anything changed."""
    if _same(place, data):
        return False
    place.parent.mkdir(parents=True, exist_ok=True)
    fresh = place.with_name(f".{place.name}.{os.getpid()}.new")
    try:
        if isinstance(data, bytes):
            fresh.write_bytes(data)
        else:
            shutil.copyfile(data, fresh)
            os.utime(fresh, ns=(data.stat().st_atime_ns, data.stat().st_mtime_ns))
        fresh.replace(place)
    finally:
        fresh.unlink(missing_ok=True)
    return True


def _remove(folder: Path, path: str) -> bool:
    """Remove a file of ours, and the folders that it leaves empty."""
    place = folder / path
    if not place.parent.resolve().is_relative_to(folder.resolve()) or not (place.is_file() or place.is_symlink()):
        return False
    place.unlink()
    for parent in PurePosixPath(path).parents:
        if str(parent) == ".":
            break
        with contextlib.suppress(OSError):  # somebody else's file keeps its folder
            (folder / parent).rmdir()
    return True
