"""A second build of the same does nothing, and whatever a build could see makes it do something."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.commands import main

SAID = "Nothing has changed since the last build."
DOUBTFUL = "item;amount\nrent;1,200\nheating;310\nwater;48\n"  # a table, and no transcript


def run(*arguments: str) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(main, arguments)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An archive that has been built, with a file that is no transcript; it is also the working folder."""
    project = tmp_path_factory.mktemp("unchanged") / "ours"
    assert run("new", str(project)).exit_code == 0
    (project / "content" / "rent.csv.txt").write_text(DOUBTFUL, encoding="utf-8")
    before = Path.cwd()
    os.chdir(project)
    assert SAID not in run("build").output
    yield project
    os.chdir(before)


def test_a_second_build_says_so_and_tells_again_what_is_wrong(archive: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in archive.rglob("*")}
    done = run("build")
    assert SAID in done.output
    assert "rent.csv.txt: error: " in done.output
    assert done.exit_code == 1
    assert {path: path.stat().st_mtime_ns for path in archive.rglob("*")} == before


@pytest.mark.parametrize("path", ["content/topics.yml", "mkdocs.yml", "site/index.html", "pages/index.md"])
def test_a_file_that_was_edited_is_seen(archive: Path, path: str) -> None:
    with (archive / path).open("a", encoding="utf-8") as file:
        file.write("# edited\n")
    assert SAID not in run("build", "--quiet").output
    assert SAID in run("build").output


def test_a_page_that_is_gone_comes_back(archive: Path) -> None:
    (archive / "site" / "404.html").unlink()
    assert SAID not in run("build").output
    assert (archive / "site" / "404.html").is_file()


def test_other_settings_make_another_site(archive: Path) -> None:
    assert SAID not in run("build", "--site-dir", str(archive / "elsewhere")).output
