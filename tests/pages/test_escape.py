"""Whatever the words of a transcript are, the page shows just them: proved through the real converter."""

from __future__ import annotations

import html
from collections.abc import Callable
from functools import cache
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.pages import escape

ROOT = Path(__file__).parent.parent.parent
CASES = Path(__file__).parent / "words.txt"
MORE = (
    "abbr admonition attr_list codehilite def_list fenced_code footnotes md_in_html sane_lists tables toc wikilinks "
    "pymdownx.arithmatex pymdownx.betterem pymdownx.blocks.admonition pymdownx.caret pymdownx.critic pymdownx.details "
    "pymdownx.emoji pymdownx.escapeall pymdownx.highlight pymdownx.inlinehilite pymdownx.keys pymdownx.magiclink "
    "pymdownx.mark pymdownx.progressbar pymdownx.saneheaders pymdownx.snippets pymdownx.superfences pymdownx.tabbed "
    "pymdownx.tasklist pymdownx.tilde"
).split()
MAGIC = {"repo_url_shorthand": True, "social_url_shorthand": True, "user": "someone", "repo": "something"}
SPICE = (
    *("*", "**", "_", "`", "```", "~~~", "#", "# ", "[", "](", ")", "<", ">", "<b>", "</p>", "<!--", "&amp;", "&#42;"),
    *("{", "}", "{: #x }", "{{", "}}", "{%", "%}", "|", "|--|", "\\", "\\(", "$", "$$", "^", "[^1]:", "~", "==", "++"),
    *("++ctrl++", ":", ":smile:", "https://", "www.", "a@b.example", "@someone", "!12", "?12", "![x](y)", "- ", "+ "),
    *(
        "1. ",
        "iv) ",
        "(1) ",
        "*[",
        "]:",
        "!!! ",
        "??? ",
        "/// ",
        "--8<-- ",
        "[[",
        "]]",
        "[x] ",
        "\n",
        "\n\n",
        "    ",
        "\t",
    ),
    *("\x02", "\x03", "\u2028", "\u202e", "\ufeff", "'", '"', "#!", "c++", "---", "===", "key: value", "10:30:00", "."),
)
WORDS = st.lists(st.one_of(st.sampled_from(SPICE), st.text(max_size=6), st.sampled_from("aZ1 .é王")), max_size=12).map(
    "".join
)


@cache
def converter(bigger: bool) -> markdown.Markdown:
    """Make the converter of mkdocs.yml, or one with nearly everything."""
    if bigger:
        return markdown.Markdown(extensions=list(MORE), extension_configs={"pymdownx.magiclink": MAGIC})
    chosen = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    named = [each if isinstance(each, dict) else {each: {}} for each in chosen]
    configs = {name: config for each in named for name, config in each.items()}
    return markdown.Markdown(extensions=list(configs), extension_configs=configs)


def convert(page: str, bigger: bool) -> LexborHTMLParser:
    """Convert a page and read what came out."""
    made = converter(bigger)
    made.reset()
    return LexborHTMLParser(f"<html><body>{made.convert(page)}</body></html>")


def shown(node: LexborNode | None) -> str:
    """Take the words that a reader sees."""
    assert node is not None
    for mark in node.css("a.headerlink"):
        mark.decompose()
    return " ".join(node.text().split())


def plain(text: str) -> str:
    """Take the words as they are to be shown."""
    return " ".join(escape.fold(text).split())


def names(parsed: LexborHTMLParser) -> list[str]:
    """List the elements of the body, the mark of the heading left out."""
    assert parsed.body is not None
    return [str(node.tag) for node in parsed.css("body *") if node.attributes.get("class") != "headerlink"]


def put(pattern: str) -> Callable[[object], str]:
    """Write words into a place of a page, as a template does."""
    return lambda text: pattern.replace("…", escape.finalize(text))


TABLE = ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]
PLACES = {
    "a paragraph": (put("…"), "p", ["p"]),
    "a paragraph after another": (put("x\n\n…"), "p + p", ["p", "p"]),
    "a paragraph with an anchor": (put('<a id="t1p1"></a>…'), "p", ["p", "a"]),
    "a heading": (put("## … {: #t1 }"), "h2", ["h2"]),
    "an item of a list": (put("- …"), "li", ["ul", "li"]),
    "a cell of a table": (put("| a | b |\n| :--- | ---: |\n| … | 1 |"), "td", TABLE),
    "the words of a link": (put("[…](calls/index.md)"), "a", ["p", "a"]),
    "words after a link": (put("[x](y.md)…"), "p", ["p", "a"]),
    "words before a link": (put("…[x](y.md)"), "p", ["p", "a"]),
    "a line of facts": (put('<div class="ca" markdown="1">\n\n…\n\n</div>'), "div p", ["div", "p"]),
    "small words in an item": (put("- x<br><small>…</small>"), "small", ["ul", "li", "br", "small"]),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("bigger", [False, True], ids=["our extensions", "many extensions"])
@settings(max_examples=80, deadline=None)
@given(text=WORDS)
def test_words_are_shown_as_they_are(place: str, bigger: bool, text: str) -> None:
    _hold(place, bigger, text)


def _hold(place: str, bigger: bool, text: str) -> None:
    if plain(text):
        assert _shown_in(place, bigger, plain(text)) == _expected(place, text)


def _shown_in(place: str, bigger: bool, words: object) -> tuple[str, list[str]]:
    """Write words into a place; tell what is shown there, and which elements the page has."""
    write, where, _ = PLACES[place]
    parsed = convert(write(words), bigger)
    node = parsed.css_first(where)
    return shown(node) if node else "", names(parsed)


def _expected(place: str, text: str) -> tuple[str, list[str]]:
    words = plain(text)
    around = {"words after a link": f"x{words}", "words before a link": f"{words}x"}
    return around.get(place, words), PLACES[place][2]


@pytest.mark.parametrize("bigger", [False, True], ids=["our extensions", "many extensions"])
@settings(max_examples=80, deadline=None)
@given(text=WORDS)
def test_words_in_an_attribute_stay_in_it(bigger: bool, text: str) -> None:
    page = escape.fill('<span title="{}">x</span>', escape.attribute(text)).text
    parsed = convert(page, bigger)
    span = parsed.css_first("span")
    assert span is not None
    assert names(parsed) == ["p", "span"]
    assert list(span.attributes) == ["title"]
    assert (span.attributes["title"] or "") == escape.fold(text)


@settings(max_examples=80, deadline=None)
@given(first=WORDS, second=WORDS)
def test_escaped_texts_may_stand_side_by_side(first: str, second: str) -> None:
    words = plain(first) + plain(second)
    if plain(first) and plain(second):
        page = escape.fill("<small></small>{}{}", plain(first), plain(second)).text
        assert shown(convert(page, bigger=True).css_first("p")) == " ".join(words.split())


@settings(max_examples=80, deadline=None)
@given(text=WORDS)
def test_a_title_in_the_front_matter_holds_no_markup(text: str) -> None:
    title = escape.title(text)
    assert not set("<>\"'\n") & set(title)
    assert html.unescape(title) == escape.fold(text).strip()
    assert yaml.safe_load(yaml.safe_dump({"title": title})) == {"title": title}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("bigger", [False, True], ids=["our extensions", "many extensions"])
def test_known_traps_are_shown_as_they_are(place: str, bigger: bool) -> None:
    for line in CASES.read_text(encoding="utf-8").splitlines():
        _hold(place, bigger, line)


@pytest.mark.parametrize("line", CASES.read_text(encoding="utf-8").splitlines())
def test_each_known_trap_is_one(line: str) -> None:
    """Without escaping, it becomes something else in some place: the case is worth its own."""
    held = [
        _shown_in(place, bigger, escape.Safe(line)) == _expected(place, line)
        for place in PLACES
        for bigger in (False, True)
    ]
    assert not all(held)


def test_what_must_not_be_shown_is_removed() -> None:
    assert escape.fold("a\x02b\u202ec\ufeffd\ud800e\ufdd0f\x1fg\x85h") == "abcdef g h"


def test_a_value_is_escaped_unless_it_is_markup_of_our_own() -> None:
    assert escape.finalize("<b>") == "&#60;b&#62;"
    assert escape.finalize(escape.Safe("<b>")) == "<b>"
    assert escape.finalize(None) == ""
    assert escape.fill("[{}]({})", "a]b", escape.Safe("c.md")).text == "[a&#93;b](c.md)"
