"""Reads a text that a test makes up, and writes a reading down as text that a person can review."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from generator import readers
from generator.model import Document, Reading, Source, Transcript, Utterance


def document(words: str | bytes, path: str = "call.txt") -> Document:
    """Make a document of words."""
    data = words.encode() if isinstance(words, str) else words
    return Document(Source(path, hashlib.sha256(data).hexdigest(), len(data)), data)


def reading(words: str | bytes, path: str = "call.txt") -> Reading:
    """Read words as a file of that name."""
    return readers.read(document(words, path))


def transcript(words: str | bytes, path: str = "call.txt") -> Transcript:
    """Read words that must be readable."""
    read = reading(words, path)
    assert read.transcript is not None, [str(problem) for problem in read.problems]
    return read.transcript


def turns(read: Transcript) -> list[tuple[str | None, list[str]]]:
    """Give who says which paragraphs."""
    return [(u.label, [p.text for p in u.paragraphs]) for u in read.utterances]


def shown(read: Transcript) -> str:
    """Write a transcript down as JSON, without what follows from the bytes alone."""
    told: dict[str, Any] = {
        "reader": read.reader,
        "claim": read.claim,
        "details": {d.name: f"{d.value} ({d.origin}, line {d.line})" for d in read.details},
        "participants": [_kept(asdict(p)) for p in read.participants],
        "headings": [_kept(asdict(h)) for h in read.headings],
        "utterances": [_utterance(u) for u in read.utterances],
        "furniture": [f"{f.line}: {f.kind}: {f.text}" for f in read.furniture],
        "problems": [str(p) for p in read.problems],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _utterance(spoken: Utterance) -> dict[str, Any]:
    told: dict[str, Any] = {"label": spoken.label, "line": spoken.line, "start": spoken.start}
    told["tells"] = _kept(asdict(spoken.tells)) if spoken.tells else None
    return {**_kept(told), "paragraphs": [f"{p.line}: {p.text}" for p in spoken.paragraphs]}


def _kept(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def sources(folder: Path) -> list[Path]:
    """List the sample files below a folder: all but the expected readings beside them."""
    files = [path for path in folder.rglob("*.*") if path.is_file() and not path.name.endswith(".expected.json")]
    answers = {expected(path) for path in files if path.suffix != ".json"}
    return sorted(path for path in files if path not in answers)


def expected(path: Path) -> Path:
    """Name the file that holds the expected reading of a sample; a sample may be JSON itself."""
    return path.with_suffix(".expected.json" if path.suffix == ".json" else ".json")
