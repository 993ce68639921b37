"""The language and the script of a text are told where they are sure, and not otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.grammar import languages

ENGLISH = "We think that the furnace will be lit before the summer, and that it will pay for itself."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        ("Wir haben den Ofen im Mai angezündet, und das ist nicht die letzte Nachricht für heute.", "de"),
        ("Nous avons allumé le four en mai, et ce n'est pas la dernière nouvelle pour vous.", "fr"),
        ("Encendimos el horno en mayo y no es la última noticia que tenemos para los accionistas.", "es"),
        ("炉子已经在五月点火了。", "zh"),
        ("炉は五月に火が入りました。", "ja"),
        ("용광로는 5월에 불을 붙였습니다.", "ko"),
        ("أشعلنا الفرن في شهر أيار", "ar"),
        ("کوره را در ماه می روشن کردیم، چه خوب", "fa"),
        ("הדלקנו את הכבשן בחודש מאי", "he"),
        ("Мы зажгли печь в мае, и это ещё не всё.", "ru"),
        ("Ми запалили піч у травні.", "uk"),
        ("Запалихме пещта през май.", "und-Cyrl"),
        ("12.5 %", None),
        ("", None),
        ("Helm, Haiyan.", None),
        ("We call it 海燕模型第二代, which is 模型的名字 in full", None),
    ],
)
def test_a_language_is_told_by_letters_and_common_words(text: str, language: str | None) -> None:
    assert languages.language(text) == language


@pytest.mark.parametrize(
    ("text", "main", "language"),
    [
        ("Helm.", "de", "de"),
        ("你好", "zh-Hant-TW", "zh-Hant-TW"),
        ("Thank you.", "zh", None),
        ("Thank you, Tomás, for the answer, and that is it for me.", "en", "en"),
        ("Où est le four que vous avez allumé, et pourquoi pas les deux pour une fois ?", "en", "fr"),
        ("1931", "en", None),
    ],
)
def test_words_in_the_script_of_the_call_are_in_its_language(text: str, main: str, language: str | None) -> None:
    assert languages.language(text, main) == language


@pytest.mark.parametrize(
    ("text", "begins", "holds"),
    [
        ("سلمى says yes", True, True),
        ("12 – שלום", True, True),
        ("Ask سلمى", False, True),
        ("Ask her", False, False),
        ("赵文", False, False),
        ("…", False, False),
    ],
)
def test_the_direction_of_a_text_is_that_of_its_first_letter(text: str, begins: bool, holds: bool) -> None:
    assert (languages.rightward(text), languages.holds_rightward(text)) == (begins, holds)


@given(st.text(max_size=200))
def test_a_language_is_found_only_where_a_script_is(text: str) -> None:
    if languages.script(text) is None:
        assert languages.language(text) is None
    if languages.rightward(text):
        assert languages.holds_rightward(text)


@pytest.mark.parametrize("name", sorted(set(languages.WORDS) - {"en"}))
def test_no_common_word_of_another_language_is_common_in_english(name: str) -> None:
    assert not languages.WORDS[name] & (languages.WORDS["en"] | set("a as do in is no on me we so".split()))


@given(st.text(st.characters(max_codepoint=0x24F) | st.sampled_from("’“”–…€™ŒƒжλקمЖは财한ก")))
def test_a_text_is_latin_if_it_holds_no_foreign_letter(text: str) -> None:
    assert languages.latin(text) == (languages.FOREIGN.search(text) is None)


def test_no_sign_of_a_western_typewriter_is_foreign() -> None:
    signs = bytes(range(256)).decode(languages.WESTERN, errors="ignore")
    assert len(signs) > 240 and not languages.FOREIGN.search(signs)
