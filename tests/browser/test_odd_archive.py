"""An archive of odd states fits every screen: endless names and words, 400 participants, no names, no date."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, expect

from generator import pages
from generator.model import Archive, Organization, Topic
from tests.browser import browsing
from tests.conftest import ROOT
from tests.pages import archive

ENDLESS = "Donaudampfschifffahrtsgesellschaft" * 6
WIDTHS = (320, 390, 768, 1000, 1440)
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CUT = """
    [...document.querySelectorAll('article p, article li, article h1, article h2, article h3, article h4, article td')]
        .filter(each => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .map(each => each.textContent.slice(0, 60))
"""
"""Words that run out of the screen."""


def _odd() -> Archive:
    """Make the odd archive odder: 400 participants, and everywhere a word that has no place to break."""
    crowd = tuple(dataclasses.replace(archive.CAST[3], name=f"Caller {n}", speaker=None) for n in range(400))
    crowded = dataclasses.replace(archive.SECOND, appearances=archive.CAST + crowd)
    turns = (*archive.FIRST.turns[:9], archive.turn(10, 3, archive.QA, ENDLESS, label=ENDLESS))
    endless = dataclasses.replace(
        archive.FIRST,
        title=ENDLESS,
        turns=turns,
        appearances=tuple(dataclasses.replace(each, title=ENDLESS) if each.title else each for each in archive.CAST),
    )
    long = dataclasses.replace(archive.SPEAKERS["long"], name=ENDLESS, aliases=(ENDLESS,))
    return dataclasses.replace(
        archive.ARCHIVE,
        calls={**archive.CALLS, crowded.id: crowded, endless.id: endless},
        speakers={**archive.SPEAKERS, "long": long},
        organizations={**archive.ORGANIZATIONS, "harbour-bank": Organization("harbour-bank", ENDLESS)},
        topics={**archive.TOPICS, "storage": Topic("storage", ENDLESS, (ENDLESS,), None, ENDLESS)},
    )


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the odd archive, built with the sample's configuration."""
    folder = tmp_path_factory.mktemp("odd")
    texts = {page.path: page.text.encode() for page in pages.render(_odd(), archive.Choices())}
    assets = dict(pages.assets())
    for path, data in {**texts, **assets}.items():
        file = folder / "pages" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    config = load_config(
        str(ROOT / "mkdocs.yml"),
        docs_dir=str(folder / "pages"),
        site_dir=str(folder / "site"),
        plugins=["search"],
        extra_css=[path for path in assets if path.endswith(".css")],
    )
    build(config)
    return folder / "site"


@pytest.fixture(scope="module")
def odd_base(odd: Path) -> Iterator[str]:
    """The address below which the odd site is served."""
    with browsing.served(odd) as address:
        yield address


def test_nothing_runs_out_of_the_screen(browser: Browser, odd: Path, odd_base: str) -> None:
    page = browser.new_page()
    for file in sorted(odd.rglob("index.html")):
        address = f"{file.parent.relative_to(odd).as_posix()}/".removeprefix("./")
        page.goto(odd_base + address)
        page.add_style_tag(content="* { transition: none !important }")  # the theme's, while a window is made wider
        expect(page.locator("h1")).to_be_visible()
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(SIDEWAYS) <= 0, (address, width)
            assert not page.evaluate(CUT), (address, width)
    page.close()


def test_a_crowd_is_folded_away_and_opens_without_a_script(browser: Browser, odd_base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{odd_base}calls/lanhai/2023-q4/")
    expect(page.get_by_text("Caller 399")).to_be_hidden()
    page.get_by_text("Analysts (402)").click()
    expect(page.get_by_text("Caller 399")).to_be_visible()
    context.close()
