"""Measures the search on generated archives: what making the index takes, and what a reader waits for and fetches.

Run it by `python -m bench.bench_search --calls 100`. Processor seconds are given beside those of the clock, since
others may be using the machine.
"""

from __future__ import annotations

import argparse
import os
import pickle
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bench import reader, synthetic
from generator import build, cache, config, search, site, workers
from generator.build import finding
from generator.model import Archive


@dataclass(slots=True)
class Took:
    """Seconds of the clock and of processors, those of processes that were started included."""

    clock: float = 0.0
    work: float = 0.0


def main() -> None:
    """Measure archives of the sizes asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--calls", type=int, nargs="+", default=[100], help="sizes of archive (default: 100)")
    options.add_argument("--jobs", type=int, default=0, help="processes (default: as many as there are processors)")
    chosen = options.parse_args()
    for calls in chosen.calls:
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder)
            synthetic.write(project, calls)
            settings, problems = config.load({}, project, jobs=chosen.jobs)
            assert settings, problems
            archive = build.understand(settings).archive
            print(f"{calls} calls, {_text(archive):,} bytes of text", flush=True)
            measure(archive, project / "search-bench", chosen.jobs)


def measure(archive: Archive, folder: Path, jobs: int = 0) -> None:
    """Index an archive, index it again after a change, and search it."""
    store = cache.Store(folder / "cache")
    memory = search.Memory()
    for state, changed in (("cold", archive), ("one call changed", _changed(archive)), ("nothing changed", archive)):
        memory.keys = {call: cache.digest(pickle.dumps(each)) for call, each in changed.calls.items()}
        with taking() as took:
            written = write(index(changed, store, jobs, memory), folder / state)
        print(f"  {state}: {took.clock:.1f} s, {took.work:.1f} s of processors, {written:,} bytes", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"  peak of the process that builds, archive included: {peak} MB", flush=True)
    for words in synthetic.commonest(synthetic.tongue()):
        with reader.chromium() as browser, reader.opened(folder / "cold", browser) as somebody:
            _tell("first", somebody.ask(words))
            for more in (*synthetic.commonest(synthetic.tongue()), "margin of the", "Ada Petrov"):
                if more != words:
                    _tell("next", somebody.ask(more))
            if words == synthetic.SMALL[0]:
                _tell("narrowed", somebody.ask("quarter", {"speaker": ["ada-petrov"]}))


def index(archive: Archive, store: cache.Store, jobs: int, memory: search.Memory | None = None) -> search.Index:
    with workers.crew(jobs or os.cpu_count() or 1) as crew:
        index, problems = search.index(archive, True, finding.remembering(store, crew.map), memory)
    assert index, problems
    return index


def write(index: search.Index, folder: Path) -> int:
    site.add(folder, search.files(index))
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _changed(archive: Archive) -> Archive:
    """Change a word of one call."""
    call = next(iter(archive.calls.values()))
    turn = next(turn for turn in call.turns if not turn.procedural)
    paragraph = replace(turn.paragraphs[0], text=f"Kettles. {turn.paragraphs[0].text}")
    turns = tuple(replace(t, paragraphs=(paragraph, *t.paragraphs[1:])) if t is turn else t for t in call.turns)
    return replace(archive, calls={**archive.calls, call.id: replace(call, turns=turns)})


def _text(archive: Archive) -> int:
    turns = (turn for call in archive.calls.values() for turn in call.turns)
    return sum(len(paragraph.text.encode()) for turn in turns for paragraph in turn.paragraphs)


def _tell(what: str, answer: reader.Answer) -> None:
    print(
        f"  {what} query {answer.words!r}: {answer.count:,} results, {answer.seconds:.2f} s, "
        f"{answer.work:.2f} s of a processor, {answer.bytes:,} bytes, {answer.megabytes:.0f} MB",
        flush=True,
    )


@contextmanager
def taking() -> Iterator[Took]:
    took, began, before = Took(), time.perf_counter(), _worked()
    yield took
    took.clock, took.work = time.perf_counter() - began, _worked() - before


def _worked() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    main()
