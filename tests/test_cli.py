"""The command line does what it says, and its exit code tells scripts how it went."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.commands import main

COMMANDS = ["build", "serve", "check", "export", "explain", "topics suggest", "new"]
DOUBTFUL = "item;amount\nrent;1,200\nheating;310\nwater;48\n"  # a table, and no transcript


def run(*arguments: str) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new archive, which is also the working folder."""
    assert run("new", str(tmp_path / "ours")).exit_code == 0
    monkeypatch.chdir(tmp_path / "ours")
    return tmp_path / "ours"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_examples(command: str) -> None:
    done = run(*command.split(), "--help")
    assert done.exit_code == 0
    assert "Examples:" in done.output
    assert f"call-archive {command}" in done.output


def test_a_new_archive_builds_without_a_problem(archive: Path) -> None:
    done = run("build")
    assert done.exit_code == 0, done.output
    assert "1 call, " in done.output
    assert "0 problems; seconds: discover" in done.output
    assert (archive / "site" / "index.html").as_uri() in done.output
    assert (archive / "site" / "index.html").is_file()
    assert (archive / "pages" / "index.md").is_file()


def test_quiet_says_nothing_when_all_is_well(archive: Path) -> None:
    done = run("build", "--quiet")
    assert (done.exit_code, done.output) == (0, "")


def test_a_file_that_cannot_be_read_stops_nothing_and_is_told(archive: Path) -> None:
    (archive / "content" / "notes.txt").write_text(DOUBTFUL, encoding="utf-8")
    done = run("build", "--quiet")
    assert done.exit_code == 1
    assert "notes.txt: error: " in done.output
    assert (archive / "site" / "index.html").is_file()


def test_check_has_a_row_for_every_file_and_writes_nothing(archive: Path) -> None:
    (archive / "content" / "notes.txt").write_text(DOUBTFUL, encoding="utf-8")
    before = sorted(path for path in archive.rglob("*") if ".cache" not in path.parts)
    done = run("check")
    assert done.exit_code == 1
    rows = {line.split()[0]: line.split() for line in done.stdout.splitlines() if line}
    assert rows["file"][1:4] == ["reader", "title", "date"]
    assert rows["acme/fy2024-q1.txt"][1] == "inline"
    assert rows["notes.txt"][1] == "none"
    assert sorted(path for path in archive.rglob("*") if ".cache" not in path.parts) == before


def test_export_is_one_json_object_on_standard_output(archive: Path) -> None:
    done = run("export")
    assert done.exit_code == 0
    told = json.loads(done.stdout)
    assert told["format"] == "call-archive/1"
    assert [call["source"] for call in told["calls"]] == ["acme/fy2024-q1.txt"]


def test_export_writes_the_same_into_a_file(archive: Path) -> None:
    assert run("export", "--output", "deep/archive.json").exit_code == 0
    assert json.loads((archive / "deep" / "archive.json").read_text(encoding="utf-8"))["calls"]


@pytest.mark.parametrize("name", ["content/acme/fy2024-q1.txt", "acme/fy2024-q1.txt"])
def test_explain_takes_a_file_as_named_from_here_or_from_the_content_folder(archive: Path, name: str) -> None:
    done = run("explain", name)
    assert done.exit_code == 0
    assert "Read by inline: " in done.output
    assert '"Theo Marchetti" → Theo Marchetti' in done.output


@pytest.mark.parametrize("name", ["content/people.yml", "content/acme/none.txt", "mkdocs.yml"])
def test_explain_refuses_what_is_no_transcript(archive: Path, name: str) -> None:
    assert run("explain", name).exit_code == 2


def test_topics_suggest_prints_yaml(archive: Path) -> None:
    import yaml

    done = run("topics", "suggest", "--limit", "3", "--quiet")
    assert done.exit_code == 0, done.output
    told = yaml.safe_load(done.stdout)
    assert told is None or len(told["topics"] if isinstance(told, dict) else told) <= 3


def test_new_does_not_overwrite(archive: Path) -> None:
    done = run("new", str(archive))
    assert done.exit_code == 2
    assert "mkdocs.yml" in done.output


def test_every_mistake_in_the_configuration_is_told(archive: Path) -> None:
    text = (archive / "mkdocs.yml").read_text(encoding="utf-8")
    wrong = text.replace("      content: content\n", "      contnt: x\n      jobs: -1\n")
    (archive / "mkdocs.yml").write_text(wrong, encoding="utf-8")
    for command in ("build", "check"):
        done = run(command)
        assert done.exit_code == 2
        assert "did you mean content?" in done.output
        assert "-1 was given, expected a whole number of processes" in done.output


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "--content", "nowhere"],
        ["build", "--config", "nowhere.yml"],
        ["build", "--jobs", "-1"],
        ["build", "--quiet", "--verbose"],
        ["build", "--site-dir", "."],
        ["build", "--site-dir", "pages"],
        ["nonsense"],
    ],
)
def test_wrong_usage_ends_with_two(archive: Path, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2
    assert not (archive / "site").exists()


def test_a_folder_without_an_archive_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for command in ("build", "check"):
        done = run(command)
        assert done.exit_code == 2
        assert "mkdocs.yml" in done.output


def test_reading_needs_no_configuration(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bare").mkdir()
    monkeypatch.chdir(tmp_path / "bare")
    assert run("check", "--content", str(archive / "content")).exit_code == 0


def test_a_site_folder_with_files_of_somebody_else_is_refused(archive: Path) -> None:
    (archive / "site").mkdir()
    (archive / "site" / "thesis.txt").write_text("precious", encoding="utf-8")
    done = run("build")
    assert done.exit_code == 2
    assert "thesis.txt" in done.output
    assert (archive / "site" / "thesis.txt").read_text(encoding="utf-8") == "precious"


def test_another_content_folder_gets_pages_of_its_own(archive: Path, tmp_path: Path) -> None:
    assert run("build").exit_code == 0
    before = (archive / "pages" / ".call-archive.json").read_bytes()
    other = tmp_path / "other-calls"
    other.mkdir()
    text = (archive / "content" / "acme" / "fy2024-q1.txt").read_text(encoding="utf-8")
    (other / "call.txt").write_text(text, encoding="utf-8")
    done = run("build", "--content", str(other), "--site-dir", "other-site", "--verbose")
    assert done.exit_code == 0, done.output
    assert (archive / "pages" / ".call-archive.json").read_bytes() == before
    (made,) = (archive / ".call-archive" / "pages").iterdir()
    assert made.name.startswith("other-calls-")
    assert (archive / "other-site" / "index.html").is_file()


def test_a_terminal_free_run_in_a_process_of_its_own_has_no_colours(archive: Path) -> None:
    command = [sys.executable, "-m", "generator", "check", "--jobs", "2", "--verbose"]
    done = subprocess.run(command, cwd=archive, capture_output=True, check=False, env={**os.environ, "TERM": "dumb"})
    assert done.returncode == 0, done.stderr
    assert b"\x1b[" not in done.stdout + done.stderr
    assert b"read: 1 done in" in done.stderr
