"""What a reader waits for in the box of a site: ours against the theme's, on generated archives, with empty caches.

    python -m bench.boxes --calls 30 100 300 1000        # some minutes; the theme's box takes 4 GB at 1,000

    python -m bench.boxes --box 1000        # our box alone: the commonest word, a rare one, a phrase; each cache cold

Two small sites lend their faces; into each goes the index of an archive, ours as it is made, the theme's as its plugin
makes it of the turns of all calls. Then somebody opens the box, types a word and waits for the first result.
"""

from __future__ import annotations

import argparse
import datetime
import functools
import gzip
import html
import http.server
import importlib.metadata
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

from material.plugins.search.plugin import SearchIndex
from playwright.sync_api import Browser, Page

from bench import bench_search, engines, reader, synthetic
from generator import build, cache, config
from generator.model import Archive, Call
from generator.search import wording
from generator.search.names import Names

PATIENCE = 900_000
"""Milliseconds that a result may take."""
FACES = {"pagefind": ".ca-box .ca-hit", "material": ".md-search-result__item"}
"""Search → what a result looks like in its box."""
PACKED = {".js", ".css", ".html", ".json", ".svg"}
"""Endings of what hosts pack on the way."""


COLUMNS = ("calls", "search", "index made, CPU s", "index", "first result, s (CPU s)", "first query", "next", "browser")
ASKED = ("asked", "first result, s", "of a processor", "fetched")


WATCH = """([result, words]) => {
  let began = 0;
  addEventListener("keydown", () => { began ||= performance.now(); }, { capture: true, once: true });
  window.shown = new Promise(done => new MutationObserver((_, watcher) => {
    const there = [...document.querySelectorAll(result)].some(each => each.textContent.includes(words));
    if (!began || !there) return;
    watcher.disconnect();
    requestAnimationFrame(() => done(performance.now() - began));
  }).observe(document.body, { childList: true, subtree: true, characterData: true }));
}"""
"""Takes the time in the page, from the key that opens the box to the first result: whoever asks from outside looks only
every half second in the end."""


@dataclass(frozen=True, slots=True)
class Row:
    """One search of one archive."""

    search: str
    calls: int
    made: float
    """Seconds of processors that making the index takes."""
    size: int
    """Bytes of the index."""
    first: float
    """Seconds of the clock from the first key to the first result."""
    work: float
    """The same in seconds of a processor of the page's process."""
    fetched: int
    """Bytes of the search until then, packed as hosts send them; the theme's comes with the page already."""
    following: int
    """Bytes of the next query, another word."""
    megabytes: float
    """The page's process holds afterwards."""


def main() -> None:
    """Measure archives of the sizes asked for, and print a table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--calls", type=int, nargs="+", default=[30, 100])
    options.add_argument("--only", choices=FACES, nargs="+", default=list(FACES))
    options.add_argument("--box", type=int, metavar="CALLS", help="our box only, at one size, asked three things")
    options.add_argument("--project", type=Path, help="with --box: an archive that is there, not an invented one")
    chosen = options.parse_args()
    if chosen.box:
        own(chosen.box, chosen.project)
        return
    with tempfile.TemporaryDirectory() as folder:
        sites = {search: face(Path(folder, search), search) for search in chosen.only}
        print(heading(), flush=True)
        for calls in chosen.calls:
            archive = understood(Path(folder, str(calls)), calls)
            for search, site in sites.items():
                print(line(measure(site, search, calls, archive)), flush=True)


def own(calls: int, project: Path | None) -> None:
    """Measure our box alone, each question by somebody who has opened the site for the first time."""
    common, _, rare, _ = synthetic.commonest(synthetic.tongue())
    with tempfile.TemporaryDirectory() as folder:
        site = face(Path(folder, "face"), "pagefind")
        ours(site, understood(project, 0) if project else understood(Path(folder, "archive"), calls))
        print(f"{heading((*ASKED, 'load'))}", flush=True)
        with served(site) as (address, sent), reader.chromium() as browser:
            for words in (common, rare, f'"margin of {common}"'):
                context = browser.new_context()
                page = context.new_page()
                page.goto(address, wait_until="load")
                sent.clear()
                first, work = ask(browser, page, words, FACES["pagefind"])
                told = (words, f"{first:.2f}", f"{work:.2f}", _bytes(settled(page, sent)), f"{os.getloadavg()[0]:.1f}")
                print(f"| {' | '.join(told)} |", flush=True)
                context.close()


def understood(project: Path, calls: int) -> Archive:
    """Understand an archive, which is invented unless it is there."""
    if calls:
        synthetic.write(project, calls)
    settings, problems = config.load({}, project)
    assert settings, problems
    return build.understand(settings).archive


def face(project: Path, search: str) -> Path:
    """Build the site of one call, whose box it is."""
    synthetic.write(project, 1)
    told = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(told.replace("search: pagefind", f"search: {search}"), encoding="utf-8")
    command = [sys.executable, "-m", "generator", "build", "--site-dir", "site", "--quiet"]
    subprocess.run(command, cwd=project, check=True, env={"PYTHONPATH": str(engines.ROOT), "PATH": ""})
    return project / "site"


def measure(site: Path, search: str, calls: int, archive: Archive) -> Row:
    """Index an archive and ask for a frequent word, then for another."""
    with bench_search.taking() as took:
        ours(site, archive) if search == "pagefind" else theirs(site, archive)
    size = sum(path.stat().st_size for path in (site / "search").rglob("*") if path.is_file())
    _, frequent, rare, _ = synthetic.commonest(synthetic.tongue())
    with served(site) as (address, sent), reader.chromium() as browser:
        page = browser.new_context().new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(address, wait_until="load")
        first, work = ask(browser, page, frequent, FACES[search])
        fetched = settled(page, sent)
        sent.clear()
        ask(browser, page, rare, FACES[search])
        return Row(search, calls, took.work, size, first, work, fetched, settled(page, sent), reader.megabytes(browser))


def ask(browser: Browser, page: Page, words: str, result: str) -> tuple[float, float]:
    """Type words into the box and wait for a result that has them: seconds of the clock, and of a processor."""
    before = reader.worked(browser)
    page.evaluate(WATCH, [result, words.strip('"')])
    page.keyboard.press("/")
    field = page.locator(".md-search__input")
    field.fill(words)
    field.dispatch_event("keyup")
    took: float = page.evaluate("shown")
    return took / 1000, reader.worked(browser) - before


def settled(page: Page, sent: Sequence[tuple[str, int]]) -> int:
    """Wait until nothing is fetched any more, and count the bytes that are of the search."""
    before = -1
    while before != len(sent):
        before = len(sent)
        page.wait_for_timeout(700)
    return sum(size for path, size in sent if path.startswith("/search/") or "/workers/" in path)


def ours(site: Path, archive: Archive) -> None:
    """Put our index into a site."""
    for path in (site / "search").iterdir():
        if path.name != "index.html":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    bench_search.write(bench_search.index(archive, cache.Store(None), 0), site)


def theirs(site: Path, archive: Archive) -> None:
    """Put the index that the theme's plugin makes into a site."""
    made = SearchIndex(**engines.CONFIG)
    for call in archive.calls.values():
        made.add_entry_from_context(
            SimpleNamespace(meta={}, title=call.title, content=_content(call, archive), toc=[], url=f"calls/{call.id}/")
        )
    (site / "search" / "search_index.json").write_text(made.generate_search_index(None), encoding="utf-8")


def _content(call: Call, archive: Archive) -> str:
    """Write a call as a page has it: a heading a turn."""
    written = [f"<h1>{html.escape(call.title)}</h1>"]
    for turn in call.turns:
        written.append(f'<h3 id="{turn.id}">{html.escape(wording.speaks(Names(archive), call, turn))}</h3>')
        written += [f"<p>{html.escape(paragraph.text)}</p>" for paragraph in turn.paragraphs]
    return "".join(written)


class Host(http.server.SimpleHTTPRequestHandler):
    """Serves a site as hosts do, what is text packed, and counts bytes of bodies."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    """Else the body of each answer waits forty milliseconds for the head to be acknowledged, as no host lets it."""
    sent: list[tuple[str, int]]

    def do_GET(self) -> None:
        """Answer."""
        path = Path(self.translate_path(self.path))
        place = path / "index.html" if path.is_dir() else path
        if not place.is_file():
            self.send_error(404)
            return
        data = packed(place) if place.suffix in PACKED else place.read_bytes()
        self.sent.append((self.path, len(data)))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(place)))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")  # as GitHub Pages says of everything
        if place.suffix in PACKED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def packed(place: Path) -> bytes:
    """Pack a file, once."""
    return _packed(place, place.stat().st_mtime_ns)


@functools.lru_cache(maxsize=512)
def _packed(place: Path, changed: int) -> bytes:
    return gzip.compress(place.read_bytes(), 6)


@contextmanager
def served(site: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Serve a site of which everything is packed already."""
    for path in site.rglob("*"):
        if path.suffix == ".json":
            packed(path)
    sent: list[tuple[str, int]] = []
    handler = functools.partial(type("Handler", (Host,), {"sent": sent}), directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", sent
    finally:
        server.shutdown()
        server.server_close()


def heading(columns: Sequence[str] = COLUMNS) -> str:
    """Say where and when this is measured, and what columns there are."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("pagefind-bin", "mkdocs-material"))
    about = f"{datetime.date.today()}, {platform.machine()}, Python {platform.python_version()}, {versions}"
    return f"{about}\n\n| {' | '.join(columns)} |\n|{'---|' * len(columns)}"


def line(row: Row) -> str:
    """Write a row of the table."""
    cells = (
        f"{row.calls:,}", row.search, f"{row.made:.1f}", _bytes(row.size), f"{row.first:.1f} ({row.work:.2f})",
        _bytes(row.fetched), _bytes(row.following), f"{row.megabytes:.0f} MB",
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"


def _bytes(number: int) -> str:
    return f"{number / 1e6:.1f} MB" if number >= 1e6 else f"{number / 1e3:.0f} kB"


if __name__ == "__main__":
    main()
