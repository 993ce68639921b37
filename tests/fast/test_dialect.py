"""What the dialect converts is what Python-Markdown makes of it, to the byte; what it does not know, it refuses."""

from __future__ import annotations

import html
import re

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from generator import lifting, pages
from generator.fast import addresses, dialect
from tests import scripts
from tests.pages import archive

EXTENSIONS = ["attr_list", "md_in_html", "tables", "fenced_code", "toc"]
PERMALINK = '<a class="headerlink" href="#{}" title="Here">§</a>'
TOC = {"toc": {"permalink": "§", "permalink_title": "Here"}}
MADE = {page.path: page.text for page in pages.render(archive.ARCHIVE, archive.Choices()) if page.path.endswith(".md")}
LEAVES = [path for path in MADE if path.count("/") > path.endswith("index.md")]
"""Those that are not of the navigation: `index.md` and `topics/index.md` are."""
PIECES = (
    "words", "", "", "", "# Head {: #head }", "## Head", "### <span>a</span> b {: #t1 data-search-exclude }", "- one",
    "- **two** [three](four.md#five)", "    - below", "1. first", "2. second", "| a | b |", "| :--- | ---: |",
    "| [x](y.md) | &#42; |", '<div class="x" markdown="1">', "</div>", '<section id="s" data-a="&#34;" markdown="1">',
    "</section>", '<details class="d">', "<summary>s</summary>", "</details>", '<p class="p">raw</p>', "a > b",
    '{: lang="zh" }', "{: #p1 }", '{: #p2 .c lang="zh" }', "# Head {: .c }", '<a id="t1" href="#t1"></a>words',
    "<small>x</small>", "*", "_a_", "`", "> q", "---",
    " words", " - one", " 1. one", " # Head", " <p>raw</p>", " | a |", " ",
    "words  ", "    code", "\t", "[a]: b", "~~~", "&amp; & &lt;", "<pre>&#35;\n\n  x</pre>", "+ a", "**", "Term\n: x",
    "a\\*b", "# Head {: }", "<!-- c -->", "a|b", "-|-", "## Two #", "- 1. x", "-  wide", "http://a.example",
    "<http://a.example>", "<[b>](c.md)", "<b [x](y.md)>", "&[lt](y.md);", '<a name="n">x</a>', "![i](j.png)", "[a](http://b.example/?c=d&e)",
)  # fmt: skip


def address(written: str) -> addresses.Address:
    """Address each page as it was written."""
    return html.escape(written), written


def converted(text: str) -> str:
    return markdown.markdown(text, extensions=EXTENSIONS, extension_configs=TOC)


def same(text: str) -> bool:
    """Whether a text is converted alike; a refusal is right as well."""
    body = dialect.convert(text, address, PERMALINK, range(1, 7))
    assert body is None or body.html == converted(text)
    return body is not None


def body(text: str) -> str:
    return lifting.lift(text.split("\n---\n", 1)[1].lstrip("\n"))[0]


@pytest.mark.parametrize("path", LEAVES)
def test_every_leaf_of_an_odd_archive_is_converted_and_alike(path: str) -> None:
    assert same(body(MADE[path]))


@settings(max_examples=300)
@given(some.lists(some.sampled_from(PIECES), max_size=8))
def test_any_lines_are_converted_alike_or_refused(lines: list[str]) -> None:
    same("\n".join(lines))


@settings(max_examples=30)
@example(["0\r\x1b"])
@given(some.lists(some.text(max_size=40), min_size=1, max_size=4))
def test_any_words_of_a_transcript_are_converted_alike(words: list[str]) -> None:
    said = [re.sub(r"\s+", " ", each).strip() or "words" for each in words]
    script = "\n".join(f"Ana Ruiz: {each}" for each in said)
    made = scripts.archive(scripts.transcript(script))
    for page in pages.render(made, archive.Choices()):
        if page.path.endswith(".md"):
            same(body(page.text))


@given(some.text(alphabet="ab *_`<>&[](){}#|-+1.:!\\\n\t\"'=~/", max_size=40))
def test_any_signs_are_converted_alike_or_refused(text: str) -> None:
    same(text.strip("\n"))


def test_a_space_before_a_paragraph_is_nothing() -> None:
    assert same("one\n\n (2024)\n\ntwo")


def test_anchors_of_tags_and_headings_are_all_known() -> None:
    text = '# A {: #a }\n\n<a id="b" href="#b"></a><i id="e">e</i>\n\n<div id="c" markdown="1">\n\n## D\n\n</div>'
    told = dialect.convert(text, address, PERMALINK, range(1, 7))
    assert told
    assert {*told.anchors} == {*"abcde"}
    assert told.toc == [(1, "a", "A"), (2, "d", "D")]
