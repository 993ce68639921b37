"""Says what looks see now. Must not know what pages print, nor where looks are kept."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as Members
from dataclasses import dataclass, field
from typing import Any

from generator.figures.topics import Weighed
from generator.model import Call, Passage
from generator.pages import traces
from generator.pages.desk import Desk
from generator.pages.traces import CALLS, HAS, HOLDS, ITEM, LENGTH, MISSING, NTH, PLACES, REMARKS, Look, Path

SHORT = 16
"""Bytes of a digest: what is shorter is known by itself."""
MANY = 1 << 16
"""Looks into calls of which is kept what they saw, 20 MB of them."""


@dataclass(frozen=True, slots=True)
class Witness:
    """Says what looks see now."""

    desk: Desk
    keys: Mapping[str, str]
    """Call id → digest of all that the call depends on."""
    seen: dict[tuple[str, Look], bytes] = field(default_factory=dict)
    """What some looks into calls saw."""
    places: dict[Path, Any] = field(default_factory=dict)

    def sees(self, look: Look) -> bytes:
        """Digest what a look sees, unless that is short."""
        told = self._tell(*look).encode("utf-8", "surrogatepass")
        return told if len(told) < SHORT else hashlib.blake2b(told, digest_size=SHORT).digest()

    def finds(self, call: str, looks: Iterable[Look]) -> bytes:
        """Digest what all of these looks into a call see."""
        digest = hashlib.blake2b(digest_size=SHORT)
        for look in looks:
            digest.update((self.seen.get((call, look)) or self._into(call, look)) + b"\0")
        return digest.digest()

    def _into(self, call: str, look: Look) -> bytes:
        told = self.sees(traces.whole(call, look))
        if look[1] not in (HAS, LENGTH):  # a turn, who takes part: long to tell, and many pages look at them
            if len(self.seen) >= MANY:
                self.seen.clear()
            self.seen[call, look] = told
        return told

    def _tell(self, path: Path, how: str, at: Any) -> str:
        found = self._find(path)
        if found is MISSING:
            return "nothing"
        if how == LENGTH:
            return str(len(found))
        if how in (HAS, HOLDS):
            return str(at in found if how == HAS else len(found) >= at)
        if how == NTH:
            return repr(found[at]) if at < len(found) else "nothing"
        if how == PLACES:
            length = len(found)
            found = found[max(0, length - at[0]) : max(0, length - at[1])]
        if path[:-1] == REMARKS:
            return " ".join(f"{call} {[turn.number for turn in turns]}" for call, turns in found)
        if path == CALLS:  # looks into one are noted too
            return self.keys.get(at, "nothing") if how == ITEM else " ".join(found)
        return self._told(found.get(at, MISSING) if how == ITEM else found)

    def _told(self, value: Any) -> str:
        """Tell a value; a list of passages is told by places, since looks at what they say are noted too."""
        if value is MISSING:
            return "nothing"
        if isinstance(value, Call):
            return self.keys[value.id]
        if isinstance(value, Counter):  # of which only the counts matter
            return repr(sorted(value.items()))
        if isinstance(value, dict):
            return " ".join(f"{key!r}:{self._told(each)}" for key, each in value.items())
        if isinstance(value, Members) and not isinstance(value, Mapping):  # which are in no order
            return repr(sorted(value))
        if isinstance(value, tuple) and value and isinstance(value[0], (Passage, Weighed)):
            return " ".join(map(_place, value))
        return repr(value)

    def _find(self, path: Path) -> Any:
        if path not in self.places:
            self.places[path] = self._follow(path)
        return self.places[path]

    def _follow(self, path: Path) -> Any:
        if not path:
            return self.desk
        above = self._find(path[:-1])
        if above is MISSING:
            return MISSING
        return above.get(path[-1], MISSING) if isinstance(above, Mapping) else getattr(above, str(path[-1]), MISSING)


def _place(one: Passage | Weighed) -> str:
    if isinstance(one, Weighed):
        return f"{one.passage.call} {one.passage.turn} {one.place} {one.primary}"
    return f"{one.call} {one.turn}"
