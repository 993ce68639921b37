"""Slow patterns that are tried only where they can begin."""

import importlib
import pkgutil
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import extract, grammar, people
from generator.grammar import cues, handover, plain
from generator.grammar.cues import Cued


def _named() -> dict[str, Cued]:
    """Every pattern with cues, wherever it stands."""
    modules = [
        importlib.import_module(f"{room.__name__}.{found.name}")
        for room in (grammar, people, extract)
        for found in pkgutil.iter_modules(room.__path__)
    ]
    named = {f"{m.__name__}.{k}": v for m in modules for k, v in vars(m).items() if isinstance(v, Cued)}
    return named | {f"handover {p.pattern[:30]}": Cued(p, handover.OPENINGS) for p, _ in handover.GIVING}


NAMED = _named()
BESIDE = st.sampled_from(["", " ", ", ", ". ", "a ", "Well, ", "“", "— ", "What is it that one can ask? ", "’s "])


@pytest.mark.parametrize("name", NAMED)
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(data=st.data())
def test_a_pattern_with_cues_finds_what_it_finds_without_them(name: str, data: st.DataObject) -> None:
    cued = NAMED[name]
    fitting = st.from_regex(cued.pattern)
    text = "".join(data.draw(st.tuples(BESIDE, fitting, BESIDE, st.sampled_from(["", "x"]), fitting, BESIDE)))
    found = [match.span() for match in cued.pattern.finditer(text)]
    assert [match.span() for match in cued.finditer(text)] == found
    first = cued.search(text)
    assert (first and first.span()) == (found[0] if found else None)


@given(st.text(max_size=80))
def test_folding_keeps_every_character_in_its_place_and_leaves_no_capital_that_has_a_small_letter(text: str) -> None:
    folded = plain.fold(text)
    assert len(folded) == len(text)
    assert all(c.lower() == c or len(c.lower()) > 1 for c in folded)


@given(st.text(max_size=8), st.sampled_from("abcdefghijklmnopqrstuvwxyz'"))
def test_whatever_fits_a_small_letter_regardless_of_case_is_that_letter_when_folded(text: str, letter: str) -> None:
    places = {match.start() for match in re.finditer(f"(?i){letter}", text)}
    assert places <= {at for at, c in enumerate(plain.fold(text)) if c == letter}


def test_cues_are_spelled_out_line_by_line() -> None:
    assert cues.spelled("ask|let ") == ["ask", "let "]
    assert cues.spelled("\n  this|that & is|was\n  none\n") == ["this is", "this was", "that is", "that was", "none"]


def test_a_cue_may_begin_inside_another() -> None:
    both = cues.cued(re.compile(r"aba\w|bad"), "aba|bad")
    assert [match[0] for match in both.finditer("abad abax bad")] == ["abad", "abax", "bad"]
    assert [match[0] for match in cues.cued(re.compile("bad"), "aba|bad").finditer("abad")] == ["bad"]
