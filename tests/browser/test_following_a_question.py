"""A reader follows a question from who asked it to who answered it, to what they spoke of, to a year earlier."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

NOW, THEN = "in-halvorsen--fy2025-q1", "in-halvorsen--fy2024-q1"


@pytest.fixture(params=[390, 1440])
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Somebody with a new page, on a phone or at a desk."""
    page = browser.new_page(viewport={"width": request.param, "height": 900})
    yield page
    page.close()


def test_a_question_leads_to_the_same_topic_a_year_earlier_by_clicking(reader: Page, base: str) -> None:
    reader.goto(f"{base}speakers/mei-tan/")
    reader.get_by_role("link", name="data centers as a source of demand for you now").click()

    expect(reader.locator(".ca-crumbs")).to_contain_text("Halvorsen Grid Systems › FY2025 Q1 › Question 1 of 5")
    facts = reader.locator(".ca-facts")
    expect(facts).to_contain_text("Mei Tan, Harbour Bank → Marcus Oyelaran")
    facts.get_by_role("link", name="Marcus Oyelaran").first.click()

    expect(reader.locator("h1")).to_contain_text("Marcus Oyelaran")
    asked_about = reader.locator(".ca-facts p", has_text="Asked about")
    asked_about.get_by_role("link", name="Data centers").click()

    expect(reader.locator("h1")).to_contain_text("Data centers")
    earlier = reader.locator(f"#{NOW} + p")
    expect(earlier).to_contain_text("6 Aug 2024 · a year earlier: FY2024 Q1")
    earlier.get_by_role("link", name="FY2024 Q1").click()

    expect(reader.locator(f"#{THEN}")).to_be_in_viewport()
    passage = reader.locator(f"#{THEN} ~ .ca-entries").first.locator("li", has_text="Mei Tan")
    expect(passage).to_contain_text("Northgate Securities")  # where she was a year earlier
    expect(passage.locator("mark").first).to_be_visible()
    passage.get_by_role("link", name="in context").click()

    reader.wait_for_url("**/calls/halvorsen/fy2024-q1/#t*")
    landed = reader.locator(f'[id="{reader.url.partition("#")[2]}"]')
    expect(landed).to_be_in_viewport()
    expect(landed.locator("xpath=..")).to_contain_text("data center", ignore_case=True)


def test_a_passage_leads_to_the_question_it_belongs_to_and_on_to_its_neighbours(reader: Page, base: str) -> None:
    reader.goto(f"{base}topics/data-centers/")
    passage = reader.locator(f"#{NOW} ~ .ca-entries").first.locator("li", has_text="Mei Tan")
    passage.get_by_role("link", name="question 1").click()
    expect(reader.locator("h1")).to_contain_text("How should we think about data centers")
    reader.get_by_role("link", name="Question 2: Ravi Menon").click()
    expect(reader.locator(".ca-crumbs")).to_contain_text("Question 2 of 5")
    reader.locator(".ca-crumbs").get_by_role("link", name="FY2025 Q1").click()
    expect(reader.locator("h1")).to_contain_text("Halvorsen Grid Systems, first quarter fiscal 2025")
