"""Files are written whole or not at all, only where they changed, and never over somebody else's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import output
from generator.model import Page


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder but the list of ours, with what it holds."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != output.MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def pages(**texts: str) -> list[Page]:
    """`a__b="x"` is the page a/b.md that says x."""
    return [Page(path.replace("__", "/") + ".md", text) for path, text in texts.items()]


def test_pages_and_assets_are_written(tmp_path: Path) -> None:
    done = output.write(pages(index="home", calls__one="first"), tmp_path, [("assets/a.css", b"p{}")])
    assert tree(tmp_path) == {"index.md": "home", "calls/one.md": "first", "assets/a.css": "p{}"}
    assert done.written == ("assets/a.css", "calls/one.md", "index.md")
    assert not done.problems


def test_only_what_changed_is_touched(tmp_path: Path) -> None:
    output.write(pages(a="1", b="2"), tmp_path)
    before = (tmp_path / "a.md").stat().st_mtime_ns
    done = output.write(pages(a="1", b="3"), tmp_path)
    assert (done.written, done.unchanged, done.removed) == (("b.md",), ("a.md",), ())
    assert (tmp_path / "a.md").stat().st_mtime_ns == before


def test_what_is_stale_goes_and_so_do_folders_that_are_empty_then(tmp_path: Path) -> None:
    output.write(pages(a="1", old__deep__b="2"), tmp_path)
    done = output.write(pages(a="1"), tmp_path)
    assert done.removed == ("old/deep/b.md",)
    assert not (tmp_path / "old").exists()


def test_a_file_of_somebody_else_is_neither_removed_nor_overwritten(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("by hand", encoding="utf-8")
    (tmp_path / "other.txt").write_text("keep", encoding="utf-8")
    done = output.write(pages(mine="by machine", b="2"), tmp_path)
    assert tree(tmp_path) == {"mine.md": "by hand", "other.txt": "keep", "b.md": "2"}
    assert [(p.path, p.level) for p in done.problems] == [("mine.md", "error")]
    output.write([], tmp_path)
    assert tree(tmp_path) == {"mine.md": "by hand", "other.txt": "keep"}


def test_a_file_that_holds_the_very_same_becomes_ours(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("1", encoding="utf-8")
    assert not output.write(pages(a="1"), tmp_path).problems
    assert output.write(pages(b="2"), tmp_path).removed == ("a.md",)


@pytest.mark.parametrize(
    "path",
    ["../out.md", "/etc/out.md", "a/../../out.md", "a\\..\\out.md", "c:/out.md", "", ".", "a/.hidden", "a//b", "a\0b"],
)
def test_a_path_that_leaves_the_folder_is_refused(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "inner"
    done = output.write([Page(path, "x"), Page("good.md", "y")], folder)
    assert len(done.problems) == 1
    assert tree(tmp_path) == {"inner/good.md": "y"}


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "inner"
    outside.mkdir()
    folder.mkdir()
    (folder / "calls").symlink_to(outside, target_is_directory=True)
    assert output.write(pages(calls__one="x"), folder).problems
    assert not list(outside.iterdir())


def test_a_listed_file_behind_a_link_that_leads_out_is_not_removed(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "inner"
    output.write(pages(calls__one="x"), folder)
    (folder / "calls").rename(outside)
    (folder / "calls").symlink_to(outside, target_is_directory=True)
    output.write(pages(a="1"), folder)
    assert (outside / "one.md").exists()


def test_names_that_differ_in_case_alone_are_a_problem(tmp_path: Path) -> None:
    done = output.write([Page("a/Index.md", "1"), Page("a/index.md", "2")], tmp_path)
    assert tree(tmp_path) == {"a/Index.md": "1"}
    assert [p.path for p in done.problems] == ["a/index.md"]


def test_nothing_is_written_when_a_page_cannot_be_made(tmp_path: Path) -> None:
    def failing() -> Iterator[Page]:
        yield Page("a.md", "new")
        raise ZeroDivisionError

    output.write(pages(a="old"), tmp_path)
    with pytest.raises(ZeroDivisionError):
        output.write(failing(), tmp_path)
    assert tree(tmp_path) == {"a.md": "old"}


def test_a_page_may_become_a_folder_and_a_folder_a_page(tmp_path: Path) -> None:
    output.write([Page("a", "1"), Page("b/c", "2")], tmp_path)
    done = output.write([Page("a/x", "3"), Page("b", "4")], tmp_path)
    assert tree(tmp_path) == {"a/x": "3", "b": "4"}
    assert not done.problems


def test_a_list_that_was_tampered_with_removes_nothing_outside(tmp_path: Path) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    (tmp_path / "precious.txt").write_text("x", encoding="utf-8")
    (folder / output.MANIFEST).write_text('{"files": ["../precious.txt", 3, "/etc/passwd"]}', encoding="utf-8")
    output.write(pages(a="1"), folder)
    assert (tmp_path / "precious.txt").exists()


def test_a_folder_that_stands_where_a_page_should_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    done = output.write(pages(a="1", b="2"), tmp_path)
    assert [p.path for p in done.problems] == ["a.md"]
    assert tree(tmp_path) == {"b.md": "2"}


def test_a_file_beside_the_pages_is_copied_once_and_again_when_it_changes(tmp_path: Path) -> None:
    sound, folder = tmp_path / "call.mp3", tmp_path / "pages"
    sound.write_bytes(b"one")
    assert output.write([], folder, [("calls/a/recording.mp3", sound)]).written == ("calls/a/recording.mp3",)
    before = (folder / "calls/a/recording.mp3").stat()
    assert output.write([], folder, [("calls/a/recording.mp3", sound)]).unchanged == ("calls/a/recording.mp3",)
    assert (folder / "calls/a/recording.mp3").stat().st_ino == before.st_ino
    sound.write_bytes(b"longer")
    assert output.write([], folder, [("calls/a/recording.mp3", sound)]).written == ("calls/a/recording.mp3",)
    assert (folder / "calls/a/recording.mp3").read_bytes() == b"longer"
    assert output.write([], folder).removed == ("calls/a/recording.mp3",)


def test_a_copy_replaces_no_file_of_somebody_else(tmp_path: Path) -> None:
    (tmp_path / "call.mp3").write_bytes(b"ours")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "recording.mp3").write_bytes(b"theirs")
    done = output.write([], tmp_path / "pages", [("recording.mp3", tmp_path / "call.mp3")])
    assert [problem.level for problem in done.problems] == ["error"]
    assert (tmp_path / "pages" / "recording.mp3").read_bytes() == b"theirs"
