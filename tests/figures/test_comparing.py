"""The calls of a series beside each other."""

from __future__ import annotations

from dataclasses import replace

from generator.figures import comparing
from generator.model import AnswerStatus, Archive, Call, Evidence, Series, Speaker, Status
from tests.figures import calls


def asked(name: str, *askers: str, kind: str = "earnings_call", status: Status | None = None) -> Call:
    """Make a call in which those people ask a question each, of five words, and one person answers with fifteen."""
    said = [turn for each in askers for turn in ((each, 5), ("e1", 15))] or [("e1", 10)]
    slots = tuple(
        replace(
            calls.exchange(n, 2 * n - 1, 2 * n, 0, (2 * n - 1,), (2 * n,)),
            asker=each,
            status=AnswerStatus(status, Evidence("invented")) if status else None,
        )
        for n, each in enumerate(askers, 1)
    )
    return replace(calls.call(*said, exchanges=slots, name=name), kind=kind)


def compare(*made: Call) -> tuple[comparing.Compared, ...]:
    people = {name: Speaker(name, name, anonymous=name == "a9") for name in ("a1", "a2", "a3", "a9", "e1")}
    series = Series("ferry", "Ferry", tuple(each.id for each in made))
    archive = Archive({c.id: c for c in made}, {"ferry": series}, people, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {})
    everybody = {each.speaker for each in comparing.askers(archive, series)}
    assert everybody == {asker for call in comparing.calls(archive, series) for asker in call.askers}
    return comparing.calls(archive, series)


def test_the_first_call_has_no_new_askers_and_a_later_one_tells_who_is_new_and_who_is_not_there() -> None:
    first, second = compare(asked("ferry/a", "a1", "a2"), asked("ferry/b", "a2", "a3"))
    assert (first.askers, first.new, first.absent) == (("a1", "a2"), (), ())
    assert (second.new, second.absent) == (("a3",), ("a1",))


def test_somebody_who_comes_back_is_not_new() -> None:
    *_, last = compare(asked("ferry/a", "a1"), asked("ferry/b", "a2"), asked("ferry/c", "a1"))
    assert (last.new, last.absent) == ((), ("a2",))


def test_a_call_without_questions_misses_nobody() -> None:
    _, second, third = compare(asked("ferry/a", "a1"), asked("ferry/b"), asked("ferry/c", "a2"))
    assert (second.questions, second.absent) == (0, ())
    assert third.absent == ("a1",), "the call before with questions counts"


def test_a_call_of_another_kind_is_no_measure_of_who_is_absent() -> None:
    *_, last = compare(asked("ferry/a", "a1"), asked("ferry/b", "a2", kind="town_hall"))
    assert last.absent == ()


def test_words_of_those_who_ask_and_statuses_are_counted() -> None:
    (only,) = compare(asked("ferry/a", "a1", "a2", status=Status.DECLINED))
    assert (only.words, only.asking, only.speakers) == (40, 10, 3)
    assert only.became == ((Status.DECLINED, 2),)
    assert compare(asked("ferry/a", "a1"))[0].became == ((None, 1),)


def test_a_voice_known_by_its_part_only_is_nobody_to_miss() -> None:
    *_, last = compare(asked("ferry/a", "a9"), asked("ferry/b", "a1"))
    assert (last.askers, last.absent) == (("a1",), ())
