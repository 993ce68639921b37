"""What is remembered equals what would be computed, and a cache may always be lost."""

from __future__ import annotations

import os
import pickle
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from generator import cache
from generator.cache import Store


def shout(word: str) -> str:
    """A pure function."""
    return word.upper()


class Counting:
    """Maps, and knows what it was asked to work on."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, function: Callable[[str], str], items: Sequence[str]) -> Iterable[str]:
        self.asked += items
        return [function(item) for item in items]


def ask(store: Store, words: Sequence[str], compute: Counting) -> list[str]:
    """Shout words, by way of a store."""
    return list(cache.remember(store, shout, words, lambda word: [word], compute))


def entries(folder: Path) -> list[Path]:
    """The files of a store."""
    return sorted(folder.rglob("*.pickle"))


def test_only_what_is_new_is_computed_and_order_is_kept(tmp_path: Path) -> None:
    store, first, second = Store(tmp_path, "1"), Counting(), Counting()
    assert ask(store, ["a", "b"], first) == ["A", "B"]
    assert ask(store, ["c", "a", "d", "b"], second) == ["C", "A", "D", "B"]
    assert (first.asked, second.asked) == (["a", "b"], ["c", "d"])


def test_another_version_remembers_nothing_of_the_first(tmp_path: Path) -> None:
    compute = Counting()
    ask(Store(tmp_path, "1"), ["a"], compute)
    ask(Store(tmp_path, "2"), ["a"], compute)
    assert compute.asked == ["a", "a"]


@pytest.mark.parametrize("damage", [b"", b"\x80\x05not a pickle", b"cno.such.module\nName\n."])
def test_a_damaged_entry_is_computed_again_and_mended(tmp_path: Path, damage: bytes) -> None:
    store, compute = Store(tmp_path, "1"), Counting()
    ask(store, ["a"], compute)
    (entry,) = entries(tmp_path)
    entry.write_bytes(damage)
    assert ask(store, ["a"], compute) == ["A"]
    assert compute.asked == ["a", "a"]
    assert pickle.loads(entry.read_bytes()) == "A"


def test_a_cut_off_entry_is_computed_again(tmp_path: Path) -> None:
    store, compute = Store(tmp_path, "1"), Counting()
    ask(store, ["abcdef"], compute)
    (entry,) = entries(tmp_path)
    entry.write_bytes(entry.read_bytes()[:-4])
    assert ask(store, ["abcdef"], compute) == ["ABCDEF"]


def test_a_result_that_is_none_is_remembered_too(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    key = store.key(shout, ["a"])
    assert store.load(key) is None
    store.save(key, None)
    assert store.load(key) == (None,)


def test_without_a_folder_nothing_is_remembered(tmp_path: Path) -> None:
    compute = Counting()
    assert ask(Store(None), ["a"], compute) == ask(Store(None), ["a"], compute) == ["A"]
    assert compute.asked == ["a", "a"]


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert ask(Store(tmp_path / "file" / "cache", "1"), ["a"], Counting()) == ["A"]


def test_parts_of_a_key_do_not_run_together() -> None:
    store = Store(None)
    assert store.key(shout, ["ab", "c"]) != store.key(shout, ["a", "bc"])


def test_entries_that_nobody_asked_for_in_a_month_are_forgotten(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    ask(store, ["old", "new"], Counting())
    old = tmp_path / store.key(shout, ["old"])[:2] / f"{store.key(shout, ['old'])}.pickle"
    long_ago = time.time() - 40 * 86_400
    os.utime(old, (long_ago, long_ago))
    assert cache.prune(store) == 1
    assert len(entries(tmp_path)) == 1


def test_whether_anything_is_to_be_forgotten_is_asked_once_a_day(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")
    ask(store, ["one"], Counting())
    assert cache.prune(store) == 0
    assert cache.prune(store, days=-1) == 0
    long_ago = time.time() - 2 * 86_400
    os.utime(tmp_path / cache.LOOKED, (long_ago, long_ago))
    assert cache.prune(store, days=-1) == 1


def test_the_version_changes_with_the_code(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1", encoding="utf-8")
    before = cache.version(tmp_path, "no-such-distribution")
    cache.version.cache_clear()
    (tmp_path / "a.py").write_text("x = 2", encoding="utf-8")
    assert cache.version(tmp_path, "no-such-distribution") != before


def test_the_version_knows_the_libraries() -> None:
    assert any(line.startswith("markdown-it-py==") for line in cache._libraries("call-archive"))


def test_a_large_thing_comes_back_and_one_that_is_cut_off_is_nothing(tmp_path: Path) -> None:
    place, thing = tmp_path / "deep" / "thing.pickle", [f"line {number}" for number in range(20_000)]
    cache.pack(place, thing)
    assert cache.take(place) == thing
    place.write_bytes(place.read_bytes()[:-9])
    assert cache.take(place) is None


def test_what_was_packed_elsewhere_is_kept_as_it_came(tmp_path: Path) -> None:
    store = Store(tmp_path, "1")

    def elsewhere(function: Callable[[str], str], items: Sequence[str]) -> Iterable[cache.Packed]:
        return [cache.packed(function(item)) for item in items]

    assert list(cache.remember(store, shout, ["a"], lambda word: [word], elsewhere)) == ["A"]
    (entry,) = entries(tmp_path)
    assert entry.read_bytes() == cache.packed("A") and store.load(store.key(shout, ["a"])) == ("A",)
