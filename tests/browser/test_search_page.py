"""The page of all results: facets, order, address, history, and what it says when nothing is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser import browsing, screenshots
from tests.browser.test_accessibility import HOW, SIDEWAYS

PATIENCE = 20_000


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """Somebody at a desk."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    yield page
    page.close()


def _status(page: Page) -> Locator:
    return page.locator(".ca-find .ca-find-status")


def _total(page: Page) -> int:
    found = re.match(r"([\d,]+) passage", _status(page).inner_text())
    assert found, _status(page).inner_text()
    return int(found[1])


def _open(page: Page, address: str) -> None:
    page.goto(address)
    expect(_status(page)).to_contain_text(re.compile("passage|found"), timeout=PATIENCE)


def _pick(page: Page, facet: str, value: str) -> int:
    """Choose a value, and give the count that stood beside it."""
    box = page.locator(f'.ca-facet input[name="{facet}"][value="{value}"]')
    count = int(box.locator("xpath=..").locator("small").inner_text())
    box.check()
    page.wait_for_url(re.compile(rf"{facet}={value}"))
    return count


def test_a_value_of_a_facet_gives_as_many_passages_as_its_count_says(reader: Page, base: str) -> None:
    _open(reader, f"{base}search/?q=margin")
    before = _total(reader)
    count = _pick(reader, "series", "halvorsen")
    expect(_status(reader)).to_have_text(f"{count} passages")
    assert 0 < count < before


def test_two_values_of_a_facet_add_up_and_each_can_be_dropped(reader: Page, base: str) -> None:
    _open(reader, f"{base}search/?q=margin")
    first = _pick(reader, "series", "halvorsen")
    expect(_status(reader)).to_have_text(f"{first} passages")
    second = _pick(reader, "series", "lanhai")
    expect(_status(reader)).to_have_text(f"{first + second} passages")
    reader.get_by_role("button", name="Drop Company or body: Halvorsen Grid Systems").click()
    expect(_status(reader)).to_have_text(f"{second} passages")
    assert "halvorsen" not in reader.url


def test_an_address_can_be_shared_and_the_way_back_works(reader: Page, base: str) -> None:
    _open(reader, f"{base}search/?q=margin&speaker=wen-zhao&sort=date")
    alone = _total(reader)
    expect(reader.get_by_label("Order")).to_have_value("date")
    expect(reader.locator('input[name="speaker"][value="wen-zhao"]')).to_be_checked()
    reader.get_by_label("Order").select_option("")
    reader.get_by_role("button", name="Drop Speaker: Wen Zhao").click()
    expect(_status(reader)).not_to_have_text(f"{alone} passages")
    reader.go_back()
    reader.go_back()
    expect(reader).to_have_url(f"{base}search/?q=margin&speaker=wen-zhao&sort=date")
    expect(_status(reader)).to_have_text(f"{alone} passages")
    reader.go_forward()
    expect(reader.get_by_label("Order")).to_have_value("")


def test_newest_first_is_by_date(reader: Page, base: str) -> None:
    _open(reader, f"{base}search/?q=margin&sort=date")
    calls = reader.locator(".ca-find .ca-group").all()
    addresses = [call.locator(".ca-hit").first.get_attribute("href") or "" for call in calls]
    years = [re.search(r"\d{4}", call.locator("h2").inner_text().rsplit(" ", 1)[-1]) for call in calls]
    assert len(addresses) > 2
    dates = [int(year[0]) for year in years if year]
    assert dates == sorted(dates, reverse=True)


def test_words_in_quotes_stand_side_by_side(reader: Page, base: str) -> None:
    _open(reader, f"{base}search/?q=voltage window")
    apart = _total(reader)
    _open(reader, f'{base}search/?q="voltage window"')
    together = _total(reader)
    assert 0 < together <= apart
    for hit in reader.locator(".ca-find .ca-hit p").all_inner_texts():
        assert re.search(r"voltage\s+window", hit, re.IGNORECASE), hit


def test_facets_alone_list_what_they_hold(reader: Page, base: str) -> None:
    _open(reader, f"{base}search/?status=declined")
    assert _total(reader) > 0


def test_more_is_shown_on_demand_and_the_focus_goes_there(reader: Page, base: str) -> None:
    _open(reader, f"{base}search/?q=the")
    total = _total(reader)
    assert total > 60
    reader.get_by_role("button", name="Show more").click()
    expect(reader.get_by_role("button", name="Show more")).to_contain_text(f"40 of {total}")
    expect(reader.locator(".ca-hit:focus")).to_have_count(1)


def test_a_misspelled_name_is_put_right_unless_one_wants_it_as_written(reader: Page, base: str) -> None:
    _open(reader, f"{base}search/?q=Hoekstar")
    expect(reader.locator(".ca-find-hint strong")).to_have_text("Hoekstra")
    expect(reader.locator(".ca-name").first).to_have_attribute("href", f"{base}speakers/bram-hoekstra/")
    reader.locator(".ca-find-hint a").click()
    expect(reader).to_have_url(re.compile("as=written"))
    expect(reader.locator(".ca-find-hint strong")).to_have_count(0)


def test_where_nothing_is_found_there_are_examples_that_work_and_the_data(reader: Page, base: str) -> None:
    _open(reader, f"{base}search/?q=qqzzxx")
    expect(_status(reader)).to_have_text("Nothing found")
    expect(reader.get_by_role("link", name="All questions as JSON")).to_be_visible()
    reader.locator(".ca-tries a").first.click()
    expect(_status(reader)).to_contain_text("passage", timeout=PATIENCE)
    assert _total(reader) > 0


@pytest.mark.parametrize(
    ("page", "words"),
    [("calls/halvorsen/fy2024-q2/", "yield"), ("speakers/ravi-menon/", "yield"), ("topics/sodium-ion-cells/", "yield")],
)
def test_the_box_of_a_page_finds_only_what_belongs_to_it(reader: Page, base: str, page: str, words: str) -> None:
    reader.goto(base + page)
    reader.locator(".ca-inside input").fill(words)
    inside = reader.locator(".ca-inside-found")
    expect(inside.locator(".ca-hit").first).to_be_visible(timeout=PATIENCE)
    here = inside.locator(".ca-find-status").inner_text()
    inside.locator(".ca-inside-all").click()
    expect(_status(reader)).to_have_text(here, timeout=PATIENCE)
    assert re.search(r"[?&](call|speaker|topic)=", reader.url)


def test_without_a_script_the_page_leads_to_the_indexes(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}search/")
    expect(page.get_by_role("link", name=re.compile(r"^\d+ calls"))).to_be_visible()
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1440, "light")])
def test_axe_finds_nothing_on_the_page_of_results_and_nothing_runs_off_it(
    browser: Browser, base: str, width: int, scheme: str
) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": 844}, color_scheme="dark" if scheme == "dark" else "light"
    )
    for query in ("?q=margin&speaker=wen-zhao", "?q=qqzzxx", ""):
        page.goto(f"{base}search/{query}")
        if query:
            expect(_status(page)).to_contain_text(re.compile("passage|found"), timeout=PATIENCE)
        page.evaluate("document.querySelectorAll('article details').forEach(each => { each.open = true; })")
        page.evaluate(AXE_SCRIPT)
        result = page.evaluate("how => axe.run(how)", HOW)
        assert not [(query, each["id"], each["nodes"][0]["html"][:200]) for each in result["violations"]]
        assert page.evaluate(SIDEWAYS) <= 0, query
    page.close()


def test_the_strictest_policy_holds_on_every_kind_of_page(browser: Browser, site: Path) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    told: list[str] = []
    # Errors, as what a policy forbids is; Pagefind warns where a machine is so busy that its worker comes late.
    page.on("console", lambda said: told.append(f"{page.url}: {said.text}") if said.type == "error" else None)
    page.on("pageerror", lambda error: told.append(f"{page.url}: {error}"))
    with browsing.served(site, browsing.STRICT) as base:
        for address in (*screenshots.addresses(site), "search/?q=margin"):
            page.goto(base + address)
            page.wait_for_load_state("networkidle")
        expect(_status(page)).to_contain_text("passage", timeout=PATIENCE)
    page.close()
    assert not told


def test_what_a_policy_forbids_is_told_as_an_error(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda said: told.append(said.text) if said.type == "error" else None)
    with browsing.served(site, browsing.STRICT.replace("style-src 'self'", "style-src 'none'")) as base:
        page.goto(base)
        page.wait_for_load_state("networkidle")
    page.close()
    assert any("Content Security Policy" in each for each in told)


def test_a_worker_that_comes_too_late_is_done_without(reader: Page, base: str) -> None:
    late: list[Route] = []
    # The first time never answered, as on a busy machine; the page itself asks again.
    reader.route("**/searcher.js", lambda route: route.continue_() if route.request.resource_type == "script" and late
                 else late.append(route))  # fmt: skip
    warned: list[str] = []
    reader.on("console", lambda said: warned.append(said.text))
    _open(reader, f"{base}search/?q=margin")
    assert _total(reader) > 0
    assert late and any("main thread" in each for each in warned)


def test_a_phrase_with_words_beside_it_counts_as_well_as_words_alone(reader: Page, base: str) -> None:
    _open(reader, f"{base}search/?q=%22of+the%22+margin")
    before = _total(reader)
    boxes = reader.locator('.ca-facet input[name="section"]')
    values = [box.get_attribute("value") or "" for box in boxes.all()]
    counts = [int(box.locator("xpath=..").locator("small").inner_text()) for box in boxes.all()]
    assert len(values) > 1 and sum(counts) == before
    count = _pick(reader, "section", values[0])
    expect(_status(reader)).to_have_text(f"{count} passage{'s' * (count > 1)}")
    assert count == counts[0]
