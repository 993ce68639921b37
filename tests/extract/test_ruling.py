"""What the team rules wins over the rules, and a ruling that fits no question any more is told of."""

from __future__ import annotations

from dataclasses import replace

from generator import extract as extraction
from generator import identity, lexicon, link, people
from generator.model import Archive, Ruling, Status, Vocabulary
from tests import scripts
from tests.extract.test_statuses import FOLLOWED, LISTED

ON = Ruling("halvorsen-grid-systems/2024-05-02", "x1", "partial", "A hint is given.", "Annika Solberg", line=3)


def ruled(*rulings: Ruling) -> Archive:
    """An archive of one call under rulings."""
    transcript = scripts.transcript(FOLLOWED, "a.txt", LISTED, organization="Halvorsen Grid Systems", date="2024-05-02")
    cast = people.cast(transcript)
    identities, _ = identity.identify([transcript])
    team = Vocabulary(rulings=rulings)
    roster = people.resolve([cast], identities, team)
    words = lexicon.compile(team, roster)
    call = extraction.extract(transcript, cast, identities["a.txt"], roster, words, rulings)
    return link.link([(call, link.outline(call))], identities, roster, team)


def told(archive: Archive) -> list[str]:
    """What is told of rulings.yml."""
    return [str(problem) for problem in archive.problems if problem.path == "rulings.yml"]


def test_a_ruling_wins_and_keeps_what_the_rules_said() -> None:
    (call,) = ruled(ON).calls.values()
    status = call.exchanges[0].status
    assert status and status.ruling and status.instead_of
    assert (status.status, status.ruling.by, status.evidence.line) == (Status.PARTIAL, "Annika Solberg", 3)
    assert (status.instead_of.status, status.instead_of.evidence.words) == (
        Status.DECLINED,
        "We don't disclose the number",
    )


def test_a_question_is_named_by_its_number_or_by_its_page() -> None:
    for question, part in (("x1b", ""), ("x1", "b"), ("mei-tan-1", "b")):
        (call,) = ruled(replace(ON, question=question, part=part)).calls.values()
        assert [bool(p.status and p.status.ruling) for p in call.exchanges[0].parts] == [False, True]


def test_a_ruled_part_counts_in_what_becomes_of_the_question() -> None:
    (call,) = ruled(replace(ON, question="x2b", status="answered")).calls.values()
    status = call.exchanges[1].status
    assert status and status.instead_of
    assert (status.status, status.instead_of.status) == (Status.ANSWERED, Status.PARTIAL)


def test_words_that_no_longer_stand_in_the_question_keep_a_ruling_from_it() -> None:
    fitting, astray = replace(ON, words="How many  customers"), replace(ON, words="how many suppliers")
    assert told(ruled(fitting)) == []
    archive = ruled(astray)
    assert [x.status.ruling for x in next(iter(archive.calls.values())).exchanges if x.status] == [None, None]
    assert told(archive) == [
        "rulings.yml:3: warning: the words of the ruling on x1 of halvorsen-grid-systems/2024-05-02 no longer stand in "
        "that question (see which question it was on; it is not applied)"
    ]


def test_a_ruling_on_what_is_not_there_is_told_with_its_line() -> None:
    said = told(
        ruled(
            replace(ON, call="halvorsen/fy2020-q1", line=1),
            replace(ON, question="x9", line=2),
            replace(ON, question="x1c", line=3),
            replace(ON, question="tom-jones-1", line=4),
        )
    )
    assert [line.partition(": warning: ")[2] for line in sorted(said)] == [
        "there is no call halvorsen/fy2020-q1 (the id is the end of its address)",
        "halvorsen-grid-systems/2024-05-02 has no question x9 (its questions are x1 to x2)",
        "x1 of halvorsen-grid-systems/2024-05-02 has no part c (its parts are x1a to x1b)",
        "halvorsen-grid-systems/2024-05-02 has no question tom-jones-1 (its questions are x1 to x2)",
    ]


def test_of_two_rulings_on_one_question_by_different_names_the_first_holds() -> None:
    archive = ruled(ON, replace(ON, question="mei-tan-1", status="answered", line=9))
    (call,) = archive.calls.values()
    assert call.exchanges[0].status and call.exchanges[0].status.status is Status.PARTIAL
    assert told(archive) == [
        "rulings.yml:9: error: there is a ruling on x1 of halvorsen-grid-systems/2024-05-02 already, in line 3 "
        "(keep one of the two; this one is not applied)"
    ]
