"""The search of a packed archive as files: what its engine reads is what the records hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from generator.search import making, packed, portions, tokens
from generator.search.record import Record
from tests.search import calls, indexing, test_numbers

GIVEN = ("callArchive.give(", ");\n")


def given(files: Mapping[str, bytes], path: str) -> Any:
    """Read what a script gives."""
    text = files[path].decode("utf-8")
    assert text.startswith(GIVEN[0]) and text.endswith(GIVEN[1]), path
    return json.loads(text.removeprefix(GIVEN[0]).removesuffix(GIVEN[1]))


def made(records: list[Record]) -> dict[str, bytes]:
    """Pack records."""
    parts = indexing.divided(records, packed.PROGRAM)
    bundles = packed.group(parts, [portions.portion(part) for part in parts])
    return dict(packed.files(packed.Packed(bundles, ())))


def found(files: Mapping[str, bytes], bundle: str) -> dict[str, dict[str, list[int]]]:
    """Read a bundle as its engine does: word → address → places."""
    index = given(files, f"search/{bundle}/index.js")
    addresses = [
        each["url"] for call, count in index["calls"] for each in given(files, f"search/{bundle}/shown/{call}.js")
    ]
    read: dict[str, dict[str, list[int]]] = {}
    for part, words in enumerate(index["words"]):
        lists = given(files, f"search/{bundle}/words/{part}.js")
        for word, listed in zip(words.split(" "), lists, strict=True):
            read[word] = _places(list(test_numbers.read(listed)), addresses)
    return read


def _places(numbers: list[int], addresses: list[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    left, record = iter(numbers), 0
    for step in left:
        record += step
        place = 0
        places[addresses[record]] = [place := place + next(left) for _ in range(next(left) >> 1)]
    return places


def _scanned(records: list[Record]) -> dict[str, dict[str, list[int]]]:
    """Look through records for every word."""
    seen: dict[str, dict[str, list[int]]] = {}
    for record in records:
        for _, words in tokens.placed(f"{record.title} {record.context}"):
            for word in words:
                seen.setdefault(word, {}).setdefault(record.address, [])
        for place, words in tokens.placed(record.words):
            for word in words:
                seen.setdefault(word, {}).setdefault(record.address, []).append(place)
    return seen


def test_every_word_of_every_record_has_its_places_whatever_shard_it_is_in() -> None:
    records = [indexing.record(number) for number in range(600)]
    assert len(indexing.divided(records, packed.PROGRAM)) > 2
    assert found(made(records), "en") == _scanned(records)


def test_words_come_in_the_order_of_a_script_in_parts_of_which_a_query_takes_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(packed, "PART", 200)
    files = made([*map(indexing.record, range(30)), indexing.record(1000, "𐐨ylem ｆullwidth zebra 中文 \ufa0ex")])
    told = given(files, "search/en/index.js")
    words = [word for part in told["words"] for word in part.split(" ")]
    assert words == sorted(set(words), key=lambda word: word.encode("utf-16-be"))
    assert words != sorted(words)
    assert len(told["words"]) == len(told["stems"]) > 3


def test_a_stem_is_told_by_the_letters_that_it_leaves_out() -> None:
    files = made([indexing.record(1, "margin margins companies running 2024 2023")])
    told = given(files, "search/en/index.js")
    cut = dict(zip(told["words"][0].split(" "), told["stems"][0].split(" "), strict=True))
    assert {word: cut[word] for word in ("margin", "margins", "companies", "running", "2024")} == {
        "margin": "", "margins": "1", "companies": "2", "running": "4", "2024": "",
    }  # fmt: skip


def test_an_archive_has_a_bundle_a_language_one_of_names_and_facets_for_each() -> None:
    index, problems = making.pack(
        calls.archive(), False, lambda function, things, _, fill: map(function, map(fill, things))
    )
    assert index is not None and not problems
    files = dict(making.files(index))
    told = given(files, "search/bundles.js")
    (english,) = told["languages"]
    assert (english["bundles"], english["script"], told["names"]["bundles"]) == (["en/"], "engine.js", ["names/"])
    speakers = given(files, "search/en/facets/speaker.js")
    assert set(speakers) == {"wen-zhao", "mei-tan", "ravi-menon"}
    shown = [each for path in files if "/shown/" in path for each in given(files, path)]
    assert all(each["url"].partition("#")[0].endswith(".html") for each in shown)
    assert {"search/engine.js", "search/bundle.js"} <= files.keys()


def test_the_order_of_calls_changes_nothing() -> None:
    one, other = ([indexing.record(number) for number in range(first, first + 20)] for first in (0, 20))
    assert made(one + other) == made(other + one)
