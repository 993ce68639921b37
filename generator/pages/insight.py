"""Says what a look into a call sees, which follows from the call alone. Must not know who looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

from generator.model import Call, sketch
from generator.pages import turns
from generator.pages.sayings import Sayings
from generator.pages.traces import (
    EXCHANGE_AT,
    HAS,
    KEYS,
    LENGTH,
    MENTIONS,
    MISSING,
    NAMED,
    NTH,
    OWN,
    PARTS,
    SAYINGS,
    Look,
    Path,
)

BESIDE: Mapping[Path, Callable[[Call], Mapping[Any, Any]]] = {
    MENTIONS: turns.mentions,
    PARTS: turns.parts,
    EXCHANGE_AT: turns.exchanges,
    SAYINGS: Sayings,
    KEYS: lambda call: {exchange.number: exchange.key for exchange in call.exchanges},
}
"""What is worked out of each call, by number of a turn or an exchange, or by what is spoken of."""


@dataclass(frozen=True, slots=True)
class Insight:
    """A call that is looked into."""

    call: Call
    beside: dict[Path, Mapping[Any, Any]] = field(default_factory=dict)
    """What was worked out of it."""

    def sees(self, look: Look) -> Any:
        """Give what a look into the call sees; two calls are the same to a look if that is equal."""
        path, how, at = look
        if look == NAMED:
            return sketch.named(self.call)
        if path[:1] != OWN:
            return self._beside(path).get(at, MISSING)
        found: Any = reduce(getattr, map(str, path[1:]), self.call)
        if how == NTH and isinstance(at, int):
            return found[at] if at < len(found) else MISSING
        if how == LENGTH:
            return len(found)
        return at in found if how == HAS else found

    def _beside(self, path: Path) -> Mapping[Any, Any]:
        if path not in self.beside:
            self.beside[path] = BESIDE[path](self.call)
        return self.beside[path]
