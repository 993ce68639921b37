"""Measures whole builds: from transcripts to the site, again with nothing changed, and with one call changed or added.

`python -m bench.bench_whole [--calls N …] [--words N] [--jobs N] [--search NAME] [--against]`. With `--against`, plain
MkDocs builds the same pages and so does a program `hugo`, if it is there; ratios are to these, and to the whole build.
Each build is a process of its own, started as a user starts it; what counts is the CPU time of all its processes, and
the clock.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from bench import bench_fast, runs, synthetic
from bench.runs import Took

BUILD = [sys.executable, "-m", "generator", "build", "--quiet"]
WHOLE, SAME, CHANGED = "whole build from transcripts", "nothing changed", "one call changed"


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
    write(project, calls, chosen.words, chosen.jobs, chosen.search)
    whole: Took | None = None
    builds = chain(measured(project, calls, chosen.words), _beside(project) if chosen.against else ())
    for what, took in builds:
        if not whole:
            whole = took
            print(f"\n{calls} calls of {chosen.words} words, {sizes(project)}, ", end="")
            print(f"search: {chosen.search}, jobs {chosen.jobs}\n")
            print(f"| {runs.machine()} | s | CPU s | MB | s, ratio to the whole | CPU, ratio to the whole |")
            print("|---|---|---|---|---|---|")
        ratios = f"{took.wall / whole.wall:.3f} | {took.cpu / whole.cpu:.3f}"
        print(f"| {what} | {took.wall:.1f} | {took.cpu:.1f} | {took.memory:.0f} | {ratios} |", flush=True)


def write(project: Path, calls: int, words: int, jobs: int = 0, search: str = "none") -> None:
    """Write an invented archive, and the settings of its builds."""
    synthetic.write(project, calls, words)
    said = bench_fast.SEARCH.sub("", (project / "mkdocs.yml").read_text(encoding="utf-8"))
    option = f"content: content\n      search: {search}\n      jobs: {jobs}\n"
    (project / "mkdocs.yml").write_text(said.replace("content: content\n", option), encoding="utf-8")


def measured(project: Path, calls: int, words: int) -> Iterator[tuple[str, Took]]:
    """Build it, and again after each of some changes."""
    yield WHOLE, build(project)
    yield SAME, build(project)
    _change(project, calls // 2)
    yield CHANGED, build(project)
    _change(project, calls - 1)
    yield "the newest call changed", build(project)
    _add(project, calls, words)
    yield "a call added", build(project)


def build(project: Path) -> Took:
    """Build as a user does; what is invented may raise doubts."""
    return runs.run(BUILD, project, doubtful=True)


def sizes(project: Path) -> str:
    """Say how much text an archive has, and how much was made of it."""
    markdown = sum(path.stat().st_size for path in (project / "pages").rglob("*.md"))
    text = sum(path.stat().st_size for path in (project / "content").rglob("*.txt"))
    site = sum(path.stat().st_size for path in (project / "site").rglob("*") if path.is_file())
    return f"{text / 1e6:.1f} MB of text, {markdown / 1e6:.1f} MB of Markdown, {site / 1e6:.0f} MB of site"


def _beside(project: Path) -> Iterator[tuple[str, Took]]:
    """Build the same pages with others."""
    plain = project / "plain.yml"
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    plain.write_text(text.replace("content: content\n", "content: content\n      fast: false\n"), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(plain), "-d", str(project / "other")]
    yield "plain MkDocs, pages that are there", runs.run(command, project)
    if program := shutil.which("hugo"):
        yield "Hugo, a bare theme, the same pages", runs.run(bench_fast.hugo(project, program), project)


def _change(project: Path, number: int) -> None:
    place = project / synthetic.path(number)
    text = place.read_text(encoding="utf-8")
    place.write_text(text.replace(". ", ". Indeed it is so. ", 1), encoding="utf-8")


def _add(project: Path, number: int, words: int) -> None:
    place = project / synthetic.path(number)
    place.parent.mkdir(exist_ok=True)
    place.write_text("\n\n".join(synthetic.call(synthetic.tongue(), number, words)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
