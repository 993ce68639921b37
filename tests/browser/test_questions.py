"""A reader filters the questions of an archive, shares what was found, goes back, and does it all without a mouse."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Route, expect

from generator import pages
from generator.pages import addresses
from tests.pages import archive, became

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
WORDS = "Words of the question"


@pytest.fixture(params=[390], ids=["phone"])
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """A window of somebody on a phone, where a test does not ask for another."""
    made = browser.new_context(viewport={"width": request.param, "height": 900})
    yield made
    made.close()


@pytest.fixture
def reader(context: BrowserContext, base: str) -> Page:
    """Somebody who has opened the index of questions."""
    page = context.new_page()
    page.goto(f"{base}questions/")
    expect(rows(page).first).to_be_visible()
    page.locator(".ca-q-more").evaluate("each => { each.open = true; }")
    return page


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """Somebody at a desk who has opened nothing yet."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    yield page
    page.close()


def rows(page: Page) -> Any:
    """Find the rows of the table."""
    return page.locator(".ca-q-rows tbody tr")


def count(page: Page) -> Any:
    """Find the line that says how many questions fit."""
    return page.get_by_role("status").and_(page.locator(".ca-q-count"))


def only(page: Page, text: str) -> None:
    """Wait until every row, and at least one, has a text."""
    expect(rows(page).filter(has_not_text=text)).to_have_count(0)
    expect(rows(page).first).to_contain_text(text)


def choose(page: Page, label: str, name: str) -> None:
    """Choose the value of a filter by what a reader reads, whatever its count."""
    control = page.get_by_label(label, exact=True)
    options = control.locator("option").all_text_contents()
    (found,) = (each for each in options if re.sub(r" \([\d,]+\)$", "", each) == name)
    control.select_option(label=found)


@pytest.mark.parametrize("context", [390, 1440], indirect=True, ids=["phone", "desk"])
def test_filters_combine_and_say_how_many_fit(reader: Page) -> None:
    reader.get_by_label(re.compile("^declined")).check()
    expect(count(reader)).to_have_text(re.compile(r"^\d+ of \d+ questions$"))
    declined = rows(reader).count()
    choose(reader, "Asker", "Ravi Menon")
    only(reader, "Ravi Menon")
    assert 0 < rows(reader).count() < declined
    for told in rows(reader).all_text_contents():
        assert "declined" in told


def test_the_count_beside_a_value_is_what_choosing_it_finds(reader: Page) -> None:
    choose(reader, "Company or body", "Halvorsen Grid Systems")
    option = reader.get_by_label("Topic", exact=True).locator("option").nth(1)
    expected = re.search(r"\((\d+)\)$", option.text_content() or "")
    assert expected
    reader.get_by_label("Topic", exact=True).select_option(index=1)
    expect(rows(reader)).to_have_count(int(expected[1]))


def test_what_was_found_has_an_address_that_can_be_shared(reader: Page, context: BrowserContext) -> None:
    choose(reader, "Asker", "Ravi Menon")
    reader.get_by_label(re.compile("^declined")).check()
    expect(reader).to_have_url(re.compile(r"/questions/\?asker=ravi-menon&status=declined$"))
    told = count(reader).text_content()
    other = context.new_page()
    other.goto(reader.url)
    expect(count(other)).to_have_text(told or "")
    assert other.locator("select[name=asker]").input_value() == "ravi-menon"
    assert other.locator(".ca-q-more").evaluate("each => each.open"), "what is chosen is in sight"


def test_back_and_forward_go_through_what_was_chosen(reader: Page) -> None:
    everything = count(reader).text_content() or ""
    choose(reader, "Asker", "Mei Tan")
    expect(reader).to_have_url(re.compile(r"\?asker=mei-tan$"))
    hers = count(reader).text_content() or ""
    reader.get_by_label(WORDS).fill("data centers")
    expect(reader).to_have_url(re.compile(r"words=data\+centers&asker=mei-tan$"))
    reader.go_back()
    expect(count(reader)).to_have_text(hers)
    assert reader.get_by_label(WORDS).input_value() == ""
    reader.go_back()
    expect(count(reader)).to_have_text(everything)
    assert reader.locator("select[name=asker]").input_value() == ""
    reader.go_forward()
    expect(count(reader)).to_have_text(hers)


def test_a_reader_comes_back_from_a_question_to_what_was_chosen(reader: Page) -> None:
    choose(reader, "Asker", "Ravi Menon")
    only(reader, "Ravi Menon")
    his = count(reader).text_content() or ""
    rows(reader).first.get_by_role("link").first.click()
    expect(reader.locator(".ca-crumbs")).to_contain_text("Question")
    reader.go_back()
    expect(count(reader)).to_have_text(his)


def test_words_are_found_at_their_beginnings_and_together_in_quotes(reader: Page) -> None:
    reader.get_by_label(WORDS).fill("sodium cost")
    expect(rows(reader).filter(has_text="sodium")).not_to_have_count(0)
    expect(count(reader)).to_have_text(re.compile(" of "))
    loose = rows(reader).count()
    reader.get_by_label(WORDS).fill('"sodium-ion cost"')
    expect(reader).to_have_url(re.compile("%22"))
    expect(rows(reader)).not_to_have_count(loose)
    reader.get_by_label(WORDS).fill("odium")
    expect(count(reader)).to_have_text(re.compile("^0 of"))


def test_nothing_found_says_which_filter_costs_what_and_lets_go_of_it(reader: Page) -> None:
    choose(reader, "Asker", "Mei Tan")
    reader.get_by_label(WORDS).fill("zebrafinch")
    expect(reader.get_by_text("No question fits all of these.")).to_be_visible()
    expect(reader.locator(".ca-q-rows")).to_be_hidden()
    reader.get_by_role("button", name=re.compile("without “zebrafinch”")).click()
    only(reader, "Mei Tan")
    expect(reader.get_by_label(WORDS)).to_be_focused()


def test_clear_all_shows_everything_again(reader: Page) -> None:
    everything = count(reader).text_content() or ""
    clear = reader.get_by_role("button", name="Clear all")
    expect(clear).to_be_hidden()
    choose(reader, "Asker", "Mei Tan")
    reader.get_by_label(re.compile("^answered")).check()
    clear.click()
    expect(count(reader)).to_have_text(everything)
    expect(reader).to_have_url(re.compile(r"/questions/$"))
    expect(clear).to_be_hidden()


def test_questions_are_ordered_by_date_or_by_asker(reader: Page) -> None:
    dates = reader.locator(".ca-q-rows .ca-when")
    newest = dates.first.text_content() or ""
    reader.get_by_label("Order", exact=True).select_option(label="Oldest first")
    expect(reader).to_have_url(re.compile("sort=oldest"))
    expect(dates.first).not_to_have_text(newest)
    reader.get_by_label("Order", exact=True).select_option(label="By asker, A to Z")
    expect(rows(reader).first).to_contain_text("Amara Nwosu")


@pytest.mark.parametrize("context", [390, 1440], indirect=True, ids=["phone", "desk"])
def test_more_are_shown_on_demand_and_the_focus_goes_to_the_first_of_them(reader: Page) -> None:
    expect(rows(reader)).to_have_count(50)
    reader.get_by_role("button", name=re.compile("^Show .* more")).click()
    expect(rows(reader).nth(50).get_by_role("link").first).to_be_focused()


def test_every_link_of_a_row_lands(reader: Page, base: str) -> None:
    links = {each.evaluate("a => a.href") for each in rows(reader).get_by_role("link").all()}
    assert len(links) > 50
    for link in sorted(links):
        assert link.startswith(base)
        assert reader.request.get(link).ok, link


def test_it_fits_a_phone_and_needs_no_sideways_scroll(desk: Page, base: str) -> None:
    for width in (320, 390, 720, 768, 1440):
        desk.set_viewport_size({"width": width, "height": 800})
        desk.goto(f"{base}questions/")
        expect(rows(desk).first).to_be_visible()
        assert desk.evaluate(SIDEWAYS) <= 0, width
        box = rows(desk).first.bounding_box()
        assert box and box["y"] < 800, f"the first question is not on the first screen at {width}"


def test_without_a_mouse(desk: Page, base: str) -> None:
    desk.goto(f"{base}questions/")
    expect(rows(desk).first).to_be_visible()
    desk.get_by_label(WORDS).focus()
    desk.keyboard.type("cost")
    expect(desk).to_have_url(re.compile("words=cost"))
    for _ in range(3):
        desk.keyboard.press("Tab")
    desk.keyboard.press("Space")
    expect(desk).to_have_url(re.compile("status=declined"))
    expect(desk.get_by_label(re.compile("^declined"))).to_be_focused()
    while desk.evaluate("document.activeElement.name") != "asker":
        desk.keyboard.press("Tab")
    desk.keyboard.type("Ravi")
    expect(desk).to_have_url(re.compile("asker=ravi-menon"))
    only(desk, "Ravi Menon")
    for _ in range(20):
        desk.keyboard.press("Tab")
        if desk.evaluate("!!document.activeElement.closest('.ca-q-rows')"):
            break
    desk.keyboard.press("Enter")
    expect(desk.locator(".ca-crumbs")).to_contain_text("Question")


@pytest.mark.parametrize("context", [390, 1440], indirect=True, ids=["phone", "desk"])
def test_a_screen_reader_hears_how_many_fit(reader: Page) -> None:
    expect(count(reader)).to_have_attribute("aria-live", "polite")
    expect(reader.get_by_role("table", name="Questions")).to_be_visible()
    expect(reader.get_by_role("columnheader")).to_have_count(4)


def test_a_call_leads_to_its_own_questions(desk: Page, base: str) -> None:
    desk.goto(f"{base}calls/halvorsen/fy2024-q2/")
    desk.get_by_role("link", name=re.compile(r"^\d+ parts? declined$")).click()
    only(desk, "Halvorsen Grid Systems FY2024 Q2")
    expect(desk.get_by_label("Call", exact=True)).to_be_visible()


def test_a_status_leads_to_the_words_that_say_so(desk: Page, base: str) -> None:
    desk.goto(f"{base}questions/unanswered/")
    entry = desk.locator("#declined ~ .ca-entries").first.locator("li").first
    quoted = entry.locator("mark").first.text_content() or ""
    entry.locator(".ca-status a").first.click()
    desk.wait_for_url("**#t*")
    landed = desk.locator(f'[id="{desk.url.partition("#")[2]}"]').locator("xpath=ancestor::p[1]")
    expect(landed).to_be_in_viewport()
    expect(landed.locator(".ca-said").first).to_contain_text(quoted)


def test_an_address_of_something_that_is_not_there_says_so_and_lets_go_of_it(desk: Page, base: str) -> None:
    desk.goto(f"{base}questions/?asker=nobody-of-that-name")
    expect(count(desk)).to_have_text(re.compile("^0 of"))
    desk.get_by_role("button", name=re.compile("without “nobody-of-that-name”")).click()
    expect(rows(desk).first).to_be_visible()


def test_without_a_script_there_are_plain_lists(browser: Browser, base: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{base}questions/")
        expect(page.locator(".ca-entries li").first).to_be_visible()
        expect(page.locator("article form")).to_have_count(0)
        page.goto(f"{base}questions/unanswered/")
        expect(page.locator(".ca-entries li").first).to_be_visible()


@pytest.mark.parametrize("what", ["rows", "words-0"])
def test_where_the_data_cannot_be_had_the_lists_stay(desk: Page, base: str, what: str) -> None:
    desk.route(f"**/{what}.json*", lambda route: route.abort())
    told: list[str] = []
    desk.on("console", lambda message: told.append(message.text))
    desk.goto(f"{base}questions/")
    desk.wait_for_function("() => performance.getEntriesByType('resource').some(each => /rows.json/.test(each.name))")
    desk.wait_for_timeout(300)
    expect(desk.locator(".ca-entries li").first).to_be_visible()
    expect(desk.locator("article form")).to_have_count(0)
    assert [each for each in told if "stay as they are" in each]


def test_it_works_under_a_strict_policy(desk: Page, base: str) -> None:
    def strict(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": STRICT})

    desk.route("**/questions/", strict)
    desk.goto(f"{base}questions/")
    expect(rows(desk).first).to_be_visible()
    choose(desk, "Asker", "Mei Tan")
    only(desk, "Mei Tan")


def _serve(body: str, route: Route) -> None:
    route.fulfill(body=body, content_type="application/json")


def test_words_that_want_to_be_markup_stay_words_in_every_column_and_filter(desk: Page, base: str) -> None:
    made = {each.path: each.text for each in pages.render(became.hostile(), archive.Choices())}
    for path in (addresses.ROWS, addresses.words(0)):
        desk.route(f"**/{path}*", partial(_serve, made[path]))
    alarms: list[str] = []

    def alarm(dialog: Dialog) -> None:
        alarms.append(dialog.message)
        dialog.dismiss()

    desk.on("dialog", alarm)
    desk.goto(f"{base}questions/")
    expect(rows(desk)).to_have_count(2)
    expect(rows(desk).first).to_contain_text("<script>alert('x')</script> | {{ 7 * 7 }}")
    assert desk.locator(".ca-table").locator("script, strong, code, img, iframe").count() == 0
    asker = desk.locator("select[name=asker]")
    asker.select_option(index=1)
    expect(rows(desk)).to_have_count(1)
    desk.get_by_label(WORDS).fill('"><script>alert(1)</script>')
    expect(desk.locator(".ca-q-empty")).to_contain_text('“"><script>alert(1)</script>”')
    assert not alarms
    values = json.loads(made[addresses.ROWS])["values"]
    assert all("<script>" in values[facet][0][1] for facet in ("asker", "organization", "addressee", "topic", "series"))
