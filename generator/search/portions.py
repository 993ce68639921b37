"""The words of a shard for the engine of a packed archive: which record has which word where. Must not know files.

The same shard makes the same portion, so portions are remembered and made in other processes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.search import fragments, numbers, shards, tokens
from generator.search.record import Record
from generator.search.shards import Shard

Listed = tuple[int, int, str]
"""Where a word stands in a shard: number of the first record, of the last, and all after the first number."""


@dataclass(frozen=True, slots=True)
class Portion:
    """A shard, ready to be joined with others. Records are numbered from 0."""

    key: str
    names: tuple[str, ...]
    """Ids of records, as `fragments` gives them."""
    shown: tuple[bytes, ...]
    """What a reader is shown of each record, as JSON."""
    lengths: tuple[int, ...]
    """Words of each record."""
    words: dict[str, Listed]
    facets: dict[str, dict[str, tuple[int, ...]]]
    """Facet → value → numbers of records."""


def portion(shard: Shard) -> Portion:
    """Take a shard apart into words."""
    texts = [tokens.parted(record.words, shard.by_signs) for record in shard.records]
    lengths = [len(list(tokens.placed(text))) for text in texts]
    shown = [fragments.written(record, text) for record, text in zip(shard.records, texts, strict=True)]
    return Portion(
        key=" ".join(shards.key(shard)),
        names=tuple(fragments.names(shard.records, shown)),
        shown=tuple(shown),
        lengths=tuple(lengths),
        words=_words(shard, texts),
        facets=shards.facets(shard.records),
    )


def _words(shard: Shard, texts: list[str]) -> dict[str, Listed]:
    """Write of each word its records: the step from the one before, how many places, whether a title has it; places."""
    rows: dict[str, list[str]] = {}
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for number, (record, text) in enumerate(zip(shard.records, texts, strict=True)):
        titles = set(_titles(record, shard.by_signs))
        places: dict[str, list[int]] = {word: [] for word in titles}
        for place, words in tokens.placed(text):
            for word in words:
                places.setdefault(word, []).append(place)
        for word, at in places.items():
            said = numbers.row((2 * len(at) + (word in titles),)) + numbers.steps(at)
            if word in first:
                rows[word] += [numbers.row((number - last[word],)), said]
            else:
                first[word], rows[word] = number, [said]
            last[word] = number
    return {word: (first[word], last[word], "".join(rows[word])) for word in sorted(rows)}


def _titles(record: Record, by_signs: bool) -> Iterator[str]:
    """List the words of a title and of what stands below it; a name is found by itself, not by what it is."""
    context = record.context if record.language else ""
    for _, words in tokens.placed(tokens.parted(f"{record.title} {context}", by_signs)):
        yield from words
