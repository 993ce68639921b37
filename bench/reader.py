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
from collections.abc import Iterator, Sequence
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
  const baseUrl = new URL("../", new URL(root, location.href)).pathname;
  const manifest = await (await fetch(root + "bundles.json")).json();
  const [language] = manifest.languages;
  const engine = await import(root + language.script);
  await engine.options({baseUrl});
  await engine.init();
  const others = language.bundles.slice(1).map((path) => [path, {baseUrl, language: language.language}]);
  const names = manifest.names.bundles.map((path) =>
    [path, {baseUrl, language: language.language, indexWeight: manifest.names.weight}]);
  await Promise.all([...others, ...names].map(([path, options]) => engine.mergeIndex(root + path, options)));
  window.engine = engine;
}"""
ASK = """async ([words, filters, shown]) => {
  const found = await window.engine.search(words, {filters});
  const results = await Promise.all(found.results.slice(0, shown).map((each) => each.data()));
  return {count: found.results.length, filters: found.filters, results: results.map((each, at) => ({
    id: found.results[at].id, url: each.url, title: each.meta.title, excerpt: each.excerpt,
    places: each.places, filters: each.filters,
  }))};
}"""
FIRST = f"""async ([root, words, shown]) => {{
  const began = performance.now();
  await ({OPEN})(root);
  const found = await ({ASK})([words, {{}}, shown]);
  return {{...found, milliseconds: performance.now() - began}};
}}"""
NEXT = f"""async ([words, filters, shown]) => {{
  const began = performance.now();
  const found = await ({ASK})([words, filters, shown]);
  return {{...found, milliseconds: performance.now() - began}};
}}"""


SCRIPTS = ("archive.js", "early-data.js", "index-reading.js", "search-asking.js")
"""Of ours, what asks the index as box and page do."""
OURS = """async ([root, scripts]) => {
  if (window.callArchive?.search) return;
  Object.assign(document.body.dataset, {caSearch: root, caPage: root});
  for (const script of scripts) {
    await new Promise((done, fail) => {
      const made = document.createElement("script");
      Object.assign(made, {src: root + script, onload: done, onerror: fail});
      document.body.append(made);
    });
  }
}"""
PHRASES = """async ([phrases]) => Promise.all(phrases.map(async phrase => {
  const {search} = window.callArchive;
  const found = await search.ask(`"${phrase}"`, {filters: {kind: ["passage"]}});
  return (await found.take(Infinity)).map(each => [each.address, each.places]);
}))"""
ABROAD = """async ([root, wanted, words]) => {
  const manifest = await (await fetch(root + "bundles.json")).json();
  const {script} = manifest.languages.find((each) => each.language === wanted);
  const engine = await import(root + script);
  const found = await engine.search(words);
  return (await Promise.all(found.results.map((each) => each.data()))).map((each) => each.url);
}"""


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
    fetched: list[str]
    """Addresses that were asked for."""
    root: str
    asked: int = 0

    def ask(self, words: str | None, filters: dict[str, Any] | None = None) -> Answer:
        """Ask for words; with the first question everything is loaded."""
        self.sent.clear()
        self.asked += 1
        before = worked(self.browser)
        first = self.asked == 1
        given: list[Any] = [f"{BELOW}search/", words, SHOWN] if first else [words, filters or {}, SHOWN]
        found = self.page.evaluate(FIRST if first else NEXT, given)
        return Answer(
            words or "",
            found["count"],
            tuple(found["results"]),
            found["milliseconds"] / 1000,
            worked(self.browser) - before,
            sum(self.sent),
            megabytes(self.browser),
            found["filters"],
        )

    def phrases(self, phrases: Sequence[str]) -> list[dict[str, list[int]]]:
        """Ask for phrases by our own scripts, which lie beside the index: where each stands in which passages."""
        self.page.evaluate(OURS, [f"{BELOW}search/", SCRIPTS])
        return [dict(found) for found in self.page.evaluate(PHRASES, [phrases])]

    def abroad(self, language: str, words: str) -> list[str]:
        """Ask in another language."""
        return self._found(ABROAD, language, words)

    def _found(self, script: str, *given: str) -> list[str]:
        found: list[str] = self.page.evaluate(script, [f"{BELOW}search/", *given])
        return [address.removeprefix("/") for address in found]


@contextmanager
def opened(site: Path, browser: Browser) -> Iterator[Reader]:
    """Open a site of which only the search is looked at, with an empty cache."""
    sent: list[int] = []
    told: list[str] = []
    fetched: list[str] = []
    handler = functools.partial(type("Handler", (Counting,), {"sent": sent}), directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root = f"http://127.0.0.1:{server.server_port}{BELOW}"
    page = browser.new_context().new_page()
    page.on("console", lambda message: told.append(message.text))
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(root)
    try:
        yield Reader(browser, page, sent, told, fetched, root)
    finally:
        page.context.close()
        server.shutdown()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a browser that asks nobody anything."""
    executable = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=QUIET)
        yield browser
        browser.close()


def megabytes(browser: Browser) -> float:
    """Take the share of memory that is a page's own."""
    return max(map(_proportional, _processes(browser)), default=0.0)


def worked(browser: Browser) -> float:
    """Read how many seconds a page's process has worked."""
    return max(map(_worked, _processes(browser)), default=0.0)


def _processes(browser: Browser) -> list[int]:
    """List the processes that show pages."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return [each["id"] for each in processes if each["type"] == "renderer"]


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
