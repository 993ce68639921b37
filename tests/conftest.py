"""What all tests share: where things lie, golden files, a built sample site, and when a test may be skipped."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# No test is timed: machines are noisy, and a slow one proves nothing.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("CALL_ARCHIVE_SHARED", ROOT.parent / "shared"))
CASES = Path(__file__).parent / "cases"
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Programs that do, the one without a window first: it takes half of the processor's time."""
SLOW = (
    "fast/test_edits",
    "test_incremental",
    "fast/test_same",
    "grammar/test_cues",
    "browser/",
    "search/",
    "test_plugin",
)
"""Files with which the tests begin, since they take long: none of them is to be the last, alone on one worker."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer `--golden`: rewrite the expected files instead of comparing with them."""
    parser.addoption("--golden", action="store_true", help="rewrite expected files; review them as a diff")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the slow files; all else stays in its order."""

    def place(item: pytest.Item) -> int:
        path = item.path.relative_to(Path(__file__).parent).as_posix()
        return next((at for at, slow in enumerate(SLOW) if path.startswith(slow)), len(SLOW))

    items.sort(key=place)


def absent(reason: str) -> None:
    """Skip a test for want of something, or fail it where everything is said to be there (as in `.ci/run`)."""
    if os.environ.get("CALL_ARCHIVE_NO_SKIP"):
        pytest.fail(f"{reason}, and CALL_ARCHIVE_NO_SKIP forbids to skip")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def cases() -> Path:
    """The folder of cases as files."""
    return CASES


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with an expected file, or write that file under `--golden`."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"{path} is not there: write it with `make golden` and review it"
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def need_fidelity() -> Path:
    """The folder of labelled transcripts, which lies beside the project and is no part of it."""
    folder = SHARED / "fidelity"
    if not (folder / "transcripts").is_dir():
        absent("the labelled transcripts are not there (set CALL_ARCHIVE_SHARED to the folder that holds fidelity/)")
    return folder


@pytest.fixture(scope="session")
def need_browser() -> str:
    """The path of a Chromium that is installed on this machine."""
    found = os.environ.get("CALL_ARCHIVE_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        absent("no Chromium on this machine: install chromium-headless-shell, or set CALL_ARCHIVE_BROWSER")
    return str(found)


def call_archive(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does, in a process of its own."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "COLUMNS": "200"}
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, copied so that a test may build it without touching the real one."""
    folder = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    (folder / "pages").mkdir()
    return folder


@pytest.fixture(scope="session")
def site(sample: Path) -> Path:
    """The sample archive's site, built once with the command line."""
    done = call_archive("build", "--site-dir", "site", "--quiet", cwd=sample)
    assert done.returncode == 0, done.stdout + done.stderr
    return sample / "site"
