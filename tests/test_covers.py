"""What the maps of a build are given, and what they do where something is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator import cache, covers, discover
from generator.model import Document
from tests.conftest import ROOT

CALL = "Mei Tan: We melt the sand twice.\n\nRavi Menon: And who sells it?\n\nMei Tan: Our own shops.\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder with one call."""
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "call.txt").write_text(CALL, encoding="utf-8")
    return folder


def found(content: Path) -> tuple[Document, ...]:
    """The documents of a folder."""
    return discover.discover(content)[0]


def test_a_remembered_reading_needs_no_bytes(content: Path, tmp_path: Path) -> None:
    near = covers.Near(cache.Store(tmp_path / "cache", "1"), content)
    (whole,) = found(content)
    reading = covers.read(whole, near)
    (bare,) = covers.bare([whole], near)
    (content / "call.txt").unlink()
    assert bare.data == b"" and covers.read(bare, near) == reading


def test_a_reading_that_was_lost_meanwhile_is_made_again(content: Path, tmp_path: Path) -> None:
    near = covers.Near(cache.Store(tmp_path / "cache", "1"), content)
    (whole,) = found(content)
    reading = covers.read(whole, near)
    for entry in (tmp_path / "cache").rglob("*.pickle"):
        entry.unlink()
    assert covers.read(covers.bare([whole], near)[0], near) == reading


def test_a_document_that_changed_meanwhile_is_not_read_for_what_it_was(content: Path, tmp_path: Path) -> None:
    near = covers.Near(cache.Store(tmp_path / "cache", "1"), content)
    (whole,) = found(content)
    (bare,) = covers.bare([whole], near)
    place = content / whole.source.path
    place.write_bytes(place.read_bytes().replace(b"e", b"a"))
    with pytest.raises(covers.Changed, match=whole.source.path):
        covers.read(bare, near)


@pytest.mark.parametrize("seen", [True, False], ids=["no cache", "elsewhere"])
def test_where_nothing_is_remembered_documents_keep_their_bytes(content: Path, tmp_path: Path, seen: bool) -> None:
    near = covers.Near(cache.Store(None)) if seen else covers.Near(cache.Store(tmp_path / "cache", "1"))
    assert covers.bare(found(content), near) == found(content)


def test_who_only_reads_and_understands_loads_nothing_that_prints() -> None:
    told = "import sys; from generator import covers; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "generator.readers" in loaded
    assert loaded.isdisjoint({"generator.build", "generator.pages", "generator.search", "jinja2", "mkdocs", "pydantic"})
