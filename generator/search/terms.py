"""The words of a bundle in order, in parts of which a reader fetches one a word. Must not know files."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from generator.search import cbor, packing
from generator.search.packing import Listed, Word

COMMON = 28_000
"""Bytes of a list in a bundle on average, before it is packed, above which it has first places only."""
PLACED = re.compile(
    rb"(\x83" + cbor.NUMBER + rb")" + cbor.HEAD + rb"([\x20-\x37]|\x38.)?(" + cbor.NUMBER + rb")?+"
    + cbor.NUMBER + rb"*+(" + packing.PLACES + rb")",
    re.DOTALL,
)  # fmt: skip
"""A record in a word's list: its number; weight of the first place, if it is told; that place; places in titles."""

Lists = list[tuple[int, Listed]]
"""(number of the first record of a shard, a word's list in that shard), in order."""


@dataclass(frozen=True, slots=True)
class Part:
    """Neighbouring words."""

    first: str
    last: str
    data: bytes


def parts(lists: Sequence[bytes], starts: Sequence[int], size: int, common: Collection[str]) -> Iterator[Part]:
    """Yield the words of lists that were kept, in parts of about so many bytes; a common word is a part by itself."""
    found = _gathered(lists, starts)
    held: list[tuple[str, bytes]] = []
    total = 0
    for word in sorted(found):
        first = word in common
        if first and held:
            yield _part(held)
            held, total = [], 0
        held.append((word, _word(word, found[word], first)))
        total += len(held[-1][1])
        if first or total >= size:
            yield _part(held)
            held, total = [], 0
    if held:
        yield _part(held)


def _gathered(lists: Sequence[bytes], starts: Sequence[int]) -> dict[str, list[tuple[int, Word]]]:
    found: dict[str, list[tuple[int, Word]]] = {}
    for words, start in zip(lists, starts, strict=True):
        for word, each in packing.given(words).items():
            found.setdefault(word, []).append((start, each))
    return found


def _part(words: Sequence[tuple[str, bytes]]) -> Part:
    return Part(words[0][0], words[-1][0], _chunk([written for _, written in words]))


def _chunk(words: Sequence[bytes]) -> bytes:
    return cbor.head(cbor.ARRAY, 1) + cbor.array(words)


def _word(word: str, found: Sequence[tuple[int, Word]], first: bool = False) -> bytes:
    """Write a word with its list, and those of its forms that have accents."""
    plain = _joined([(start, listed) for start, (listed, _) in found if listed], first)
    forms: dict[str, Lists] = {}
    for start, (_, others) in found:
        for form, listed in others:
            forms.setdefault(form, []).append((start, listed))
    written = cbor.array(cbor.array((cbor.text(form), _joined(forms[form], first))) for form in sorted(forms))
    return cbor.array((cbor.text(word), plain, written))


def _joined(lists: Lists, first: bool) -> bytes:
    """Join lists: each goes on from the last record of the one before."""
    written, before = bytearray(), 0
    for start, (_, head, tail, rest) in lists:
        written += b"\x83" + cbor.number(start + head - before) + rest
        before = start + tail
    count = cbor.head(cbor.ARRAY, sum(listed[0] for _, listed in lists))
    return count + (PLACED.sub(_first_place, written) if first else bytes(written))


def _first_place(found: re.Match[bytes]) -> bytes:
    """Keep the first place of a record."""
    number, weight, place, titles = found.groups(b"")
    kept = bool(weight) + bool(place)
    return number + cbor.head(cbor.ARRAY, kept) + weight + place + titles
