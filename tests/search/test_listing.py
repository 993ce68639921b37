"""Lists that are made from a glossary are those that Pagefind makes of the texts themselves, byte for byte."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search import glossary, languages, listing, packing, service
from tests.search import indexing

TOKENS = (
    "the The mill mills cat's don't l’été d'énergie Umsätze umsatz Straße GROẞE İstanbul ﬁne naïve naïveté-Ünal go-go "
    "state-of-the-art the-the e-mail/web a_b __init__ CamelCase ABCDef $3.5bn 3,000 10% “quoted” (so) — … 1st ½ x² "
    "U.S. <b>x</b> &amp; 🙂 🙂ok هذا المحطّة हिन्दी 云 計 算 日本語 ไทย ΟΔΟΣ ١٢"
).split()
TEXTS = st.lists(st.sampled_from(TOKENS), min_size=1, max_size=40).map(lambda found: " ".join([*found, "mill"]))
ANY = st.text(max_size=60).map(lambda text: f"{languages.clean(text)} mill".strip())
PAGEFIND = "___PAGEFIND_ANCHOR___div:1:a ___PAGEFIND_WEIGHT___5 tea"
"""What Pagefind takes for orders."""


def told(texts: Sequence[str], titles: Sequence[str]) -> list[dict[str, Any]]:
    """Tell records."""
    return [
        {"url": f"/{number}", "content": text, "language": "en", "meta": {"title": title, "context": "Mill"}}
        for number, (text, title) in enumerate(zip(texts, titles, strict=False))
    ]


def whole(records: Sequence[dict[str, Any]], language: str) -> packing.Taken:
    """Have Pagefind index them."""
    with service.running(indexing.program()) as running:
        return packing.take(service.files(running, records), language)


def comparable(taken: packing.Taken) -> tuple[Any, ...]:
    """All that is taken; in which order the forms of a word come makes no difference."""
    words = {word: (plain, sorted(forms)) for word, (plain, forms) in taken.words.items()}
    counts = [(each["url"], each["word_count"]) for each in taken.fragments]
    return taken.version, taken.fields, counts, words


@settings(max_examples=25, deadline=None)
@given(
    st.lists(TEXTS | ANY, min_size=1, max_size=12), st.lists(TEXTS, min_size=12, max_size=12),
    st.sampled_from(["en", "de", "fr", "ar", "tr", "zh", "ko"]),
)  # fmt: skip
def test_lists_are_those_that_pagefind_makes(texts: list[str], titles: list[str], language: str) -> None:
    records = [{**each, "language": language} for each in told(texts, titles)]
    taken = listing.take(records, indexing.program(), language)
    assert taken
    assert comparable(taken) == comparable(whole(records, language))


def test_lists_of_many_places_and_many_records_are_those_that_pagefind_makes() -> None:
    texts = ["mill " * 300, *(["tea"] * 299), "mill x-mill mill", " ".join(f"w{n}" for n in range(5_000)) + " mill"]
    records = told(texts, ["mill and mill"] * len(texts))
    taken = listing.take(records, indexing.program(), "en")
    assert taken
    assert comparable(taken) == comparable(whole(records, "en"))


def test_what_pagefind_would_take_for_an_order_is_a_word_like_others() -> None:
    (record,) = told([f"{PAGEFIND} tea"], ["tea"])
    taken = listing.take([record], indexing.program(), "en")
    assert taken
    assert taken.fragments[0]["word_count"] == 4
    listed, _ = taken.words["tea"]
    assert listed and b"\x83\x38\x18\x02\x01" in listed[3]  # of the usual weight, at the third place and the next
    assert any("pagefind_weight___5" in word for word in taken.words)


def test_a_program_that_parts_tokens_itself_is_told_whole_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    def parting(known: glossary.Glossary, tokens: Sequence[str]) -> dict[str, bytes]:
        return indexing.indexed([indexing.record(1, " ".join(each for token in tokens for each in token))])

    monkeypatch.setattr(glossary, "_files", parting)
    glossary.of.cache_clear()
    assert listing.take(told(["云计算 模型"], ["云"]), indexing.program(), "en") is None
    glossary.of.cache_clear()


def test_a_glossary_that_knows_too_much_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glossary, "MOST", 5)
    glossary.of.cache_clear()
    for text in ("one two three four five six", "seven eight mill", "one mill"):
        records = told([text], ["tea"])
        taken = listing.take(records, indexing.program(), "en")
        assert taken
        assert comparable(taken) == comparable(whole(records, "en"))
    assert len(glossary.of(indexing.program(), "en").tokens) < 9
    glossary.of.cache_clear()
