"""What is known of the records of each call without making them: most builds need no more. Must not know any engine.

A slip says what its call depended on and what it asked of the archive. Where both are as they were, so are the records
of the call; they are made when a shard that holds them is indexed anew, and not before.
"""

from __future__ import annotations

import hashlib
import pickle
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import Archive
from generator.search import entries, facets, passages
from generator.search.addresses import Addresses
from generator.search.facets import Counts
from generator.search.names import Names, Told
from generator.search.record import Record


@dataclass(frozen=True, slots=True)
class Share:
    """Records of one language that change together, as far as one need know to tell where they belong."""

    kind: str
    """The language; empty for names."""
    group: str
    records: int
    """How many."""
    digest: str
    """Of all that is in them."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What is known of the records of a call."""

    of: str
    """Digest of all that the call depends on."""
    told: Told
    shares: tuple[Share, ...]
    counts: Counts


@dataclass(slots=True)
class Memory:
    """Slips, from one build to the next. Plain data; of other settings or code they are worth nothing."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """Call id → digest of all that the call depends on."""
    slips: dict[str, Slip] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stock:
    """All records of an archive, made when they are asked for."""

    archive: Archive
    addresses: Addresses
    shares: tuple[Share, ...]
    counts: Counts
    names: Mapping[str, Sequence[Record]]
    """Group → records of names."""
    fresh: dict[str, bytes]
    """Call id → records that were made for their slip, packed until they are asked for."""

    def records(self, share: Share) -> list[Record]:
        """Give the records of a share, in their order."""
        if not share.kind:
            return list(self.names[share.group])
        packed = self.fresh.get(share.group)
        found = _unpacked(packed) if packed else of_call(self.archive, share.group, self.addresses, Names(self.archive))
        return [record for record in found if record.language == share.kind]


def stock(archive: Archive, directories: bool, memory: Memory) -> Stock:
    """Take stock of what can be found in an archive, and bring the memory up to date."""
    addresses, names = Addresses(directories), Names(archive)
    fresh: dict[str, bytes] = {}
    before, memory.slips = memory.slips, {}
    for call in archive.calls:
        slip, key = before.get(call), memory.keys.get(call, "")
        if not slip or slip.of != key or not names.same(slip.told):
            own = Names(archive)
            made = of_call(archive, call, addresses, own)
            slip = Slip(key, own.told, tuple(shares(made)), facets.counts(made))
            fresh[call] = _packed(made)
        memory.slips[call] = slip
    called = of_names(archive, addresses)
    groups: dict[str, list[Record]] = {}
    for record in called:
        groups.setdefault(record.group, []).append(record)
    slips = memory.slips.values()
    every = (*(share for slip in slips for share in slip.shares), *shares(called))
    counts = facets.summed([*(slip.counts for slip in slips), facets.counts(called)])
    return Stock(archive, addresses, every, counts, groups, fresh)


def of_call(archive: Archive, call: str, addresses: Addresses, names: Names) -> list[Record]:
    """Make the records of a call."""
    return _findable(passages.records(archive.calls[call], names, addresses))


def of_names(archive: Archive, addresses: Addresses) -> list[Record]:
    """Make the records of calls, people, organisations and topics themselves."""
    return _findable(entries.records(archive, addresses))


def shares(records: Iterable[Record]) -> list[Share]:
    """Say what there is to know of records."""
    found: dict[tuple[str, str], list[Record]] = {}
    for record in records:
        found.setdefault((record.language, record.group), []).append(record)
    return [Share(kind, group, len(members), _digest(members)) for (kind, group), members in found.items()]


def _findable(records: Iterable[Record]) -> list[Record]:
    return [record for record in records if any(map(str.isalnum, record.words))]  # "." alone has nothing to be found by


def _digest(records: Iterable[Record]) -> str:
    told = hashlib.sha256()
    for r in records:
        places = [(place.anchor, place.label, place.start) for place in r.places]
        texts = (r.address, r.title, r.context, r.words, r.language, r.group, r.call, r.date, repr((r.facets, places)))
        told.update("\0".join(texts).encode())
    return told.hexdigest()


def _packed(records: list[Record]) -> bytes:
    """Pack records, since those of all calls together are as large as all that was said."""
    return zlib.compress(pickle.dumps(records, protocol=pickle.HIGHEST_PROTOCOL), 1)


def _unpacked(packed: bytes) -> list[Record]:
    found: list[Record] = pickle.loads(zlib.decompress(packed))
    return found
