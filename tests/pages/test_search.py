"""The page of the search: what it offers before, and without, any script."""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from generator import pages
from generator.pages import addresses
from tests.pages import archive, became
from tests.pages.test_escape import convert


@cache
def made(**choices: Any) -> dict[str, str]:
    """Make all pages of an archive."""
    return {page.path: page.text for page in pages.render(became.make(), archive.Choices(**choices))}


def read(text: str) -> LexborHTMLParser:
    """Convert a page's body."""
    return convert(text.split("---\n", 2)[2], bigger=False)


def test_there_is_one_place_for_the_script_and_it_is_empty() -> None:
    (place,) = read(made()[addresses.SEARCH]).css(".ca-find")
    assert not place.text().strip()


def test_without_a_script_every_index_can_be_reached() -> None:
    links = {link.attributes["href"] for link in read(made()[addresses.SEARCH]).css(".ca-plain a")}
    indexes = (addresses.CALLS, addresses.QUESTIONS, addresses.SPEAKERS, addresses.ORGANIZATIONS, addresses.TOPICS)
    assert links >= {addresses.relative(addresses.SEARCH, index) for index in indexes}


def test_examples_are_words_in_the_address_of_the_page_itself() -> None:
    links = read(made()[addresses.SEARCH]).css(".ca-tries a")
    assert all(unquote(str(link.attributes["href"])) == f"?q={link.text()}" for link in links)


def test_the_data_is_linked_however_pages_are_addressed() -> None:
    for directories in (True, False):
        page = read(made(directory_urls=directories)[addresses.SEARCH])
        (link,) = (each for each in page.css("a") if each.text() == "All questions as JSON")
        assert link.attributes["href"] == "../questions/rows.json"
