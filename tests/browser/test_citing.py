"""Citing a turn, words of it, a question, a call: the dialog, its formats, copying; and the card on names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, replace

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from generator.pages import formats
from tests.browser.test_accessibility import HOW
from tests.pages.test_citing import WEN, WORDS, parse_bibtex

CALL = "calls/halvorsen/fy2025-q1/"
QUESTION = "calls/halvorsen/fy2025-q1/mei-tan-1/"
WRITTEN = "cited => window.callArchive.formats.map(([name, write]) => [name, write(cited)])"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'"
)


@pytest.fixture(scope="module")
def desk(browser: Browser, base: str) -> Iterator[Page]:
    """A call, opened once for tests that change nothing."""
    page = browser.new_page()
    page.goto(base + CALL)
    yield page
    page.close()


@pytest.fixture
def reader(browser: Browser, base: str) -> Iterator[Page]:
    """Somebody with a clipboard."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(base + CALL)
    yield page
    context.close()


def _cite(page: Page, turn: str) -> None:
    page.locator(f".ca-turn:has(> #{turn})").hover()
    page.locator(f".ca-turn:has(> #{turn}) > .ca-cite").click()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=WORDS,
    title=WORDS,
    quote=WORDS,
    date=st.sampled_from(["2023-08-10", "2023-08", "2023", "", "soon", "2023-13-40"]),
    empty=st.sets(st.sampled_from(["name", "post", "what", "made", "language", "address", "quote", "accessed"])),
)
def test_the_browser_writes_the_same_citation_as_the_generator(
    desk: Page, name: str, title: str, quote: str, date: str, empty: set[str]
) -> None:
    cited = replace(WEN, **{"name": name, "title": title, "quote": quote, "date": date, **dict.fromkeys(empty, "")})
    assert desk.evaluate(WRITTEN, asdict(cited)) == [[label, write(cited)] for label, write in formats.FORMATS]


@pytest.mark.parametrize("address", [CALL, QUESTION])
def test_what_stands_on_the_page_is_what_the_dialog_says_but_for_the_reader(
    reader: Page, base: str, address: str
) -> None:
    reader.goto(base + address)
    ready = reader.locator(".ca-imprint, .ca-citing > pre").all_text_contents()
    told = reader.evaluate("() => { const told = window.callArchive.facts(); return { ...told, ...told.page }; }")
    written = [text for _, text in reader.evaluate(WRITTEN, told)]
    assert ready == (written[1:] + written[:1] if address == CALL else written[:1])


def test_a_turn_is_cited_with_who_spoke_as_what_and_where(reader: Page, base: str) -> None:
    _cite(reader, "t4")
    shown = reader.get_by_role("dialog", name="Cite Tomás Beltrán, turn 4")
    text = shown.get_by_label("Citation", exact=True).input_value()
    assert text.startswith("Tomás Beltrán, Chief Financial Officer, Halvorsen Grid Systems. ")
    assert f"{base}{CALL}#t4 (accessed " in text
    assert "6 Aug 2024, turn 4." in text


def test_words_that_are_selected_are_quoted_under_their_paragraph(reader: Page) -> None:
    reader.locator("p:has(> #t4p2)").click(click_count=3)
    turn = reader.locator(".ca-turn:has(> #t4)")
    expect(turn.locator("> .ca-cite")).to_have_text("cite these words")
    turn.locator("> .ca-cite").click()
    text = reader.get_by_label("Citation", exact=True).input_value()
    assert "“Gross margin was 22.3%, which is" in text
    assert "turn 4, paragraph 2." in text
    assert "#t4p2 (accessed" in text


def test_every_format_is_a_tab_that_arrows_lead_to(reader: Page) -> None:
    _cite(reader, "t3")
    first = reader.get_by_role("tab", name="Plain text")
    first.focus()
    reader.keyboard.press("ArrowRight")
    expect(reader.get_by_role("tab", name="Markdown")).to_be_focused()
    reader.keyboard.press("ArrowRight")
    kind, key, fields = parse_bibtex(reader.get_by_label("Citation", exact=True).input_value())
    assert (kind, key, fields["author"]) == ("misc", "halvorsen-fy2025-q1-t3", "{Ingrid Halvorsen}")
    reader.keyboard.press("ArrowRight")
    (item,) = json.loads(reader.get_by_label("Citation", exact=True).input_value())
    assert item["author"] == [{"literal": "Ingrid Halvorsen"}]
    reader.keyboard.press("ArrowRight")
    expect(first).to_have_attribute("aria-selected", "true")


def test_copying_is_announced_and_the_choice_is_remembered(reader: Page) -> None:
    _cite(reader, "t3")
    reader.get_by_role("tab", name="BibTeX").click()
    reader.get_by_role("button", name="Copy").click()
    expect(reader.get_by_role("status")).to_have_text("Copied.")
    assert (
        reader.evaluate("navigator.clipboard.readText()") == reader.get_by_label("Citation", exact=True).input_value()
    )
    reader.get_by_role("button", name="Close").click()
    _cite(reader, "t4")
    expect(reader.get_by_role("tab", name="BibTeX")).to_have_attribute("aria-selected", "true")


def test_axe_finds_nothing_in_what_is_opened(reader: Page) -> None:
    for keys, name in (("jjc", "Cite Priya Raman"), ("?", "Keys for reading")):
        for key in keys:
            reader.keyboard.press(key)
        expect(reader.get_by_role("dialog", name=name)).to_be_visible()
        reader.evaluate(AXE_SCRIPT)
        found = reader.evaluate("how => axe.run('dialog', how)", HOW)
        assert not [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]]
        reader.keyboard.press("Escape")


def test_a_key_cites_the_turn_that_the_reader_is_at(reader: Page) -> None:
    for key in "jjjc":
        reader.keyboard.press(key)
    expect(reader.get_by_role("dialog", name="Cite Ingrid Halvorsen, turn 3")).to_be_visible()
    reader.keyboard.press("Escape")
    expect(reader.locator("#t3")).to_be_focused()


def test_on_a_question_a_turn_is_cited_where_it_stands_in_the_call(reader: Page, base: str) -> None:
    reader.goto(base + QUESTION)
    reader.locator(".ca-turn").nth(1).hover()
    reader.locator(".ca-turn").nth(1).locator("> .ca-cite").click()
    assert f"{base}{CALL}#t" in reader.get_by_label("Citation", exact=True).input_value()
    reader.keyboard.press("Escape")
    reader.get_by_role("button", name="Cite this question 1").click()
    whole = reader.get_by_label("Citation", exact=True).input_value()
    assert whole.startswith("Mei Tan, Analyst, Harbour Bank. ")
    assert "question 1. Call archive. Source file halvorsen/fy2025-q1.md, SHA-256 " in whole
    assert f"{base}{QUESTION} (accessed" in whole


def test_without_a_script_nothing_is_offered_that_does_nothing(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + CALL)
    assert not page.locator(".ca-cite").count()
    page.get_by_text("Cite this call").click()
    expect(page.locator(".ca-citing > pre").first).to_be_visible()
    context.close()


def test_citing_and_keys_obey_a_strict_policy(browser: Browser, base: str) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if "assets/c" in message.text else None)
    page.route("**/calls/**", lambda route: route.fulfill(response=(kept := route.fetch()),
               headers={**kept.headers, "content-security-policy": POLICY}))  # fmt: skip
    page.goto(base + CALL)
    page.keyboard.press("j")
    page.keyboard.press("c")
    expect(page.locator("dialog")).to_be_visible()
    assert not said
    page.close()


def test_a_card_says_what_somebody_is_in_this_call(reader: Page) -> None:
    name = reader.locator("p:has(> #t7p1) a", has_text="Mei")
    name.hover()
    card = reader.locator(".ca-card")
    expect(card).to_contain_text("Mei Tan")
    expect(card).to_contain_text("Analyst, Harbour Bank")
    expect(card).to_contain_text("2 turns · 1 question")
    card.hover()
    reader.wait_for_timeout(500)
    expect(card).to_be_visible()
    reader.keyboard.press("Escape")
    expect(card).to_have_count(0)


def test_a_card_comes_with_the_focus_and_describes_the_name(reader: Page) -> None:
    reader.locator("#t7 .headerlink").focus()
    reader.keyboard.press("Tab")
    reader.keyboard.press("Tab")
    name = reader.locator("p:has(> #t7p1) a", has_text="Mei")
    expect(name).to_be_focused()
    expect(name).to_have_accessible_description("Mei Tan Analyst, Harbour Bank in this call: 2 turns · 1 question")
    reader.keyboard.press("Tab")
    expect(reader.locator(".ca-card")).not_to_contain_text("Mei Tan")


def test_a_card_stays_on_the_screen(browser: Browser, base: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 500})
    page.goto(f"{base}{CALL}#t2p1")
    for name in page.locator("p:has(> #t2p1) a[href*=speakers]").all():
        name.hover()
        page.wait_for_timeout(600)
        box = page.locator(".ca-card").bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390
        page.keyboard.press("Escape")
    page.close()


def test_touch_opens_no_card(browser: Browser, base: str) -> None:
    context = browser.new_context(has_touch=True)
    page = context.new_page()
    page.goto(base + CALL)
    page.locator("p:has(> #t7p1) a", has_text="Mei").evaluate(
        "each => each.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'touch' }))"
    )
    page.wait_for_timeout(500)
    assert not page.locator(".ca-card").count()
    context.close()
