"""A reader with an empty cache: opens a search in a headless Chromium, asks it, and counts bytes, time and memory.

Serves the index with a strict Content-Security-Policy and below a path, as a careful host does. Must not know how an
index is made.
"""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

BELOW = "/below/archive/"
POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'"
QUIET = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PAGE = "<!doctype html><html lang=en><meta charset=utf-8><title>search</title>"
SHOWN = 8
"""Results whose words a reader sees."""

OPEN = """async (root) => {
  const manifest = await (await fetch(root + "bundles.json")).json();
  const [language] = manifest.languages;
  const engine = await import(root + language.script);
  await engine.init();
  const others = language.bundles.slice(1).map((path) => [path, {language: language.language}]);
  const names = manifest.names.bundles.map((path) =>
    [path, {language: language.language, indexWeight: manifest.names.weight}]);
  await Promise.all([...others, ...names].map(([path, options]) => engine.mergeIndex(root + path, options)));
  window.engine = engine;
}"""
ASK = """async ([words, filters, sort, shown]) => {
  const found = await window.engine.search(words, {filters, sort});
  const results = await Promise.all(found.results.slice(0, shown).map((each) => each.data()));
  return {count: found.results.length, filters: found.filters, results: results.map((each) => ({
    url: each.url, title: each.meta.title, excerpt: each.excerpt,
    parts: each.sub_results.map((part) => [part.url, part.title]),
  }))};
}"""
FIRST = f"""async ([root, words, shown]) => {{
  const began = performance.now();
  await ({OPEN})(root);
  const found = await ({ASK})([words, {{}}, {{}}, shown]);
  return {{...found, milliseconds: performance.now() - began}};
}}"""
NEXT = f"""async ([words, filters, sort, shown]) => {{
  const began = performance.now();
  const found = await ({ASK})([words, filters, sort, shown]);
  return {{...found, milliseconds: performance.now() - began}};
}}"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a query."""

    words: str
    count: int
    results: tuple[dict[str, Any], ...]
    seconds: float
    work: float
    """Seconds of a processor that the page's process took; on a busy machine it waits much longer than it works."""
    bytes: int
    """Fetched, the first query with everything that it needs before."""
    megabytes: float
    """Of the page's process afterwards."""
    filters: dict[str, dict[str, int]]


class Counting(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below a path and counts the bytes of bodies."""

    protocol_version = "HTTP/1.1"
    sent: list[int]

    def translate_path(self, path: str) -> str:
        """Map an address below the path to a file, the path itself to a page."""
        return super().translate_path("/" + path.removeprefix(BELOW))

    def do_GET(self) -> None:
        """Answer."""
        if self.path == BELOW:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(PAGE)))
            self.end_headers()
            self.wfile.write(PAGE.encode())
        else:
            super().do_GET()

    def send_header(self, keyword: str, value: str) -> None:
        """Count."""
        if keyword == "Content-Length" and self.path != BELOW:
            self.sent.append(int(value))
        super().send_header(keyword, value)

    def end_headers(self) -> None:
        """Be strict."""
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@dataclass(slots=True)
class Reader:
    """Somebody who has opened the site."""

    browser: Browser
    page: Page
    sent: list[int]
    told: list[str]
    """What the console says."""
    asked: int = 0

    def ask(
        self, words: str | None, filters: dict[str, Any] | None = None, sort: dict[str, str] | None = None
    ) -> Answer:
        """Ask for words; with the first question everything is loaded."""
        self.sent.clear()
        self.asked += 1
        before = max(map(_worked, self._processes()), default=0.0)
        first = self.asked == 1
        given: list[Any] = [f"{BELOW}search/", words, SHOWN] if first else [words, filters or {}, sort or {}, SHOWN]
        found = self.page.evaluate(FIRST if first else NEXT, given)
        return Answer(
            words or "",
            found["count"],
            tuple(found["results"]),
            found["milliseconds"] / 1000,
            max(map(_worked, self._processes()), default=0.0) - before,
            sum(self.sent),
            self._megabytes(),
            found["filters"],
        )

    def _megabytes(self) -> float:
        """Take the share of memory that is the page's own."""
        return max(map(_proportional, self._processes()), default=0.0)

    def _processes(self) -> list[int]:
        """List the processes that show pages."""
        session = self.browser.new_browser_cdp_session()
        processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
        session.detach()
        return [each["id"] for each in processes if each["type"] == "renderer"]


@contextmanager
def opened(site: Path) -> Iterator[Reader]:
    """Open a site of which only the search is looked at."""
    sent: list[int] = []
    told: list[str] = []
    handler = functools.partial(type("Handler", (Counting,), {"sent": sent}), directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    executable = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=QUIET)
        page = browser.new_page()
        page.on("console", lambda message: told.append(message.text))
        page.goto(f"http://127.0.0.1:{server.server_port}{BELOW}")
        try:
            yield Reader(browser, page, sent, told)
        finally:
            browser.close()
            server.shutdown()
            server.server_close()


def _proportional(process: int) -> float:
    """Read the proportional set size of a process, in megabytes."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in text.splitlines() if line.startswith("Pss:")), 0.0)


def _worked(process: int) -> float:
    """Read how many seconds a process has worked."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
