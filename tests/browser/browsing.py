"""Serves a built site below a path of its own, as GitHub Pages does, and opens it in a headless Chromium."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

SUBPATH = "/below/archive/"
STRICT = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""What docs/publishing.md advises to send with every page."""
POLICY = STRICT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
"""The same for tests, which put styles of their own into pages."""
QUIET = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


class Handler(http.server.SimpleHTTPRequestHandler):
    """Answers below the sub-path only, with a Content-Security-Policy."""

    policy = POLICY

    def translate_path(self, path: str) -> str:
        """Map an address below the sub-path to a file; any other to one that is not there."""
        if not path.startswith(SUBPATH):
            return str(Path(self.directory) / "outside-the-sub-path")
        return super().translate_path("/" + path.removeprefix(SUBPATH))

    def end_headers(self) -> None:
        """Be strict."""
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path, policy: str = POLICY) -> Iterator[str]:
    """Serve a site on a free port and yield its address."""
    handler = functools.partial(type("Handler", (Handler,), {"policy": policy}), directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{SUBPATH}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium(executable: str) -> Iterator[Browser]:
    """Start a browser with a new profile that asks nobody anything."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=QUIET)
        yield browser
        browser.close()


def find() -> str:
    """Find the browser of this machine."""
    found = os.environ.get("CALL_ARCHIVE_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        raise FileNotFoundError("no Chromium on this machine (set CALL_ARCHIVE_BROWSER)")
    return found
