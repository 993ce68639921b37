"""A site that opens without a server, and one file of it."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from generator import parcel
from tests.conftest import call_archive


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a page, data and a recording."""
    for path, text in (
        ("index.html", "<p>kettles</p>"),
        ("questions/rows.json", '{"rows": ["tea"]}\n'),
        ("calls/a/call.json", "{}"),
        ("media/a.mp3", "sound"),
    ):
        place = tmp_path / "site" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return tmp_path / "site"


def test_data_that_scripts_fetch_lies_beside_as_a_script(site: Path) -> None:
    parcel.twin(site)
    script = (site / "questions/rows.json.js").read_text(encoding="utf-8")
    assert json.loads(script.removeprefix("callArchive.give(").removesuffix(");\n")) == {"rows": ["tea"]}
    assert not (site / "calls/a/call.json.js").exists()


def test_the_file_unpacks_into_one_folder_of_its_own_name(site: Path, tmp_path: Path) -> None:
    size = parcel.tie(site, tmp_path / "kettles.zip")
    assert size == (tmp_path / "kettles.zip").stat().st_size
    with zipfile.ZipFile(tmp_path / "kettles.zip") as tied:
        assert tied.namelist() == [
            f"kettles/{path}" for path in ("calls/a/call.json", "index.html", "media/a.mp3", "questions/rows.json")
        ]
        assert tied.read("kettles/index.html") == b"<p>kettles</p>"


def test_the_same_site_is_the_same_file_on_any_day(site: Path, tmp_path: Path) -> None:
    parcel.tie(site, tmp_path / "one.zip")
    before = (tmp_path / "one.zip").read_bytes()
    for path in site.rglob("*"):
        os.utime(path, (1, 1))
    parcel.tie(site, tmp_path / "one.zip")
    assert (tmp_path / "one.zip").read_bytes() == before


def test_a_file_that_cannot_be_finished_leaves_the_old_one_as_it_was(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left on device")

    (tmp_path / "one.zip").write_bytes(b"old")
    monkeypatch.setattr("shutil.copyfileobj", full)
    with pytest.raises(OSError, match="no space"):
        parcel.tie(site, tmp_path / "one.zip")
    assert (tmp_path / "one.zip").read_bytes() == b"old"
    assert [path.name for path in tmp_path.glob("*.zip*")] == ["one.zip"]
    assert not list(tmp_path.glob(".one*"))


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (("--packed", "copy.zip", "--site-dir", "site"), "exclude each other"),
        (("--packed", "nowhere/copy.zip"), "no folder to hold it"),
        (("--packed", "."), "choose a folder for the site alone"),
    ],
)
def test_a_copy_that_has_no_place_of_its_own_is_refused_before_anything_is_read(
    sample: Path, tmp_path: Path, how: tuple[str, ...], said: str
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_bytes((sample / "mkdocs.yml").read_bytes())
    done = call_archive("build", *how, cwd=tmp_path)
    assert done.returncode == 2
    assert said in " ".join((done.stdout + done.stderr).split())
    assert not list(tmp_path.glob("*.zip"))
