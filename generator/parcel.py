"""Makes a finished site fit to be opened without a server, and one file of it. Must not know MkDocs or archives.

A browser lets a page from a file fetch nothing, but load scripts; so data that scripts want lies beside as scripts.
"""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

from generator import output

DATA = "questions"
"""The folder of a site whose JSON its scripts fetch."""
PACKED = frozenset({".mp3", ".m4a", ".ogg", ".opus", ".mp4", ".webm", ".png", ".jpg", ".zip", ".gz", ".woff2"})
"""Endings of what packing makes no smaller."""
DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every file in a parcel, so that the same site is the same bytes on any day: the first that there is."""
MODE = 0o100644 << 16


def twin(folder: Path) -> None:
    """Put a script that gives the same beside each file of data: `rows.json.js` beside `rows.json`."""
    for path in sorted((folder / DATA).glob("*.json")):
        path.with_name(f"{path.name}.js").write_bytes(b"callArchive.give(" + path.read_bytes().strip() + b");\n")


def tie(folder: Path, parcel: Path) -> int:
    """Put a site into one file, whole or not at all, in a folder of the file's name; give its bytes."""
    fresh = parcel.with_name(f".{parcel.name}.{os.getpid()}")
    try:
        with zipfile.ZipFile(fresh, "w") as tied:
            for path in sorted(each for each in folder.rglob("*") if each.is_file() and each.name != output.MANIFEST):
                told = zipfile.ZipInfo(f"{parcel.stem}/{path.relative_to(folder).as_posix()}", DAY)
                told.external_attr = MODE
                told.compress_type = zipfile.ZIP_STORED if path.suffix.lower() in PACKED else zipfile.ZIP_DEFLATED
                with path.open("rb") as source, tied.open(told, "w", force_zip64=path.stat().st_size >> 30 > 0) as into:
                    shutil.copyfileobj(source, into)
        fresh.replace(parcel)
    finally:
        fresh.unlink(missing_ok=True)
    return parcel.stat().st_size
