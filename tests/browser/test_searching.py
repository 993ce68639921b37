"""Searching from the home page: by hand, by example, for names; and what is there for a reader without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from selectolax.lexbor import LexborHTMLParser

from tests.browser import screenshots

PATIENCE = 20_000
"""Milliseconds that the index may take to load."""


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """Somebody at a desk."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    yield page
    page.close()


def _results(page: Page) -> Locator:
    found = page.locator(".md-search-result__link")
    expect(found.first).to_be_visible(timeout=PATIENCE)
    return found


def test_the_box_on_the_home_page_searches(reader: Page, base: str) -> None:
    reader.goto(base)
    box = reader.get_by_label("Search all transcripts")
    box.fill("transformers")
    box.press("Enter")
    found = _results(reader).and_(reader.locator('[href*="#t"]'))
    expect(found.first.locator("mark", has_text="transformers").first).to_be_attached()


def test_every_example_finds_a_turn_that_has_all_its_words(reader: Page, site: Path, base: str) -> None:
    home = LexborHTMLParser((site / "index.html").read_text(encoding="utf-8"))
    examples = [link.attributes["href"] or "" for link in home.css(".ca-tries a")]
    assert len(examples) == 3
    for example in examples:
        reader.goto(base)
        reader.locator(f'.ca-tries a[href="{example}"]').click()
        words = parse_qs(urlsplit(example).query)["q"][0].split()
        turns = _results(reader).and_(reader.locator('[href*="#t"]'))
        complete = turns
        for word in words:
            complete = complete.filter(has=reader.locator("mark", has_text=word))
        expect(complete.first).to_be_attached()


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Mei Tan", "speakers/mei-tan/"),
        ("sodium-ion cells", "topics/sodium-ion-cells/"),
        ("Kestrel Research", "organizations/kestrel-research/"),
    ],
)
def test_the_name_of_somebody_or_something_finds_its_page(reader: Page, base: str, words: str, place: str) -> None:
    reader.goto(base)
    reader.keyboard.press("/")
    reader.keyboard.type(words)
    _results(reader)
    expect(reader.locator(f'.md-search-result__link[href*="{place}"]').first).to_be_visible(timeout=PATIENCE)


@pytest.mark.parametrize("width", screenshots.WIDTHS.values())
def test_without_scripts_pages_fit_the_screen_and_offer_no_search_that_is_none(
    browser: Browser, site: Path, base: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    for address in screenshots.addresses(site):
        page.goto(base + address)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{address} scrolls sideways by {wide} px"
        assert not page.locator(".ca-search:visible, .ca-tries:visible").count()
    context.close()
