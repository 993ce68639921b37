"""A call that is fetched when somebody looks into it is the same call as one that is at hand."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest

from generator import link
from generator.model import Call, sketch
from tests import scripts

CALL = scripts.call("Mei Tan: We melt the sand twice.\nRavi Menon: And who sells it?\nMei Tan: Our own shops.")


def fetched(counted: list[str]) -> Call:
    """Make a sketch of the call, and count how often it fetches the rest of itself."""

    def fetch() -> Call:
        counted.append("fetched")
        return CALL

    return sketch.sketch(link.outline(CALL).head, fetch)


def test_the_head_of_a_call_is_known_without_fetching_it() -> None:
    counted: list[str] = []
    known = fetched(counted)
    assert (known.id, known.title, known.date, known.source) == (CALL.id, CALL.title, CALL.date, CALL.source)
    assert counted == []


def test_a_call_is_fetched_once_however_much_is_looked_at() -> None:
    counted: list[str] = []
    known = fetched(counted)
    assert known.turns == CALL.turns and known.exchanges == CALL.exchanges and known.turn(2).words == 4
    assert counted == ["fetched"]


@pytest.mark.parametrize("of", [lambda one: one, lambda one: pickle.loads(pickle.dumps(one))], ids=["here", "packed"])
def test_it_is_equal_to_the_call_that_it_stands_for(of: Callable[[Call], Call]) -> None:
    whole, known = CALL, of(fetched([]))
    assert known == whole and whole == known


def test_what_travels_to_a_worker_is_the_whole_call() -> None:
    assert type(pickle.loads(pickle.dumps(fetched([])))) is Call


def test_what_no_call_has_is_not_fetched() -> None:
    counted: list[str] = []
    assert not hasattr(fetched(counted), "weather")
    assert counted == []


def test_a_call_that_was_let_go_of_is_fetched_again_by_whoever_looks() -> None:
    counted: list[str] = []
    known = fetched(counted)
    assert known.turns == CALL.turns
    sketch.close(known)
    assert known.title == CALL.title and counted == ["fetched"], "its head stays at hand"
    assert known.turns == CALL.turns and counted == ["fetched", "fetched"]


def test_to_let_go_of_what_nobody_fetched_changes_nothing() -> None:
    counted: list[str] = []
    known, whole = fetched(counted), CALL
    sketch.close(known)
    sketch.close(whole)
    assert counted == [] and whole.turn(2).words == 4
