"""Asks three searches of an archive in a headless Chromium: ours, a packed copy's, the theme's. Knows no queries."""

from __future__ import annotations

import functools
import html
import http.server
import json
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import material
from playwright.sync_api import sync_playwright

from bench.reader import QUIET
from generator.model import Archive
from generator.search import wording
from generator.search.names import Names

ROOT = Path(__file__).parent.parent
ASSETS = ROOT / "generator" / "assets"
SCRIPTS = (
    "archive.js",
    "early-data.js",
    "index-reading.js",
    "search-asking.js",
    "search-drawing.js",
    "search-correcting.js",
    "search-finding.js",
)
THEME = Path(material.__file__).parent / "templates" / "assets" / "javascripts"
CONFIG = {
    "lang": ["en"],
    "separator": r'[\s\u200b\-,:!=\[\]()"/]+|\.(?!\d)|&[lg]t;',
    "pipeline": ["stemmer"],
    "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}},
}
"""What the theme's plugin writes into its index with the settings of mkdocs.yml."""
PACKED = "packed"
"""The folder of the packed copy."""
SHOWN = 10
EACH = 3
"""Passages of one call that a reader sees."""

OURS = """async words => {
  const found = await callArchive.search.answer(words, {shown: 10});
  return {names: found.names.map(each => [each.address]), passages: found.passages.map(each => [
    each.address, ...each.anchors.map(one => each.address.split('#')[0] + '#' + one.id)])};
}"""
BEGIN = """async () => {
  const told = await (await fetch('theme/search_index.json')).json();
  window.theme = new Worker(document.querySelector('[data-worker]').dataset.worker);
  window.say = message => new Promise(done => {
    theme.onmessage = answer => done(answer.data);
    theme.postMessage(message);
  });
  await say({type: 0, data: told});
}"""
THEIRS = """async words => {
  const found = await say({type: 2, data: words});
  return found.data.items.flatMap(group => group.map(each => each.location));
}"""

Place = str
"""`calls/halvorsen/fy2024-q1/#t12`, or a page."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader is shown first; each hit as the places that it covers."""

    names: tuple[tuple[Place, ...], ...]
    passages: tuple[tuple[Place, ...], ...]


def ask(folder: Path, archive: Archive, queries: Sequence[str]) -> dict[str, list[Answer]]:
    """Ask all engines; the indexes of ours lie in the folder already."""
    _prepare(folder, archive)
    with _served(folder) as address, sync_playwright() as playwright:
        executable = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=executable, args=QUIET)
        page = browser.new_page()
        page.set_default_timeout(300_000)
        ours = {}
        for engine, place in (("packed", f"{PACKED}/"), ("pagefind", "")):
            page.goto(address + place)
            ours[engine] = [_ours(page.evaluate(OURS, words)) for words in queries]
        page.evaluate(BEGIN)
        theirs = [_theirs(page.evaluate(THEIRS, words)) for words in queries]
        browser.close()
    return {"pagefind": ours["pagefind"], "packed": ours["packed"], "material": theirs}


def _prepare(folder: Path, archive: Archive) -> None:
    """Write a page that has both searches and nothing else."""
    for script in SCRIPTS:
        shutil.copy(ASSETS / script, folder / script)
    shutil.copytree(THEME, folder / "theme", dirs_exist_ok=True)
    told = {"config": CONFIG, "docs": list(_docs(archive)), "options": {"suggest": False}}
    (folder / "theme" / "search_index.json").write_text(json.dumps(told), encoding="utf-8")
    worker = next((folder / "theme" / "workers").glob("search.*.js")).relative_to(folder).as_posix()
    scripts = "".join(f'<script src="{{root}}{script}"></script>' for script in SCRIPTS)
    for place, root, packed in ((folder, "", ""), (folder / PACKED, "../", " data-ca-packed")):
        holder = f'<body data-ca-search="search/" data-ca-page="search/" data-worker="{worker}"{packed}>'
        page = f"<!doctype html><html lang=en><meta charset=utf-8><title>search</title>{holder}{scripts}"
        (place / "index.html").write_text(page.format(root=root), encoding="utf-8")


def _docs(archive: Archive) -> Iterator[dict[str, str]]:
    """Tell the theme's search what its plugin would: every page by its name, every turn with its words."""
    for call in archive.calls.values():
        yield {"location": f"calls/{call.id}/", "title": html.escape(call.title), "text": ""}
        for turn in call.turns:
            words = " ".join(paragraph.text for paragraph in turn.paragraphs)
            title = wording.speaks(Names(archive), call, turn)
            yield _doc(f"calls/{call.id}/#{turn.id}", title, f"<p>{html.escape(words)}</p>")
    for person in archive.speakers.values():
        yield _doc(f"speakers/{person.id}/", person.name)
    for firm in archive.organizations.values():
        yield _doc(f"organizations/{firm.id}/", firm.name)
    for topic in archive.topics.values():
        yield _doc(f"topics/{topic.id}/", topic.name)


def _doc(location: str, title: str, text: str = "") -> dict[str, str]:
    return {"location": location, "title": html.escape(title), "text": text}


def _ours(found: dict[str, Any]) -> Answer:
    """Group passages by call, as a page does."""
    groups: dict[str, list[tuple[str, ...]]] = {}
    for places in found["passages"]:
        groups.setdefault(places[0].partition("#")[0], []).append(tuple(places))
    shown = [places for group in groups.values() for places in group[:EACH]]
    return Answer(tuple(map(tuple, found["names"])), tuple(shown))


def _theirs(found: Sequence[str]) -> Answer:
    pages = tuple((place,) for place in found if "#" not in place)
    return Answer(pages[:SHOWN], tuple((place,) for place in found if "#" in place)[:SHOWN])


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
