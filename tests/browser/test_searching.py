"""Searching from the home page: by hand, by example, for names; and what is there for a reader without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from selectolax.lexbor import LexborHTMLParser

from tests.browser import browsing, screenshots

PATIENCE = 20_000
"""Milliseconds that the index may take to load."""


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """Somebody at a desk."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    yield page
    page.close()


def _results(page: Page) -> Locator:
    found = page.locator(".ca-hit")
    expect(found.first).to_be_visible(timeout=PATIENCE)
    return found


def test_the_box_on_the_home_page_leads_to_all_results(reader: Page, base: str) -> None:
    reader.goto(base)
    box = reader.get_by_label("Search all transcripts")
    box.fill("transformers")
    box.press("Enter")
    expect(reader).to_have_url(f"{base}search/?q=transformers")
    _results(reader)
    expect(reader.locator(".ca-hit mark", has_text="transformer").first).to_be_visible()


def test_every_example_finds_a_passage_that_has_all_its_words(reader: Page, site: Path, base: str) -> None:
    home = LexborHTMLParser((site / "index.html").read_text(encoding="utf-8"))
    examples = [link.attributes["href"] or "" for link in home.css(".ca-tries a")]
    assert len(examples) == 3
    for example in examples:
        reader.goto(base)
        reader.locator(f'.ca-tries a[href="{example}"]').click()
        complete = _results(reader)
        for word in parse_qs(urlsplit(example).query)["q"][0].split():
            complete = complete.filter(has_text=re.compile(re.escape(word.removesuffix("s")), re.IGNORECASE))
        expect(complete.first).to_be_visible()


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Mei Tan", "speakers/mei-tan/"),
        ("sodium-ion cells", "topics/sodium-ion-cells/"),
        ("Kestrel Research", "organizations/kestrel-research/"),
    ],
)
def test_the_name_of_somebody_or_something_finds_its_page_first(
    reader: Page, base: str, words: str, place: str
) -> None:
    reader.goto(base)
    reader.keyboard.press("/")
    reader.keyboard.type(words)
    expect(_results(reader).first).to_have_attribute("href", f"{base}{place}")


def test_where_the_theme_searches_the_box_on_the_home_page_opens_it_and_no_script_of_ours_is_in_its_way(
    reader: Page, fallback: Path
) -> None:
    wrong: list[str] = []
    reader.on("pageerror", lambda error: wrong.append(str(error)))
    with browsing.served(fallback) as base:
        reader.goto(base)
        box = reader.get_by_label("Search all transcripts")
        box.fill("transformers")
        box.press("Enter")
        found = reader.locator(".md-search-result__link").and_(reader.locator('[href*="#t"]'))
        expect(found.first.locator("mark", has_text="transformers").first).to_be_attached(timeout=PATIENCE)
    assert not wrong


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
