"""Says what looks see: into no call, as a digest; into a call, whether it is what they saw in the call as it was.

Must not know what pages print, nor where looks are kept.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping
from collections.abc import Set as Members
from dataclasses import dataclass, field
from typing import Any

from generator.model import Call, Places
from generator.pages.desk import Desk
from generator.pages.insight import Insight
from generator.pages.traces import CALLS, HAS, HOLDS, ITEM, LENGTH, MISSING, PLACES, Look, Path

SHORT = 16
"""Bytes of a digest: what is shorter is known by itself."""

SEVERAL = {Counter, dict, frozenset, tuple}
"""What is not told as it tells itself, or may hold what is not."""

Earlier = Callable[[str], Call | None]
"""Gives the call that depended on this; None where nobody remembers."""


@dataclass(frozen=True, slots=True)
class Witness:
    """Says what looks see now, and whether that is what they saw before."""

    desk: Desk
    keys: Mapping[str, str]
    """Call id → digest of all that the call depends on."""
    before: Mapping[str, str]
    """The same, as it was."""
    earlier: Earlier
    places: dict[Path, Any] = field(default_factory=dict)
    pairs: dict[str, tuple[Insight, Insight] | None] = field(default_factory=dict)
    """Call id → the call as it was and as it is; None where one of them is nowhere."""
    compared: dict[tuple[str, Look], bool] = field(default_factory=dict)

    def sees(self, look: Look) -> bytes:
        """Digest what a look into no call sees, unless that is short."""
        told = self._tell(*look).encode("utf-8", "surrogatepass")
        return told if len(told) < SHORT else hashlib.blake2b(told, digest_size=SHORT).digest()

    def same(self, call: str, look: Look) -> bool:
        """Tell whether a look into a call sees what it saw in the call as it was."""
        found = self.compared.get((call, look))
        if found is None:
            pair = self._pair(call)
            found = self.compared[call, look] = pair is not None and pair[0].sees(look) == pair[1].sees(look)
        return found

    def _pair(self, call: str) -> tuple[Insight, Insight] | None:
        if call not in self.pairs:
            now, key = self.desk.archive.calls.get(call), self.before.get(call)
            old = self.earlier(key) if now and key else None
            self.pairs[call] = (Insight(old), Insight(now)) if old and now else None
        return self.pairs[call]

    def _tell(self, path: Path, how: str, at: Any) -> str:
        found = self._find(path)
        if found is MISSING:
            return "nothing"
        if how == LENGTH:
            return str(len(found))
        if how in (HAS, HOLDS):
            return str(at in found if how == HAS else len(found) >= at)
        if how == PLACES:
            length = len(found)
            found = found[max(0, length - at[0]) : max(0, length - at[1])]
        if path == CALLS:  # looks into one are noted apart
            return self.keys.get(at, "nothing") if how == ITEM else " ".join(found)
        return self._told(found.get(at, MISSING) if how == ITEM else found)

    def _told(self, value: Any) -> str:
        """Tell a value; a list of passages is told by places, since looks at what they say are noted too."""
        kind = type(value)
        if value is MISSING:
            return "nothing"
        if kind is Counter:  # of which only the counts matter
            return repr(sorted(value.items()))
        if kind is dict and not SEVERAL.isdisjoint(map(type, value.values())):
            return " ".join([f"{key!r}:{self._told(each)}" for key, each in value.items()])
        if isinstance(value, Members) and not isinstance(value, Mapping):  # which are in no order
            return repr(sorted(value))
        if kind is Places:
            return " ".join([f"{call} {[*dict.fromkeys(turns)]}" for call, turns in value.runs])
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
