"""What one site after the other has is one file, and nobody who changes a site changes the next one."""

from __future__ import annotations

from pathlib import Path

from generator import disk, output, shelf

FILES = {"search/en/a": b"one", "search/en/b": b"two", "search/bundles.json": b"one"}


def handed(folder: Path, site: str, files: dict[str, bytes]) -> Path:
    """Make a site of some files."""
    shelf.hand(shelf.fill(folder / "shelf", files.items()), folder / site)
    return folder / site


def held(site: Path) -> dict[str, bytes]:
    """What a site holds."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def kept(folder: Path) -> list[Path]:
    """The files on the shelf."""
    return [path for path in folder.glob("shelf/*/*") if path.is_file()]


def test_a_site_is_given_every_file_and_what_is_the_same_lies_there_once(tmp_path: Path) -> None:
    assert held(handed(tmp_path, "site", FILES)) == FILES
    assert len(kept(tmp_path)) == 2


def test_the_next_site_is_given_the_very_same_files(tmp_path: Path) -> None:
    first, second = handed(tmp_path, "first", FILES), handed(tmp_path, "second", {**FILES, "search/en/b": b"three"})
    assert (first / "search/en/a").samefile(second / "search/en/a")
    assert held(second)["search/en/b"] == b"three"
    assert held(first) == FILES


def test_a_file_that_somebody_changed_in_a_site_is_not_handed_on(tmp_path: Path) -> None:
    first = handed(tmp_path, "first", FILES)
    (first / "search/en/a").write_bytes(b"tampered with")
    assert held(handed(tmp_path, "second", FILES)) == FILES


def test_what_no_site_asks_for_is_dropped(tmp_path: Path) -> None:
    handed(tmp_path, "first", FILES)
    handed(tmp_path, "second", {"search/en/b": b"two"})
    assert [path.read_bytes() for path in kept(tmp_path)] == [b"two"]
    shelf.fill(tmp_path / "shelf", ())
    assert not kept(tmp_path)


def test_a_file_that_a_site_has_already_is_left_as_it_is_and_another_in_its_place_is_replaced(tmp_path: Path) -> None:
    on_shelf = shelf.fill(tmp_path / "shelf", FILES.items())
    site = tmp_path / "site"
    disk.same(on_shelf["search/en/a"].place, f"{site}/search/en/a")
    disk.put(b"2wo", f"{site}/search/en/b")
    before = output.stamp(site / "search/en/a")
    shelf.hand(on_shelf, site)
    assert output.stamp(site / "search/en/a") == before
    assert held(site) == FILES
