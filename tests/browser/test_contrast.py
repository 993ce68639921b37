"""Every word can be told from what is behind it, by day and by night, and what has the focus is seen."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import screenshots

PALE = """
    () => {
        const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
        const rgba = colour => {
            context.clearRect(0, 0, 1, 1);
            context.fillStyle = colour;
            context.fillRect(0, 0, 1, 1);
            const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
            return [r, g, b, a / 255];
        };
        const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
        const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
            .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
        const behind = element => element
            ? over(rgba(getComputedStyle(element).backgroundColor), behind(element.parentElement))
            : [255, 255, 255, 1];
        const contrast = (element, pseudo) => {
            const below = behind(element);
            const [high, low] = [light(over(rgba(getComputedStyle(element, pseudo).color), below)), light(below)]
                .sort((a, b) => b - a);
            return (high + 0.05) / (low + 0.05);
        };
        const found = {};
        for (const element of document.querySelectorAll('.md-main *, .md-footer *, .md-header *, .md-tabs *')) {
            const shown = element.checkVisibility({opacityProperty: true, visibilityProperty: true});
            const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
            if (!shown || element.closest('.headerlink, [aria-hidden], .md-search, .md-top')) continue;
            if (own) found[`${element.localName}.${element.className}`] = contrast(element);
            if (element.matches('.ca-part, .ca-time, .ca-previous')) {
                found[`${element.className}::before`] = contrast(element, '::before');
            }
        }
        return found;
    }
"""
"""Kinds of elements with words of their own → contrast of the words with what is behind them (WCAG 2.2, 1.4.3)."""


@pytest.mark.parametrize("scheme", screenshots.SCHEMES)
def test_words_stand_out_by_four_and_a_half_to_one(
    browser: Browser, site: Path, base: str, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme=scheme)
    for address in screenshots.addresses(site):
        page.goto(base + address)
        found = page.evaluate(PALE)
        assert len(found) > 5
        assert not {kind: round(ratio, 2) for kind, ratio in found.items() if ratio < 4.5}, address
    page.close()


@pytest.mark.parametrize("scheme", screenshots.SCHEMES)
def test_what_has_the_focus_is_seen(browser: Browser, base: str, scheme: Literal["light", "dark"]) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme=scheme)
    page.goto(base)
    for chosen in ("article .ca-facts a", "article .ca-search input", "article .ca-entries a"):
        page.locator(chosen).first.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_css("outline-style", "solid")
        expect(page.locator(":focus")).to_have_css("outline-width", "2px")
    page.close()


def test_every_page_says_its_language(browser: Browser, site: Path, base: str) -> None:
    page = browser.new_page()
    for address in screenshots.addresses(site):
        page.goto(base + address)
        expect(page.locator("html")).to_have_attribute("lang", "en")
    page.close()
