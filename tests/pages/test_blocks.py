"""A turn on a page: in an element of its own, with a name that stays in sight, with links and marks."""

from __future__ import annotations

import dataclasses
import re

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborNode

from generator.model import Call, Evidence, MentionKind, Paragraph, QuestionPart
from generator.pages import addresses, blocks, desk
from generator.pages.escape import Safe
from generator.pages.pen import Pen
from generator.pages.prose import Marking
from tests.pages import archive
from tests.pages.test_escape import convert
from tests.pages.test_pages import CALL, read

SPACE = re.compile(r"\s+")  # "two  words"


def _pen(call: Call) -> Pen:
    changed = dataclasses.replace(archive.ARCHIVE, calls={**archive.CALLS, call.id: call})
    return Pen(desk.prepare(changed, archive.Choices()), addresses.call(call.id))


def _spoken(text: str, marks: tuple[Marking, ...] = (), parts: tuple[tuple[int, int], ...] = ()) -> LexborNode:
    """Print the fifth turn with other words, and give its paragraph as a browser would have it."""
    turn = dataclasses.replace(archive.FIRST.turns[4], paragraphs=(Paragraph(text, 50),))
    asked = tuple(
        QuestionPart(f"x1{letter}", 5, 1, start, end, text[start:end], Evidence("interrogative", 50))
        for letter, (start, end) in zip("abcdefgh", parts, strict=False)
    )
    first, *others = archive.FIRST.exchanges
    call = dataclasses.replace(
        archive.FIRST,
        turns=(*archive.FIRST.turns[:4], turn, *archive.FIRST.turns[5:]),
        exchanges=(dataclasses.replace(first, parts=asked), *others),
        mentions=(),
    )
    ((words, _),) = blocks.lay(_pen(call), call, turn, marks).paragraphs
    found = convert(f"{words}\n", bigger=False).css_first("p")
    assert found is not None
    return found


def _section(number: int) -> LexborNode:
    found = read(CALL).css_first(f"section.ca-turn:has(> #t{number})")
    assert found is not None
    return found


def test_every_turn_stands_in_an_element_that_names_its_voice() -> None:
    sections = read(CALL).css("section.ca-turn")
    assert len(sections) == len(archive.FIRST.turns)
    assert [each.attributes["data-who"] for each in sections[:3]] == ["Unknown speaker", "Operator", "Wen Zhao"]
    assert [each.attributes.get("data-voice") for each in sections[:3]] == [None, "0", "1"]


def test_every_paragraph_is_a_link_to_itself() -> None:
    for number, _ in enumerate(archive.FIRST.turns[2].paragraphs, start=1):
        mark = _section(3).css_first(f"a#t3p{number}")
        assert mark is not None
        assert mark.attributes["href"] == f"#t3p{number}"
        assert not mark.text(), "no sign stands among the words; the style sheet draws it"


def test_the_words_of_a_part_stand_in_an_element_that_a_link_can_show() -> None:
    part = _section(5).css_first("span:has(> #x01b)")
    assert part is not None
    assert part.text() == archive.FIRST.exchanges[0].parts[1].text


def test_a_hostile_name_stays_a_name() -> None:
    voice = dataclasses.replace(archive.CAST[1], name=archive.HOSTILE, speaker=None)
    cast = (archive.CAST[0], voice, *archive.CAST[2:])
    turns = tuple(dataclasses.replace(t, speaker=None) if t.voice == 1 else t for t in archive.FIRST.turns)
    call = dataclasses.replace(archive.FIRST, appearances=cast, turns=turns)
    parsed = convert(blocks.spoken(_pen(call), call, call.turn(3), 4), bigger=True)
    (section,) = parsed.css("section")
    assert section.attributes["data-who"] == archive.HOSTILE
    assert not parsed.css("script")


def test_notes_follow_their_paragraph_and_are_set_apart() -> None:
    turn = archive.FIRST.turns[5]
    printed = blocks.spoken(_pen(archive.FIRST), archive.FIRST, turn, 4, notes={2: Safe("speaks to (a)")})
    paragraphs = convert(printed, bigger=True).css("section > p")
    assert [[note.text() for note in each.css("small.ca-note")] for each in paragraphs] == [[], ["speaks to (a)"]]


def test_markup_is_put_where_it_belongs() -> None:
    marks = ((1, 4, Safe("<mark>")), (1, 9, Safe("</mark>")))
    found = _spoken("The plant stays.", marks=marks)
    assert [each.text() for each in found.css("mark")] == ["plant"]
    assert found.text() == "The plant stays."


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Cn")), min_size=1, max_size=80),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=4),
)
def test_no_word_is_lost_or_made_wherever_parts_begin_and_end(words: str, places: list[tuple[int, int]]) -> None:
    spans = sorted((min(a, b, len(words)), min(max(a, b), len(words))) for a, b in places)
    text = f"Well {words} so"
    found = _spoken(text, parts=tuple((start + 5, end + 5) for start, end in spans))
    assert SPACE.sub("", found.text()) == SPACE.sub("", text)
    assert len(found.css("a.ca-part")) == len(spans)


def test_a_mention_that_a_part_begins_in_stays_one_link() -> None:
    text = archive.QUESTION
    place = archive.mention(archive.FIRST.id, 5, text, "storage orders", MentionKind.TOPIC, "storage")
    part = QuestionPart("x1a", 5, 1, place.start + 3, len(text), text[place.start + 3 :], Evidence("interrogative", 50))
    first, *others = archive.FIRST.exchanges
    exchanges = (dataclasses.replace(first, parts=(part,)), *others)
    call = dataclasses.replace(archive.FIRST, exchanges=exchanges, mentions=(place,))
    ((words, _),) = blocks.lay(_pen(call), call, call.turn(5), ()).paragraphs
    found = convert(f"{words}\n", bigger=False)
    assert [a.text() for a in found.css("a[href]")] == ["storage orders"]
