"""The few kinds of CBOR (RFC 8949) that an index is written in: whole numbers, texts, arrays. Knows nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable

UNSIGNED, NEGATIVE, TEXT, ARRAY = 0x00, 0x20, 0x60, 0x80
"""Major types, as the first three bits of a head."""

NUMBER = rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a]....)"  # 5 is 05, 300 is 19 01 2c, -3 is 22
HEAD = rb"(?:[\x80-\x97]|\x98.|\x99..|\x9a....)"  # an array of three begins with 83, one of 40 with 98 28


SHORT = [bytes((byte,)) for byte in range(256)]
SMALL = [bytes((value,) if value < 24 else (24, value)) for value in range(256)]
"""Numbers below 256 as they are written: nine in ten of an index."""


def head(kind: int, value: int) -> bytes:
    """Write the head of an item: its kind, and a number, which is a value or a length."""
    if value < 24:
        return SHORT[kind | value]
    for more, size in ((24, 1), (25, 2), (26, 4)):
        if value < 1 << 8 * size:
            return bytes((kind | more,)) + value.to_bytes(size, "big")
    return bytes((kind | 27,)) + value.to_bytes(8, "big")


def number(value: int) -> bytes:
    """Write a whole number."""
    if 0 <= value < 256:
        return SMALL[value]
    return head(UNSIGNED, value) if value >= 0 else head(NEGATIVE, -1 - value)


def text(value: str) -> bytes:
    """Write a text."""
    data = value.encode("utf-8")
    return head(TEXT, len(data)) + data


def array(items: Iterable[bytes]) -> bytes:
    """Write an array of items that are written already."""
    written = list(items)
    return head(ARRAY, len(written)) + b"".join(written)


def read(data: bytes, at: int = 0) -> tuple[object, int]:
    """Read one item, and say where the next begins; raise ValueError for kinds that no index has."""
    kind, value, at = read_head(data, at)
    if kind == UNSIGNED:
        return value, at
    if kind == NEGATIVE:
        return -1 - value, at
    if kind == TEXT:
        return data[at : at + value].decode("utf-8"), at + value
    if kind != ARRAY:
        raise ValueError(f"a kind of item that no index has: {kind:#x}")
    items = []
    for _ in range(value):
        item, at = read(data, at)
        items.append(item)
    return items, at


def read_head(data: bytes, at: int) -> tuple[int, int, int]:
    """Read the head of an item: kind, number, and where the item goes on."""
    kind, more = data[at] & 0xE0, data[at] & 0x1F
    if more < 24:
        return kind, more, at + 1
    if more > 27:
        raise ValueError("an item of no known length")
    size = 1 << (more - 24)
    return kind, int.from_bytes(data[at + 1 : at + 1 + size], "big"), at + 1 + size


TOKENS = re.compile(rb"(?:" + NUMBER + rb"|" + HEAD + rb")*+", re.DOTALL)
"""Numbers and heads of arrays, as many as come before the next text."""
