"""Words that a call holds in two languages are paired where that is sure, and each stays where it was said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Call, Participant, Passages, Role
from tests import scripts

LISTED = (
    Participant("Chen Wei", "Lanhai Glass", "Chief Executive Officer", Role.EXECUTIVE),
    Participant("Interpreter", role=Role.INTERPRETER),
)
CHINESE, ENGLISH = "新的窑炉已经投产，价格会稳定。", "The new furnace is at work, and prices will be stable."
GERMAN = "Der neue Ofen ist in Betrieb, und die Preise werden nicht mehr steigen, das ist für uns wichtig."


def pairs(script: str, **details: str) -> list[tuple[Passages, Passages, str]]:
    """Read a script and give its pairs with their rules."""
    return [(p.original, p.translated, p.evidence.rule) for p in call(script, **details).translations]


def call(script: str, **details: str) -> Call:
    """Read a script."""
    return scripts.call(script, LISTED, **details)


def test_a_paragraph_and_the_same_in_another_script_are_a_pair() -> None:
    assert pairs(f"Chen Wei: {CHINESE}\n| {ENGLISH}\n| {CHINESE}\n| {ENGLISH}") == [
        (Passages(1, 1, 1), Passages(1, 2, 2), "translation: follows in another script"),
        (Passages(1, 3, 3), Passages(1, 4, 4), "translation: follows in another script"),
    ]


def test_the_original_may_be_the_english() -> None:
    assert pairs(f"Chen Wei: {ENGLISH}\n| {CHINESE}")[0][:2] == (Passages(1, 1, 1), Passages(1, 2, 2))


def test_as_many_paragraphs_on_either_side_are_paired_one_by_one_and_others_as_a_whole() -> None:
    even = pairs(f"Chen Wei: {CHINESE}\n| {CHINESE}\n| {ENGLISH}\n| {ENGLISH}")
    assert [each[:2] for each in even] == [
        (Passages(1, 1, 1), Passages(1, 3, 3)),
        (Passages(1, 2, 2), Passages(1, 4, 4)),
    ]
    odd = pairs(f"Chen Wei: {CHINESE}\n| {CHINESE}\n| {ENGLISH} {ENGLISH}")
    assert [each[:2] for each in odd] == [(Passages(1, 1, 2), Passages(1, 3, 3))]


@pytest.mark.parametrize(
    "mark", ["[Interpreted]", "(Translated)", "[Translation]:", "(via interpreter)", "[translated from Chinese]"]
)
def test_a_mark_says_which_paragraph_is_a_translation(mark: str) -> None:
    found = pairs(f"Chen Wei: {ENGLISH}\n| {CHINESE}\n| {mark} {ENGLISH}")
    assert found == [(Passages(1, 2, 2), Passages(1, 3, 3), "translation: marked")]


def test_a_mark_tells_two_languages_of_latin_letters_apart() -> None:
    assert pairs(f"Chen Wei: {GERMAN}\n| [Translated] {ENGLISH}") == [
        (Passages(1, 1, 1), Passages(1, 2, 2), "translation: marked")
    ]


def test_what_the_interpreter_says_next_is_the_translation_of_a_whole_turn() -> None:
    assert pairs(f"Chen Wei: {CHINESE}\nInterpreter: {ENGLISH}\nChen Wei: {GERMAN}\nInterpreter: {ENGLISH}") == [
        (Passages(1, 1, 1), Passages(2, 1, 1), "translation: the interpreter speaks"),
        (Passages(3, 1, 1), Passages(4, 1, 1), "translation: the interpreter speaks"),
    ]


@pytest.mark.parametrize(
    "script",
    [
        f"Chen Wei: {ENGLISH}\n| {CHINESE}\n| {ENGLISH}",  # to which of the two does it belong?
        f"Chen Wei: {CHINESE}\n| Yes.",  # far too short to be the same
        f"Chen Wei: {ENGLISH}\n| [Interpreted] {ENGLISH}",  # the original was not written down
        f"Chen Wei: [Interpreted] {ENGLISH}\n| {ENGLISH}",
        f"Chen Wei: {CHINESE}\nMei Tan: {ENGLISH}",  # somebody else answers
        f"Chen Wei: {ENGLISH}\nInterpreter: {ENGLISH}",
        f"Interpreter: {CHINESE}\nChen Wei: {ENGLISH}",
        f"Chen Wei: {CHINESE}\n# Questions and answers\nInterpreter: {ENGLISH}",
        f"Chen Wei: We call it 海燕.\n| {ENGLISH}",
    ],
)
def test_on_doubt_nothing_is_paired(script: str) -> None:
    assert pairs(script) == []


@given(st.lists(st.sampled_from(["c", "e", "g", "[Translated] e", "…", "12"]), min_size=1, max_size=9))
def test_no_word_is_in_two_pairs_and_none_is_changed(kinds: list[str]) -> None:
    texts = [kind.replace("c", CHINESE).replace("g", GERMAN) if kind in "cg" else kind for kind in kinds]
    texts = [text.removesuffix(" e") + f" {ENGLISH}" if text.endswith(" e") else text for text in texts]
    texts = [ENGLISH if text == "e" else text for text in texts]
    read = call("Chen Wei: " + "\n| ".join(texts))
    assert [p.text for turn in read.turns for p in turn.paragraphs] == texts
    held = [
        (side.turn, number)
        for pair in read.translations
        for side in (pair.original, pair.translated)
        for number in range(side.first, side.last + 1)
    ]
    assert len(held) == len(set(held))


def test_the_language_of_a_call_is_declared_or_read() -> None:
    assert call(f"Chen Wei: {ENGLISH}").language == "en"
    assert call(f"Chen Wei: {GERMAN}").language == "de"
    assert call(f"Chen Wei: {CHINESE}").language == "zh"
    assert call("Chen Wei: Helm.").language is None
    assert call(f"Chen Wei: {CHINESE}", language="zh-Hant").language == "zh-Hant"
