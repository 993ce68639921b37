"""What pages of a call share: worked out once, and never for anything else."""

from __future__ import annotations

from generator.pages import addresses, blocks, desk
from generator.pages.latest import Latest
from generator.pages.pen import Pen
from tests.pages import archive


def _count(made: list[int], number: int) -> int:
    made.append(number)
    return number


def test_what_follows_from_the_same_things_is_worked_out_once() -> None:
    latest, made, words = Latest[int](), list[int](), ("words", "of a turn")
    assert [latest.of("lanhai/2024", 1, words, lambda: _count(made, 7)) for _ in range(3)] == [7, 7, 7]
    assert made == [7]


def test_what_follows_from_something_else_is_worked_out_anew() -> None:
    latest = Latest[str]()
    first, second = ["a"], ["a"]
    assert latest.of("lanhai/2024", 1, (first,), lambda: "first") == "first"
    assert latest.of("lanhai/2024", 1, (second,), lambda: "second") == "second", "equal is not the same"
    assert latest.of("lanhai/2024", 1, (second, first), lambda: "third") == "third"


def test_another_call_makes_the_last_one_forgotten() -> None:
    latest, given = Latest[str](), (object(),)
    latest.of("lanhai/2024", 1, given, lambda: "first")
    latest.of("lanhai/2025", 1, given, lambda: "second")
    assert latest.of("lanhai/2024", 1, given, lambda: "anew") == "anew"


def test_a_pen_writes_the_same_from_every_page_of_a_folder() -> None:
    at = desk.prepare(archive.ARCHIVE, archive.Choices())
    call, question = (addresses.call(archive.FIRST.id), addresses.question(archive.FIRST.id, "mei-tan-1"))
    old = Pen(at, call)
    for speaker in archive.SPEAKERS:
        assert old.speaker(speaker) == Pen(at, question).speaker(speaker)
        assert old.beside(question).speaker(speaker) == Pen(at, question).speaker(speaker)
    assert old.beside(question).path == question


def test_a_turn_on_the_page_of_its_question_has_the_words_it_has_in_the_call() -> None:
    at, call = desk.prepare(archive.ARCHIVE, archive.Choices()), archive.FIRST
    pens = Pen(at, addresses.call(call.id)), Pen(at, addresses.question(call.id, "mei-tan-1"))
    for turn in call.turns:
        first, second = (blocks.spoken(pen, call, turn, 4) for pen in pens)
        assert [each.words for each in first.paragraphs] == [each.words for each in second.paragraphs]
