"""Makes indexes for the tests of this folder, and reads a bundle back: word → address → places."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.search import binary, cbor, merging, packing, service, shards, slips
from generator.search.record import PASSAGE, Record
from tests.conftest import absent

WORDS = "grid mill mills milling Umsätze Häuser café cafe naïve state-of-the-art 3.5% A&B don't U.S. tea kettle".split()


def program() -> Path:
    """Find Pagefind, or skip the test."""
    found, _ = binary.find([])
    if found is None:
        absent("Pagefind is not installed (pip install pagefind-bin)")
    assert found
    return found


def record(number: int, words: str = "", language: str = "en", **more: Any) -> Record:
    """Invent a passage; the same number is the same passage."""
    chance = random.Random(number)
    said = words or " ".join(chance.choices(WORDS, k=chance.randrange(1, 60)))
    facets = (("kind", (PASSAGE,)), ("speaker", (f"s{number % 3}",)))
    call = f"series/{number // 4}"
    return Record(
        f"calls/{call}/#x{number:02}", f"Mei Tan asks {number}", "Series", said, language, call, facets,
        **{"call": call, "date": f"2024-01-{number % 28 + 1:02}", **more},
    )  # fmt: skip


def indexed(records: Iterable[Record]) -> dict[str, bytes]:
    """Have Pagefind index records by itself, all at once."""
    told = [
        {"url": r.address, "content": r.words, "language": r.language, "meta": {"title": r.title, "context": r.context}}
        for r in records
    ]
    with service.running(program()) as running:
        return service.files(running, told)


def shard(bundle: str, language: str, records: Sequence[Record], program: Path) -> shards.Shard:
    """Put records into one shard."""
    return shards.Shard(bundle, language, program, tuple(slips.shares(records)), tuple(records))


def divided(records: Sequence[Record], program: Path) -> list[shards.Shard]:
    """Put records into the shards where they belong."""

    def given(share: slips.Share) -> list[Record]:
        return [record for record in records if (record.language, record.group) == (share.kind, share.group)]

    return [shards.filled(each, given) for each in shards.divide(slips.shares(records), program)]


def parted(records: Sequence[Record], size: int) -> list[shards.Shard]:
    """Put records into shards of so many."""
    parts = [tuple(records[at : at + size]) for at in range(0, len(records), size)]
    return [shard("en", "en", part, program()) for part in parts]


def packs(records: Sequence[Record], size: int) -> list[shards.Pack]:
    """Index records in shards of so many."""
    return list(map(shards.pack, parted(records, size)))


def files(packs: Sequence[shards.Pack], chunk: int = merging.CHUNK) -> dict[str, bytes]:
    """Put packs together, with what is shown of their records."""
    return {**fragments(packs), **dict(merging.merge(packs, (), (), chunk).files)}


def fragments(packs: Sequence[shards.Pack]) -> dict[str, bytes]:
    """Give what is shown of the records of packs."""
    return {f"fragment/{each.name}{packing.FRAGMENT}": each.data for pack in packs for each in pack.fragments}


def read(files: Mapping[str, bytes]) -> dict[str, dict[str, list[Any]]]:
    """Read a bundle as a browser would: word, or form of it → address → places in words and in titles."""
    (meta,) = [cbor.read(packing.content(data))[0] for path, data in files.items() if path.endswith(packing.META)]
    assert isinstance(meta, list)
    addresses = [shown(files, name)["url"] for name, _ in meta[1]]
    found: dict[str, dict[str, list[Any]]] = {}
    for first, last, name in meta[2]:
        chunk: Any = cbor.read(packing.content(files[f"index/{name}{packing.INDEX}"]))[0]
        for word, pages, forms in chunk[0]:
            assert first <= word and (word <= last or word.startswith(last))
            for form, listed in [(word, pages), *((f"{word} as {form}", listed) for form, listed in forms)]:
                number = 0
                for step, *places in listed:
                    number += step
                    found.setdefault(form, {})[addresses[number]] = places
    return found


def shown(files: Mapping[str, bytes], name: str) -> dict[str, Any]:
    """Read what is shown of a record."""
    told: dict[str, Any] = json.loads(packing.content(files[f"fragment/{name}{packing.FRAGMENT}"]))
    return told


def plain(path: Path) -> dict[str, Any]:
    """Read a file of what is shown of a record."""
    told: dict[str, Any] = json.loads(packing.content(path.read_bytes()))
    return told
