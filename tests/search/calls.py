"""A few calls for the tests of this folder, taken the whole way from a script to an archive."""

from __future__ import annotations

from functools import cache

from generator.model import Archive, KnownOrganization, Participant, Role, Topic, Vocabulary
from generator.search import making
from generator.search.record import Record
from tests import scripts

LISTED = (
    Participant("Wen Zhao", "Lanhai Group", "Chief Executive Officer", Role.EXECUTIVE),
    Participant("Mei Tan", "Harbour Bank", None, Role.SELL_SIDE_ANALYST),
    Participant("Ravi Menon", "Kestrel Research", None, Role.SELL_SIDE_ANALYST),
)
SCRIPT = """
Operator: Welcome to the call. I now hand over to Wen Zhao.
Wen Zhao: Good morning. Our storage orders grew by a third, and the ferry terminal opened in May.
| We expect sodium cells to cost less than a kettle of tea.
# Questions and Answers
Operator: Our first question comes from Mei Tan with Harbour Bank. Please go ahead.
Mei Tan: Thank you. What will storage orders look like next year?
Wen Zhao: We don't give a number for next year, but the pipeline of storage is strong.
Mei Tan: And the margin?
Wen Zhao: It will be higher than today.
Operator: Our next question comes from Ravi Menon with Kestrel Research. Please go ahead.
Ravi Menon: How far is the plant in Toledo?
Wen Zhao: The walls stand and the roof follows in autumn.
Operator: There are no further questions. You may now disconnect.
"""
TOPICS = (Topic("energy", "Energy"), Topic("storage", "Storage", ("battery storage",), parent="energy"))


@cache
def archive() -> Archive:
    """Take two calls of one company to an archive."""
    vocabulary = Vocabulary(topics=TOPICS, organizations=(KnownOrganization("Harbour Bank", aliases=("HB",)),))
    return scripts.archive(
        scripts.transcript(SCRIPT, "a.txt", LISTED, series="lanhai", date="2024-05-02", period="fy2024-q1", title="Q1"),
        scripts.transcript(
            SCRIPT.replace("Toledo", "Trieste"), "b.txt", LISTED, series="lanhai", date="2024-08-02", period="fy2024-q2"
        ),
        vocabulary=vocabulary,
    )


def records() -> list[Record]:
    """Make everything that can be found in them."""
    return making.records(archive())


def one(address: str) -> Record:
    """Take the record under an address."""
    (found,) = [record for record in records() if record.address == address]
    return found
