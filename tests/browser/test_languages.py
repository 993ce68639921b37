"""A call in two languages is read side by side or one below the other; words from right to left begin on the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, FloatRect, Locator, Page, expect

from tests.browser.test_accessibility import HOW

TWO, ARABIC = "calls/lanhai/2024-q2/", "calls/wadi-nasim/2024-10-08/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new page on a desk."""
    yield from _open(browser, 1440)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A new page on a phone."""
    yield from _open(browser, 390)


def _open(browser: Browser, width: int) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": width, "height": 844})
    yield opened
    opened.close()


@dataclass(frozen=True)
class Pair:
    """Where both sides of a pair stand."""

    original: FloatRect
    translated: FloatRect


def pairs(page: Page, kind: str) -> list[Pair]:
    """Measure every pair of paragraphs (`p`) or of turns (`section`)."""
    found = page.locator(f"{kind}.ca-original + {kind}.ca-translated").all()
    assert found
    return [Pair(_area(each.locator("xpath=preceding-sibling::*[1]")), _area(each)) for each in found]


def _area(place: Locator) -> FloatRect:
    area = place.bounding_box()
    assert area
    return area


@pytest.mark.parametrize("kind", ["p", "section"])
def test_on_a_desk_original_and_translation_stand_side_by_side_at_one_height(page: Page, base: str, kind: str) -> None:
    page.goto(base + TWO)
    for pair in pairs(page, kind):
        assert abs(pair.original["y"] - pair.translated["y"]) < 1
        assert pair.original["x"] + pair.original["width"] < pair.translated["x"]


@pytest.mark.parametrize("kind", ["p", "section"])
def test_on_a_phone_the_translation_stands_below_its_original(phone: Page, base: str, kind: str) -> None:
    phone.goto(base + TWO)
    for pair in pairs(phone, kind):
        assert pair.original["y"] + pair.original["height"] <= pair.translated["y"]
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_each_side_says_its_language_and_keeps_its_anchor(page: Page, base: str) -> None:
    page.goto(base + TWO)
    original = page.locator("p.ca-original").first
    assert original.get_attribute("lang") == "zh"
    assert page.locator("p.ca-translated").first.get_attribute("lang") is None
    anchor = original.locator("a[id]").get_attribute("id")
    page.goto(f"{base}{TWO}#{anchor}")
    expect(original).to_be_in_viewport()


@pytest.mark.parametrize("path", [ARABIC, ARABIC + "layla-mansour-1/"])
def test_words_from_right_to_left_begin_on_the_right_and_push_no_page_aside(phone: Page, base: str, path: str) -> None:
    phone.goto(base + path)
    words = phone.locator(".ca-turn > p[dir=rtl]")
    assert words.count() >= 2
    styles = words.evaluate_all("all => all.map(p => [getComputedStyle(p).direction, getComputedStyle(p).textAlign])")
    assert {tuple(each) for each in styles} == {("rtl", "start")}
    assert {each.get_attribute("lang") for each in words.all()} == {"ar"}
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_name_from_right_to_left_leaves_its_neighbours_in_their_order(page: Page, base: str) -> None:
    page.goto(base + ARABIC)
    heading = page.locator("h4", has_text="سلمى الحداد").first
    name, title = heading.locator("bdi").nth(0).bounding_box(), heading.locator("bdi").nth(1).bounding_box()
    assert name and title
    assert name["x"] + name["width"] <= title["x"]


def test_search_finds_arabic_words_and_shows_them_from_right_to_left(page: Page, base: str) -> None:
    page.goto(base)
    page.locator("input.md-search__input").click()
    page.keyboard.type("العدّادات")
    found = page.locator(".ca-hit[href*='wadi-nasim']", has=page.locator("p")).first
    expect(found).to_be_visible(timeout=60_000)
    assert found.locator("p").first.evaluate("p => getComputedStyle(p).direction") == "rtl"


@pytest.mark.parametrize("path", [TWO, ARABIC, ARABIC + "layla-mansour-1/", "speakers/salma-al-haddad/"])
def test_axe_finds_nothing_on_them(page: Page, phone: Page, base: str, path: str) -> None:
    for opened in (page, phone):
        opened.goto(base + path)
        opened.evaluate(AXE_SCRIPT)
        found = opened.evaluate("how => axe.run(how)", HOW)["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
