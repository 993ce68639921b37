"""Remembers what pages write again and again: for one pen, and for all pens from whose pages links are the same.

Must not know what is written.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, TypeVar, cast

from generator.pages import traces
from generator.pages.desk import Desk
from generator.pages.traces import Shared, Spy, Watch

Writing = TypeVar("Writing", bound=Callable[..., Any])
MOST = 1 << 14
"""Things that are kept for several units, lest they fill the memory."""


def once(writing: Writing) -> Writing:
    """Let a pen write a thing once: a page names the same few people, calls and topics again and again."""

    @wraps(writing)
    def written(pen: Any, *what: Any) -> Any:
        known = pen.known[writing]
        try:
            return known[what]
        except KeyError:
            known[what] = writing(pen, *what)
            return known[what]

    return cast(Writing, written)


def shared(place: Callable[[str], Hashable]) -> Callable[[Writing], Writing]:
    """Let all pens write a thing once whose pages are at the same place; it is plain data, and the same for all."""

    def share(writing: Writing) -> Writing:
        @once
        @wraps(writing)
        def written(pen: Any, *what: Any) -> Any:
            name = writing, place(pen.path), what
            return _apart(pen.desk, name, lambda desk: writing(pen.at(desk), *what))

        return cast(Writing, written)

    return share


def _apart(desk: Desk, name: Hashable, work: Callable[[Desk], Any]) -> Any:
    """Work out what several units show under a watch of its own, once, so that each of them notes all of its looks."""
    if not isinstance(desk, Spy):
        return work(desk)
    watch = desk._watch
    found = watch.shared.get(name)
    if found is None:
        if len(watch.shared) >= MOST:
            watch.shared.clear()
        apart = Watch(shared=watch.shared)
        found = watch.shared[name] = Shared(work(traces.spy(cast(Desk, desk._target), apart)), apart)
        apart.close()
    watch.join(found.watch)
    return found.value
