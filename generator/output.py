"""Writes files: only what changed, and removes what it wrote before and no longer needs. Must not know their meaning.

It keeps a list of its files in the folder (`.call-archive.json`) and never touches any other: a file that somebody
else put in the way is reported and left as it is. New files are laid down in a hidden folder beside the old ones, and
take their places when all are there, so that a folder as large as one likes needs no memory.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from json.encoder import encode_basestring_ascii as quoted
from pathlib import Path, PurePosixPath

from generator import problems
from generator.model import Page
from generator.problems import Problem

MANIFEST = ".call-archive.json"
STAGING = ".call-archive.new"
FORMAT = 2
STRANGE = ("\\", ":", "\0", "//", "/.")  # "a\\..\\b", "c:/a"; between slashes: "", "a//b", "a/", "../a", "a/.b"
Stamp = tuple[int, int]
"""Size of a file, and its time in nanoseconds."""
Content = bytes | Path
"""What a file is to hold: bytes, or the same as another file, which may be larger than memory."""


@dataclass(frozen=True, slots=True)
class Left:
    """A file as it was left."""

    digest: str
    """Of what it holds; nothing where nobody has looked."""
    size: int = -1
    time: int = -1
    """Nanoseconds."""


@dataclass(frozen=True, slots=True)
class Written:
    """What writing did to a folder; paths are sorted POSIX paths from it."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)
    """Path → digest of what the file holds, of all that are there and ours."""


@dataclass(slots=True)
class Writer:
    """A folder while its files are collected."""

    folder: Path
    ours: dict[str, Left]
    """Path → the file as it was left the last time."""
    wanted: dict[str, str] = field(default_factory=dict)
    """Path → digest of what it is to hold."""
    staged: dict[str, Path] = field(default_factory=dict)
    """Path → where its new content lies."""
    names: dict[str, str] = field(default_factory=dict)
    ways: dict[str, str | None] = field(default_factory=dict)
    """Folder → why nothing can be written there, None where something can; nothing changes before the end."""
    mistakes: list[Problem] = field(default_factory=list)

    def holds(self, path: str, digest: str) -> bool:
        """Tell whether a file of ours is there as we left it, and holds something."""
        left = self.ours.get(path)
        if left is None or left.digest != digest:
            return False
        return stamp(f"{self.folder}/{path}") == (left.size, left.time)

    def keep(self, path: str, digest: str) -> None:
        """Want a file as it is there."""
        self._want(path, digest)

    def add(self, path: str, content: Content, digest: str = "") -> str:
        """Want a file that holds something, and give back the digest of it, which the caller may know."""
        digest = digest or _digest(content)
        if not self._want(path, digest) or self.holds(path, digest):
            return digest
        if why := self._refusal(path, content):
            self.mistakes.append(problems.error(path, 0, why, "move it away, or choose another folder"))
            del self.wanted[path]
        elif not _same(self.folder / path, content):
            self.staged[path] = self._stage(content)
        return digest

    def finish(self) -> Written:
        """Remove what nobody wants any more, put every new file in place, and write the list."""
        removed = [path for path in sorted(self.ours.keys() - self.wanted.keys()) if _remove(self.folder, path)]
        if self.staged:  # after a crash we still know which files are ours
            _list(self.folder, dict.fromkeys(self.wanted, Left("")))
        for folder in sorted({path.rpartition("/")[0] for path in self.staged}):
            (self.folder / folder).mkdir(parents=True, exist_ok=True)
        for path, fresh in sorted(self.staged.items()):
            fresh.replace(self.folder / path)
        _list(self.folder, {path: self._left(path, told) for path, told in self.wanted.items()})
        same = tuple(sorted(self.wanted.keys() - self.staged.keys()))
        told = tuple(sorted(self.mistakes))
        return Written(tuple(sorted(self.staged)), same, tuple(removed), told, self.wanted)

    def _left(self, path: str, digest: str) -> Left:
        """Tell a file as it is left; of one that nobody touched that is known."""
        kept = self.ours.get(path)
        if kept and kept.digest == digest and path not in self.staged:
            return kept
        return Left(digest, *stamp(f"{self.folder}/{path}"))

    def _want(self, path: str, digest: str) -> bool:
        """Note a path, unless it leaves the folder or is another's in a different case."""
        taken = self.names.get(path.casefold())
        if not _inside(path):
            self.mistakes.append(problems.error(path, 0, "this page would lie outside the folder of pages"))
        elif taken is not None:
            self.mistakes.append(problems.error(path, 0, f"another page has this address already: {taken}"))
        else:
            self.wanted[path], self.names[path.casefold()] = digest, path
            return True
        return False

    def _refusal(self, path: str, content: Content) -> str | None:
        """Why a file must not be written: something of somebody else's is in its way."""
        folder = path.rpartition("/")[0]
        if folder not in self.ways:
            self.ways[folder] = self._closed(folder)
        if self.ways[folder] or not os.path.lexists(f"{self.folder}/{path}"):
            return self.ways[folder]
        place = self.folder / path
        if place.is_dir() and not self._emptied(path):
            return "a folder of this name is there, and call-archive needs a file"
        if path not in self.ours and (place.is_file() or place.is_symlink()) and not _same(place, content):
            return "this file was there before and call-archive did not write it, so it was left alone"
        return None

    def _closed(self, folder: str) -> str | None:
        """Why nothing can be written into a folder."""
        for parent in list(PurePosixPath(folder, "file").parents)[-2::-1]:
            here = self.folder / parent
            if here.exists() and not here.is_dir() and str(parent) not in self.ours:
                return f"{parent} is a file, and call-archive needs a folder of that name"
        if not (self.folder / folder).resolve().is_relative_to(self.folder.resolve()):
            return "a symbolic link leads out of the folder of pages here"
        return None

    def _emptied(self, path: str) -> bool:
        """Tell whether a folder holds nothing but files of ours, and so may go with them."""
        inside = [each for each in (self.folder / path).rglob("*") if not each.is_dir()]
        return bool(inside) and all(each.relative_to(self.folder).as_posix() in self.ours for each in inside)

    def _stage(self, content: Content) -> Path:
        fresh = self.folder / STAGING / str(len(self.staged))
        if isinstance(content, bytes):
            fresh.write_bytes(content)
        else:
            shutil.copyfile(content, fresh)
            os.utime(fresh, ns=(content.stat().st_atime_ns, content.stat().st_mtime_ns))
        return fresh


@contextmanager
def begin(folder: Path) -> Iterator[Writer]:
    """Lend a writer; nothing in the folder changes before it is told to finish."""
    (folder / STAGING).mkdir(parents=True, exist_ok=True)
    try:
        yield Writer(folder, _read(folder))
    finally:
        shutil.rmtree(folder / STAGING, ignore_errors=True)


def write(pages: Iterable[Page], folder: Path, assets: Iterable[tuple[str, Content]] = ()) -> Written:
    """Make a folder hold these files, having first collected them all, so that a failure in one writes none."""
    with begin(folder) as writer:
        for page in pages:
            writer.add(page.path, page.text.encode("utf-8"))
        for path, content in assets:
            writer.add(path, content)
        return writer.finish()


def manifest(folder: Path) -> frozenset[str]:
    """The files of a folder that an earlier run wrote; none if it says nothing that makes sense."""
    return frozenset(_listed(folder))


def save_manifest(folder: Path, files: Iterable[str]) -> None:
    """List the files of a folder that are ours."""
    _list(folder, dict.fromkeys(files, Left("")))


def _read(folder: Path) -> dict[str, Left]:
    return {path: _left(said) for path, said in _listed(folder).items()}


def _listed(folder: Path) -> Mapping[str, object]:
    """Read which files are ours, and what is said of each."""
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    files = told.get("files") if isinstance(told, dict) else None
    if isinstance(files, list):  # as the first format had it
        files = dict.fromkeys((path for path in files if isinstance(path, str)), None)
    if not isinstance(files, dict):
        return {}
    return files if _inside("/".join(files)) else {path: said for path, said in files.items() if _inside(path)}


def _left(said: object) -> Left:
    match said:
        case [str() as digest, int() as size, int() as time]:
            return Left(digest, size, time)
    return Left("")


def _list(folder: Path, files: Mapping[str, Left]) -> None:
    rows = ",\n".join([f"{quoted(path)}: {_row(left)}" for path, left in sorted(files.items())])
    note = "Files written by call-archive; it removes these only."  # a line a file, which `indent` takes long for
    told = f'{{"format": {FORMAT}, "note": "{note}", "files": {{\n{rows}\n}}}}\n'
    data, place = told.encode(), folder / MANIFEST
    if place.is_file() and place.read_bytes() == data:
        return
    folder.mkdir(parents=True, exist_ok=True)
    fresh = place.with_name(f"{MANIFEST}.{os.getpid()}.new")
    fresh.write_bytes(data)
    fresh.replace(place)


def _row(left: Left) -> str:
    return f"[{quoted(left.digest)}, {left.size}, {left.time}]" if left.digest else "null"


def _inside(path: str) -> bool:
    """Whether a path names a visible file below the folder on every system; so does each of several, joined."""
    return not any(sign in f"/{path}/" for sign in STRANGE)


def _digest(content: Content) -> str:
    """Name what a file is to hold; a copy has the size and the time of what it was copied from."""
    if isinstance(content, bytes):
        return hashlib.blake2b(content, digest_size=16).hexdigest()
    return "copy-{}-{}".format(*stamp(content))


def stamp(place: Path | str) -> Stamp:
    """Tell size and time of a file; -1 where there is none, or only a link to one."""
    try:
        seen = os.lstat(place)
    except OSError:
        return -1, -1
    return (seen.st_size, seen.st_mtime_ns) if stat.S_ISREG(seen.st_mode) else (-1, -1)


def _same(place: Path, content: Content) -> bool:
    """Tell whether a file holds something."""
    if stamp(place)[0] < 0:
        return False
    return place.read_bytes() == content if isinstance(content, bytes) else stamp(place) == stamp(content)


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
