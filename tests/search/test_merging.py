"""Shards that were indexed by themselves make, put together, the index that Pagefind makes of everything at once."""

from __future__ import annotations

import gzip
from itertools import pairwise
from typing import Any

import pytest

from generator.search import cbor, merging, packing, service
from tests.search import indexing

RECORDS = [indexing.record(number) for number in range(24)]


def merged(size: int, chunk: int = merging.CHUNK) -> dict[str, bytes]:
    """Put shards of so many records together."""
    return indexing.files(indexing.packs(RECORDS, size), chunk=chunk)


def table(files: dict[str, bytes]) -> list[Any]:
    """Read the table of contents."""
    (data,) = [data for path, data in files.items() if path.endswith(packing.META)]
    read = cbor.read(packing.content(data))[0]
    assert isinstance(read, list)
    return read


@pytest.mark.parametrize("size", [1, 5, 24])
def test_merged_shards_say_of_every_word_what_one_index_says(size: int) -> None:
    assert indexing.read(merged(size)) == indexing.read(indexing.indexed(RECORDS))


def test_parts_of_the_index_may_be_of_any_size() -> None:
    small, large = merged(6, 200), merged(6)
    assert sum(path.startswith("index/") for path in small) > 10
    assert indexing.read(small) == indexing.read(large)


def test_borders_of_parts_are_as_short_as_tells_them_apart() -> None:
    borders = [(first, last) for first, last, _ in table(merged(6, 200))[2]]
    assert all(last < first for (_, last), (first, _) in pairwise(borders))
    assert min(len(last) for _, last in borders[:-1]) == 1


def test_a_word_that_is_everywhere_is_listed_with_its_first_places_and_others_as_ever() -> None:
    packs, common = indexing.packs(RECORDS, 5), ("mill", "tea")
    everything = indexing.read(indexing.indexed(RECORDS))
    short = indexing.read({**indexing.fragments(packs), **dict(merging.merge(packs, (), common).files)})
    assert short.keys() == everything.keys()
    for word, found in everything.items():
        assert short[word].keys() == found.keys()
        for address, (places, titles) in found.items():
            kept = places[: 1 + (places[0] < 0)] if word.partition(" as ")[0] in common and places else places
            assert short[word][address] == [kept, titles]


def test_facets_name_the_records_that_have_them() -> None:
    files = merged(7)
    _, pages, _, filters, _, _ = table(files)
    shown = [indexing.shown(files, name) for name, _ in pages]
    names = dict(filters)
    told: Any = cbor.read(packing.content(files[f"filter/{names['speaker']}{packing.FILTER}"]))[0]
    for value, numbers in told[1]:
        addresses = {shown[number]["url"] for number in numbers}
        assert addresses == {r.address for r in RECORDS if dict(r.facets)["speaker"] == (value,)}


def test_the_same_records_make_the_same_files() -> None:
    assert merged(6) == merged(6)


def test_an_index_that_is_laid_out_otherwise_is_refused() -> None:
    files = indexing.indexed(RECORDS[:3])
    (path,) = [path for path in files if path.endswith(packing.META)]
    with pytest.raises(packing.Foreign):
        packing.take({**files, path: packing.packed(cbor.array([cbor.text("2.0")]))}, "en")
    (path,) = [path for path in files if path.endswith(packing.INDEX)]
    chunk = packing.content(files[path])
    with pytest.raises((packing.Foreign, ValueError)):
        packing.take({**files, path: packing.packed(chunk[:40] + b"\x80" + chunk[40:])}, "en")


def test_a_file_without_the_signature_is_refused() -> None:
    files = indexing.indexed(RECORDS[:1])
    (path,) = [path for path in files if path.endswith(packing.META)]
    with pytest.raises(packing.Foreign, match="signature"):
        packing.take({**files, path: gzip.compress(b"something else")}, "en")


def test_two_languages_at_once_are_refused() -> None:
    mixed = [indexing.record(1), indexing.record(2, "Die Umsätze", "de")]
    with pytest.raises(packing.Foreign, match="2 languages"):
        packing.take(indexing.indexed(mixed), "en")


def test_the_program_answers_in_order_even_if_there_is_more_to_say_than_a_pipe_holds() -> None:
    with service.running(indexing.program()) as running:
        index = running.ask({"type": "NewIndex", "config": {}})["index_id"]
        told = [
            {"type": "AddRecord", "index_id": index, "url": f"/{n}", "content": "tea " * 200, "language": "en",
             "meta": {"title": "x" * 5000}}
            for n in range(200)
        ]  # fmt: skip
        assert [answer["page_url"] for answer in running.ask_each(told)] == [f"/{n}" for n in range(200)]


def test_a_program_that_refuses_or_dies_is_told_of() -> None:
    with service.running(indexing.program()) as running, pytest.raises(service.ServiceError, match="refused"):
        running.ask({"type": "GetFiles", "index_id": 77})
    with service.running(indexing.program()) as running, pytest.raises(service.ServiceError, match="stopped"):
        running.process.kill()
        running.process.wait()
        running.ask({"type": "NewIndex", "config": {}})
