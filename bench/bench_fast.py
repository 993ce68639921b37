"""Measures Markdown → site: plain MkDocs, the fast way, further builds after it, and Hugo if it is there.

`python -m bench.bench_fast [CALLS [WORDS]]`. The pages are made once; every way then builds them in a process of its
own, and what counts is the CPU time of `mkdocs build` with all its processes, as a ratio to plain MkDocs in the same
run. Loading our code, which reads transcripts as well, counts for neither.
"""

from __future__ import annotations

import dataclasses
import os
import pickle
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from bench import runs, synthetic
from bench.runs import Took
from generator import build, cache, config, output
from generator.build import Built

PLAIN, FAST, HUGO = "plain MkDocs", "fast, one process", "Hugo, a bare theme"
ROWS = (
    (PLAIN, "plain", 1),
    (FAST, "fast", 1),
    ("fast, nothing changed", "fast", 1),
    ("fast, one page changed", "changed", 1),
    ("fast, two processes", "anew", 2),
)
"""What is measured, the way to build, and the number of processes."""
SEARCH = re.compile(r"^ {6}search: .*\n", re.MULTILINE)  # "      search: pagefind", below the plugin
SETTINGS = """baseURL = "https://calls.example/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]
contentDir = "pages"
publishDir = "site-hugo"
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
block = true
"""
BARE = "<!doctype html><title>{{ .Title }}</title>{{ .TableOfContents }}{{ .Content }}\n"
TOLD = "seconds.txt"
"""Where a child tells the CPU time that it took."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Of a call, what MkDocs's part of a build asks for."""

    date: str | None


@dataclass(frozen=True, slots=True)
class Dates:
    """Of an archive, the same."""

    calls: Mapping[str, Dated]


def main(arguments: list[str]) -> int:
    """Build an archive in every way and print the table, or, as a child, build it in one."""
    if arguments[:1] == ["child"]:
        return _child(Path(arguments[1]), arguments[2], int(arguments[3]))
    calls, words = (int(each) for each in (*arguments, *("30", "8000")[len(arguments) :]))
    with tempfile.TemporaryDirectory() as name:
        project = Path(name)
        print(made(project, calls, words), flush=True)
        print(f"\n| {runs.machine()} | CPU s | ratio | peak MB |\n|---|---|---|---|", flush=True)
        base = 0.0
        for what, took in measured(project):
            base = base or took.cpu
            print(f"| {what} | {took.cpu:.1f} | {took.cpu / base:.3f} | {took.memory:.0f} |", flush=True)
    return 0


def measured(project: Path) -> Iterator[tuple[str, Took]]:
    """Build the pages that `made` wrote in every way, one after the other."""
    for what, way, jobs in ROWS:
        command = [sys.executable, "-m", "bench.bench_fast", "child", str(project), way, str(jobs)]
        yield what, runs.run(command, project, project / TOLD)
    if program := shutil.which("hugo"):
        yield HUGO, runs.run(hugo(project, program), project)


def made(project: Path, calls: int, words: int) -> str:
    """Write the pages of an invented archive, and what the builds need to know of it."""
    synthetic.write(project, calls, words)
    settings, told = config.load({"search": "none", "cache": "off"}, project)
    assert settings, told
    built = build.understand(settings)
    written, _ = build.update(built, settings, project / "pages")
    dates = Dates({key: Dated(call.date) for key, call in built.archive.calls.items()})
    small = dataclasses.replace(built, archive=cast(Any, dates), covers={}, keys={})
    (project / "built.pickle").write_bytes(pickle.dumps((small, written)))
    texts = list((project / "pages").rglob("*.md"))
    size = sum(place.stat().st_size for place in texts)
    return f"{calls} calls of {words} words: {len(texts)} pages, {size / 1e6:.1f} MB of Markdown"


def hugo(project: Path, program: str) -> list[str]:
    """Prepare the same pages for Hugo, with the smallest theme there can be."""
    (project / "hugo.toml").write_text(SETTINGS, encoding="utf-8")
    layouts = project / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for kind in ("single", "list"):
        (layouts / f"{kind}.html").write_text(BARE, encoding="utf-8")
    (project / "layouts" / "index.html").write_text(BARE, encoding="utf-8")
    for page in (project / "pages").rglob("index.md"):  # a bundle swallows the pages beside it
        page.rename(page.with_name("_index.md"))
    return [program, "--quiet", "--source", str(project)]


def _child(project: Path, way: str, jobs: int) -> int:
    """Build the site with pages that are there already."""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config

    built, written = pickle.loads((project / "built.pickle").read_bytes())
    if way == "changed":
        written = _edited(project / "pages", written)
    if way == "anew":
        shutil.rmtree(project / ".cache")
    _stand_in(built, written)
    name = "plain" if way == "plain" else "fast"
    text = SEARCH.sub("", (project / "mkdocs.yml").read_text(encoding="utf-8"))
    option = f"content: content\n      search: none\n      jobs: {jobs}\n      fast: {str(name == 'fast').lower()}\n"
    (project / f"mkdocs-{name}.yml").write_text(text.replace("content: content\n", option), encoding="utf-8")
    site = str(project / f"site-{name}")
    began = sum(os.times()[:4])
    mkdocs_build(load_config(str(project / f"mkdocs-{name}.yml"), docs_dir=str(project / "pages"), site_dir=site))
    (project / TOLD).write_text(str(sum(os.times()[:4]) - began), encoding="utf-8")
    return 0


def _edited(pages: Path, written: output.Written) -> output.Written:
    """Add words to one page about a topic."""
    path = next(each for each in sorted(written.digests) if each.startswith("topics/") and each.count("/") == 1)
    text = (pages / path).read_text(encoding="utf-8").replace("\n\n", "\n\nOne more word.\n\n", 1).encode()
    (pages / path).write_bytes(text)
    return dataclasses.replace(written, digests={**written.digests, path: cache.digest(text)})


def _stand_in(built: Built, written: output.Written) -> None:
    """Let the plugin find everything done that comes before MkDocs."""
    build.understand = _always(built)  # type: ignore[assignment]
    build.index = _always((None, (), {}))  # type: ignore[assignment]
    build.update = _always((written, {}))  # type: ignore[assignment]


def _always(value: object) -> Callable[..., object]:
    return lambda *_, **__: value


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
