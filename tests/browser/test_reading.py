"""What a reader meets in a browser: pages open quietly, fit the screen, anchors land, search finds a turn."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import screenshots

WORD = re.compile(r"[a-z]{9,}")  # "transformer", long enough to be rare
CHARACTERS_A_LINE = """
    [...document.querySelectorAll('p:has(> a[id^="t"])')]
        .map(p => [p.textContent.length, p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight)])
        .filter(([characters, lines]) => lines > 2.5)
        .map(([characters, lines]) => characters / (Math.round(lines) - 0.5))
"""
"""For each long paragraph; its last line counts as half."""
WIDTHS = tuple(screenshots.WIDTHS.values())
SCHEMES = screenshots.SCHEMES


@dataclass
class Watched:
    """A page, and what went wrong on it."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture(
    params=[(width, scheme) for width in WIDTHS for scheme in SCHEMES], ids=lambda each: f"{each[0]}-{each[1]}"
)
def watched(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Watched]:
    """A new page on a phone or a desk, light or dark, that notes what it asks for and complains of."""
    width, scheme = request.param
    yield from _watch(browser, width, scheme)


@pytest.fixture
def desk(browser: Browser) -> Iterator[Watched]:
    """A new page on a desk."""
    yield from _watch(browser, 1440, "light")


def _watch(browser: Browser, width: int, scheme: Literal["light", "dark"]) -> Iterator[Watched]:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    seen = Watched(page)
    page.on("console", lambda said: seen.complaints.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("response", lambda answer: seen.complaints.append(answer.url) if answer.status >= 400 else None)
    page.on("request", lambda asked: seen.requests.append(asked.url))
    yield seen
    page.close()


def test_every_kind_of_page_opens_quietly_and_fits_the_screen(watched: Watched, site: Path, base: str) -> None:
    host = base.split("/below/")[0]
    for address in screenshots.addresses(site):
        watched.page.goto(base + address)
        expect(watched.page.locator("h1")).to_be_visible()
        wide = watched.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{address} scrolls sideways by {wide} px"
    assert not watched.complaints
    assert not [asked for asked in watched.requests if not asked.startswith((host, "data:", "blob:"))]


def test_a_line_of_a_transcript_is_short_enough_to_read(desk: Watched, site: Path, base: str) -> None:
    desk.page.goto(base + _largest_call(site))
    filled = desk.page.evaluate(CHARACTERS_A_LINE)
    assert len(filled) > 10
    assert sum(filled) / len(filled) <= 75


def test_an_anchor_brings_its_turn_into_sight(desk: Watched, site: Path, base: str) -> None:
    for anchor in ("t9", "t9p1"):
        desk.page.goto(f"{base}{_largest_call(site)}#{anchor}")
        expect(desk.page.locator(f'[id="{anchor}"]')).to_be_in_viewport()


def test_search_finds_a_word_from_the_middle_of_a_turn_and_lands_on_it(desk: Watched, site: Path, base: str) -> None:
    word, place = _rare_word(site)
    desk.page.goto(base)
    desk.page.locator("input.md-search__input").click()
    desk.page.keyboard.type(word)
    found = desk.page.locator(
        f'.md-search-result__link[href*="{place.partition("#")[0]}"][href$="#{place.partition("#")[2]}"]'
    )
    expect(found.first).to_be_visible(timeout=20_000)
    found.first.click()
    desk.page.wait_for_url(f"**/{place.partition('#')[0]}**")
    assert desk.page.url.endswith(f"#{place.partition('#')[2]}")
    expect(desk.page.locator(f'[id="{place.partition("#")[2]}"]')).to_be_in_viewport()
    expect(desk.page.locator("article")).to_contain_text(word)
    assert not desk.complaints


def _largest_call(site: Path) -> str:
    largest = max(site.glob("calls/*/*/index.html"), key=lambda page: (page.stat().st_size, page))
    return f"{largest.parent.relative_to(site).as_posix()}/"


def _rare_word(site: Path) -> tuple[str, str]:
    """Choose a word that stands once in the whole archive, in the middle of a long turn, and the place of the turn."""
    records = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    count = Counter(word for record in records for word in set(WORD.findall(record["text"].lower())))
    turns = [record for record in records if "#t" in record["location"] and len(record["text"]) > 400]
    for record in turns:
        text = record["text"]
        middle = text[len(text) // 3 : 2 * len(text) // 3]
        for word in WORD.findall(middle)[1:-1]:
            if count[word] == 1 and len(re.findall(word, text)) == 1:
                return word, record["location"]
    raise AssertionError("no word of the sample is rare")
