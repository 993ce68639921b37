"""A passage goes into the index of its language, and text without spaces is parted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search import languages


@pytest.mark.parametrize(
    ("text", "main", "expected"),
    [
        ("Our revenue grew and we are glad of it.", "en", "en"),
        ("Our revenue grew.", None, "en"),
        ("Die Umsätze der Häuser sind im Frühjahr gewachsen, und das ist für uns nicht neu.", "en", "de"),
        ("Thank you.", "de-CH", "de"),
        ("云计算业务收入增长了百分之六。", "en", "zh"),
        ("クラウド事業の売上高は増加しました。", "en", "ja"),
        ("نمت إيرادات الحوسبة السحابية", "en", "ar"),
    ],
)
def test_the_index_of_a_text_is_that_of_its_language(text: str, main: str | None, expected: str) -> None:
    assert languages.tell(text, main) == expected


def test_signs_are_parted_and_other_words_stay_whole() -> None:
    assert languages.spaced(languages.part("云AI 模型,x y")) == "云 AI 模 型 ,x y"


@given(st.text("云计算AI 模型ก.é ", max_size=60).map(languages.clean))
def test_parting_loses_nothing_and_counts_the_same_words_on_both_sides(text: str) -> None:
    parted = languages.part(text)
    assert parted.replace(languages.BORDER, "") == text
    if text:
        assert len(parted.split(languages.BORDER)) == len(languages.spaced(parted).split())


@given(st.text(max_size=80))
def test_clean_text_is_folded_has_no_borders_and_can_be_written(text: str) -> None:
    cleaned = languages.clean(text)
    assert cleaned == " ".join(cleaned.split())
    assert languages.BORDER not in cleaned
    cleaned.encode("utf-8")
