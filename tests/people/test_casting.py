"""Labels of one call become its voices."""

from functools import partial

import pytest

from generator import people
from generator.grammar import names
from generator.model import Member, Participant, Role
from tests import growth, scripts

LIST = (
    Participant("Ingrid M. Halvorsen", None, "Chief Executive Officer", Role.EXECUTIVE),
    Participant("Tomás Beltrán", None, "Chief Financial Officer", Role.EXECUTIVE),
    Participant("Stephen Ludd", "Kestrel Research", None, Role.SELL_SIDE_ANALYST),
    Participant("Stephan Livin", None, None, None, initials="SL"),
)


def voice_of(label: str) -> tuple[Member, str]:
    """The voice that a label means in a call with that list, and the rule."""
    cast = people.cast(scripts.transcript(f"Operator: Welcome.\n{label}: Thank you, and good morning.", listed=LIST))
    placement = cast.placements[1]
    assert placement.member is not None
    return cast.members[placement.member], placement.evidence.rule


@pytest.mark.parametrize(
    ("label", "name", "rule"),
    [
        ("INGRID HALVORSEN", "Ingrid M. Halvorsen", "same name"),
        ("MS. HALVORSEN", "Ingrid M. Halvorsen", "only one person of the call bears this name"),
        ("Tomas Beltran", "Tomás Beltrán", "same name"),
        ("Tomás", "Tomás Beltrán", "only one person of the call bears this name"),
        ("Tomás Beltrn", "Tomás Beltrán", "at most two letters differ"),
        ("Steve Ludd", "Stephen Ludd", "short form of the first name"),
        ("SL", "Stephan Livin", "initials defined in the file"),
        ("Beltrán Tomás", "Tomás Beltrán", "words in another order"),
    ],
)
def test_a_label_means_the_listed_person_it_can_only_be(label: str, name: str, rule: str) -> None:
    member, found = voice_of(label)
    assert (member.name, found) == (name, rule)


@pytest.mark.parametrize("label", ["Ingmar Halvorsen", "Ravi Menon", "Tim Beltrán", "Unidentified Analyst"])
def test_a_label_that_could_be_somebody_else_is_a_voice_of_its_own(label: str) -> None:
    member, _ = voice_of(label)
    assert member.name == label


def test_two_people_of_one_first_name_are_not_mixed_up() -> None:
    listed = (Participant("Mark Ashby"), Participant("Mark Tull"))
    cast = people.cast(scripts.transcript("Mark: Hello.\nMark Tull: Hello, Mark.", listed=listed))
    first, second = (p.member for p in cast.placements)
    assert cast.members[first or 0].name == "Mark" and cast.members[second or 0].name == "Mark Tull"


@pytest.mark.parametrize(
    "label",
    ["Ingrid Halvorsen and Tomás Beltrán", "INGRID HALVORSEN, TOMÁS BELTRÁN", "Ingrid / Tomás", "SL and Ingrid",
     "Ms. Halvorsen & Mr. Beltrán", "Ingrid, Tomás, and Stephen Ludd", "Mei Tan and Ravi Menon",
     "Tomás Beltrán / Wen van der Zhao"],
)  # fmt: skip
def test_a_label_of_several_people_is_nobodys(label: str) -> None:
    cast = people.cast(scripts.transcript(f"Operator: Welcome.\n{label}: Good morning.", listed=LIST))
    (_, placement) = cast.placements
    assert placement.member is None
    assert (placement.evidence.rule, placement.evidence.words) == ("label names several people", label)
    assert [m.name for m in cast.members] == [*(p.name for p in LIST), "Operator"]


@pytest.mark.parametrize(
    "label",
    ["Harbour and Sons", "Chair and CEO", "Smith and Wesson", "Vice President and General Manager", "Halvorsen, Ingrid",
     "Stephen Ludd, Kestrel Research", "Stephen Ludd / Kestrel Research", "Tan, Mei", "Ingrid Halvorsen, CEO",
     "Ingrid Halvorsen, PhD", "Tomás Beltrán & Company", "Jean-Pierre Sandoval", "Anders Rand"],
)  # fmt: skip
def test_a_label_of_one_person_a_firm_or_a_title_is_a_voice(label: str) -> None:
    _, rule = voice_of(label)
    assert rule != "label names several people"


def test_people_known_only_by_labels_of_their_own_share_one() -> None:
    script = "Mei Maria Tan: Hello.\nRavi Menon: Hello.\nMei and Ravi: Goodbye.\nMei and Wen: Goodbye."
    cast = people.cast(scripts.transcript(script))
    assert [p.member is None for p in cast.placements] == [False, False, True, False]


def test_a_label_of_any_length_is_looked_at_once() -> None:
    assert names.several("Mei Tan and Ravi Menon") == ("Mei Tan", "Ravi Menon")
    for begin, more in (("Mei", " "), ("", "Mei, "), ("", "Mei and "), ("", "/")):
        assert names.several(begin + more * 200_000) == ()
        assert growth.holds(partial(_many, begin, more))


def _many(begin: str, more: str, size: int) -> tuple[str, ...]:
    return names.several(begin + more * size)


def test_words_without_a_label_belong_to_nobody() -> None:
    cast = people.cast(scripts.transcript("and that is why.\nOperator: Thank you."))
    assert cast.placements[0].member is None


def test_a_machines_label_is_no_person() -> None:
    cast = people.cast(scripts.transcript("SPEAKER_03: Hello.\nSpeaker 4: Hello."))
    assert [p.member for p in cast.placements] == [None, None] and not cast.members


def test_a_nameless_asker_is_whoever_the_hand_over_names() -> None:
    cast = people.cast(
        scripts.transcript(
            """
            Operator: Our first question comes from Mei Tan with Harbour Bank. Please go ahead.
            Analyst: How is demand?
            Wen Zhao: It is good.
            Operator: The next question comes from Ravi Menon of Kestrel Research.
            Analyst: And the margin?
            """
        )
    )
    asked = [cast.members[p.member or 0] for p in (cast.placements[1], cast.placements[4])]
    assert [(m.name, m.organization, m.role) for m in asked] == [
        ("Mei Tan", "Harbour Bank", Role.SELL_SIDE_ANALYST),
        ("Ravi Menon", "Kestrel Research", Role.SELL_SIDE_ANALYST),
    ]
    assert "Mei Tan with Harbour Bank" in cast.placements[1].evidence.words


NAMELESS = """
Operator: Our first question comes from Pilar Soto with Harbour Bank.
Pilar Soto: How is demand?
Wen Zhao: It is good.
{}
Unidentified Analyst: And the margin?
"""


@pytest.mark.parametrize(
    "between",
    ["", "Operator: Thank you.", "Operator: The next question comes from a caller whose name we did not get."],
)
def test_a_nameless_asker_is_nobody_who_has_a_label_of_their_own(between: str) -> None:
    cast = people.cast(scripts.transcript(NAMELESS.format(between)))
    assert cast.members[cast.placements[-1].member or 0].name == "Unidentified Analyst"


def test_a_nameless_asker_is_not_the_one_before_whom_nobody_named() -> None:
    cast = people.cast(
        scripts.transcript(
            """
            Operator: Our first question comes from Pilar Soto with Harbour Bank.
            Analyst: How is demand?
            Wen Zhao: It is good.
            Operator: The next question comes from a caller whose name we did not get.
            Analyst: And the margin?
            """
        )
    )
    assert [cast.members[cast.placements[n].member or 0].name for n in (1, 4)] == ["Pilar Soto", "Analyst"]


def test_a_stand_in_asks_for_the_firm_that_was_announced() -> None:
    cast = people.cast(
        scripts.transcript(
            """
            Operator: Our first question comes from Claudia Reinhardt with Alster Privatbank.
            Jonas Brandt: Hi, this is Jonas Brandt on for Claudia. How is demand?
            Wen Zhao: It is good.
            """
        )
    )
    asker = next(m for m in cast.members if m.name == "Jonas Brandt")
    assert (asker.organization, asker.role) == ("Alster Privatbank", Role.SELL_SIDE_ANALYST)
    assert next(m for m in cast.members if m.name == "Wen Zhao").role is Role.EXECUTIVE


def test_everything_resolved_says_by_which_rule() -> None:
    member, _ = voice_of("MS. HALVORSEN")
    assert {e.rule for e in member.evidence} >= {
        "name: participant list",
        "role: participant list",
        "title: participant list",
    }


def test_at_a_press_conference_whoever_answers_calls_upon_the_next() -> None:
    cast = people.cast(
        scripts.transcript(
            """
            Ms. Ibarra: That is all from me. Go ahead, Zadie.
            Q: Thank you. When will the gate be closed again?
            Ms. Ibarra: On Monday.
            Q: And who pays for it?
            Ms. Ibarra: The city does. Mr. Holt, go ahead.
            Q: Does the ferry run?
            """,
            kind="press_conference",
        )
    )
    assert [cast.members[cast.placements[n].member or 0].name for n in (1, 3, 5)] == ["Zadie", "Q", "Mr. Holt"]


PRESS = """
Chair Ibarra: Good afternoon. We have decided to leave the gate closed until Monday, for reasons that I will give.
Nora Pell: Nick?
Nick Tull: Thanks. Nick Tull of the Alderby Courier. Why not open it tomorrow, when the water will be low again?
Chair Ibarra: Because the pumps come on Sunday.
Nora Pell: Steve, and then Ann.
Steve Lind: Steve Lind, Harbour News. What does a closed gate cost the city each day that it stays closed, in your view?
Chair Ibarra: About nine thousand.
Nora Pell: Ann?
Ann Marsh: Will there be a ferry?
Chair Ibarra: Yes.
"""


def test_at_a_press_conference_people_are_what_they_do() -> None:
    cast = people.cast(scripts.transcript(PRESS, kind="press_conference"))
    assert {m.name: (m.role, m.organization, m.title) for m in cast.members} == {
        "Chair Ibarra": (Role.EXECUTIVE, None, "Chair"),
        "Nora Pell": (Role.MODERATOR, None, None),
        "Nick Tull": (Role.JOURNALIST, "Alderby Courier", None),
        "Steve Lind": (Role.JOURNALIST, "Harbour News", None),
        "Ann Marsh": (Role.JOURNALIST, None, None),
    }


TWOFOLD = """
Operator: Welcome. I turn the call over to Wen Zhao.
Wen Zhao: We had a good quarter.
Li Xiaoming: The margin rose.
Operator: Our first question comes from Mei Tan with Harbour Bank.
Li Xiaoming: Thank you. How much of that margin will stay next year?
Li Xiaoming: Most of it.
Operator: The next question comes from Ravi Menon of Kestrel Research.
Ravi Menon: And the tax rate?
Li Xiaoming: It stays.
Li Xiaoming: What else can I say?
"""


def test_a_question_under_the_label_of_who_answers_belongs_to_who_was_given_the_floor() -> None:
    cast = people.cast(scripts.transcript(TWOFOLD))
    whose = [cast.members[p.member].name if p.member is not None else None for p in cast.placements]
    assert whose[4:6] == ["Mei Tan", "Li Xiaoming"]
    assert whose[8:] == ["Li Xiaoming", "Li Xiaoming"]
    (problem,) = cast.problems
    assert (problem.line, problem.level) == (5, "warning") and "Mei Tan" in problem.message
