"""A change makes few things anew, and nothing depends on the order in which calls come."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

from generator.search import fragments, languages, packing, shards
from generator.search.record import Place, Record
from tests.search import indexing

PROGRAM = Path("pagefind")
RECORDS = [indexing.record(number, "tea") for number in range(4_000)]


def keys(records: list[Record]) -> set[tuple[str, ...]]:
    """What the shards of records are remembered by."""
    return {tuple(shards.key(shard)) for shard in indexing.divided(records, PROGRAM)}


def test_a_changed_call_changes_one_shard() -> None:
    changed = [replace(RECORDS[0], words="coffee"), *RECORDS[1:]]
    assert len(keys(RECORDS) - keys(changed)) == 1


def test_a_new_call_changes_one_shard() -> None:
    assert len(keys([*RECORDS, indexing.record(9_999)]) - keys(RECORDS)) == 1


def test_passages_of_a_call_are_in_one_shard_and_shards_are_of_middling_size() -> None:
    parts = indexing.divided(RECORDS, PROGRAM)
    calls = [{record.group for record in shard.records} for shard in parts]
    assert sum(map(len, calls)) == len(set().union(*calls))
    assert 8 <= len(parts) <= 32
    assert max(len(shard.records) for shard in parts) < 3 * len(RECORDS) / len(parts)


def test_names_are_cut_to_stems_as_most_passages_are() -> None:
    german = [indexing.record(number, "Tee", "de") for number in range(5)]
    name = indexing.record(6, "Mei Tan", "")
    parts = {shard.bundle: shard.language for shard in indexing.divided([*german, indexing.record(7), name], PROGRAM)}
    assert parts == {"de": "de", "en": "en", "names": "de"}


def test_without_calls_there_is_nothing_to_index() -> None:
    assert shards.divide([], PROGRAM) == []


def test_the_order_in_which_calls_come_changes_nothing() -> None:
    calls = [RECORDS[at : at + 4] for at in range(0, len(RECORDS), 4)]
    mixed = [record for call in random.Random(1).sample(calls, len(calls)) for record in call]
    assert indexing.divided(mixed, PROGRAM) == indexing.divided(RECORDS, PROGRAM)


def test_the_same_shard_makes_the_same_pack() -> None:
    shard = indexing.shard("en", "en", tuple(indexing.record(number) for number in range(12)), indexing.program())
    assert shards.pack(shard) == shards.pack(shard)


def test_what_is_shown_says_who_speaks_from_which_word_on() -> None:
    record = indexing.record(1, "Good morning. What will it cost? Less than tea.")
    record = replace(record, places=(Place("t4", "Mei Tan", 0), Place("t5", "Wen Zhao", 33)))
    (made,) = shards.pack(indexing.shard("en", "en", (record,), indexing.program())).fragments
    shown = json.loads(packing.content(made.data))
    words = shown["content"].split()
    assert shown["places"] == ["0 t4 Mei Tan", f"{words.index('Less')} t5 Wen Zhao"]
    assert shown["meta"] == {"title": record.title, "context": "Series"}


def test_who_goes_on_speaking_is_not_named_again() -> None:
    record = indexing.record(1, "Good morning. What will it cost? Less than tea.")
    record = replace(record, places=tuple(Place(f"t4p{n}", "Mei Tan", at) for n, at in ((1, 0), (2, 14), (3, 33))))
    (made,) = shards.pack(indexing.shard("en", "en", (record,), indexing.program())).fragments
    assert json.loads(packing.content(made.data))["places"] == ["0 t4p1 Mei Tan", "2 t4p2", "6 t4p3"]


def test_text_without_spaces_is_parted_into_signs_where_nothing_better_is_there() -> None:
    record = indexing.record(1, "云计算 AI", "zh")
    record = replace(record, places=(Place("t1", "李明", 0), Place("t2", "王芳", 2)))
    pack = shards.pack(indexing.shard("zh", "zh", (record,), indexing.program()))
    assert {"云", "计", "算", "ai"} <= packing.given(pack.words).keys()
    shown = json.loads(packing.content(pack.fragments[0].data))
    assert shown["content"] == languages.BORDER.join(["云", "计", "算 ", "AI"])
    assert shown["places"] == ["0 t1 李明", "2 t2 王芳"]


def test_files_of_a_call_are_renamed_by_a_change_in_it_and_by_no_other() -> None:
    records = [indexing.record(number) for number in range(8)]
    changed = [replace(records[0], words="coffee"), *records[1:]]
    before, after = (
        [each.name for each in shards.pack(indexing.shard("en", "en", tuple(r), indexing.program())).fragments]
        for r in (records, changed)
    )
    assert not set(before[:4]) & set(after[:4])
    assert before[4:] == after[4:]


def test_ids_of_results_say_when_and_where_in_the_call_they_stand() -> None:
    records = [replace(indexing.record(number), call="a", group="a", date="2024-05-02") for number in range(12)]
    (shard,) = indexing.divided(records, indexing.program())
    made = [each.name for each in shards.pack(shard).fragments]
    assert made == sorted(made)
    assert all(name.startswith("20240502-") for name in made)
    undated = shards.pack(indexing.shard("en", "en", (replace(records[0], date=""),), indexing.program()))
    assert undated.fragments[0].name.startswith("00000000-")


def test_results_that_are_names_are_told_by_their_ids() -> None:
    name = indexing.record(6, "Mei Tan", "")
    (made,) = shards.pack(indexing.shard("names", "en", (name,), indexing.program())).fragments
    assert made.name.startswith(fragments.NAME_MARK)


def test_numbers_are_written_with_two_digits_or_more_and_never_alike() -> None:
    written = [fragments.digits(number) for number in range(3_000)]
    assert written[:2] == ["00", "01"]
    assert written[36 * 36] == "100"
    assert len(set(written)) == len(written)
