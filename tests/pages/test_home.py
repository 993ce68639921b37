"""The home page offers a search with examples that are sure to find something, and tells what the archive is."""

from __future__ import annotations

import dataclasses

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator import pages
from generator.model import Archive, Call, MentionKind, Places
from generator.pages import desk, examples
from tests.pages import archive
from tests.pages.test_escape import convert


def _home(of: Archive = archive.ARCHIVE) -> LexborHTMLParser:
    made = next(page for page in pages.render(of, archive.Choices()) if page.path == "index.md")
    return convert(made.text.split("---\n", 2)[2], bigger=False)


def _examples(of: Archive) -> tuple[str, ...]:
    return examples.choose(desk.prepare(of, archive.Choices()))


def _said(text: str, words: str, topic: str = "storage") -> Archive:
    """Make an archive in which Mei Tan asks something, of which the words speak of a topic."""
    old = archive.FIRST.turns[4]
    turn = dataclasses.replace(old, paragraphs=(dataclasses.replace(old.paragraphs[0], text=text),))
    said = archive.mention(archive.FIRST.id, 5, text, words, MentionKind.TOPIC, topic)
    exchange = dataclasses.replace(archive.FIRST.exchanges[0], parts=())
    call: Call = dataclasses.replace(
        archive.FIRST,
        turns=(*archive.FIRST.turns[:4], turn, *archive.FIRST.turns[5:]),
        exchanges=(exchange, archive.FIRST.exchanges[1]),
        mentions=(said,),
    )
    passages = {(MentionKind.TOPIC, topic): Places([(call.id, (5,))])}
    return dataclasses.replace(archive.ARCHIVE, calls={**archive.CALLS, call.id: call}, passages=passages)


def test_the_search_box_hands_its_words_to_the_themes_search() -> None:
    box = _home().css_first('form[role="search"] input[type="search"]')
    assert box is not None
    assert box.attributes["name"] == "q"
    assert box.attributes["aria-label"]


def test_examples_are_links_that_search() -> None:
    shown = [(a.text(), a.attributes["href"]) for a in _home().css(".ca-tries a")]
    assert shown == [("plant", "?q=plant"), ("Mei Tan storage orders", "?q=Mei%20Tan%20storage%20orders")]


def test_an_example_is_made_of_words_as_they_are_printed() -> None:
    assert _examples(_said("What of the batteries?", "batteries")) == ("batteries",), "and no topic is used twice"


@pytest.mark.parametrize("words", ["sodium-ion", "C++", "a*b", "-lithium", "time:zone"])
def test_no_example_holds_what_means_something_to_a_search(words: str) -> None:
    assert _examples(_said(f"What of {words} now?", words)) == ()


def test_without_examples_there_is_a_box_and_nothing_to_try() -> None:
    mute = dataclasses.replace(archive.FIRST, mentions=())
    parsed = _home(dataclasses.replace(archive.ARCHIVE, passages={}, calls={**archive.CALLS, mute.id: mute}))
    assert parsed.css_first("form")
    assert not parsed.css(".ca-tries")


def test_the_home_page_has_every_list_and_says_what_the_archive_is() -> None:
    parsed = _home()
    assert [h.text().removesuffix("§") for h in parsed.css("h2")] == [
        *("Latest calls", "Latest questions", "Topics", "Companies and bodies", "People", "About this archive"),
    ]
    about = " ".join(node.text() for node in parsed.css(".ca-plain")[-1].css("li"))
    assert "Calls, *invented*." in about
