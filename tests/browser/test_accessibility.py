"""Every kind of page holds to WCAG 2.2 AA as far as axe can tell, at any zoom, without motion, without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import screenshots

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HOW: dict[str, Any] = {
    "runOnly": RULES,
    "resultTypes": ["violations"],
    # Turns are headings of the fourth level everywhere, below a question or right below a section.
    "rules": {"heading-order": {"enabled": False}},
}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OPENED = "document.querySelectorAll('article details').forEach(each => { each.open = true; })"
"""What is folded away is read too, and must be as good as the rest."""
OUT_OF_ORDER = """
    () => {
        const order = [...document.querySelectorAll('article :is(a[href], button, input, select, summary, [tabindex])')]
            .filter(each => each.tabIndex >= 0 && each.checkVisibility() && !each.closest('svg, .headerlink'));
        return [
            ...order.filter(each => each.tabIndex > 0),
            ...order.filter((each, n) => n && order[n - 1].compareDocumentPosition(each) & 2 /* precedes */),
        ].map(each => each.outerHTML.slice(0, 80));
    }
"""
MOVING = """
    document.getAnimations().filter(each => each.playState === 'running').length
        + [...document.querySelectorAll('article *')].filter(
            each => getComputedStyle(each).scrollBehavior === 'smooth').length
"""
LANDMARKS = ("header", "main, [role=main]", "footer", "nav[aria-label]")
UNNAMED = """
    [...document.querySelectorAll('article :is(svg, img, audio, video, input, button, select)')]
        .filter(each => !each.closest('[aria-hidden=true], svg svg') && !each.labels?.length && !each.textContent.trim()
            && !each.hasAttribute('aria-label') && !each.hasAttribute('aria-labelledby') && !each.alt && !each.title)
        .map(each => each.outerHTML.slice(0, 80))
"""


@pytest.fixture
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """Pages of the size and scheme that a test asks for."""
    made = browser.new_context(**request.param)
    yield made
    made.close()


def view(width: int, scheme: Literal["light", "dark"], **more: Any) -> dict[str, Any]:
    """Describe a screen."""
    return {"viewport": {"width": width, "height": 900}, "color_scheme": scheme, **more}


@pytest.mark.parametrize(
    ("context", "contrast"),
    [(view(1440, "light"), True), (view(390, "dark"), False)],  # contrast, its slowest rule, is measured elsewhere too
    indirect=["context"],
    ids=["desk", "phone"],
)
def test_axe_finds_nothing_on_any_kind_of_page(context: BrowserContext, contrast: bool, site: Path, base: str) -> None:
    page, found = context.new_page(), []
    how = {**HOW, "rules": {**HOW["rules"], "color-contrast": {"enabled": contrast}}}
    for address in screenshots.addresses(site):
        page.goto(base + address)
        page.evaluate(OPENED)
        page.evaluate(AXE_SCRIPT)
        result = page.evaluate("how => axe.run(how)", how)
        found += [f"{address} {each}" for each in _told(result)]
    assert not found, "\n".join(found)


def _told(result: dict[str, Any]) -> Iterator[str]:
    for violation in result["violations"]:
        for node in violation["nodes"][:3]:
            yield f"{violation['id']}: {node['html'][:160]} ({node['failureSummary'][:200]})"


@pytest.mark.parametrize("context", [view(320, "light", reduced_motion="reduce")], indirect=True)
def test_at_four_times_the_size_nothing_runs_off_the_page_and_nothing_moves(
    context: BrowserContext, site: Path, base: str
) -> None:
    page = context.new_page()
    for address in screenshots.addresses(site):
        page.goto(base + address)
        page.evaluate(OPENED)
        assert page.evaluate(SIDEWAYS) <= 0, address
        assert page.evaluate(MOVING) == 0, address


@pytest.mark.parametrize("context", [view(1440, "light")], indirect=True)
def test_the_focus_goes_down_the_page_in_its_order_and_everything_has_a_name(
    context: BrowserContext, site: Path, base: str
) -> None:
    page = context.new_page()
    for address in screenshots.addresses(site):
        page.goto(base + address)
        assert page.evaluate(OUT_OF_ORDER) == [], address
        assert page.evaluate(UNNAMED) == [], address
        for landmark in LANDMARKS:
            assert page.locator(landmark).count() >= 1, f"{address} has no {landmark}"
        assert page.locator("h1").count() == 1, address


@pytest.mark.parametrize("context", [view(390, "light", java_script_enabled=False)], indirect=True)
def test_without_scripts_every_page_is_read_from_its_heading_to_its_last_word(
    context: BrowserContext, site: Path, base: str
) -> None:
    page = context.new_page()
    for address in screenshots.addresses(site):
        page.goto(base + address)
        expect(page.locator("h1")).to_be_visible()
        _nothing_dead(page, address)


def _nothing_dead(page: Page, address: str) -> None:
    """Without scripts nothing is offered that only a script could do."""
    assert page.locator("article :is(button, select, input):visible").count() == 0, address
