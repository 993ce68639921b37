"""What is asked, and of whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.grammar import asking
from tests import cases

KNOWN = {
    form: name
    for name in ("Tomás Beltrán", "Marcus Oyelaran", "Ingrid Halvorsen")
    for form in ({"Tomás Beltrán": "tomas"}.get(name, name.split()[0].lower()), name.split()[1].lower())
}


@pytest.mark.parametrize(("quote", "expected"), cases.quoted("questions.md"), ids=cases.short)
def test_a_question_falls_into_its_parts(quote: str, expected: list[str]) -> None:
    parts = [quote[p.start : p.end] for p in asking.parts(quote)]
    assert parts == [e for e in expected if not e.startswith("to: ")]


@pytest.mark.parametrize(("quote", "expected"), cases.quoted("questions.md"), ids=cases.short)
def test_a_question_is_put_to_whom_it_names(quote: str, expected: list[str]) -> None:
    named = [e[4:] for e in expected if e.startswith("to: ")]
    assert [a.name for a in asking.addressed(quote, KNOWN)] == [n for line in named for n in line.split(", ")]


@given(st.text(alphabet="What how, will. you? and many IF the\n for Tom", max_size=300))
def test_parts_lie_inside_the_text_and_never_overlap(text: str) -> None:
    end = 0
    for part in asking.parts(text):
        assert end <= part.start < part.end <= len(text)
        end = part.end


@pytest.mark.parametrize("printed", ["O’Neil", "O'NEIL", "Beltrán", "BELTRAN", "J.P. Beltrán", "Ms. O’Neil"])
def test_a_name_is_found_however_its_accents_points_and_apostrophes_are_printed(printed: str) -> None:
    known = {"oneil": "Shea O’Neil", "beltran": "Tomás Beltrán", "jp": "Tomás Beltrán"}
    (found,) = asking.addressed(f"And this one is for {printed}.", known)
    assert found.name in {"Shea O’Neil", "Tomás Beltrán"}
    assert asking.addressed(f"And this one is for {printed}.", {"ingrid": "Ingrid Halvorsen"}) == []
