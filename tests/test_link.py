"""Every index is a list of edges turned around."""

from generator.model import Archive, Asked, MentionKind, Topic, Vocabulary
from tests import scripts

SCRIPT = """
Operator: Our first question comes from {asker} with Harbour Bank.
{asker}: How is open source doing?
Wen Zhao: Open source is doing well.
"""


def archive() -> Archive:
    """Two calls of one series, a year apart, and one of another."""
    vocabulary = Vocabulary(topics=(Topic("open-source", "Open source"),))
    return scripts.archive(
        scripts.transcript(
            SCRIPT.format(asker="Mei Tan"),
            "a.txt",
            series="lanhai",
            organization="Lanhai Group",
            date="2023-08-10",
            period="2023-q2",
        ),
        scripts.transcript(
            SCRIPT.format(asker="Ravi Menon"),
            "b.txt",
            series="lanhai",
            organization="Lanhai Group",
            date="2024-08-12",
            period="2024-q2",
        ),
        scripts.transcript(SCRIPT.format(asker="Mei Tan"), "c.txt", series="other"),
        vocabulary=vocabulary,
    )


def test_calls_come_newest_first_and_those_without_a_date_last() -> None:
    assert list(archive().calls) == ["lanhai/2024-q2", "lanhai/2023-q2", "other/c"]


def test_a_series_lists_its_calls_oldest_first() -> None:
    found = archive()
    assert found.series["lanhai"].calls == ("lanhai/2023-q2", "lanhai/2024-q2")


def test_questions_are_found_from_asker_and_answerer() -> None:
    found = archive()
    assert found.asked_by["mei-tan"] == (Asked("lanhai/2023-q2", 1), Asked("other/c", 1))
    assert found.answered_by["wen-zhao"] == (Asked("lanhai/2024-q2", 1), Asked("lanhai/2023-q2", 1))


def test_a_topic_knows_every_passage_that_speaks_of_it_newest_first() -> None:
    passages = archive().passages[MentionKind.TOPIC, "open-source"]
    assert [(p.call, p.turn) for p in passages] == [
        ("lanhai/2024-q2", 2),
        ("lanhai/2024-q2", 3),
        ("lanhai/2023-q2", 2),
        ("lanhai/2023-q2", 3),
        ("other/c", 2),
        ("other/c", 3),
    ]


def test_a_question_is_addressed_by_its_asker_and_the_count_in_its_call() -> None:
    assert archive().question_keys["lanhai/2023-q2", 1] == "mei-tan-1"


def test_periods_come_newest_first() -> None:
    assert list(archive().periods) == ["2024-q2", "2023-q2"]
