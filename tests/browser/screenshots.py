"""Photographs each kind of page of a built site, on a phone and on a desk, light and dark.

python tests/browser/screenshots.py SITE FOLDER [address …]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.browser import browsing

WIDTHS = {"phone": 390, "desk": 1440}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
INDEXES = ("", "calls/", "questions/", "speakers/", "organizations/", "topics/", "periods/")


def addresses(site: Path) -> Iterator[str]:
    """Choose the indexes, and of each kind of leaf the page with the most words."""
    yield from INDEXES
    for pattern in ("calls/*/", "calls/*/*/", "calls/*/*/*/", "speakers/*/", "organizations/*/", "topics/*/"):
        pages = list(site.glob(f"{pattern}index.html"))
        if pages:
            largest = max(pages, key=lambda page: (page.stat().st_size, page))
            yield f"{largest.parent.relative_to(site).as_posix()}/"


def main(site: Path, folder: Path, *chosen: str) -> None:
    """Take all the photographs."""
    folder.mkdir(parents=True, exist_ok=True)
    with browsing.served(site) as base, browsing.chromium(browsing.find()) as browser:
        for name, width in WIDTHS.items():
            for scheme in SCHEMES:
                page = browser.new_page(viewport={"width": width, "height": 1000}, color_scheme=scheme)
                for address in chosen or tuple(addresses(site)):
                    page.goto(base + address)
                    label = address.strip("/").replace("/", "_") or "home"
                    page.screenshot(path=folder / f"{label}.{name}.{scheme}.png")
                page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
