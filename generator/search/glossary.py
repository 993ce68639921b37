"""By which words Pagefind finds each token: cut to its stem, parted at hyphens, with what weight. Must not know shards.

Pagefind looks at each token by itself, and most tokens are said a hundred times. So it is told each just once, as a
record of all that are new, and what it says of a place in that record is what it says of the token wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from generator.search import cbor, packing, service
from generator.search.packing import Foreign, Listed

Entry = tuple[str, str]
"""A word (its stem), and the form of it that has accents or nothing."""
WEIGHTS = 8
"""Bits of a weight."""
MOST = 200_000
"""Tokens that a process knows at once, so that memory stays bounded."""
ANY = "a"
"""A word in any language: Pagefind leaves out a record that has none."""
ORDERS, ORDERED = "PAGEFIND", "pagefind"
"""Pagefind takes `___PAGEFIND_ANCHOR___` in a text for an order; words are found in small letters anyway."""


@dataclass(slots=True)
class Glossary:
    """What is known of the tokens of a language."""

    program: Path
    language: str
    version: str = ""
    """Of Pagefind's files."""
    entries: list[Entry] = field(default_factory=list)
    tokens: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """Token → the entries under which it is found, each as its number and the weight of the place in one number."""


@cache
def of(program: Path, language: str) -> Glossary:
    """Give what this process knows of a language, which it learns but once."""
    return Glossary(program, language)


def learn(known: Glossary, tokens: set[str]) -> bool:
    """Learn by which words tokens are found; False where Pagefind would part the tokens themselves."""
    if len(known.tokens) > MOST:
        known.entries.clear()
        known.tokens.clear()
    new = sorted(tokens - known.tokens.keys())
    if new or not known.version:
        told = [ANY, *(token.replace(ORDERS, ORDERED) for token in new)]
        taken = packing.take(_files(known, told), known.language)
        if [each["word_count"] for each in taken.fragments] != [len(told)]:
            return False
        known.version = taken.version
        known.tokens.update(zip(new, _keys(known, taken.words, len(told))[1:], strict=True))
    return True


def _files(known: Glossary, tokens: Sequence[str]) -> Mapping[str, bytes]:
    record = {"url": "/", "content": " ".join(tokens), "language": known.language, "meta": {"title": "a"}}
    with service.running(known.program) as running:
        return service.files(running, [{**record, "filters": {}, "sort": {}}])


def _keys(known: Glossary, words: Mapping[str, packing.Word], count: int) -> list[tuple[int, ...]]:
    """Turn words → places into token → words."""
    numbers = {entry: number for number, entry in enumerate(known.entries)}
    found: list[list[int]] = [[] for _ in range(count)]
    for word, (plain, forms) in words.items():
        for form, listed in (("", plain), *forms):
            number = numbers.setdefault((word, form), len(numbers))
            for weight, place in _places(listed) if listed else ():
                found[place].append(number << WEIGHTS | weight)
    known.entries[:] = numbers
    return list(map(tuple, found))


def _places(listed: Listed) -> Iterator[tuple[int, int]]:
    """Yield weight and place: `[-7, 1, -25, 2, 3]` is one of weight 6 at 1, and two of weight 24 at 2 and 5."""
    numbers, _ = cbor.read(listed[3])
    if not isinstance(numbers, list):
        raise Foreign("places that are none")
    weight, place = 0, 0
    for number in numbers:
        if number < 0:
            weight, place = -1 - number, 0
        else:
            place += number
            yield weight, place
