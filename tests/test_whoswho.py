"""Who is who, and what is proposed and left to people."""

from pathlib import Path

import yaml

from generator import vocabulary, whoswho
from generator.model import Archive, KnownOrganization, KnownPerson, Vocabulary
from tests import scripts

HANDOVER = "Operator: Our first question comes from {} with {}.\n{}: How is demand?\nWen Zhao: Good."


def archive(*askers: tuple[str, str], known: Vocabulary | None = None) -> Archive:
    """One call a pair of asker and firm, a quarter apart."""
    made = [
        scripts.transcript(
            HANDOVER.format(name, firm, name),
            f"{n}.txt",
            series="lanhai",
            date=f"2023-{n + 1:02}-10",
            organization="Lanhai",
        )
        for n, (name, firm) in enumerate(askers)
    ]
    return scripts.archive(*made, vocabulary=known)


def proposed(found: Archive) -> dict[str, list[dict[str, object]]]:
    """The proposals, as the vocabulary's reader would see them."""
    return dict(yaml.safe_load(whoswho.propose(found)) or {})


def test_a_name_at_two_firms_is_proposed_as_one_person_with_both_affiliations() -> None:
    (entry,) = proposed(archive(("Mei Tan", "Northgate Securities"), ("Mei Tan", "Harbour Bank")))["people"]
    assert entry["name"] == "Mei Tan"
    assert entry["affiliations"] == [
        {"organization": "Northgate Securities", "role": "sell_side_analyst", "from": "2023-01-10"},
        {"organization": "Harbour Bank", "role": "sell_side_analyst", "from": "2023-02-10"},
    ]


def test_near_namesakes_at_one_firm_are_proposed_and_others_are_not() -> None:
    found = archive(
        ("Stephen Ludd", "Kestrel Research"), ("Steve Ludd", "Kestrel Research"), ("Ravi Menon", "Kestrel Research")
    )
    (entry,) = proposed(found)["people"]
    assert {entry["name"], *(entry["aliases"] if isinstance(entry["aliases"], list) else [])} == {
        "Stephen Ludd",
        "Steve Ludd",
    }


def test_firms_of_which_one_has_all_words_of_the_other_are_proposed_as_one() -> None:
    found = archive(("Mei Tan", "Harbour"), ("Ravi Menon", "Harbour Capital Markets"), ("Ann Lee", "Harbourside"))
    assert proposed(found)["organizations"] == [{"name": "Harbour", "aliases": ["Harbour Capital Markets"]}]


def test_what_is_proposed_can_be_pasted_as_it_is(tmp_path: Path) -> None:
    text = whoswho.propose(archive(("Mei Tan", "Northgate"), ("Mei Tan", "Harbour"), ("Ann Lee", "Harbour Capital")))
    people, organizations = text.split("\n\n")
    (tmp_path / "people.yml").write_text(people, encoding="utf-8")
    (tmp_path / "organizations.yml").write_text(organizations, encoding="utf-8")
    found, problems = vocabulary.load(tmp_path)
    assert (len(found.people), len(found.organizations), problems) == (1, 1, ())


def test_nothing_to_propose_is_said() -> None:
    text = whoswho.propose(archive(("Mei Tan", "Harbour Bank")))
    assert "nothing to propose for people" in text and "nothing to propose for organizations" in text


def test_everybody_is_told_with_affiliations_forms_and_rules() -> None:
    told = "\n".join(whoswho.tell(archive(("Mei Tan", "Harbour Bank"), ("MEI TAN", "Harbour Bank, Inc."))))
    assert "Mei Tan  #mei-tan" in told
    assert "Harbour Bank [sell_side_analyst] in 2 calls, 2023-01-10 to 2023-02-10" in told
    assert "as printed: MEI TAN" in told and "joined by: same name and organisation" in told


def test_spellings_that_organizations_yml_declares_are_one_firm_and_one_person() -> None:
    known = Vocabulary(organizations=(KnownOrganization("Harbour Bank", aliases=("HB Capital Markets",)),))
    found = archive(("Mei Tan", "Harbour Bank"), ("Mei Tan", "HB Capital Markets"), known=known)
    assert [a.calls for a in found.speakers["mei-tan"].affiliations] == [("lanhai/2023-01-10", "lanhai/2023-02-10")]
    assert found.organization_of["HB Capital Markets"] == found.organization_of["Harbour Bank"] == "harbour-bank"


def test_dots_spaces_and_legal_forms_do_not_make_another_firm() -> None:
    found = archive(("Mei Tan", "J.T. Colby & Co"), ("Mei Tan", "JT Colby"))
    assert len(found.speakers["mei-tan"].affiliations) == 1


def test_somebody_who_asks_and_answers_is_proposed_as_two() -> None:
    known = Vocabulary((KnownPerson("Mei Tan"),))
    answering = "Operator: Our first question comes from Ravi Menon with Kestrel.\nRavi Menon: Why?\nMei Tan: Because."
    found = scripts.archive(
        scripts.transcript(
            HANDOVER.format("Mei Tan", "Harbour Bank", "Mei Tan"), "a.txt", series="x", date="2024-01-02"
        ),
        scripts.transcript(answering, "b.txt", series="x", date="2024-01-03", organization="Lanhai"),
        vocabulary=known,
    )
    text = whoswho.propose(found)
    assert "is Mei Tan #mei-tan two people?" in text
    assert "id: mei-tan-1" in text and "id: mei-tan-2" in text
