"""Records and a glossary of their tokens → where each word stands, byte for byte as Pagefind lists it. Knows no shards.

A record in a word's list is `[step, places, titles]`: places by weight, `[-7, 1, -25, 2, 3]`, and places in the texts
beside the words by the number of the text, `[-1, 1, -2, 0]`; each number is the distance from the one before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, Protocol

from generator.search import cbor, glossary
from generator.search.glossary import WEIGHTS, Entry
from generator.search.packing import Listed, Taken, Word

USUAL = 24
"""Weight of a word that is a token of its own."""
LIGHT = (1 << WEIGHTS) - 1
"""The part of a key that is the weight."""
NOTHING = cbor.head(cbor.ARRAY, 0)
WEIGHT = [cbor.number(-1 - weight) for weight in range(1 << WEIGHTS)]
STEP = [cbor.head(cbor.ARRAY, 3) + cbor.number(step) for step in range(4_096)]
ONCE = [cbor.array((WEIGHT[USUAL], cbor.number(place))) + NOTHING for place in range(4_096)]
"""Place → a record's places of a word that it has once, as nine in ten do, and none in titles."""


@dataclass(frozen=True, slots=True)
class Told:
    """What of a record is searched."""

    tokens: Sequence[str]
    beside: Sequence[Sequence[str]]
    """Tokens of its title, and of whatever else stands beside its words, in the order of Pagefind's fields."""


class Known(Protocol):
    """What of a glossary is asked here."""

    @property
    def entries(self) -> Sequence[Entry]:
        """By number."""

    @property
    def tokens(self) -> Mapping[str, Sequence[int]]:
        """Token → keys."""


@dataclass(slots=True)
class Row:
    """An entry's list while it is written."""

    first: int
    last: int
    count: int
    written: bytearray


def take(records: Sequence[Mapping[str, Any]], program: Path, language: str) -> Taken | None:
    """Make of records, as they are told, what Pagefind would; None where it would part their words otherwise."""
    known = glossary.of(program, language)
    fields, said = told(records)
    if not glossary.learn(known, tokens(said)):
        return None
    shown = tuple({**each, "word_count": len(one.tokens)} for each, one in zip(records, said, strict=True))
    return Taken(known.version, fields, shown, words(said, known))


def told(records: Sequence[Mapping[str, Any]]) -> tuple[tuple[str, ...], list[Told]]:
    """Name the fields of records beside their words, and part both into tokens."""
    fields = tuple(sorted({name for record in records for name in record["meta"]}))
    return fields, [
        Told(each["content"].split(), [each["meta"].get(name, "").split() for name in fields]) for each in records
    ]


def tokens(records: Iterable[Told]) -> set[str]:
    """Gather the tokens of records."""
    return set().union(*(tokens for each in records for tokens in (each.tokens, *each.beside)))


def words(records: Iterable[Told], known: Known) -> dict[str, Word]:
    """List for each word the records that have it, with places; the glossary knows all of their tokens."""
    rows: dict[int, Row] = {}
    for number, record in enumerate(records):
        for entry, written in _record(record, known.tokens):
            row = rows.get(entry)
            if row is None:
                rows[entry] = Row(number, number, 1, bytearray(written))
                continue
            row.written += _step(number - row.last)
            row.written += written
            row.last = number
            row.count += 1
    return _words((known.entries[entry], row) for entry, row in rows.items())


def _step(step: int) -> bytes:
    return STEP[step] if step < len(STEP) else cbor.head(cbor.ARRAY, 3) + cbor.number(step)


def _record(record: Told, tokens: Mapping[str, Sequence[int]]) -> list[tuple[int, bytes]]:
    """Write where each entry stands in a record: the usual case at once, the others by weight and title."""
    found = _places(record.tokens, tokens)
    titles = _titles(record, tokens)
    unusual = {key >> WEIGHTS for key in found if key & LIGHT != USUAL} | titles.keys()
    made, others = [], dict.fromkeys(unusual, b"")
    counts = dict.fromkeys(unusual, 0)
    for key, places in sorted(found.items()) if unusual else found.items():
        entry = key >> WEIGHTS
        if entry in unusual:
            others[entry] += WEIGHT[key & LIGHT] + _steps(places)
            counts[entry] += 1 + len(places)
        elif len(places) == 1 and places[0] < len(ONCE):
            made.append((entry, ONCE[places[0]]))
        else:
            made.append((entry, cbor.head(cbor.ARRAY, 1 + len(places)) + WEIGHT[USUAL] + _steps(places) + NOTHING))
    for entry, written in others.items():
        made.append((entry, cbor.head(cbor.ARRAY, counts[entry]) + written + titles.get(entry, NOTHING)))
    return made


def _places(said: Iterable[str], tokens: Mapping[str, Sequence[int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for place, token in enumerate(said):
        for key in tokens[token]:
            found[key].append(place)
    return found


def _titles(record: Told, tokens: Mapping[str, Sequence[int]]) -> dict[int, bytes]:
    """Write for each entry its places in what stands beside the words; these have no weights."""
    found: dict[int, list[bytes]] = {}
    for number, said in enumerate(record.beside):
        places = _places(said, tokens)
        for entry, keys in groupby(sorted(places), lambda key: key >> WEIGHTS):
            here = sorted(place for key in keys for place in places[key])
            found.setdefault(entry, []).extend((cbor.number(-1 - number), *map(cbor.number, _distances(here))))
    return {entry: cbor.array(numbers) for entry, numbers in found.items()}


def _steps(places: Sequence[int]) -> bytes:
    return b"".join(map(cbor.number, _distances(places)))


def _distances(places: Sequence[int]) -> list[int]:
    return [places[0], *(after - before for before, after in pairwise(places))]


def _words(rows: Iterable[tuple[Entry, Row]]) -> dict[str, Word]:
    plain: dict[str, Listed | None] = {}
    forms: dict[str, list[tuple[str, Listed]]] = {}
    for (word, form), row in rows:
        listed = (row.count, row.first, row.last, bytes(row.written))
        if form:
            plain.setdefault(word, None)
            forms.setdefault(word, []).append((form, listed))
        else:
            plain[word] = listed
    return {word: (listed, tuple(sorted(forms.get(word, ())))) for word, listed in plain.items()}
