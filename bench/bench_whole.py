"""Measures whole builds: from transcripts to the site, again with nothing changed, and with one call changed or added.

`python -m bench.bench_whole [--calls N …] [--words N] [--jobs N] [--search NAME] [--against]`. With `--against`, plain
MkDocs builds the same pages and so does a program `hugo`, if it is there; ratios are to these, and to the whole build.
Each build is a process of its own, started as a user starts it; what counts is the CPU time of all its processes, and
the clock.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench import bench_fast, synthetic

BUILD = [sys.executable, "-m", "generator", "build", "--quiet"]


@dataclass(frozen=True, slots=True)
class Took:
    """What a command took: seconds of the clock, of processors, and MB of its largest process."""

    wall: float
    cpu: float
    memory: float


def main() -> int:
    """Measure archives of the sizes asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--calls", type=int, nargs="+", default=[100])
    options.add_argument("--words", type=int, default=8_000)
    options.add_argument("--jobs", type=int, default=0)
    options.add_argument("--search", default="none")
    options.add_argument("--against", action="store_true")
    chosen = options.parse_args()
    for calls in chosen.calls:
        with tempfile.TemporaryDirectory() as folder:
            _measure(Path(folder), calls, chosen)
    return 0


def _measure(project: Path, calls: int, chosen: argparse.Namespace) -> None:
    synthetic.write(project, calls, chosen.words)
    said = bench_fast.SEARCH.sub("", (project / "mkdocs.yml").read_text(encoding="utf-8"))
    option = f"content: content\n      search: {chosen.search}\n      jobs: {chosen.jobs}\n"
    (project / "mkdocs.yml").write_text(said.replace("content: content\n", option), encoding="utf-8")
    edits: dict[str, Callable[[], object]] = {
        "nothing changed": lambda: None,
        "one call changed": lambda: _change(project, calls // 2),
        "the newest call changed": lambda: _change(project, calls - 1),
        "a call added": lambda: _add(project, calls, chosen.words),
    }
    whole = _run(project, BUILD)
    size = sum(path.stat().st_size for path in (project / "pages").rglob("*.md"))
    text = sum(path.stat().st_size for path in (project / "content").rglob("*.txt"))
    print(f"\n{calls} calls of {chosen.words} words, search: {chosen.search}, {text / 1e6:.1f} MB of text, ", end="")
    print(f"{size / 1e6:.1f} MB of Markdown, {_bytes(project / 'site') / 1e6:.0f} MB of site, jobs {chosen.jobs}\n")
    print(f"| {bench_fast.machine()} | s | CPU s | MB | s, ratio to the whole | CPU, ratio to the whole |")
    print("|---|---|---|---|---|---|")
    _row("whole build from transcripts", whole, whole)
    for what, edit in edits.items():
        edit()
        _row(what, _run(project, BUILD), whole)
    if chosen.against:
        _against(project, whole)


def _against(project: Path, whole: Took) -> None:
    """Build the same pages with others."""
    plain = project / "plain.yml"
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    plain.write_text(text.replace("content: content\n", "content: content\n      fast: false\n"), encoding="utf-8")
    ours = _run(
        project, [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(plain), "-d", str(project / "other")]
    )
    _row("plain MkDocs, pages that are there", ours, whole)
    if hugo := shutil.which("hugo"):
        _row("Hugo, a bare theme, the same pages", _run(project, bench_fast.hugo(project, hugo)), whole)


def _row(what: str, took: Took, whole: Took) -> None:
    ratios = f"{took.wall / whole.wall:.3f} | {took.cpu / whole.cpu:.3f}"
    print(f"| {what} | {took.wall:.1f} | {took.cpu:.1f} | {took.memory:.0f} | {ratios} |", flush=True)


def _run(project: Path, command: list[str]) -> Took:
    root = str(Path(__file__).parent.parent)
    environment = {**bench_fast.environment(), "PYTHONPATH": root}
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=project, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):  # 1 tells of doubts about the content
        raise SystemExit(f"{' '.join(command)} failed: {process.returncode}")
    return Took(time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _change(project: Path, number: int) -> None:
    place = project / synthetic.path(number)
    text = place.read_text(encoding="utf-8")
    place.write_text(text.replace(". ", ". Indeed it is so. ", 1), encoding="utf-8")


def _add(project: Path, number: int, words: int) -> None:
    place = project / synthetic.path(number)
    place.parent.mkdir(exist_ok=True)
    place.write_text("\n\n".join(synthetic.call(synthetic.tongue(), number, words)) + "\n", encoding="utf-8")


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    raise SystemExit(main())
