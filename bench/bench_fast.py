"""Measures Markdown → site: plain MkDocs, the fast way, a second build after one page changed, and Hugo if it is there.

`python -m bench.bench_fast [CALLS [WORDS]]`. The pages are made once; every way then builds them in a process of its
own, and what counts is CPU time with that of its children, as a ratio to plain MkDocs in the same run.
"""

from __future__ import annotations

import dataclasses
import os
import pickle
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench import synthetic
from generator import build, config

WAYS = {"plain MkDocs": "plain", "fast": "fast", "fast, one page changed": "changed", "fast, nothing changed": "fast"}
SEARCH = re.compile(r"^ {6}search: .*\n", re.MULTILINE)  # "      search: pagefind", below the plugin
HUGO = """baseURL = "https://calls.example/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404", "home", "section"]
contentDir = "pages-plain"
publishDir = "site-hugo"
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
block = true
"""
BARE = "<!doctype html><title>{{ .Title }}</title>{{ .TableOfContents }}{{ .Content }}\n"


def main(arguments: list[str]) -> int:
    """Build an archive in every way and print the table, or, as a child, build it in one."""
    if arguments[:1] == ["child"]:
        return _child(Path(arguments[1]), arguments[2])
    calls, words = (int(each) for each in (*arguments, *("30", "8000")[len(arguments) :]))
    with tempfile.TemporaryDirectory() as name:
        project = Path(name)
        synthetic.write(project, calls, words)
        settings, told = config.load({}, project)
        assert settings, told
        built = build.build(settings)
        small = dataclasses.replace(built, covers={})
        (project / "built.pickle").write_bytes(pickle.dumps(small))
        size = sum(len(page.text.encode()) for page in built.pages)
        print(f"{calls} calls of {words} words: {len(built.pages)} pages, {size / 1e6:.1f} MB of Markdown", flush=True)
        del built, small
        base = 0.0
        for what, way in WAYS.items():
            seconds, memory = _run([sys.executable, "-m", "bench.bench_fast", "child", name, way])
            base = base or seconds
            print(f"{what:26} {seconds:8.1f} s CPU {seconds / base:6.2f} {memory:6.0f} MB", flush=True)
        if hugo := shutil.which("hugo"):
            seconds, memory = _hugo(project, hugo)
            print(f"{'Hugo, a bare theme':26} {seconds:8.1f} s CPU {seconds / base:6.2f} {memory:6.0f} MB", flush=True)
    return 0


def _hugo(project: Path, program: str) -> tuple[float, float]:
    (project / "hugo.toml").write_text(HUGO, encoding="utf-8")
    layouts = project / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for kind in ("single", "list"):
        (layouts / f"{kind}.html").write_text(BARE, encoding="utf-8")
    for page in (project / "pages-plain").rglob("index.md"):  # a bundle swallows the pages beside it
        page.rename(page.with_name("_index.md"))
    return _run([program, "--quiet", "--source", str(project)])


def _run(command: list[str]) -> tuple[float, float]:
    """Run a command; give its CPU time in seconds, and the memory of its largest process in MB."""
    before = os.times()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE)
    said = process.communicate()[0].decode()
    after = os.times()
    if process.returncode:
        raise SystemExit(f"{command[0]} failed: {said}")
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    if said.strip():
        spent, memory = (float(each) for each in said.split()[-2:])
        return spent, memory
    return spent, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _child(project: Path, way: str) -> int:
    """Build the site with pages that are there already; print CPU seconds and the peak of memory in MB."""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config

    built = pickle.loads((project / "built.pickle").read_bytes())
    if way == "changed":
        number, page = next((n, p) for n, p in enumerate(built.pages) if p.path.startswith("topics/") and n > 9)
        pages = list(built.pages)
        pages[number] = dataclasses.replace(page, text=page.text.replace("\n\n", "\n\nOne more word.\n\n", 1))
        built = dataclasses.replace(built, pages=tuple(pages))
    build.build = _always(built)  # type: ignore[assignment]
    build.index = _always((None, (), {}))  # type: ignore[assignment]
    name = "plain" if way == "plain" else "fast"
    text = SEARCH.sub("", (project / "mkdocs.yml").read_text(encoding="utf-8"))
    option = f"content: content\n      search: none\n      fast: {str(name == 'fast').lower()}\n"
    (project / f"mkdocs-{name}.yml").write_text(text.replace("content: content\n", option), encoding="utf-8")
    (project / f"pages-{name}").mkdir(exist_ok=True)
    places = {"docs_dir": str(project / f"pages-{name}"), "site_dir": str(project / f"site-{name}")}
    loaded = load_config(str(project / f"mkdocs-{name}.yml"), **places)
    began = sum(os.times()[:4])
    mkdocs_build(loaded)
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(sum(os.times()[:4]) - began, peak / 1024)
    return 0


def _always(value: object) -> Callable[..., object]:
    return lambda *_, **__: value


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
