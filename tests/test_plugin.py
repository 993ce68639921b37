"""Plain MkDocs does the same work from mkdocs.yml alone, and counts our problems."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator import output, site
from tests.conftest import call_archive

DOUBTFUL = "item;amount\nrent;1,200\nheating;310\nwater;48\n"  # a table, and no transcript


def mkdocs(*arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs as a user does."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **variables}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def files(folder: Path) -> dict[str, bytes]:
    """What a site is made of."""
    return {path: (folder / path).read_bytes() for path in sorted(site.visible(folder))}


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new archive that no test touches."""
    folder = tmp_path_factory.mktemp("fresh") / "ours"
    assert call_archive("new", str(folder)).returncode == 0
    return folder


@pytest.fixture
def archive(fresh: Path, tmp_path: Path) -> Path:
    """A new archive."""
    return Path(shutil.copytree(fresh, tmp_path / "ours"))


def test_mkdocs_and_the_command_line_make_the_same_site_on_any_day(archive: Path) -> None:
    assert call_archive("build", "--quiet", cwd=archive).returncode == 0
    ours = files(archive / "site")
    done = mkdocs("build", "--strict", cwd=archive, SOURCE_DATE_EPOCH="1000000000")
    assert done.returncode == 0, done.stderr
    theirs = files(archive / "site")
    assert ours.keys() == theirs.keys()
    assert [path for path, data in ours.items() if theirs[path] != data] == []


def test_a_site_that_mkdocs_made_may_be_replaced_by_the_command_line(archive: Path) -> None:
    assert mkdocs("build", cwd=archive).returncode == 0
    assert call_archive("build", "--quiet", cwd=archive).returncode == 0


def test_strict_counts_a_problem_with_content(archive: Path) -> None:
    (archive / "content" / "notes.txt").write_text(DOUBTFUL, encoding="utf-8")
    loose, strict = mkdocs("build", cwd=archive), mkdocs("build", "--strict", cwd=archive)
    assert (loose.returncode, strict.returncode) == (0, 1)
    assert "notes.txt: error: " in loose.stderr


def test_every_mistake_in_the_options_is_reported_by_mkdocs_at_once(archive: Path) -> None:
    text = (archive / "mkdocs.yml").read_text(encoding="utf-8")
    wrong = text.replace("      content: content\n", "      contnt: x\n      jobs: -1\n")
    (archive / "mkdocs.yml").write_text(wrong, encoding="utf-8")
    done = mkdocs("build", cwd=archive)
    assert done.returncode == 1
    assert "option 'contnt': 'x' was given, but there is no such option" in done.stderr
    assert "did you mean content?" in done.stderr
    assert "option 'jobs': -1 was given, expected a whole number of processes" in done.stderr


def test_a_page_that_somebody_wrote_into_our_folder_is_left_alone_and_told(archive: Path) -> None:
    (archive / "pages" / "index.md").write_text("# By hand\n", encoding="utf-8")
    done = mkdocs("build", "--strict", cwd=archive)
    assert done.returncode == 1
    assert "index.md: error: this file was there before" in done.stderr
    assert (archive / "pages" / "index.md").read_text(encoding="utf-8") == "# By hand\n"


def test_the_tags_of_mkdocs_may_stand_in_the_configuration(archive: Path) -> None:
    text = (archive / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("site_name: Our calls", "site_name: !ENV [ARCHIVE_NAME, Fallback]")
    (archive / "mkdocs.yml").write_text(text + "\nhooks: []\nextra:\n  x: !!python/name:os.sep\n", encoding="utf-8")
    done = call_archive("check", "--quiet", cwd=archive)
    assert done.returncode == 0, done.stderr
    assert mkdocs("build", "-q", "--strict", cwd=archive, ARCHIVE_NAME="From outside").returncode == 0
    assert "From outside" in (archive / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [["mkdocs"], ["generator"]])
def test_serving_shows_a_change_in_content(archive: Path, command: list[str]) -> None:
    with served(archive, command) as address:
        assert "Theo Marchetti" in eventually(f"{address}/speakers/", "Theo Marchetti")
        transcript = archive / "content" / "acme" / "fy2024-q1.txt"
        text = transcript.read_text(encoding="utf-8").replace("Theo Marchetti", "Thea Lindgren")
        transcript.write_text(text, encoding="utf-8")
        assert "Theo Marchetti" not in eventually(f"{address}/speakers/", "Thea Lindgren")


def test_a_package_without_its_pages_list_is_still_ours(archive: Path) -> None:
    assert call_archive("build", "--quiet", cwd=archive).returncode == 0
    (archive / "pages" / output.MANIFEST).unlink()
    shutil.rmtree(archive / "site")
    assert call_archive("build", "--quiet", cwd=archive).returncode == 0


def test_a_template_of_the_users_wins_over_ours(archive: Path) -> None:
    (archive / "overrides").mkdir()
    told = '{% extends "base.html" %}{% block announce %}Drafts only.{% endblock %}'
    (archive / "overrides" / "main.html").write_text(told, encoding="utf-8")
    settings = archive / "mkdocs.yml"
    named = settings.read_text(encoding="utf-8").replace(
        "name: material\n", "name: material\n  custom_dir: overrides\n"
    )
    settings.write_text(named, encoding="utf-8")
    assert call_archive("build", "--quiet", cwd=archive).returncode == 0
    assert "Drafts only." in (archive / "site" / "index.html").read_text(encoding="utf-8")


@contextmanager
def served(archive: Path, module: list[str]) -> Iterator[str]:
    """A development server for as long as it is needed."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    option = "--dev-addr" if module == ["mkdocs"] else "--address"
    command = [sys.executable, "-m", *module, "serve", option, f"127.0.0.1:{port}"]
    with (archive / "serve.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=archive, stdout=log, stderr=log)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def eventually(address: str, words: str, seconds: float = 60) -> str:
    """The page at an address, as soon as it says what is awaited."""
    last: object = None
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                last = answer.read().decode("utf-8")
        except OSError as wrong:
            last = wrong
        if isinstance(last, str) and words in last:
            return last
        time.sleep(0.3)
    raise AssertionError(f"{words!r} did not appear at {address}: {last!r:.500}")
