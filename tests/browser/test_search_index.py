"""In the theme's own search, the fallback, every turn can be found, and each passage is in the index once."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

TAGS = re.compile(r"<[^<>]*>")  # "<p>Good morning.</p>"


@pytest.fixture(scope="module")
def records(fallback: Path) -> list[dict[str, str]]:
    """What the search is told."""
    loaded = json.loads((fallback / "search" / "search_index.json").read_text(encoding="utf-8"))
    docs: list[dict[str, str]] = loaded["docs"]
    return docs


def test_the_words_of_every_turn_are_indexed_once_under_its_anchor(
    fallback: Path, records: list[dict[str, str]]
) -> None:
    found = {record["location"]: _words(TAGS.sub(" ", record["text"])) for record in records}
    assert len(found) == len(records), "no place is indexed twice"
    turns = dict(_turns(fallback))
    assert len(turns) > 200
    for place, words in turns.items():
        assert found[place] == words, place


def test_nothing_but_turns_has_words_in_the_index(fallback: Path, records: list[dict[str, str]]) -> None:
    turns = dict(_turns(fallback))
    others = [record for record in records if record["location"] not in turns]
    assert not [record for record in others if record["text"].strip()]


def _turns(site: Path) -> list[tuple[str, str]]:
    """List place and words of every turn on the pages of calls."""
    turns = []
    for page in sorted(site.glob("calls/*/*/index.html")):
        parsed = LexborHTMLParser(page.read_text(encoding="utf-8"))
        for heading in parsed.css('h4[id^="t"]'):
            words, node = [], heading.next
            while node is not None and node.tag not in {"h2", "h3", "h4", "div", "nav", "details"}:
                words.append(node.text())
                node = node.next
            turns.append(
                (f"{page.parent.relative_to(site).as_posix()}/#{heading.attributes['id']}", _words(" ".join(words)))
            )
    return turns


def _words(text: str) -> str:
    unescaped = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return " ".join(unescaped.split())
