"""Measures everything that the project promises of its speed, in one run, beside what was promised.

`python -m bench.bench_aims [--calls N] [--beside N] [--words N] [--times N] [--write]`. Plain MkDocs and a program
`hugo` build the pages of `--beside` calls; without Hugo, what it would be measured against stays open. Rebuilds and
memory are measured with `--calls`, and what growth costs with so many times as many; `--times 1` leaves that out.
With `--write` the table takes its place in docs/performance.md.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench import bench_fast, bench_whole, runs, synthetic, understanding
from bench.runs import Took

PAGE = runs.ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- aims: written by python -m bench.bench_aims --write -->", "<!-- end of aims -->"
PLACE = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
UNDERSTOOD = 100
"""Calls that are read and understood to say how fast that is."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What is promised of one measurement."""

    what: str
    bound: float
    unit: str = ""
    """Nothing for a ratio."""
    least: bool = False
    """Whether the bound is from below."""


PAGES_HUGO = Aim("Markdown → site, CPU time against Hugo", 0.6)
PAGES_PLAIN = Aim("the same against plain MkDocs", 0.12)
WHOLE_PLAIN = Aim("whole build from transcripts against plain MkDocs of the pages alone, CPU time", 0.35)
WHOLE_HUGO = Aim("whole build against Hugo of the pages alone, CPU time", 1.5)
CHANGED = Aim("rebuild after one call changed against the whole build, clock", 0.05)
SAME = Aim("rebuild with nothing changed against the whole build, clock", 0.03)
MEMORY = Aim("peak memory of the largest process", 400, " MB")
GROWTH = Aim("CPU time against that of an archive a third as large", 3.2)
SPEED = Aim("reading, casting and extraction, text a second and core", 8, " MB", least=True)

Found = tuple[Aim, float, str]
"""An aim, what was measured, and of how large an archive."""


def main() -> int:
    """Measure, and print the table as it grows."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--calls", type=int, default=1_000)
    options.add_argument("--beside", type=int, default=300)
    options.add_argument("--words", type=int, default=8_000)
    options.add_argument("--times", type=int, default=3)
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    lines = [f"| {runs.machine()} | aim | now | |", "|---|---|---|---|"]
    print("\n".join(lines), flush=True)
    for found in _all(chosen.calls, chosen.beside, chosen.words, chosen.times):
        lines.append(_row(*found))
        print(lines[-1], flush=True)
    if chosen.write:
        table = "\n".join([BEGIN, "", *lines, "", END])
        PAGE.write_text(PLACE.sub(lambda _: table, PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


def _row(aim: Aim, value: float, size: str) -> str:
    met = value >= aim.bound if aim.least else value <= aim.bound
    bound = f"{'at least' if aim.least else 'at most'} {aim.bound:g}{aim.unit}"
    digits = 0 if value >= 100 else 1 if aim.unit else 3 if value < 0.1 else 2
    return f"| {aim.what}; {size} | {bound} | {value:.{digits}f}{aim.unit} | {'met' if met else 'missed'} |"


def _all(calls: int, beside: int, words: int, times: int) -> Iterator[Found]:
    yield from _against_others(beside, words)
    yield from _alone(calls, words, times)
    with tempfile.TemporaryDirectory() as folder:
        synthetic.write(Path(folder), UNDERSTOOD, words)
        yield SPEED, understanding.speed(Path(folder)), _size(UNDERSTOOD)


def _against_others(calls: int, words: int) -> Iterator[Found]:
    """Build the same archive from transcripts, and its pages in every way."""
    with tempfile.TemporaryDirectory() as folder:
        bench_whole.write(Path(folder), calls, words)
        whole = bench_whole.build(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        bench_fast.made(Path(folder), calls, words)
        ways: Mapping[str, Took] = dict(bench_fast.measured(Path(folder)))
    fast, plain, hugo = ways[bench_fast.FAST], ways[bench_fast.PLAIN], ways.get(bench_fast.HUGO)
    if hugo:
        yield PAGES_HUGO, fast.cpu / hugo.cpu, _size(calls)
    yield PAGES_PLAIN, fast.cpu / plain.cpu, _size(calls)
    yield WHOLE_PLAIN, whole.cpu / plain.cpu, _size(calls)
    if hugo:
        yield WHOLE_HUGO, whole.cpu / hugo.cpu, _size(calls)


def _alone(calls: int, words: int, times: int) -> Iterator[Found]:
    """Build an archive, and again after changes, and one that is so many times as large."""
    with tempfile.TemporaryDirectory() as folder:
        bench_whole.write(Path(folder), calls, words)
        found = dict(bench_whole.measured(Path(folder), calls, words))
    whole = found[bench_whole.WHOLE]
    yield CHANGED, found[bench_whole.CHANGED].wall / whole.wall, _size(calls)
    yield SAME, found[bench_whole.SAME].wall / whole.wall, _size(calls)
    yield MEMORY, whole.memory, _size(calls)
    if times > 1:
        with tempfile.TemporaryDirectory() as folder:
            bench_whole.write(Path(folder), calls * times, words)
            larger = bench_whole.build(Path(folder))
        yield GROWTH, larger.cpu / whole.cpu, f"{_size(calls * times)} in {larger.wall:,.0f} s, {larger.memory:,.0f} MB"


def _size(calls: int) -> str:
    return f"{calls:,} calls"


if __name__ == "__main__":
    raise SystemExit(main())
