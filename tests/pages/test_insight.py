"""A look into a call sees the same whether it goes by the desk or by the call alone."""

from __future__ import annotations

from generator.pages import desk, insight
from generator.pages.insight import Insight
from generator.pages.traces import ITEM, LENGTH, MISSING, NTH, OF_CALLS, OWN, SAYINGS, TURNS
from tests.figures import talk
from tests.pages.archive import Choices

CALL = talk.call("c01", "2010-01-15", [talk.FILLER, "We speak of the ferries today."])


def test_all_that_the_desk_has_by_call_and_number_is_worked_out_of_the_call_too() -> None:
    assert set(insight.BESIDE) == OF_CALLS


def test_what_is_worked_out_of_the_call_is_what_the_desk_has() -> None:
    archive = talk.archive(CALL)
    at, inside = desk.prepare(archive, Choices()), Insight(archive.calls[CALL.id])
    for (call, number), mentions in at.mentions.items():
        assert call == CALL.id and inside.sees((("mentions",), ITEM, number)) == mentions
    for (_, number), exchange in at.exchange_at.items():
        assert inside.sees((("exchange_at",), ITEM, number)) == exchange
    for (_, thing), said in at.sayings.items():
        assert inside.sees((SAYINGS, ITEM, thing)) == said
    assert at.mentions and at.sayings


def test_what_a_call_has_not_is_missing() -> None:
    inside = Insight(CALL)
    assert inside.sees((TURNS, NTH, 99)) is MISSING
    assert inside.sees((("mentions",), ITEM, 99)) is MISSING
    assert inside.sees((TURNS, LENGTH, None)) == len(CALL.turns)
    assert inside.sees(((*OWN, "title"), "value", None)) == CALL.title
