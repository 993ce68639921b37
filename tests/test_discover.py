"""The content folder is walked in one order, and each file gets its companions."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator import discover


def write(folder: Path, *paths: str) -> None:
    """Make files whose words are their paths."""
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"title: {path}\n", encoding="utf-8")


def found(folder: Path) -> list[str]:
    """List the documents of a folder."""
    return [document.source.path for document in discover.discover(folder)[0]]


def test_documents_come_in_order_of_path_whatever_the_disk_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "b/2.txt", "a/9.md", "a.txt", "b/10.txt")
    real = os.walk

    def backwards(*arguments: object, **more: object) -> object:
        for folder, folders, files in real(tmp_path):
            folders.reverse()
            yield folder, folders, files[::-1]

    before = found(tmp_path)
    monkeypatch.setattr(os, "walk", backwards)
    assert found(tmp_path) == before == ["a.txt", "a/9.md", "b/10.txt", "b/2.txt"]


def test_what_is_no_transcript_is_passed_over(tmp_path: Path) -> None:
    write(
        tmp_path, ".hidden.txt", "_draft.txt", "_old/call.txt", ".git/config", "README.md", "a/readme.txt", "people.yml"
    )
    write(tmp_path, "topics.yml", "organizations.yml", "rulings.yml", "a/call.txt")
    documents, problems = discover.discover(tmp_path)
    assert [d.source.path for d in documents] == ["a/call.txt"]
    assert problems == ()


def test_files_of_unknown_kind_are_documents_all_the_same(tmp_path: Path) -> None:
    write(tmp_path, "talk.pdf", "photo.jpg")
    assert found(tmp_path) == ["photo.jpg", "talk.pdf"]


def test_companions_come_nearest_first(tmp_path: Path) -> None:
    write(tmp_path, "archive.yml", "a/archive.yml", "a/b/call.txt", "a/b/call.yml", "a/b/other.txt", "c/archive.yml")
    documents, problems = discover.discover(tmp_path)
    told = {d.source.path: [(c.path, c.origin) for c in d.companions] for d in documents}
    folders = [("a/archive.yml", "folder"), ("archive.yml", "folder")]
    assert told == {"a/b/call.txt": [("a/b/call.yml", "sidecar"), *folders], "a/b/other.txt": folders}
    assert problems == ()


def test_details_without_a_transcript_are_reported(tmp_path: Path) -> None:
    write(tmp_path, "a/call.yml")
    _, problems = discover.discover(tmp_path)
    assert [str(p) for p in problems] == [
        "a/call.yml: warning: details without a transcript beside them (name both files alike but for the ending)"
    ]


def test_a_digest_tells_the_bytes(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.txt")
    (tmp_path / "b.txt").write_bytes((tmp_path / "a.txt").read_bytes())
    one, other = discover.discover(tmp_path)[0]
    assert one.source.sha256 == other.source.sha256
    assert one.source.size == len(one.data) == 13


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "outside/secret.txt", "content/call.txt")
    (tmp_path / "content" / "link.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (tmp_path / "content" / "folder").symlink_to(tmp_path / "outside")
    documents, problems = discover.discover(tmp_path / "content")
    assert [d.source.path for d in documents] == ["call.txt"]
    assert [(p.path, p.level) for p in problems] == [("folder", "warning"), ("link.txt", "warning")]


def test_a_file_that_is_too_large_is_reported_and_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "call.txt")
    monkeypatch.setattr(discover, "LARGEST", 5)
    documents, problems = discover.discover(tmp_path)
    assert documents == ()
    assert "larger than" in problems[0].message


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    assert discover.discover(tmp_path / "nowhere")[1][0].level == "error"


def test_recordings_are_no_documents_and_are_listed_with_their_size(tmp_path: Path) -> None:
    write(tmp_path, "a/call.vtt", "a/call.MP3", "b/film.webm", "_left/out.ogg")
    (tmp_path / "a" / "gone.mp3").symlink_to(tmp_path / "nowhere.mp3")
    assert found(tmp_path) == ["a/call.vtt"]
    assert [(each.path, each.size) for each in discover.recordings(tmp_path)] == [
        ("a/call.MP3", 18),
        ("b/film.webm", 19),
    ]


def test_a_recording_that_a_link_leads_to_outside_the_folder_is_not_listed(tmp_path: Path) -> None:
    write(tmp_path, "secret.mp3", "content/call.txt")
    (tmp_path / "content" / "call.mp3").symlink_to(tmp_path / "secret.mp3")
    assert discover.recordings(tmp_path / "content") == ()
