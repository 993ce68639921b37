"""Words stand in their language and direction, a translation beside its original, and names turn nothing around."""

from __future__ import annotations

import dataclasses

import pytest

from generator import pages
from generator.model import Call, Evidence, Paragraph, Passages, Translation
from generator.pages import tongues
from tests.pages import archive
from tests.pages.test_escape import convert

SAID = Evidence("translation: follows in another script")
CHINESE, ARABIC, MIXED = "价格会稳定。", "الأسعار مستقرة", "We met سلمى there."


def spoken(*texts: str, pairs: tuple[Translation, ...] = (), language: str | None = "en") -> Call:
    """Make a call of one turn."""
    turn = dataclasses.replace(archive.SECOND.turns[0], paragraphs=tuple(Paragraph(text, 1) for text in texts))
    return dataclasses.replace(archive.SECOND, turns=(turn,), translations=pairs, language=language)


def paragraphs(call: Call) -> list[dict[str, str | None]]:
    """Print a call and read the attributes of the paragraphs of its first turn."""
    of = dataclasses.replace(archive.ARCHIVE, calls={**archive.CALLS, call.id: call})
    text = next(page.text for page in pages.render(of, archive.Choices()) if page.path == f"calls/{call.id}/index.md")
    parsed = convert(text.split("---\n", 2)[2], bigger=False)
    return [dict(node.attributes) for node in parsed.css(".ca-turn > p")]


def test_a_paragraph_in_another_language_says_so() -> None:
    assert paragraphs(spoken("We say.", CHINESE, ARABIC, MIXED)) == [
        {},
        {"lang": "zh"},
        {"lang": "ar", "dir": "rtl"},
        {"dir": "auto"},
    ]


def test_a_call_in_another_language_says_so_in_every_paragraph() -> None:
    assert paragraphs(spoken("Ja.", "Nein.", language="de-AT")) == [{"lang": "de-AT"}, {"lang": "de-AT"}]


def test_both_sides_of_a_pair_are_told_apart() -> None:
    pair = Translation(Passages(1, 1, 1), Passages(1, 2, 2), SAID)
    assert [each.get("class") for each in paragraphs(spoken(CHINESE, "Stable.", "And so on.", pairs=(pair,)))] == [
        "ca-original",
        "ca-translated",
        None,
    ]


def test_a_pair_of_runs_says_that_it_is_one() -> None:
    pair = Translation(Passages(1, 1, 2), Passages(1, 3, 3), SAID)
    found = paragraphs(spoken(CHINESE, CHINESE, "Stable.", pairs=(pair,)))
    assert [each["class"] for each in found] == ["ca-original ca-run", "ca-original ca-run", "ca-translated ca-run"]


def test_a_turn_that_the_interpreter_says_again_is_a_side_as_a_whole() -> None:
    call = dataclasses.replace(
        archive.FIRST, translations=(Translation(Passages(5, 1, 1), Passages(6, 1, 2), SAID),), language="en"
    )
    assert [tongues.turn(call, turn).strip() for turn in call.turns[3:7]] == ["", "ca-original", "ca-translated", ""]
    assert not any(
        paragraphs(dataclasses.replace(spoken(CHINESE), translations=call.translations))[0].get("class") or ""
    )


@pytest.mark.parametrize(
    ("name", "written"),
    [("سميرة حداد", "<bdi>سميرة حداد</bdi>"), ("Mei Tan", "Mei Tan"), ("王小明", "王小明"), ("a*b", "a&#42;b")],
)
def test_a_name_from_right_to_left_stands_by_itself(name: str, written: str) -> None:
    assert tongues.isolated(name).text == written


def test_a_heading_from_right_to_left_begins_on_the_right() -> None:
    of = archive.ARCHIVE
    text = next(page.text for page in pages.render(of, archive.Choices()) if page.path == "speakers/samira.md")
    heading = convert(text.split("---\n", 2)[2], bigger=False).css_first("h1")
    assert heading is not None and heading.attributes.get("dir") == "rtl"
