"""Listening, as a person does it: a time plays its moment, the words follow, an address opens a moment."""

from __future__ import annotations

import http.server
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import browsing
from tests.browser.test_accessibility import HOW

CALL = "calls/halvorsen/2024-09-24/"
SPAN = re.compile(r"bytes=(\d+)-(\d*)")  # "bytes=1024-", "bytes=0-99"
STRICT = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self'; img-src 'self' data:; media-src 'self';"
    " connect-src 'self'; base-uri 'self'"
)
"""The theme itself needs its inline scripts; ours need none."""
DIVIDEND = "On the dividend"


class Handler(browsing.Handler):
    """Answers with parts of files, as GitHub Pages does, and with a strict policy."""

    def end_headers(self) -> None:
        """Send the policy."""
        self.send_header("Content-Security-Policy", STRICT)
        super().end_headers()

    def do_GET(self) -> None:
        """Answer a request for a part of a recording with that part."""
        place, asked = Path(self.translate_path(self.path)), SPAN.fullmatch(self.headers.get("Range") or "")
        if place.suffix != ".mp3" or not asked:
            super().do_GET()
            return
        data = place.read_bytes()
        first, last = int(asked[1]), int(asked[2] or len(data) - 1)
        self.send_response(206)
        self.send_header("Content-Type", "audio/mpeg")
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Range", f"bytes {first}-{last}/{len(data)}")
        self.send_header("Content-Length", str(last + 1 - first))
        self.end_headers()
        self.copyfile(BytesIO(data[first : last + 1]), self.wfile)

    def copyfile(self, source: object, outputfile: object) -> None:
        """Bear a browser that has heard enough."""
        try:
            super().copyfile(source, outputfile)  # type: ignore[arg-type]
        except ConnectionError:
            self.close_connection = True


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site in parts below the sub-path."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{browsing.SUBPATH}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def parts(site: Path) -> Iterator[str]:
    """The address of the sample site, from a server that sends parts of files."""
    with served(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new page on a desk that complains of nothing."""
    complaints: list[str] = []
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    opened.close()
    assert not complaints


def now(page: Page) -> float:
    """Tell where the player is."""
    return float(page.evaluate("document.querySelector('.ca-player audio').currentTime"))


def playing(page: Page) -> None:
    """Wait until the player plays."""
    page.wait_for_function("() => !document.querySelector('.ca-player audio').paused")


def heard(page: Page) -> Locator:
    """Find the paragraph that is marked as the one being heard."""
    return page.locator('p[aria-current="time"]')


def test_a_click_on_a_time_plays_its_moment_and_marks_its_words(page: Page, parts: str) -> None:
    page.goto(parts + CALL)
    expect(heard(page)).to_have_count(0)
    time = page.locator("p", has_text=DIVIDEND).locator("a.ca-time")
    at = float(time.get_attribute("data-at") or 0)
    time.click()
    playing(page)
    expect(heard(page)).to_contain_text(DIVIDEND)
    page.wait_for_function(f"() => document.querySelector('.ca-player audio').currentTime > {at} + .3")
    assert now(page) < at + 20
    assert page.url == parts + CALL


def test_the_mark_goes_on_with_the_voice_and_the_words_stay_in_sight(page: Page, parts: str) -> None:
    page.goto(parts + CALL)
    page.locator("p", has_text="I had to try").locator("a.ca-time").click()
    playing(page)
    page.evaluate("scrollTo(0, 0)")
    expect(heard(page)).to_contain_text("Next is", timeout=15_000)
    expect(heard(page)).to_be_in_viewport()


def test_a_reader_who_scrolls_away_is_left_alone_and_may_come_back(page: Page, parts: str) -> None:
    page.goto(parts + CALL)
    page.locator("p", has_text="I had to try").locator("a.ca-time").click()
    playing(page)
    page.mouse.move(300, 300)
    page.mouse.wheel(0, -3000)
    expect(heard(page)).to_contain_text("Next is", timeout=15_000)
    expect(heard(page)).not_to_be_in_viewport()
    page.get_by_role("button", name="Back to the words").click()
    expect(heard(page)).to_be_in_viewport()


def test_nothing_moves_for_a_reader_who_wants_no_motion(browser: Browser, parts: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page.goto(parts + CALL)
    page.locator("p", has_text="I had to try").locator("a.ca-time").click()
    playing(page)
    page.evaluate("scrollTo(0, 0)")
    expect(heard(page)).to_contain_text("Next is", timeout=15_000)
    assert page.evaluate("scrollY") == 0
    page.close()


@pytest.mark.parametrize("moment", ["#t=100", "?t=100", "#t=1:40", "#t=0:01:40", "#t=1m40s", "#t=npt:100,120"])
def test_an_address_opens_a_moment_and_plays_nothing(page: Page, parts: str, moment: str) -> None:
    page.goto(parts + CALL + moment)
    expect(heard(page)).to_contain_text(DIVIDEND)
    expect(heard(page)).to_be_in_viewport()
    page.wait_for_function("() => document.querySelector('.ca-player audio').currentTime === 100")
    assert page.evaluate("document.querySelector('.ca-player audio').paused")


@pytest.mark.parametrize("moment", ["#t=", "#t=x", "#t=-5", "#t=1e9", "#t=1:2:3:4", "#t5", "?t=<b>"])
def test_an_address_that_names_no_moment_is_passed_over(page: Page, parts: str, moment: str) -> None:
    page.goto(parts + CALL + moment)
    expect(page.locator("h1")).to_be_visible()
    expect(heard(page)).to_have_count(0)
    assert now(page) == 0


def test_a_moment_does_not_take_the_place_of_an_anchor(page: Page, parts: str) -> None:
    page.goto(parts + CALL + "?t=100#t2")
    expect(page.locator("#t2")).to_be_in_viewport()
    expect(heard(page)).to_contain_text(DIVIDEND)


def test_from_the_page_of_a_question_a_time_opens_the_player_there(page: Page, parts: str) -> None:
    page.goto(parts + CALL + "henk-visser-1/")
    page.locator("p", has_text=DIVIDEND).locator("a.ca-time").click()
    page.wait_for_url(re.compile(r"/2024-09-24/\?t=[\d.]+#t\d+p1$"))
    expect(heard(page)).to_contain_text(DIVIDEND)
    expect(heard(page)).to_be_in_viewport()


def test_words_play_on_a_click_only_while_something_plays_and_never_when_selected(page: Page, parts: str) -> None:
    page.goto(parts + CALL)
    words = page.locator("p", has_text="I take the plant")
    words.click(position={"x": 200, "y": 30})
    page.wait_for_timeout(500)
    assert page.evaluate("document.querySelector('.ca-player audio').paused")
    page.locator("p", has_text=DIVIDEND).locator("a.ca-time").click()
    playing(page)
    words.dblclick(position={"x": 200, "y": 30})
    page.wait_for_timeout(500)
    assert now(page) > 80
    assert page.evaluate("getSelection().toString().trim().length") > 0
    page.evaluate("getSelection().removeAllRanges()")
    words.click(position={"x": 200, "y": 30})
    expect(heard(page)).to_contain_text("I take the plant")
    assert now(page) < 60


def test_a_server_that_sends_whole_files_only_reaches_the_moment_too(page: Page, base: str) -> None:
    page.goto(base + CALL + "#t=100")
    page.wait_for_function("() => document.querySelector('.ca-player audio').currentTime >= 99")
    expect(heard(page)).to_contain_text(DIVIDEND)


def test_without_scripts_times_are_links_and_the_player_is_the_browser_s_own(browser: Browser, parts: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(parts + CALL)
    expect(page.locator(".ca-player audio")).to_be_visible()
    place = page.locator("p", has_text=DIVIDEND).locator("a.ca-time").get_attribute("href")
    assert place and re.fullmatch(r"recording\.mp3#t=[\d.]+", place)
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_player_stays_at_the_foot_and_hides_nothing_that_has_the_focus(
    browser: Browser, parts: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(parts + CALL)
    box = page.locator(".ca-player")
    for place in ("scrollTo(0, 600)", "scrollTo(0, 2500)"):
        page.evaluate(place)
        expect(box).to_be_in_viewport(ratio=0.9)
    last = page.locator("a.ca-time").last
    last.focus()
    area, foot = last.locator("xpath=..").bounding_box(), box.bounding_box()
    assert area and foot
    assert last.evaluate("e => e.getBoundingClientRect().bottom") <= foot["y"]
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_something_plays(browser: Browser, base: str, scheme: Literal["light", "dark"]) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    page.goto(base + CALL)
    page.locator("a.ca-time").first.click()
    playing(page)
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate("how => axe.run(how)", HOW)["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    page.close()
