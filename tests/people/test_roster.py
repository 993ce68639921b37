"""Voices of many calls become people of the archive."""

from generator.model import Archive, KnownAffiliation, KnownPerson, Role, Vocabulary
from tests import scripts

HANDOVER = (
    "Operator: Our first question comes from Mei Tan with {}. Please go ahead.\n"
    "Mei Tan: How is demand?\nWen Zhao: Good."
)


def two_calls(first: str, second: str, *known: KnownPerson) -> Archive:
    """An archive of two calls in which Mei Tan asks, of the firms given."""
    return scripts.archive(
        scripts.transcript(HANDOVER.format(first), "a.txt", series="lanhai", date="2023-08-10", period="2023-q2"),
        scripts.transcript(HANDOVER.format(second), "b.txt", series="lanhai", date="2024-03-06", period="2023-q4"),
        vocabulary=Vocabulary(tuple(known)),
    )


def test_same_name_and_same_firm_is_one_person() -> None:
    archive = two_calls("Harbour Bank", "Harbour Bank, Inc.")
    assert [a.calls for a in archive.speakers["mei-tan"].affiliations] == [("lanhai/2023-q2", "lanhai/2023-q4")]


def test_same_name_and_another_firm_is_proposed_and_not_assumed() -> None:
    archive = two_calls("Northgate Securities", "Harbour Bank")
    assert {"mei-tan", "mei-tan-2"} <= set(archive.speakers)
    assert any("Mei Tan" in p.message and "kept apart" in p.message for p in archive.problems)


def test_people_yml_wins_and_tells_the_firm_of_each_day() -> None:
    known = KnownPerson(
        "Mei Tan",
        affiliations=(
            KnownAffiliation("Northgate Securities", "Analyst", Role.SELL_SIDE_ANALYST, None, "2023-12-31"),
            KnownAffiliation("Harbour Bank", "Analyst", Role.SELL_SIDE_ANALYST, "2024-01-01", None),
        ),
    )
    archive = two_calls("Northgate Securities", "Harbour Bank", known)
    assert [(a.organization, a.calls) for a in archive.speakers["mei-tan"].affiliations] == [
        ("Northgate Securities", ("lanhai/2023-q2",)),
        ("Harbour Bank", ("lanhai/2023-q4",)),
    ]
    assert "mei-tan-2" not in archive.speakers


def test_an_alias_of_people_yml_joins_a_misspelling() -> None:
    archive = scripts.archive(
        scripts.transcript(HANDOVER.replace("Mei", "May").format("Harbour Bank"), "a.txt", date="2024-01-02"),
        vocabulary=Vocabulary((KnownPerson("Mei Tan", aliases=("May Tan",)),)),
    )
    assert "May Tan" in archive.speakers["mei-tan"].aliases


def test_first_names_are_never_joined_over_calls() -> None:
    script = "Moderator: Next up, we'll go to Victoria.\nQ: What about the rest?\nMr. Singh: It is on its way."
    archive = scripts.archive(
        scripts.transcript(script, "a.txt", series="house", date="2024-01-02"),
        scripts.transcript(script, "b.txt", series="house", date="2024-02-02"),
    )
    assert {"victoria", "victoria-2"} <= set(archive.speakers)
    assert archive.speakers["mr-singh"].affiliations[0].calls == ("house/2024-01-02", "house/2024-02-02")


def test_the_order_of_files_changes_nothing() -> None:
    one = scripts.transcript(HANDOVER.format("Harbour Bank"), "a.txt", series="lanhai", date="2023-08-10")
    two = scripts.transcript(HANDOVER.format("Kestrel Research"), "b.txt", series="lanhai", date="2024-03-06")
    assert scripts.archive(one, two) == scripts.archive(two, one)


def test_a_name_nobody_bears_is_told() -> None:
    archive = two_calls("Harbour Bank", "Harbour Bank", KnownPerson("Nora Quist", line=7))
    assert any(p.path == "people.yml" and p.line == 7 and "Nora Quist" in p.message for p in archive.problems)


def test_a_middle_name_left_out_is_proposed_and_not_assumed() -> None:
    script = HANDOVER.format("Harbour Bank")
    found = scripts.archive(
        scripts.transcript(script, "a.txt", series="x", date="2024-01-02"),
        scripts.transcript(script.replace("Mei Tan", "Mei Hua Tan"), "b.txt", series="x", date="2024-01-03"),
    )
    assert {"mei-tan", "mei-hua-tan"} <= set(found.speakers)


def test_an_executive_is_a_member_where_a_call_is_one_of_members() -> None:
    known = KnownPerson("Wen Zhao", affiliations=(KnownAffiliation("Lanhai", "CEO", Role.EXECUTIVE),))
    script = "Wen Zhao: I move that we close the draft.\nAda Holt: I second that."
    found = scripts.archive(scripts.transcript(script, "a.txt", kind="standards_call"), vocabulary=Vocabulary((known,)))
    (held,) = found.speakers["wen-zhao"].affiliations
    assert (held.organization, held.role) == ("Lanhai", Role.MEMBER)
