"""Remembers a pure function's results on disk; the folder may be deleted at any time. Must not know stages.

Entries are pickles. Reading a pickle can run code, so the folder must belong to the user who builds: it lies inside
the project, is never in git, and is never fetched from anywhere.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import os
import pickle
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache as once
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

T = TypeVar("T")
R = TypeVar("R")

DAY = 86_400
"""Seconds."""
STALE_DAYS = 30
LOOKED = "looked"
"""A file whose time tells when entries were last looked through."""
APART = {".pyc", ".css", ".js"}
"""Files of a package on which no result depends."""
DISTRIBUTION = re.compile(r"[A-Za-z0-9._-]+")
"""The name that begins a requirement: `click` in `click>=8.1; extra == "x"`."""


class Packed(bytes):
    """A result as it is kept, packed where it was made."""


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of remembered results."""

    folder: Path | None
    """None remembers nothing."""
    version: str = ""
    """Whatever else the results depend on: the code, its libraries, settings."""
    held: dict[str, dict[str, Any]] | None = None
    """Function → key → result, as of the last build: for a process that builds again and again."""

    def key(self, function: Callable[..., Any], parts: Iterable[str]) -> str:
        """Name the entry of a call."""
        told = [self.version, f"{function.__module__}.{function.__qualname__}", *parts]
        return digest("\0".join(told).encode())

    def load(self, key: str) -> tuple[Any] | None:
        """Give back a remembered result in a tuple of its own, or None. A damaged entry counts as none."""
        if self.folder is None:
            return None
        path = _place(self.folder, key)
        try:
            with path.open("rb") as file:
                result = pickle.load(file)
            os.utime(path)
        except FileNotFoundError:
            return None
        except Exception:  # a damaged pickle may raise anything at all, and costs no more than reading again
            return None
        return (result,)

    def save(self, key: str, result: object) -> None:
        """Remember a result, packed or not."""
        if self.folder is not None:
            put(_place(self.folder, key), result if isinstance(result, Packed) else packed(result))


def remember(
    store: Store,
    function: Callable[..., R],
    items: Sequence[T],
    key: Callable[[T], Iterable[str]],
    compute: Callable[[Callable[..., R], Sequence[T]], Iterable[R | Packed]],
) -> Iterator[R]:
    """Yield the function's result for each item, in order, computing only what is not remembered.

    `key` says what of an item the result depends on. `compute` maps the function over the items that are new, and may
    leave results `packed`; it is consumed before anything is yielded, so that all of them can be worked on together.
    """
    keys = [store.key(function, key(item)) for item in items]
    name = f"{function.__module__}.{function.__qualname__}"
    held = store.held.get(name, {}) if store.held is not None else {}
    known = [(held[k],) if k in held else store.load(k) for k in keys]
    missing = [at for at, found in enumerate(known) if found is None]
    for at, result in zip(missing, compute(function, [items[at] for at in missing]), strict=True):
        store.save(keys[at], result)
        known[at] = (pickle.loads(result) if isinstance(result, Packed) else result,)
    if store.held is not None:
        store.held[name] = {key: found[0] for key, found in zip(keys, known, strict=True) if found}
    for found in known:
        if found is not None:
            yield found[0]


def packed(result: object) -> Packed:
    """Pack a result as it is kept."""
    return Packed(pickle.dumps(result, protocol=pickle.HIGHEST_PROTOCOL))


def put(place: Path, data: bytes) -> None:
    """Write a file of the cache, at once or not at all; a disk that is full or read-only is no reason to stop."""
    _write(place, lambda file: file.write(data))


def pack(place: Path, thing: object) -> None:
    """Write a large thing to a file of the cache as `put` does, without ever holding all of its bytes."""
    _write(place, lambda file: pickle.dump(thing, file, protocol=pickle.HIGHEST_PROTOCOL))


def _write(place: Path, write: Callable[[BinaryIO], object]) -> None:
    fresh = place.with_name(f"{place.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        try:
            file = fresh.open("wb")
        except FileNotFoundError:  # the first of its folder
            place.parent.mkdir(parents=True, exist_ok=True)
            file = fresh.open("wb")
        with file:
            write(file)
        fresh.replace(place)


def take(place: Path | None) -> Any:
    """Unpack a file of the cache; None where there is none, or a damaged one, which costs no more than its loss."""
    try:
        if place is None:
            return None
        with place.open("rb") as file:
            return pickle.load(file)
    except Exception:  # a damaged pickle may raise anything at all
        return None


def take_of(place: Path | None, of: str) -> dict[Any, Any]:
    """Unpack a mapping that was packed as `(of, mapping)`; nothing where it was made of something else."""
    told = take(place)
    return told[1] if isinstance(told, tuple) and told[0] == of else {}


def prune(store: Store, days: float = STALE_DAYS) -> int:
    """Forget entries that nobody has asked for in so many days, and say how many there were; look once a day."""
    if store.folder is None or not store.folder.is_dir():
        return 0
    looked, now = store.folder / LOOKED, time.time()
    with contextlib.suppress(OSError):
        if looked.exists() and 0 <= now - looked.stat().st_mtime < DAY:
            return 0
        looked.touch()
    before, count = now - days * DAY, 0
    for path in store.folder.glob("??/*.pickle*"):
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < before:
                path.unlink()
                count += 1
    return count


def digest(data: bytes) -> str:
    """Name some bytes by what they are."""
    return hashlib.sha256(data).hexdigest()


@once
def version(package: Path, distribution: str) -> str:
    """Digest a package, its data too, and the versions of what it stands on, so that no change leaves old results."""
    told = [sys.version, *_libraries(distribution)]
    for path in sorted(path for path in package.rglob("*") if path.is_file() and path.suffix not in APART):
        told += [path.relative_to(package).as_posix(), digest(path.read_bytes())]
    return digest("\0".join(told).encode())


def _libraries(distribution: str) -> list[str]:
    try:
        needed = importlib.metadata.requires(distribution) or []
    except importlib.metadata.PackageNotFoundError:
        return []
    names = {found[0] for line in needed if "extra ==" not in line and (found := DISTRIBUTION.match(line))}
    lines = []
    for name in sorted(names):
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            lines.append(f"{name}=={importlib.metadata.version(name)}")
    return lines


def _place(folder: Path, key: str) -> Path:
    return folder / key[:2] / f"{key}.pickle"
