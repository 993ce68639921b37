"""Nouns, packed, unpacked and varied."""

import dataclasses
import pickle

import pytest

from generator.model import AnswerStatus, Evidence, Paragraph, QuestionPart, SectionKind, Source, Status, Turn, packing


@dataclasses.dataclass(frozen=True, slots=True)
class Stall:
    """A noun as the model's are."""

    name: str
    goods: tuple[str, ...]
    within: "Stall | None" = None
    secret: frozenset[int] = dataclasses.field(default=frozenset(), repr=False)


WHY = Evidence("label", 3, "Mei Tan")
TURN = Turn(1, 0, "mei-tan", "Mei Tan", SectionKind.QA, (Paragraph("We melt.", 3),), 3, WHY, start=4.5)
PART = QuestionPart("x1a", 1, 1, 0, 8, "Why melt?", WHY)


def test_a_noun_that_is_packed_and_unpacked_is_the_same() -> None:
    source = Source("a.txt", "0" * 64, 8)
    assert pickle.loads(pickle.dumps((TURN, PART, source))) == (TURN, PART, source)


def test_a_varied_noun_is_what_the_standard_library_gives() -> None:
    status = AnswerStatus(Status.DECLINED, WHY)
    assert packing.varied(PART, status=status) == dataclasses.replace(PART, status=status)
    changed = packing.varied(TURN, section=SectionKind.CLOSING, procedural=True)
    assert changed == dataclasses.replace(TURN, section=SectionKind.CLOSING, procedural=True)
    assert TURN.section is SectionKind.QA, "the noun itself stays what it is"


def test_a_noun_has_no_other_facts_than_its_own() -> None:
    with pytest.raises(KeyError, match="colour"):
        packing.varied(TURN, colour="red")


def test_a_noun_is_told_in_the_words_of_the_standard_library() -> None:
    stall = Stall("fish\nand “chips”", ("{cod}", "eel"), Stall("inner", ()), frozenset({1}))
    before = repr(stall)
    packing.quicken([Stall])
    assert repr(stall) == before
    assert not hasattr(Stall.__repr__, "__wrapped__"), "and it is told by another function"
