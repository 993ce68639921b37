"""One build at a time works in a folder; whoever comes second waits, and both end well."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import lease
from generator.cli.commands import main

HOLDER = """
import sys
from pathlib import Path
from generator import lease
with lease.taken(Path(sys.argv[1]), lambda _: None):
    print("taken", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def another(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has the folder until it is told to let go."""
    command = [sys.executable, "-c", HOLDER, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stdout.readline() == "taken\n"
        try:
            yield process
        finally:
            process.kill()


def let_go(process: subprocess.Popen[str]) -> None:
    """Have the other process end as it should."""
    process.communicate("\n")


def test_who_comes_second_says_so_and_waits(tmp_path: Path) -> None:
    with another(tmp_path) as process, lease.taken(tmp_path, lambda _: let_go(process)):
        assert process.returncode == 0, "it was not waited for"


def test_who_was_killed_is_in_nobodys_way(tmp_path: Path) -> None:
    with another(tmp_path) as process:
        process.kill()
        process.wait()
        with lease.taken(tmp_path, lambda _: pytest.fail("nobody has it")):
            pass


def test_it_may_be_taken_again_by_who_has_it(tmp_path: Path) -> None:
    said: list[str] = []
    with lease.taken(tmp_path, said.append), lease.taken(tmp_path, said.append):
        pass
    with another(tmp_path) as process:  # which would wait forever if one of the two were left
        let_go(process)
    assert not said


def test_it_is_given_back_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="disk"), lease.taken(tmp_path, lambda _: None):
        raise OSError("disk")
    with another(tmp_path) as process:
        let_go(process)


def test_a_folder_that_cannot_be_locked_is_everybodys(tmp_path: Path) -> None:
    (tmp_path / lease.LOCK).mkdir()
    with lease.taken(tmp_path, lambda _: pytest.fail("nobody has it")):
        pass


def test_two_builds_of_one_project_at_once_both_end_well(tmp_path: Path) -> None:
    project = tmp_path / "ours"
    assert CliRunner().invoke(main, ["new", str(project)]).exit_code == 0
    command = [sys.executable, "-m", "generator", "build", "--config", str(project / "mkdocs.yml"), "--quiet"]
    with another(project / "pages") as process:  # so that both of them stand before the door at once
        builds = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
        said = [build.stderr.readline() for build in builds if build.stderr]
        let_go(process)
    assert said == [f"{lease.WAITING}\n"] * 2
    assert [build.communicate()[1] for build in builds] == ["", ""]
    assert [build.returncode for build in builds] == [0, 0]
    assert (project / "site" / "index.html").is_file()
