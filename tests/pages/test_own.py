"""A question may have a page of its own or not, and every link knows which."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.pages import addresses
from tests.pages import archive, became
from tests.pages.test_pages import CALL, QUESTION
from tests.pages.test_questions import made, read
from tests.test_plugin import mkdocs

FIRST, SECOND = QUESTION, addresses.question(archive.FIRST.id, "long-1")


@pytest.mark.parametrize(("choice", "paged"), [("always", {FIRST, SECOND}), ("never", set()), ("auto", {FIRST})])
def test_questions_have_pages_as_the_settings_say(choice: str, paged: set[str]) -> None:
    found = made(archive.ARCHIVE, question_pages=choice)
    assert {FIRST, SECOND} & found.keys() == paged, "the first is of two parts, of the second all is said in the call"


def test_a_question_that_was_left_open_is_worth_a_page() -> None:
    assert SECOND in made(became.make(), question_pages="auto")


def test_an_answered_question_of_one_part_is_worth_a_page_as_soon_as_it_was_ruled() -> None:
    ruled = became.make(became.first(became.RULED))
    assert FIRST in made(ruled, question_pages="auto")


def test_a_question_without_a_page_is_shown_in_its_call_and_says_nothing_of_a_page() -> None:
    call = read(made(became.make(), question_pages="never")[CALL])
    (heading,) = call.css("h3#x01")
    assert not heading.css("a:not(.headerlink)")
    assert "on its own page" not in (call.body.text() if call.body else "")


def test_lists_lead_to_the_question_in_its_call() -> None:
    found = made(became.make(), question_pages="never")
    assert f"({addresses.relative(addresses.QUESTIONS, CALL, 'x01')})" in found[addresses.QUESTIONS]
    assert "mei-tan-1" not in "".join(text for path, text in found.items() if path.endswith(".md"))


def test_the_table_of_questions_knows_the_place_in_the_call() -> None:
    keys = json.loads(made(became.make(), question_pages="never")[addresses.ROWS])["rows"]["key"]
    assert keys == ["#x01", "#x02"]


@pytest.mark.parametrize("choice", ["never", "auto"])
def test_no_link_of_the_sample_is_broken(choice: str, sample: Path, tmp_path: Path) -> None:
    shutil.copytree(sample / "content", tmp_path / "content")
    configured = (sample / "mkdocs.yml").read_text(encoding="utf-8")
    chosen = configured.replace("search: pagefind", f"search: none\n      question_pages: {choice}")
    assert chosen != configured
    (tmp_path / "mkdocs.yml").write_text(chosen, encoding="utf-8")
    (tmp_path / "pages").mkdir()
    done = mkdocs("build", "--strict", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    own = list((tmp_path / "site" / "calls").glob("*/*/*/index.html"))
    assert bool(own) == (choice == "auto")
