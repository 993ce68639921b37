"""No link and no anchor of the built site is dead, seen in its HTML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.model import ENDINGS

HERE = "http://archive.invalid/below/"
"""Where the site is thought to lie: below a path of its own, so that an absolute link is a dead one."""


def linked(parsed: LexborHTMLParser) -> Iterator[str]:
    """Yield every address that a page of HTML points at."""
    for selector, name in (("[href]", "href"), ("[src]", "src")):
        for node in parsed.css(selector):
            yield node.attributes[name] or ""


@pytest.fixture(scope="module")
def parsed(site: Path) -> dict[str, LexborHTMLParser]:
    """Every page of the site by its address."""
    pages = sorted(site.rglob("*.html"))
    return {_address(site, page): LexborHTMLParser(page.read_text(encoding="utf-8")) for page in pages}


def test_no_link_is_dead(site: Path, parsed: dict[str, LexborHTMLParser]) -> None:
    files = {_address(site, each) for each in site.rglob("*") if each.is_file()}
    anchors = {address: {node.attributes["id"] for node in page.css("[id]")} for address, page in parsed.items()}
    dead = [
        f"{address}: {link}"
        for address, page in parsed.items()
        if not address.endswith("404.html")  # whose links MkDocs makes absolute
        for link in linked(page)
        if _dead(urljoin(address, link), files, anchors)
    ]
    assert len(parsed) > 50
    assert not dead[:20]


def test_no_page_loads_anything_from_another_host(parsed: dict[str, LexborHTMLParser]) -> None:
    loaded = [
        urljoin(address, (node.attributes.get("src") or node.attributes.get("href")) or "")
        for address, page in parsed.items()
        for node in page.css('script[src], img[src], iframe[src], link[rel="stylesheet"], link[rel="preconnect"]')
    ]
    assert loaded
    assert not [each for each in loaded if not each.startswith("http://archive.invalid/")]


def _address(site: Path, file: Path) -> str:
    path = file.relative_to(site).as_posix()
    return HERE + (path.removesuffix("index.html") if file.name == "index.html" else path)


def _dead(link: str, files: set[str], anchors: dict[str, set[str | None]]) -> bool:
    parts = urlsplit(link)
    if parts.scheme not in {"http", "https"} or parts.hostname != "archive.invalid":
        return False
    page = unquote(link.partition("#")[0].partition("?")[0])
    anchor = unquote(parts.fragment)
    moment = anchor.startswith("t=") and page.endswith(ENDINGS)
    if anchor.startswith("__") or moment or not anchor:  # the first are the theme's own, which its script makes
        return page not in files
    return page not in files or anchor not in anchors.get(page, set())
