"""Askers whom nobody can name are told as such, with what is printed, and never linked."""

from __future__ import annotations

import dataclasses
from functools import cache

from selectolax.lexbor import LexborHTMLParser

from generator import pages
from generator.model import Affiliation, Role, Speaker
from tests.pages import archive
from tests.pages.test_escape import convert

CALL = "calls/lanhai/2024-q1/index.md"


@cache
def _made() -> dict[str, str]:
    """Make the pages of an archive whose first asker is printed as "Q", and whose second nobody knows."""
    voice = dataclasses.replace(
        archive.CAST[2], speaker="q", name="Q", organization=None, title=None, role=Role.UNKNOWN
    )
    cast = tuple(voice if each.speaker == "mei-tan" else each for each in archive.CAST)
    first, second = archive.FIRST.exchanges
    turns = tuple(dataclasses.replace(t, speaker="q", label="Q") if t.voice == 2 else t for t in archive.FIRST.turns)
    exchanges = (
        dataclasses.replace(first, asker="q", organization=None, addressees=()),
        dataclasses.replace(second, asker=None, asker_voice=None, organization=None),
    )
    call = dataclasses.replace(archive.FIRST, appearances=cast, turns=turns, exchanges=exchanges)
    changed = dataclasses.replace(
        archive.ARCHIVE,
        calls={**archive.CALLS, call.id: call},
        speakers={**archive.SPEAKERS, "q": Speaker("q", "Q", anonymous=True)},
        question_keys={(call.id, 1): "question-1", (call.id, 2): "question-2"},
    )
    return {page.path: page.text for page in pages.render(changed, archive.Choices())}


def _read(path: str) -> LexborHTMLParser:
    return convert(_made()[path].split("---\n", 2)[2], bigger=False)


def _words(path: str) -> str:
    return " ".join(_read(path).text().split())


def test_a_nameless_asker_is_told_with_what_is_printed_wherever_questions_are_listed() -> None:
    for path in (CALL, "questions/index.md", "index.md"):
        assert "Nameless asker (“Q”) → Wen Zhao" in _words(path), path


def test_a_nameless_asker_is_never_a_link() -> None:
    assert "speakers/q.md" not in _made()
    assert not [path for path, text in _made().items() if "speakers/q.md" in text]


def test_a_question_of_a_nameless_asker_says_so_on_its_page_and_on_those_beside_it() -> None:
    assert "Nameless asker (“Q”) · answered by Wen Zhao" in _words("calls/lanhai/2024-q1/question-1.md")
    assert "Question 1: Nameless asker (“Q”)" in _words("calls/lanhai/2024-q1/question-2.md")


def test_an_asker_whom_nobody_knows_is_an_unknown_speaker() -> None:
    assert "Question 2: Unknown speaker" in _words(CALL)
    assert "Unknown speaker · nobody answers" in _words("calls/lanhai/2024-q1/question-2.md")


def test_a_nameless_voice_is_told_among_the_participants() -> None:
    side = next(each for each in _read(CALL).css(".ca-side") if "Role not known" in each.text())
    assert "Nameless voice (“Q”)" in side.text()
    assert not side.css("a")


def test_a_post_of_which_nothing_is_known_is_not_told_as_years_alone() -> None:
    call = archive.FIRST.id
    unknown = Affiliation(None, None, Role.UNKNOWN, (call,))
    people = {
        each: dataclasses.replace(archive.SPEAKERS[each], affiliations=(*archive.SPEAKERS[each].affiliations, unknown))
        for each in ("samira", "wen-zhao")
    }
    changed = dataclasses.replace(archive.ARCHIVE, speakers={**archive.SPEAKERS, **people})
    made = {page.path: page.text for page in pages.render(changed, archive.Choices())}
    assert not any(
        line.startswith((" (", "; ")) for each in people for line in made[f"speakers/{each}.md"].splitlines()
    )
    assert "\nChairman & CEO".replace("&", "&#38;") in made["speakers/wen-zhao.md"]
