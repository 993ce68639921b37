"""A reader looks since when a topic is spoken of, goes from a picture to the words, and needs no script for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture(params=[(390, True), (1440, False)], ids=["phone", "desk-without-scripts"])
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Somebody on a phone, or at a desk without scripts."""
    width, scripts = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
    yield context.new_page()
    context.close()


def test_the_map_leads_from_a_square_to_what_was_said(reader: Page, base: str) -> None:
    reader.goto(f"{base}topics/")
    reader.locator(".ca-heat svg a", has=reader.locator(".ca-shade-4")).first.click(force=True)
    expect(reader.locator("h3:target")).to_be_in_viewport()
    expect(reader.locator(".ca-trend").first).to_be_attached()


def test_the_name_beside_the_map_leads_to_the_topic(reader: Page, base: str) -> None:
    reader.goto(f"{base}topics/")
    reader.locator(".ca-rows").get_by_role("link", name="Data centers").click()
    expect(reader.locator("h1")).to_contain_text("Data centers")


def test_a_topic_opens_with_its_picture_and_the_same_figures_as_a_table(reader: Page, base: str) -> None:
    reader.goto(f"{base}topics/data-centers/")
    expect(reader.locator("figure .ca-trend").first).to_be_in_viewport()
    figure = reader.locator("figure.ca-picture-trend")
    figure.locator("summary", has_text="The same as a table").click()
    row = figure.locator("tr", has_text="Halvorsen Grid Systems, FY2025 Q1")
    expect(row.locator("td").first).to_be_visible()
    row.get_by_role("link").click()
    expect(reader.locator("#in-halvorsen--fy2025-q1")).to_be_in_viewport()


def test_what_is_in_passing_opens_behind_what_is_about_the_topic(reader: Page, base: str) -> None:
    reader.goto(f"{base}topics/data-centers/")
    fold = reader.locator("details.ca-folded").first
    expect(fold.locator("li").first).to_be_hidden()
    fold.locator("summary").click()
    expect(fold.locator("li").first).to_be_visible()


def test_a_call_leads_to_where_that_which_is_new_was_last_spoken_of(reader: Page, base: str) -> None:
    reader.goto(f"{base}calls/halvorsen/fy2025-q1/")
    line = reader.locator("p", has_text="New since")
    expect(line).to_contain_text("FY2024 Q4")
    line.get_by_role("link", name="FY2024 Q3").click()
    expect(reader.locator("#in-halvorsen--fy2024-q3")).to_be_in_viewport()


@pytest.mark.parametrize("path", ["topics/", "topics/data-centers/", "calls/halvorsen/", ""])
def test_no_picture_pushes_the_page_aside(reader: Page, base: str, path: str) -> None:
    reader.goto(f"{base}{path}")
    for each in reader.locator("summary", has_text="The same as a table").all():
        each.click()
    overflow = reader.locator("main").evaluate("main => main.ownerDocument.documentElement.scrollWidth - innerWidth")
    assert overflow <= 0
