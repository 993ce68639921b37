"""Nothing in a transcript becomes markup, script, a template, a path outside the tree, or a link that nobody wrote."""
# ruff: noqa: E501 – the lines of a hostile file are long

from __future__ import annotations

from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import call_archive

MARK = "<script>alert(1)</script>"
EVIL = """Company: Evil {{ 7*7 }} <img src=x onerror=alert(1)> & Co
Quarter: Q1 2024

2024-01-02

Operator: Welcome. Our first question comes from Mallory O'Neil with [Click](javascript:alert(1)) Bank. Please go ahead.
Mallory O'Neil: # Not a heading. <script>alert(1)</script> **bold?** _under_ `code` $x$ :smile: ![i](http://evil.example/i.png) {{ config }} {% raw %} {: onclick=alert(1) }
Vic Tim: [link](javascript:alert(1)) <a href="javascript:alert(1)" onmouseover="x()">a</a> http://evil.example/x www.evil.example <!-- c --> &lt;b&gt; ~~s~~ ^^u^^ ==m== |a|b| *[HTML]: abbr
| a | b |
|---|---|
| 1 | 2 |
Operator: Thank you. The next question comes from </title><script>alert(2)</script> with "><svg onload=alert(3)>.
Unidentified Analyst: --- [TOC] {!include!} --8<-- "/etc/passwd" [[wiki]] ++k++ \x1b[31m \u202e reversed \x00 end?
Vic Tim: Thank you.
"""
SIDECAR = """title: '</title><script>alert(4)</script> "quoted" {{ 7*7 }}'
series: ../../../etc
source_url: javascript:alert(5)
media: data:text/html,<script>alert(6)</script>
rights: '"><script>alert(7)</script>'
"""
PEOPLE = """people:
  - name: Vic Tim
    aliases: ['<b onclick=alert(8)>Vic</b>']
    note: '<script>alert(9)</script>'
"""
TOPICS = """topics:
  - name: '<i>Not</i> a heading {{ 1 }}'
    aliases: [heading]
    description: '[x](javascript:alert(10)) <script>alert(11)</script>'
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of a hostile archive."""
    folder = tmp_path_factory.mktemp("hostile") / "archive"
    call_archive("new", str(folder), cwd=folder.parent)
    content = folder / "content"
    (content / "evil.txt").write_text(EVIL.encode().decode("unicode_escape"), encoding="utf-8")
    (content / "evil.yml").write_text(SIDECAR, encoding="utf-8")
    (content / "people.yml").write_text(PEOPLE, encoding="utf-8")
    (content / "topics.yml").write_text(TOPICS, encoding="utf-8")
    done = call_archive("build", cwd=folder)
    assert "Traceback" not in done.stderr, done.stderr
    assert (folder / "site" / "index.html").is_file(), done.stderr
    return folder


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, LexborHTMLParser]:
    """Every page of that site, parsed."""
    site = built / "site"
    return {
        path.relative_to(site).as_posix(): LexborHTMLParser(path.read_text(encoding="utf-8"))
        for path in site.rglob("*.html")
    }


def test_no_page_has_a_script_that_the_theme_did_not_bring(pages: dict[str, LexborHTMLParser]) -> None:
    bare = Counter((s.attributes.get("src") or "").rsplit("/", 1)[-1] for s in pages["404.html"].css("script"))
    for path, page in pages.items():
        scripts = page.css("script")
        assert len(scripts) <= sum(bare.values()), path
        assert not [s for s in scripts if "alert(" in s.text()], path


def test_no_element_has_a_handler(pages: dict[str, LexborHTMLParser]) -> None:
    for path, page in pages.items():
        handlers = [(n.tag, a) for n in page.css("article *") for a in n.attributes if a.startswith("on")]
        assert handlers == [], path


def test_no_link_or_picture_leads_where_nobody_of_us_pointed(pages: dict[str, LexborHTMLParser]) -> None:
    for path, page in pages.items():
        found = [
            n.attributes.get("href") or n.attributes.get("src") or "" for n in page.css("article [href], article [src]")
        ]
        assert [t for t in found if urlsplit(t).scheme or urlsplit(t).netloc] == [], path


def test_the_words_stand_on_the_page_as_they_were_written(pages: dict[str, LexborHTMLParser]) -> None:
    articles = [article for page in pages.values() for article in page.css("article")]
    words = " ".join(" ".join(article.text().split()) for article in articles)
    for said in (
        "# Not a heading. <script>alert(1)</script> **bold?** _under_ `code` $x$ :smile:",
        "{{ config }} {% raw %}",
    ):
        assert said in words


def test_nothing_is_written_outside_the_archive(built: Path) -> None:
    assert sorted(p.name for p in built.parent.iterdir()) == ["archive"]
    assert not list(built.rglob("etc/passwd"))
    calls = {p.name for p in (built / "pages" / "calls").iterdir() if p.is_dir()}
    assert calls and all(name.isascii() and "." not in name for name in calls)
