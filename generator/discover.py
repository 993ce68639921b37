"""Finds the documents of a content folder, with the companions of each, and recordings. Must not know formats."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator import problems
from generator.model import ENDINGS, Companion, Document, Recording, Source
from generator.problems import Problem

LARGEST = 256 * 1024 * 1024
"""Bytes."""
FOLDER = "archive.yml"
_DECLARED = frozenset(
    f"{stem}.{ending}" for stem in ("people", "topics", "organizations", "rulings") for ending in ("yml", "yaml")
)
_YAML = (".yml", ".yaml")


def discover(content: Path, day_first: bool | None = None) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Find every document below a folder, in order of path, whatever order the disk lists them in.

    `day_first` says how the archive writes 03/04/2024; None where nobody has said.
    """
    if not content.is_dir():
        return (), (
            problems.error(content.as_posix(), 0, "the content folder is not there", "make it, or set `content`"),
        )
    paths, found = _walk(content)
    companions = {path for path in paths if path.endswith(_YAML)}
    read: dict[str, bytes] = {}
    for path in sorted(companions):
        read[path] = (content / path).read_bytes()
    documents: list[Document] = []
    for path in (path for path in paths if path not in companions and not _recording(path)):
        document = _document(content, path, read, day_first)
        if isinstance(document, Document):
            documents.append(document)
        else:
            found.append(document)
    found.extend(_orphans(companions, {document.source.path for document in documents}))
    return tuple(documents), tuple(sorted(found))


def recordings(content: Path) -> tuple[Recording, ...]:
    """List the recordings below a folder, whose words nobody reads, in order of path."""
    paths = [path for path in _walk(content)[0] if _recording(path) and (content / path).is_file()]
    return tuple(Recording(path, (content / path).stat().st_size) for path in paths)


def _recording(path: str) -> bool:
    return path.lower().endswith(ENDINGS)


def _walk(content: Path) -> tuple[list[str], list[Problem]]:
    paths: list[str] = []
    found: list[Problem] = []
    root = content.resolve()
    for folder, folders, files in os.walk(content, onerror=lambda e: found.append(_unlisted(content, e))):
        folders[:] = sorted(name for name in folders if not _hidden(name))
        for name in list(folders):
            if os.path.islink(f"{folder}/{name}"):  # noqa: PTH114  (a Path takes longer to make than to look)
                folders.remove(name)
                found.append(_link(Path(folder, name), content))
        begins = "" if Path(folder) == content else f"{Path(folder).relative_to(content).as_posix()}/"
        for name in files:
            path, place = f"{begins}{name}", f"{folder}/{name}"
            if _hidden(name) or name.casefold().startswith("readme") or path in _DECLARED:
                continue
            if os.path.islink(place) and not Path(place).resolve().is_relative_to(root):  # noqa: PTH114
                found.append(_link(Path(place), content))
            else:
                paths.append(path)
    return sorted(paths), found


def _hidden(name: str) -> bool:
    return name.startswith((".", "_"))


def _link(path: Path, content: Path) -> Problem:
    where = path.relative_to(content).as_posix()
    return problems.warning(
        where, 0, "a link that leads elsewhere was not followed", "copy the file or the folder itself"
    )


def _unlisted(content: Path, error: OSError) -> Problem:
    where = Path(error.filename or content)
    shown = where.relative_to(content).as_posix() if where.is_relative_to(content) else where.as_posix()
    return problems.error(shown, 0, f"the folder cannot be read: {error.strerror}")


def _document(content: Path, path: str, companions: dict[str, bytes], day_first: bool | None) -> Document | Problem:
    """Read a file and hand it its companions, nearest first."""
    try:
        place = content / path
        if place.stat().st_size > LARGEST:
            return problems.error(
                path, 0, f"the file is larger than {LARGEST // 1024 // 1024} MB", "cut it into its calls"
            )
        data = place.read_bytes()
    except OSError as error:
        return problems.error(path, 0, f"the file cannot be read: {error.strerror}")
    source = Source(path, hashlib.sha256(data).hexdigest(), len(data))
    return Document(source, data, tuple(_companions(path, companions)) if companions else (), day_first)


def _companions(path: str, read: dict[str, bytes]) -> Iterator[Companion]:
    pure = PurePosixPath(path)
    for ending in _YAML:
        beside = pure.with_suffix(ending).as_posix()
        if beside in read and pure.with_suffix(ending).name != FOLDER:
            yield Companion(beside, read[beside], "sidecar")
    for folder in pure.parents:
        for ending in _YAML:
            above = (folder / "archive").with_suffix(ending).as_posix()
            if above in read:
                yield Companion(above, read[above], "folder")


def _orphans(companions: set[str], documents: set[str]) -> Iterator[Problem]:
    stems = {str(PurePosixPath(path).with_suffix("")) for path in documents}
    for path in companions:
        pure = PurePosixPath(path)
        if pure.stem != "archive" and str(pure.with_suffix("")) not in stems:
            yield problems.warning(
                path, 0, "details without a transcript beside them", "name both files alike but for the ending"
            )
