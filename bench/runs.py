"""Runs a program as a user runs it, and says what it took. Must not know what is measured."""

from __future__ import annotations

import datetime
import importlib.metadata
import os
import platform
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
VERSIONS = ("mkdocs", "mkdocs-material", "markdown")
DOUBTFUL = 1
"""The exit code of a build that has doubts about the content, and is whole."""


@dataclass(frozen=True, slots=True)
class Took:
    """What a program took."""

    wall: float
    """Seconds of the clock."""
    cpu: float
    """Seconds of processors, with all its processes."""
    memory: float
    """MB of the largest of them."""


def run(command: Sequence[str], folder: Path, told: Path | None = None, doubtful: bool = False) -> Took:
    """Run a program in a folder, and end all if it fails.

    A child of ours tells in a file what CPU time counts. `doubtful` says that it may have doubts about the content.
    """
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode and not (doubtful and process.returncode == DOUBTFUL):
        raise SystemExit(f"{' '.join(command)} failed: {process.returncode}")
    cpu = float(told.read_text(encoding="utf-8")) if told else usage.ru_utime + usage.ru_stime
    return Took(time.perf_counter() - began, cpu, usage.ru_maxrss / 1024)


def machine() -> str:
    """Name the day, the machine and the versions of what is measured."""
    versions = (f"{name} {importlib.metadata.version(name)}" for name in VERSIONS)
    python = f"Python {platform.python_version()}"
    return ", ".join((str(datetime.date.today()), f"{os.cpu_count()} cores", python, *versions))


def _environment() -> dict[str, str]:
    """Let a program run as a user's does: code that was compiled once is not compiled again by each process."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
