"""Measures the stages on generated archives: seconds and peak memory, cold and warm. Run it by `make bench`."""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from generator import build, config

WORDS = (
    "we our the and of to in for margin revenue cloud quarter demand price cost growth model grid mill order supply "
    "customer plan year share market region team product launch delay answer question number higher lower about with"
).split()
FIRST = "Ada Boris Carla Dmitri Elena Farid Greta Henrik Ines Jonas Katja Luis Marta Nils Olga Pavel Rosa Sven".split()
LAST = "Abbott Brandt Castro Dahl Ekman Fischer Grant Haas Ivanov Jensen Keller Lund Moreau Novak Ortiz Petrov".split()
QUESTIONS = 9
PARAGRAPHS = 4


def main() -> None:
    """Measure archives of the sizes asked for, each run in a process of its own."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--calls", type=int, nargs="+", default=[30, 100], help="sizes of archive (default: 30 100)")
    options.add_argument("--jobs", type=int, default=0, help="processes (default: as many as useful)")
    options.add_argument("--site", action="store_true", help="have MkDocs build the site too")
    options.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.one:
        measure(chosen.one, chosen.jobs)
        return
    for calls in chosen.calls:
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder)
            generate(project, calls)
            for state in ("cold", "warm"):
                print(f"{calls:>5} calls, {state}:", end=" ", flush=True)
                subprocess.run([*_self(), "--one", folder, "--jobs", str(chosen.jobs)], check=True)
            if chosen.site:
                began = time.perf_counter()
                command = [sys.executable, "-m", "generator", "build", "--quiet", "--jobs", str(chosen.jobs)]
                subprocess.run(command, cwd=project, check=False, stderr=subprocess.DEVNULL)
                print(f"{calls:>5} calls, with site: {time.perf_counter() - began:.1f} s", flush=True)


def measure(project: Path, jobs: int) -> None:
    """Build the pages of one archive, and print what each stage took."""
    settings, problems = config.load({}, project, jobs=jobs)
    assert settings, problems
    began = time.perf_counter()
    built = build.build(settings)
    build.write(built, project / "pages")
    total = time.perf_counter() - began
    stages = ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in built.seconds.items())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = 1000 * total / max(1, len(built.archive.calls))
    print(f"{total:.2f} s, {each:.1f} ms a call, {peak:.0f} MB, {len(built.pages):,} pages; {stages}", flush=True)


def generate(project: Path, calls: int) -> None:
    """Write an archive of invented calls, the same for the same size."""
    root = Path(__file__).parent.parent
    (project / "mkdocs.yml").write_bytes((root / "mkdocs.yml").read_bytes())
    chance = random.Random(calls)
    for n in range(calls):
        place = project / "content" / f"company-{n % 20:02}" / f"{2000 + n // 20 // 4}-q{n // 20 % 4 + 1}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("\n\n".join(_call(chance)) + "\n", encoding="utf-8")
    topics = "".join(f"  - name: {word.title()}\n" for word in WORDS if len(word) > 5)
    (project / "content" / "topics.yml").write_text(f"topics:\n{topics}", encoding="utf-8")


def _call(chance: random.Random) -> Iterator[str]:
    """About eight thousand words: remarks, then questions that are handed over, asked and answered."""
    chief = _name(chance)
    yield f"Operator: Welcome to the call. I now hand over to {chief}, Chief Executive Officer."
    yield f"{chief}: {_words(chance, 90)}"
    yield from (_words(chance, 110) for _ in range(20))
    for _ in range(QUESTIONS):
        asker = _name(chance)
        yield f"Operator: The next question comes from {asker} of {chance.choice(LAST)} Capital. Please go ahead."
        yield f"{asker}: Thank you. {_words(chance, 60)} What will {_words(chance, 12).lower()[:-1]}?"
        yield f"{chief}: {_words(chance, 120)}"
        yield from (_words(chance, 110) for _ in range(PARAGRAPHS))
    yield "Operator: There are no further questions. This concludes the call. You may now disconnect."


def _name(chance: random.Random) -> str:
    return f"{chance.choice(FIRST)} {chance.choice(LAST)}"


def _words(chance: random.Random, count: int) -> str:
    """Sentences of a dozen words."""
    words = chance.choices(WORDS, k=count)
    return " ".join(" ".join(words[at : at + 12]).capitalize() + "." for at in range(0, count, 12))


def _self() -> list[str]:
    return [sys.executable, "-m", "bench.stages"]


if __name__ == "__main__":
    main()
