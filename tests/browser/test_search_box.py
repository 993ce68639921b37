"""The box in the header: keys, results as one types, what it says when it cannot search."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.test_accessibility import HOW

IN_SIGHT = """
    () => [...document.querySelectorAll('mark.ca-sought')].some(each => {
        const {top, bottom} = each.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
    })
"""
"""Whether any of the marked words can be seen: the first may stand in a list far above."""
PATIENCE = 20_000
CALL = "calls/halvorsen/fy2024-q2/"


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """Somebody at a desk, who asks no other host for anything."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    yield page
    assert not [url for url in asked if not url.startswith("http://127.0.0.1:")]
    page.close()


def _type(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)


def _status(page: Page) -> str:
    return page.locator(".ca-box [role=status]").inner_text()


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_opens_the_box_and_escape_closes_it(reader: Page, base: str, key: str) -> None:
    reader.goto(base)
    field = reader.locator(".ca-box input")
    reader.keyboard.press(key)
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    reader.keyboard.press("Escape")
    expect(field).not_to_be_focused()
    expect(reader.locator("#__search")).not_to_be_checked()


def test_arrows_lead_through_results_and_typing_goes_on_in_the_field(reader: Page, base: str) -> None:
    reader.goto(base)
    _type(reader, "sodium-ion")
    hits = reader.locator(".ca-box .ca-hit")
    expect(hits.nth(2)).to_be_visible(timeout=PATIENCE)
    reader.keyboard.press("ArrowDown")
    expect(hits.nth(0)).to_be_focused()
    reader.keyboard.press("ArrowDown")
    expect(hits.nth(1)).to_be_focused()
    reader.keyboard.press("ArrowUp")
    reader.keyboard.press("ArrowUp")
    expect(reader.locator(".ca-box input")).to_be_focused()
    reader.keyboard.press("ArrowUp")
    expect(reader.locator(".ca-all")).to_be_focused()
    reader.keyboard.type("s")
    expect(reader.locator(".ca-box input")).to_have_value("sodium-ions")


def test_enter_goes_to_the_first_result_where_the_words_are_marked_until_escape(reader: Page, base: str) -> None:
    reader.goto(base)
    _type(reader, "dollars per kilowatt-hour yield")
    reader.keyboard.press("Enter")
    reader.wait_for_url("**/calls/halvorsen/**", timeout=PATIENCE)
    marks = reader.locator("mark.ca-sought")
    reader.wait_for_function(IN_SIGHT)
    assert "?h=" in reader.url and "#" in reader.url
    reader.keyboard.press("Escape")
    expect(marks).to_have_count(0)
    assert "?h=" not in reader.url


def test_results_are_grouped_by_call_with_the_words_marked_in_their_sentence(reader: Page, base: str) -> None:
    reader.goto(base)
    _type(reader, "sodium-ion")
    groups = reader.locator(".ca-box .ca-group")
    expect(groups.first).to_be_visible(timeout=PATIENCE)
    names = groups.locator("h2").all_inner_texts()
    assert len(names) == len(set(names)) > 1
    for hit in groups.locator(".ca-hit").all():
        assert hit.locator("mark").count(), hit.inner_text()
    assert _status(reader).endswith("passages")


def test_all_results_are_a_page_with_the_same_words(reader: Page, base: str) -> None:
    reader.goto(base + CALL)
    _type(reader, "margin")
    every = reader.locator(".ca-all")
    expect(every).to_be_visible(timeout=PATIENCE)
    every.click()
    expect(reader).to_have_url(f"{base}search/?q=margin")


def test_a_misspelled_name_is_put_right_and_said_so(reader: Page, base: str) -> None:
    reader.goto(base)
    _type(reader, "Hoekstar")
    expect(reader.locator(".ca-box .ca-name").first).to_have_attribute(
        "href", f"{base}speakers/bram-hoekstra/", timeout=PATIENCE
    )
    status = reader.locator(".ca-box [role=status]")
    expect(status).to_contain_text("Hoekstar", timeout=PATIENCE)  # what was found for its beginning stood there before
    expect(status).to_contain_text(re.compile(r"Hoekstra\b"))


@pytest.mark.parametrize(
    ("words", "call"),
    [("المياه", "wadi-nasim"), ("transformateurs", ""), ("云", "lanhai")],
)
def test_words_of_other_languages_find_what_was_said_in_them(reader: Page, base: str, words: str, call: str) -> None:
    reader.goto(base)
    _type(reader, words)
    expect(reader.locator(".ca-box [role=status]")).to_contain_text("assage", timeout=PATIENCE)
    if call:
        expect(reader.locator(f".ca-box .ca-hit[href*='{call}']").first).to_be_visible()


def test_a_late_answer_to_an_old_question_is_dropped(reader: Page, base: str) -> None:
    reader.goto(base)
    _type(reader, "margin")
    reader.locator(".ca-box input").fill("sodium-ion")
    expect(reader.locator(".ca-box .ca-hit mark", has_text="sodium").first).to_be_visible(timeout=PATIENCE)
    reader.wait_for_timeout(500)
    assert not reader.locator(".ca-box .ca-hit mark", has_text="margin").count()


def test_without_an_index_the_box_says_what_is_missing(reader: Page, base: str) -> None:
    reader.route("**/bundles.json", lambda route: route.fulfill(status=404))
    reader.goto(base)
    _type(reader, "margin")
    expect(reader.locator(".ca-box [role=status]")).to_contain_text("missing from this site")


def test_where_nothing_can_be_fetched_the_box_says_so(reader: Page, base: str) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    reader.route("**/search/**", refuse)
    reader.goto(base)
    _type(reader, "margin")
    expect(reader.locator(".ca-box [role=status]")).to_contain_text("could not be reached")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_in_the_open_box(browser: Browser, base: str, width: int, scheme: str) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": 844}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page.goto(base)
    if width < 960:
        page.locator("label.md-header__button[for=__search]").click()
        expect(page.locator(".ca-box input")).to_be_focused()
        page.keyboard.type("margin")
    else:
        _type(page, "margin")
    expect(page.locator(".ca-box .ca-hit").first).to_be_visible(timeout=PATIENCE)
    page.evaluate(AXE_SCRIPT)
    result = page.evaluate("how => axe.run('.ca-box', how)", HOW)
    page.close()
    assert not [(each["id"], each["nodes"][0]["html"][:200]) for each in result["violations"]]
