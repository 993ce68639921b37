"""Every call has an address of its own."""

import pytest

from generator import identity
from generator.model import Transcript
from tests import scripts


def ids(*transcripts: Transcript) -> dict[str, str]:
    """Source path → call id."""
    return {path: i.id for path, i in identity.identify(transcripts)[0].items()}


def test_a_call_is_addressed_by_series_and_period_else_date_else_file_name() -> None:
    made = ids(
        scripts.transcript("A: a", "x/one.txt", series="lanhai", period="fy2024-q1", date="2023-08-10"),
        scripts.transcript("A: a", "x/two.txt", series="lanhai", date="2023-08-11"),
        scripts.transcript("A: a", "x/Third Call.txt", series="lanhai"),
    )
    assert made == {
        "x/one.txt": "lanhai/fy2024-q1",
        "x/two.txt": "lanhai/2023-08-11",
        "x/Third Call.txt": "lanhai/third-call",
    }


def test_the_series_is_the_organisation_else_the_folder_else_calls() -> None:
    made = ids(
        scripts.transcript("A: a", "x/one.txt", organization="Lanhai Group"),
        scripts.transcript("A: a", "alderby/two.txt"),
        scripts.transcript("A: a", "three.txt"),
    )
    assert made == {"x/one.txt": "lanhai-group/one", "alderby/two.txt": "alderby/two", "three.txt": "calls/three"}


def test_two_calls_that_want_one_address_are_told_apart_and_reported() -> None:
    one = scripts.transcript("A: a", "b.txt", series="lanhai", period="2023-q2", date="2023-08-10")
    two = scripts.transcript("A: a", "a.txt", series="lanhai", period="2023-q2", date="2023-08-11")
    found, problems = identity.identify([two, one])
    assert {p: i.id for p, i in found.items()} == {"b.txt": "lanhai/2023-q2", "a.txt": "lanhai/2023-q2-2"}
    assert [p.path for p in problems] == ["a.txt"]


def test_an_organisation_is_known_from_the_words_of_both_sides_and_from_nothing_less() -> None:
    both = """
    Operator: Our next question comes from Mei Tan with Harbour Bank.
    Mei Tan: We know that Lanhai has opened its models and you also host others. Where does this go?
    Wen Zhao: One path is the one that Lanhai has chosen because we run a cloud.
    """
    assert identity.identify([scripts.transcript(both)])[0]["a.txt"].organization == "Lanhai"
    one_side = both.replace("because we run", "because it runs")
    assert identity.identify([scripts.transcript(one_side)])[0]["a.txt"].organization is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "Good day, and welcome to the Halvorsen Grid Systems third quarter 2024 earnings conference call.",
            "Halvorsen Grid Systems",
        ),
        ("I would like to welcome everyone to Lanhai's second quarter fiscal 2024 earnings call.", "Lanhai"),
        ("Welcome to the Marsh and Pell Q1 FY25 Investor Update Call.", "Marsh and Pell"),
        ("Welcome to the third quarter call.", None),
        ("You are welcome to ask about Lanhai after the call.", None),
    ],
)
def test_a_call_is_of_whom_everybody_is_welcomed_to(words: str, name: str | None) -> None:
    script = f"Operator: {words}\nWen Zhao: Thank you."
    assert identity.identify([scripts.transcript(script)])[0]["a.txt"].organization == name
