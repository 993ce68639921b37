"""Reading by keys: from turn to turn, from question to question, with the focus, the address and an off switch."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

CALL = "calls/halvorsen/fy2025-q1/"
PLACE = "[location.hash, document.activeElement.id]"


@pytest.fixture
def reader(browser: Browser, base: str) -> Iterator[Page]:
    """Somebody who has opened a call."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(base + CALL)
    yield page
    context.close()


def _press(page: Page, keys: str) -> list[str]:
    for key in keys:
        page.keyboard.press(key)
    found: list[str] = page.evaluate(PLACE)
    return found


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ("j", "t1"),
        ("jjj", "t3"),
        ("jjjk", "t2"),
        ("n", "x01"),
        ("nn", "x02"),
        ("nnp", "x01"),
        ("nj", "t6"),
        ("njjp", "x01"),
        ("jjJ", "t2p1"),
        ("jjJJ", "t2p2"),
        ("jjJJJ", "t3p1"),
        ("jjJJK", "t2p1"),
        ("jjJJk", "t2"),
        ("jjJJj", "t3"),
        ("k", ""),
    ],
)
def test_a_key_leads_to_the_next_or_previous_place(reader: Page, keys: str, place: str) -> None:
    assert _press(reader, keys) == [f"#{place}" if place else "", place]
    if place:
        expect(reader.locator(f'[id="{place}"]')).to_be_in_viewport()


def test_a_key_goes_on_from_where_the_reader_has_scrolled_to(reader: Page) -> None:
    _press(reader, "j")
    reader.locator("#t9").evaluate("each => scrollTo(0, scrollY + each.getBoundingClientRect().top - 60)")
    reader.evaluate("document.activeElement.blur()")
    assert _press(reader, "j") == ["#t10", "t10"]


def test_the_last_and_the_first_place_are_ends(reader: Page) -> None:
    last = reader.locator("h3[id^=x]").last.get_attribute("id")
    assert _press(reader, "n" * 9) == [f"#{last}", last]
    assert _press(reader, "j" * 80)[1] == reader.locator(".ca-turn h4").last.get_attribute("id")


def test_back_leaves_the_call_however_many_keys_were_pressed(reader: Page, base: str) -> None:
    reader.goto(f"{base}questions/")
    reader.goto(base + CALL)
    _press(reader, "jjjnn")
    reader.go_back()
    expect(reader).to_have_url(f"{base}questions/")


def test_nothing_glides_even_where_motion_is_not_forbidden(reader: Page) -> None:
    reader.add_style_tag(content="html { scroll-behavior: smooth }")
    reader.keyboard.press("n")
    top = reader.locator("#x01").evaluate("each => each.getBoundingClientRect().top")
    assert 40 < top < 100, "it is there at once"


def test_keys_are_letters_in_a_field_and_with_modifiers(reader: Page) -> None:
    reader.keyboard.press("/")
    search = reader.locator("input.md-search__input")
    expect(search).to_be_focused()
    reader.keyboard.type("jknp?")
    expect(search).to_have_value("jknp?")
    reader.keyboard.press("Escape")
    reader.keyboard.press("Alt+j")
    assert reader.evaluate("location.hash") == ""


def test_on_a_question_keys_lead_to_turns_and_to_the_neighbouring_question(reader: Page, base: str) -> None:
    reader.goto(base + CALL)
    reader.locator("h3#x02 a").first.click()
    expect(reader.locator(".ca-crumbs")).to_contain_text("Question 2 of")
    reader.wait_for_load_state()
    here = reader.url
    assert _press(reader, "jj")[1].startswith("t")
    reader.keyboard.press("n")
    reader.wait_for_url(lambda address: address.split("#")[0] != here)
    expect(reader.locator(".ca-crumbs")).to_contain_text("Question 3 of")
    reader.wait_for_load_state()
    reader.keyboard.press("p")
    reader.wait_for_url(f"{here}*")


def test_the_keys_of_the_theme_do_not_lead_away_from_a_call(reader: Page) -> None:
    reader.evaluate("""() => {
        const link = document.createElement('link');
        link.rel = 'next';
        link.href = '/elsewhere/';
        document.head.append(link);
    }""")
    assert _press(reader, "n") == ["#x01", "x01"]
    reader.wait_for_timeout(200)
    assert "/elsewhere/" not in reader.url


def test_a_question_mark_lists_the_keys_and_escape_gives_the_place_back(reader: Page) -> None:
    _press(reader, "jj?")
    shown = reader.get_by_role("dialog", name="Keys for reading")
    expect(shown).to_contain_text("next, previous turn")
    reader.keyboard.press("j")
    assert reader.evaluate("location.hash") == "#t2", "keys rest while the list is open"
    reader.keyboard.press("Escape")
    expect(shown).to_have_count(0)
    assert reader.evaluate(PLACE) == ["#t2", "t2"]


def test_the_keys_can_be_switched_off_and_on_again_and_that_is_remembered(reader: Page) -> None:
    reader.keyboard.press("?")
    reader.get_by_label("Use these keys").uncheck()
    reader.keyboard.press("Escape")
    assert _press(reader, "j?")[0] == ""
    expect(reader.locator("dialog")).to_have_count(0)
    reader.reload()
    assert _press(reader, "jn")[0] == ""
    assert reader.locator("#t3p1").evaluate("each => each.tabIndex") == 0, "without J, Tab leads to paragraphs"
    reader.get_by_role("button", name="keys", exact=True).click()
    reader.get_by_label("Use these keys").check()
    reader.get_by_role("button", name="Close").click()
    assert _press(reader, "j")[0] != ""


def test_keys_work_where_the_browser_keeps_nothing(browser: Browser, base: str) -> None:
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    page = context.new_page()
    page.goto(base + CALL)
    assert _press(page, "jj") == ["#t2", "t2"]
    context.close()


def test_paragraph_links_are_no_stops_of_the_tab_key_while_a_key_leads_to_them(reader: Page) -> None:
    marks = reader.locator(".ca-turn p > a[id]:not(.ca-part)")
    assert set(marks.evaluate_all("all => all.map(each => each.tabIndex)")) == {-1}
    _press(reader, "jjjJ")
    shown = reader.locator("#t3p1")
    expect(shown).to_be_focused()
    expect(shown).to_have_css("opacity", "1")
    expect(shown).to_have_accessible_name("Link to this paragraph")


def test_without_a_script_every_paragraph_link_is_reached_by_tab(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}{CALL}#t2p1")
    page.keyboard.press("Tab")
    page.locator("#t3 .headerlink").focus()
    page.keyboard.press("Tab")
    expect(page.locator("#t3p1")).to_be_focused()
    context.close()


def test_on_a_touch_screen_links_and_cite_are_in_sight(browser: Browser, base: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{base}{CALL}#t3")
    expect(page.locator("#t3p2")).to_have_css("opacity", "1")
    expect(page.locator(".ca-turn:has(#t3) > .ca-cite")).to_be_visible()
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    context.close()
