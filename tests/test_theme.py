"""The frame that the theme writes around every page is kept lean, and nothing of it that is seen is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

CALL, QUESTION = "calls/halvorsen/fy2025-q1/index.html", "calls/halvorsen/fy2025-q1/mei-tan-1/index.html"


def _page(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path).read_text(encoding="utf-8"))


def test_contents_that_a_page_hides_are_not_written(site: Path) -> None:
    assert not _page(site, QUESTION).css('[data-md-type="toc"]')
    assert _page(site, CALL).css('[data-md-type="toc"] a[href="#participants"]')


@pytest.mark.parametrize("path", [CALL, QUESTION])
def test_the_ways_through_the_site_are_on_every_page(path: str, site: Path) -> None:
    page = _page(site, path)
    tabs, drawer = ([link.text(strip=True) for link in page.css(where)] for where in (".md-tabs a", ".md-nav__item a"))
    assert "Questions" in tabs
    assert tabs == drawer[: len(tabs)]


@pytest.mark.parametrize("block", ["header", "nav.md-tabs", "div.md-sidebar--primary", "footer"])
def test_the_frame_is_written_without_indentation(block: str, site: Path) -> None:
    written = _page(site, QUESTION).css_first(block)
    assert written is not None and written.html is not None
    assert not [line for line in written.html.splitlines() if not line or line.startswith(" ")]
