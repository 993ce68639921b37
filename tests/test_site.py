"""A finished site takes its place whole or not at all, and never over files of somebody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import output, site


def make(folder: Path, **files: str) -> None:
    """Have a build put a site in place."""
    with site.staged(folder) as staging:
        for name, text in files.items():
            (staging / f"{name}.html").write_text(text, encoding="utf-8")
        site.sign(staging)


def names(folder: Path) -> set[str]:
    """What lies in a folder, without our list."""
    return {path.name for path in folder.iterdir()} - {".call-archive.json"}


def test_a_new_site_replaces_the_old_one(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    make(folder, old="1", both="1")
    make(folder, new="2", both="2")
    assert names(folder) == {"new.html", "both.html"}
    assert (folder / "both.html").read_text(encoding="utf-8") == "2"


def test_hidden_files_at_the_top_stay(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / ".gitignore").write_text("*", encoding="utf-8")
    (folder / ".well-known").mkdir()
    (folder / ".well-known" / "x.txt").write_text("y", encoding="utf-8")
    make(folder, index="1")
    assert names(folder) == {".gitignore", ".well-known", "index.html"}
    assert (folder / ".well-known" / "x.txt").read_text(encoding="utf-8") == "y"


def test_a_build_that_fails_leaves_the_old_site_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    make(folder, old="1")
    with pytest.raises(ZeroDivisionError), site.staged(folder) as staging:
        (staging / "half.html").write_text("", encoding="utf-8")
        raise ZeroDivisionError
    assert names(folder) == {"old.html"}
    assert names(tmp_path) == {"site"}


def test_a_build_that_was_killed_while_swapping_gives_the_old_site_back(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    make(folder, old="1")
    folder.rename(tmp_path / ".site.old")
    (tmp_path / ".site.new").mkdir()
    with pytest.raises(ZeroDivisionError), site.staged(folder):
        raise ZeroDivisionError
    assert names(tmp_path) == {"site"}
    assert names(folder) == {"old.html"}


def test_files_that_are_as_they_were_come_from_the_site_before_the_last(tmp_path: Path) -> None:
    folder, spare, kept = tmp_path / "site", tmp_path / "cache" / "spare", tmp_path / "cache" / "kept"
    for name in ("same", "changed", "gone"):
        (kept / name).mkdir(parents=True)
        (kept / name / "index.html").write_text(name, encoding="utf-8")
    wanted = {f"calls/{name}/index.html": str(kept / name / "index.html") for name in ("same", "changed", "gone")}
    for turn in range(3):
        if turn == 2:
            (kept / "changed" / "index.html").unlink()
            (kept / "changed" / "index.html").write_text("anew", encoding="utf-8")
            del wanted["calls/gone/index.html"]
        with site.staged(folder) as staging:
            adopted = site.adopt(staging, spare, {path: output.stamp(file) for path, file in wanted.items()})
            (staging / "index.html").write_text(f"{turn}", encoding="utf-8")
            for path in wanted.keys() - adopted:
                (staging / path).parent.mkdir(parents=True, exist_ok=True)
                (staging / path).hardlink_to(wanted[path])
            site.sign(staging)
    assert adopted == {"calls/same/index.html"}
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()} == {
        ".call-archive.json", "index.html", "calls/same/index.html", "calls/changed/index.html"
    }  # fmt: skip
    assert not (folder / "calls" / "gone").exists()
    assert (folder / "calls" / "changed" / "index.html").read_text(encoding="utf-8") == "anew"
    assert names(tmp_path) == {"site", "cache"}


def test_a_folder_that_takes_no_place_takes_nothing_over(tmp_path: Path) -> None:
    spare, staging = tmp_path / "spare", tmp_path / "staging"
    make(spare, index="1")
    staging.mkdir()
    assert site.adopt(staging, spare, {"index.html": output.stamp(spare / "index.html")}) == set()
    assert names(spare) == {"index.html"}


def test_our_own_site_holds_no_strangers(tmp_path: Path) -> None:
    make(tmp_path / "site", index="1")
    assert not site.strangers(tmp_path / "site")
    assert not site.strangers(tmp_path / "not-there")


def test_files_that_we_did_not_write_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    make(folder, index="1")
    (folder / "thesis.docx").write_text("", encoding="utf-8")
    (problem,) = site.strangers(folder)
    assert "thesis.docx" in problem.message
    assert "--site-dir" in problem.hint


def test_a_link_is_no_place_for_a_site(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "real", target_is_directory=True)
    assert site.strangers(tmp_path / "site")
