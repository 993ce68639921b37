"""What a reader meets in a browser: pages open quietly, fit the screen, anchors land, search finds a turn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from tests.browser import screenshots

WORD = re.compile(r"[a-z]{9,}")  # "transformer", long enough to be rare
CHARACTERS_A_LINE = """
    () => {
        const found = [];
        const range = document.createRange();
        for (const paragraph of document.querySelectorAll('.ca-turn > p')) {
            const lines = new Map();
            const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
            for (let node = walk.nextNode(); node; node = walk.nextNode()) {
                for (const word of node.data.matchAll(/[^\\s-]+-*\\s?|-+\\s?/g)) {
                    range.setStart(node, word.index);
                    range.setEnd(node, word.index + word[0].trimEnd().length);
                    const line = Math.round(range.getBoundingClientRect().bottom / 8);
                    lines.set(line, (lines.get(line) || '') + word[0]);
                }
            }
            found.push(...[...lines.values()].map(line => line.trimEnd().length));
        }
        return found;
    }
"""
"""Characters of every line of every paragraph, as it is broken on the screen."""
HIDDEN = """
    () => {
        const covers = turn => {
            const name = getComputedStyle(turn, '::before');
            return name.content === 'none' ? 0 : parseFloat(name.top) + parseFloat(name.height);
        };
        const header = document.querySelector('.md-header').getBoundingClientRect().bottom;
        const found = [];
        for (const each of document.querySelectorAll('.ca-turn [id], .md-typeset :is(h2, h3)[id]')) {
            location.replace(`#${each.id}`);
            const mark = each.matches('.ca-turn p > a') ? each.parentElement : each;
            const turn = each.matches('a') && each.closest('.ca-turn');
            const top = mark.getBoundingClientRect().top;
            if (top < header - 1 || (turn && each.getBoundingClientRect().top < covers(turn) - 1)) found.push(each.id);
        }
        return found;
    }
"""
"""Every anchor that lies below the header, or below the name that stays in sight, when a link leads to it."""
AT_THE_TOP = """
    turn => {
        const name = getComputedStyle(turn, '::before');
        const below = parseFloat(name.top) + 4;
        const drawn = document.elementsFromPoint(60, below).some(each => each === turn);
        const box = turn.getBoundingClientRect();
        return drawn && box.top < below && box.bottom > below + parseFloat(name.height) ? 'turn' : '';
    }
"""
"""Whether the name of a turn is drawn right below the header."""
BEHIND = "each => getComputedStyle(each).background"
CALL = "calls/halvorsen/fy2025-q1/"
NAMES = ("Mei Tan", "Ingrid Halvorsen", "Marcus Oyelaran")
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


def test_no_line_of_a_transcript_is_longer_than_seventy_five_characters(
    browser: Browser, site: Path, base: str
) -> None:
    page = browser.new_page()
    for address in (_largest_call(site), CALL, "calls/alderby/2024-04-18/", "calls/open-meter/2024-06-12/"):
        page.goto(base + address)
        for width in (320, 390, 768, 1440, 2200):
            page.set_viewport_size({"width": width, "height": 900})
            counted = page.evaluate(CHARACTERS_A_LINE)
            assert len(counted) > 50
            assert max(counted) <= 75, (address, width)
    page.close()


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1440, 900), (320, 256)])
def test_nothing_covers_what_a_link_leads_to(browser: Browser, site: Path, base: str, width: int, height: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(base + _largest_call(site))
    assert page.locator(".ca-turn a[id]").count() > 30
    assert not page.evaluate(HIDDEN)
    page.close()


def test_the_name_stays_in_sight_within_its_turn_and_no_longer(desk: Watched, site: Path, base: str) -> None:
    desk.page.set_viewport_size({"width": 390, "height": 600})
    desk.page.goto(base + _largest_call(site))
    turn = desk.page.locator(".ca-turn:has(> p:nth-of-type(4))").first
    last = turn.locator("p").last
    last.evaluate("each => scrollTo(0, scrollY + each.getBoundingClientRect().top - 120)")
    assert turn.evaluate(AT_THE_TOP) == "turn"
    turn.evaluate("each => scrollTo(0, scrollY + each.getBoundingClientRect().bottom - 40)")
    assert turn.evaluate(AT_THE_TOP) != "turn"


def test_a_short_screen_as_at_four_hundred_percent_is_left_to_the_words(desk: Watched, site: Path, base: str) -> None:
    desk.page.set_viewport_size({"width": 320, "height": 256})
    desk.page.goto(base + _largest_call(site))
    drawn = desk.page.locator(".ca-turn").nth(3).evaluate("each => getComputedStyle(each, '::before').content")
    assert drawn == "none"


@pytest.mark.parametrize(
    ("anchor", "marked"),
    [("t3p2", "p:has(> #t3p2)"), ("x01b", "span:has(> #x01b)"), ("x01", "#x01"), ("t7", "#t7")],
)
def test_what_a_link_points_at_is_marked_on_arrival(desk: Watched, base: str, anchor: str, marked: str) -> None:
    plain = desk.page
    plain.goto(base + CALL)
    before = plain.locator(marked).evaluate(BEHIND)
    plain.goto(f"{base}{CALL}#{anchor}")
    expect(plain.locator(marked)).to_be_in_viewport()
    assert plain.locator(marked).evaluate(BEHIND) != before


def test_a_link_to_a_turn_marks_it_whole_and_one_to_a_question_all_its_turns(desk: Watched, base: str) -> None:
    rules = "() => [...document.querySelectorAll('.ca-turn')].filter(each => "
    rules += "getComputedStyle(each, '::after').content === '\"\"').map(each => each.querySelector('h4').id)"
    desk.page.goto(f"{base}{CALL}#t3")
    assert desk.page.evaluate(rules) == ["t3"]
    desk.page.goto(f"{base}{CALL}#x01")
    exchange = desk.page.evaluate(rules)
    assert exchange[0] == "t6"
    assert len(exchange) > 3
    assert desk.page.locator("#x02 ~ .ca-turn h4").first.get_attribute("id") not in exchange


def test_what_is_copied_over_several_turns_says_who_and_nothing_that_is_not_theirs(browser: Browser, base: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{base}{CALL}#t6")
    _drag(page, "#t6p1", "#t8p1")
    page.keyboard.press("Control+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    said = [line for line in copied.split("\n") if line]
    assert [line.partition(":")[0] for line in said if line.startswith(NAMES)] == list(NAMES)
    assert "How should we think about data centers" in copied
    assert not [each for each in ("§", "cite", "(a)", "answers", "Chief") if each in copied]
    rich = page.evaluate("navigator.clipboard.read().then(([each]) => each.getType('text/html')).then(b => b.text())")
    assert "<strong>Ingrid Halvorsen:</strong>" in rich
    page.context.close()


def test_words_copied_within_a_turn_are_those_words(browser: Browser, base: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{base}{CALL}#t3")
    words = page.locator("p:has(> #t3p1)").inner_text().strip()
    page.locator("p:has(> #t3p1)").click(click_count=3)
    page.keyboard.press("Control+c")
    assert page.evaluate("navigator.clipboard.readText()").strip() == words
    page.context.close()


def test_a_call_prints_as_a_clean_transcript_with_its_address_date_and_source(
    browser: Browser, base: str, tmp_path: Path
) -> None:
    page = browser.new_page()
    page.goto(f"{base}{CALL}#t3")
    page.pdf(path=tmp_path / "call.pdf", prefer_css_page_size=True)
    words = " ".join(_printed(tmp_path / "call.pdf"))
    assert words.index("Priya Raman, Vice President") < words.index("My paragraph, which I try to make shorter")
    assert "1 / " in words, "pages are counted"
    end = words[-600:]
    assert all(each in end for each in (base + CALL, "6 Aug 2024", "halvorsen/fy2025-q1.md", "SHA-256"))
    assert not [each for each in ("§", "cite", "on its own page", "answers (a)", "Table of contents") if each in words]
    page.close()


def _printed(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    words = [" ".join(each.get_textpage().get_text_range().split()) for each in document]
    document.close()
    return words


def _drag(page: Page, start: str, end: str) -> None:
    """Select with the mouse from the beginning of one paragraph into another, as a hand does."""
    first, last = (page.locator(f"p:has(> {each})").bounding_box() for each in (start, end))
    assert first and last
    page.mouse.move(first["x"] + 2, first["y"] + 8)
    page.mouse.down()
    page.mouse.move(last["x"] + 120, last["y"] + 8, steps=8)
    page.mouse.up()


def test_an_anchor_brings_its_turn_into_sight(desk: Watched, site: Path, base: str) -> None:
    for anchor in ("t9", "t9p1"):
        desk.page.goto(f"{base}{_largest_call(site)}#{anchor}")
        expect(desk.page.locator(f'[id="{anchor}"]')).to_be_in_viewport()


def test_search_finds_a_word_from_the_middle_of_a_turn_and_lands_on_it(desk: Watched, site: Path, base: str) -> None:
    word, place = _rare_word(site)
    desk.page.goto(base)
    desk.page.locator("input.md-search__input").click()
    desk.page.keyboard.type(word)
    found = desk.page.locator(f'.ca-hit[href*="{place.partition("#")[0]}"]')
    expect(found.first).to_be_visible(timeout=20_000)
    found.first.click()
    desk.page.wait_for_url(f"**/{place.partition('#')[0]}**")
    expect(desk.page.locator("mark.ca-sought").first).to_be_in_viewport()
    turn = desk.page.locator(".ca-turn", has=desk.page.locator(f'[id="{place.partition("#")[2]}"]'))
    expect(turn.locator("mark.ca-sought")).to_have_text(re.compile(word, re.IGNORECASE))
    assert not desk.complaints


def _largest_call(site: Path) -> str:
    largest = max(site.glob("calls/*/*/index.html"), key=lambda page: (page.stat().st_size, page))
    return f"{largest.parent.relative_to(site).as_posix()}/"


def _rare_word(site: Path) -> tuple[str, str]:
    """Choose a word that stands once in the whole archive, in the middle of a long turn, and the place of the turn."""
    records = [each for page in sorted(site.glob("calls/*/*/index.html")) for each in _turns(site, page)]
    count = Counter(word for _, text in records for word in set(WORD.findall(text.lower())))
    for place, text in (each for each in records if len(each[1]) > 400):
        middle = text[len(text) // 3 : 2 * len(text) // 3]
        for word in WORD.findall(middle)[1:-1]:
            if count[word] == 1 and len(re.findall(word, text)) == 1:
                return word, place
    raise AssertionError("no word of the sample is rare")


def _turns(site: Path, page: Path) -> list[tuple[str, str]]:
    """List place and words of every turn on the page of a call."""
    address = page.parent.relative_to(site).as_posix()
    found = LexborHTMLParser(page.read_text(encoding="utf-8")).css(".ca-turn")
    heads = [(turn.css_first("h3[id], h4[id]"), turn) for turn in found]
    said = [(head, " ".join(each.text() for each in turn.css("p"))) for head, turn in heads if head]
    return [(f"{address}/#{head.attributes['id']}", words) for head, words in said]
