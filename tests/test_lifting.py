"""Pictures lifted out of a page come back as if they had never been away."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator import lifting, pages
from tests.pages import archive

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]
MADE = {page.path: page.text for page in pages.render(archive.ARCHIVE, archive.Choices())}
PICTURE = '<figure class="ca-picture">\n<b id="picture--a">x</b>\n</figure>'
PIECES = ["words\n", "\n", PICTURE, "\n</figure>\n", '<table class="ca-x">\n', "</table>\n", "<figure>1</figure>"]


def converted(text: str) -> str:
    return markdown.markdown(text.split("\n---\n", 1)[-1], extensions=EXTENSIONS)


@pytest.mark.parametrize("path", [path for path in MADE if path.endswith(".md")])
def test_every_page_comes_out_the_same(path: str) -> None:
    text, lifted = lifting.lift(MADE[path])
    assert lifting.settle(converted(text), lifted) == converted(MADE[path])


def test_pictures_and_tables_are_lifted_and_other_pages_still_see_where_they_stand() -> None:
    text, lifted = lifting.lift(MADE["calls/lanhai/index.md"])
    assert [block[:7] for block in lifted] == ["<figure", "<table "] or len(lifted) > 1
    assert "<svg" not in text and "<table" not in text
    assert 'id="picture--calls-compared"' in text


@given(some.lists(some.sampled_from(PIECES), max_size=12))
def test_whatever_is_lifted_is_set_in_again(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert lifting.settle(*lifting.lift(text)) == text
