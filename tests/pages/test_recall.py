"""A page is printed again when something that it looked at is another, and only then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator import pages
from generator.model import Archive, Call, MentionKind, Passage
from generator.pages.recall import Memory
from tests.figures import talk
from tests.pages.archive import Choices

FERRIES = "We speak of the ferries today, of ferries and of nothing but ferries."
FIRST = talk.call("c01", "2010-01-15", [talk.FILLER, FERRIES])
SECOND = talk.call("c02", "2010-04-15", [talk.FILLER, FERRIES])


def _printed(archive: Archive, keys: Mapping[str, str], memory: Memory) -> set[str]:
    made = pages.remember(archive, Choices(), keys, memory, lambda kept: True)
    return {page.path for _, page in made if page}


def _keys(archive: Archive, **changed: str) -> dict[str, str]:
    return {call: changed.get(call.rpartition("/")[2], "as it was") for call in archive.calls}


def _said_otherwise(call: Call, number: int, text: str) -> Call:
    """Put other words into a turn that mentions nothing."""
    turn = call.turn(number)
    paragraph = replace(turn.paragraphs[0], text=text)
    turns = list(call.turns)
    turns[number - 1] = replace(turn, paragraphs=(paragraph, *turn.paragraphs[1:]))
    return replace(call, turns=tuple(turns))


def _again(archive: Archive, call: Call) -> Archive:
    return replace(archive, calls={each.id: call if each.id == call.id else each for each in archive.calls.values()})


def test_nothing_is_printed_again_while_nothing_changes() -> None:
    archive, memory = talk.archive(FIRST, SECOND), Memory()
    assert "topics/ferries.md" in {path.replace("/index", "") for path in _printed(archive, _keys(archive), memory)}
    assert _printed(archive, _keys(archive), memory) == set()


def test_a_call_that_depends_on_something_else_and_is_the_same_makes_no_page_be_printed() -> None:
    archive, memory = talk.archive(FIRST, SECOND), Memory()
    _printed(archive, _keys(archive), memory)
    assert _printed(archive, _keys(archive, c02="another"), memory) == set()
    assert _printed(archive, _keys(archive, c02="a third"), memory) == set()


def test_other_words_print_the_call_and_not_the_topics_of_which_other_turns_speak() -> None:
    archive, memory = talk.archive(FIRST, SECOND), Memory()
    every = _printed(archive, _keys(archive), memory)
    edited = _again(archive, _said_otherwise(SECOND, 1, talk.FILLER.upper()))
    found = _printed(edited, _keys(edited, c02="another"), memory)
    assert any(path.startswith("calls/") and "c02" in path for path in found)
    assert not any("c01" in path or path.startswith("topics/ferries") for path in found)
    assert found < every


def test_other_words_around_a_mention_print_the_topic() -> None:
    archive, memory = talk.archive(FIRST, SECOND), Memory()
    _printed(archive, _keys(archive), memory)
    edited = _again(archive, _said_otherwise(SECOND, 2, FERRIES.replace("nothing", "little")))
    assert any(path.startswith("topics/ferries") for path in _printed(edited, _keys(edited, c02="another"), memory))


def test_what_was_kept_once_is_noticed_the_next_time() -> None:
    archive, memory = talk.archive(FIRST, SECOND), Memory()
    _printed(archive, _keys(archive), memory)
    _printed(archive, _keys(archive, c02="another"), memory)
    edited = _again(archive, _said_otherwise(SECOND, 2, FERRIES.replace("nothing", "little")))
    assert any(path.startswith("topics/ferries") for path in _printed(edited, _keys(edited, c02="a third"), memory))


def test_a_passage_more_prints_the_topic() -> None:
    archive, memory = talk.archive(FIRST, SECOND), Memory()
    _printed(archive, _keys(archive), memory)
    found = archive.passages[MentionKind.TOPIC, "ferries"]
    fewer: dict[tuple[MentionKind, str], tuple[Passage, ...]] = {(MentionKind.TOPIC, "ferries"): found[:1]}
    edited = replace(archive, passages={**archive.passages, **fewer})
    assert any(path.startswith("topics/ferries") for path in _printed(edited, _keys(edited), memory))
