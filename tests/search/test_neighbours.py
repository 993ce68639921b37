"""Every place of a word that is everywhere is listed, by the word after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search import merging, neighbours, packing, shards, terms
from generator.search.record import Record
from tests.search import indexing

COMMON = ("mill", "of", "the")
SAID = "the The of mill, mills (the milling state-of-the-art mill's Málaga roof roofs grid tea the-of — 3.5%".split()
TEXTS = st.lists(st.sampled_from(SAID), min_size=1, max_size=25).map(lambda words: " ".join(["tea", *words]))

Lists = dict[str, dict[str, list[Any]]]


def paired(records: Sequence[Record], size: int = 3) -> tuple[Lists, neighbours.Paired]:
    """Make a bundle with pairs, and read it."""
    parts = indexing.parted(records, size)
    packs = list(map(shards.pack, parts))
    pairs = [neighbours.pair(neighbours.Common(part, COMMON)) for part in parts]
    files = merging.merge(packs, pairs, COMMON).files
    return indexing.read({**indexing.fragments(packs), **dict(files)}), pairs[0]


def places(listed: Sequence[int]) -> set[int]:
    """Read the places of `[-25, 3, 2]`: 3 and 5, of whatever weight."""
    found, place = set(), 0
    for number in listed:
        place = 0 if number < 0 else place + number
        found |= {place} if number >= 0 else set()
    return found


def stands(lists: Lists, word: str) -> dict[str, set[int]]:
    """Say where a word stands, with its forms."""
    found: dict[str, set[int]] = {}
    for each, records in lists.items():
        if each.partition(" as ")[0] == word:
            for address, (listed, _) in records.items():
                found.setdefault(address, set()).update(places(listed))
    return {address: at for address, at in found.items() if at}


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=7))
def test_a_place_of_a_common_word_is_listed_by_every_kind_of_what_follows(texts: list[str]) -> None:
    records = [indexing.record(number, text) for number, text in enumerate(texts)]
    everything, (lists, _) = indexing.read(indexing.indexed(records)), paired(records)
    after = {word: stands(everything, word) for word in {each.partition(" as ")[0] for each in everything}}
    for number, word in enumerate(COMMON):
        for address, at in after.get(word, {}).items():
            for other, found in after.items():
                kind = f"c{COMMON.index(other)}" if other in COMMON else neighbours.group(other)
                both = {place for place in at if place + 1 in found.get(address, ())}
                assert both <= stands(lists, f"+{number}+{kind}").get(address, set())
            every = [stands(lists, each).get(address, set()) for each in lists if each.startswith(f"+{number}+")]
            assert set().union(*every) == at


def test_before_another_common_word_nothing_else_is_listed() -> None:
    lists, _ = paired([indexing.record(1, "of the roof of tea the mill of"), indexing.record(2, "of them")])
    (address,) = stands(lists, "+1+c2")
    assert stands(lists, "+1+c2") == {address: {0}}
    assert stands(lists, "+2+c0") == {address: {5}}
    assert stands(lists, "+1+e0") == {address: {7}}


def test_a_common_word_of_a_title_is_listed_with_the_word_after_it() -> None:
    lists, _ = paired([replace(indexing.record(1, "tea"), title="Head of the mill")])
    ((_, titles),) = lists["+1+c2"].values()
    assert titles[1:] == [1], "the second word of the title"


def test_forms_are_written_as_a_query_has_them() -> None:
    _, pair = paired([indexing.record(1, "The mills, (the MILL of-the tea’s Of")])
    assert pair.forms == (("mill", "mills"), ("of",), ("the",))
    assert neighbours.plain("“Málaga’s,”") == "malagas"


def test_words_are_common_whose_lists_are_long_in_the_whole_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terms, "COMMON", 600)
    packs = indexing.packs([indexing.record(n, "the roof " * 200 + f"w{n}") for n in range(9)], 3)
    assert neighbours.common(packs, 1) == ("roof", "the")
    assert neighbours.common(packs, 9) == ()


def test_nothing_is_made_of_a_language_in_which_a_stem_may_begin_otherwise_than_its_word() -> None:
    packs = [
        shards.pack(indexing.shard("ar", "ar", (indexing.record(1, "الشركة " * 4_000, "ar"),), indexing.program()))
    ]
    assert packs[0].heavy and neighbours.common(packs, 1) == ()


def test_an_archive_without_common_words_has_no_pairs() -> None:
    (part,) = indexing.parted([indexing.record(1)], 1)
    assert packing.given(neighbours.pair(neighbours.Common(part, ())).words) == {}
