"""Pictures as a person meets them: on a desk, on a phone, on paper, by mouse, by keyboard, without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

CALL = "calls/halvorsen/fy2024-q2/"
PLACES = (CALL, "calls/lanhai/", "speakers/mei-tan/", "organizations/kestrel-research/")
Open = Callable[..., Page]
HIDDEN = """
    [...document.querySelectorAll('.ca-picture svg text')].filter(each => {
        const pane = each.ownerSVGElement.getBoundingClientRect(), words = each.getBoundingClientRect();
        return words.left < pane.left - 1 || parseFloat(getComputedStyle(each).fontSize) < 11;
    }).map(each => each.textContent)
"""
WIDTHS = """
    [...document.querySelectorAll('.ca-picture, .ca-questions table, .ca-compared')].filter(
        each => each.scrollWidth > each.clientWidth + 1 || each.getBoundingClientRect().right > innerWidth
    ).map(each => each.className)
"""


@pytest.fixture
def opened(browser: Browser, base: str) -> Iterator[Open]:
    """Open a page of the sample on a screen that is described."""
    contexts: list[BrowserContext] = []

    def show(path: str, width: int = 1440, **more: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **more)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{base}{path}", wait_until="load")
        return page

    yield show
    for context in contexts:
        context.close()


def test_a_click_on_the_ribbon_goes_to_the_question(opened: Open) -> None:
    page = opened(CALL)
    zone = page.locator(".ca-ribbon svg a", has=page.locator("title", has_text="Question 3,")).first
    zone.locator("rect").click()
    assert page.url.endswith("#x03")
    expect(page.locator("#x03")).to_be_in_viewport()


def test_pointing_at_the_ribbon_says_what_is_there(opened: Open) -> None:
    titles = opened(CALL).locator(".ca-ribbon svg a > title").all_text_contents()
    assert len(titles) > 10 and all("word" in each for each in titles)
    assert any(each.startswith("Question 1, ") and ": " in each for each in titles)


def test_by_keyboard_one_passes_a_picture_with_one_step_and_follows_the_links_of_its_table(opened: Open) -> None:
    page = opened(CALL)
    assert page.locator(".ca-picture svg a").count() == page.locator(".ca-picture svg a[tabindex='-1']").count() > 0
    page.locator(".ca-picture-ribbon summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('tbody') !== null")
    page.keyboard.press("Enter")
    assert "#" in page.url


@pytest.mark.parametrize("path", PLACES)
def test_without_scripts_pictures_are_seen_and_their_tables_open(opened: Open, path: str) -> None:
    page = opened(path, java_script_enabled=False)
    drawing = page.locator(".ca-picture .ca-drawing").first
    expect(drawing).to_be_visible()
    filled = "all => all.filter(each => each.getBoundingClientRect().height > 1).length"
    assert drawing.locator("path, rect:not(.ca-reach)").evaluate_all(filled) > 1
    page.locator(".ca-same summary").first.click()
    expect(page.locator(".ca-same table").first).to_be_visible()


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("path", PLACES)
def test_words_in_pictures_keep_their_size_and_nothing_is_wider_than_the_page(
    opened: Open, path: str, width: int
) -> None:
    page = opened(path, width)
    assert page.evaluate(HIDDEN) == []
    assert page.evaluate(WIDTHS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", ["calls/lanhai/", "speakers/mei-tan/"])
def test_on_a_phone_the_rows_of_tables_are_cards(opened: Open, path: str) -> None:
    rows = ":is(.ca-compared, .ca-questions) tbody tr"
    shown = "all => all.map(each => getComputedStyle(each).display)"
    assert set(opened(path, 390).locator(rows).evaluate_all(shown)) == {"block"}
    assert set(opened(path).locator(rows).evaluate_all(shown)) == {"table-row"}


@pytest.mark.parametrize("path", PLACES[1:])
def test_on_paper_pictures_stay_and_their_tables_do_not(opened: Open, path: str) -> None:
    page = opened(path)
    page.emulate_media(media="print")
    expect(page.locator(".ca-drawing").first).to_be_visible()
    expect(page.locator(".ca-same").first).to_be_hidden()


def test_on_paper_a_call_is_what_was_said_alone(opened: Open) -> None:
    page = opened(CALL)
    page.emulate_media(media="print")
    expect(page.locator(".ca-ribbon svg").first).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lanes_are_seen_on_either_ground(opened: Open, scheme: str) -> None:
    page = opened(CALL, color_scheme=scheme)
    ground, ink = page.evaluate("""() => {
        const light = colour => colour.match(/[\\d.]+/g).slice(0, 3).reduce((sum, each) => sum + +each, 0);
        const lane = document.querySelector('.ca-ribbon path.ca-asked');
        return [light(getComputedStyle(document.body).backgroundColor), light(getComputedStyle(lane).stroke)];
    }""")
    assert abs(ground - ink) > 150


def test_no_two_elements_of_a_page_have_one_name(opened: Open) -> None:
    for path in PLACES:
        names = opened(path).evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
        assert len(names) == len(set(names)), path
