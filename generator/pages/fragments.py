"""Remembers what pages write again and again: for one pen, and for all pens from whose pages links are the same.

Must not know what is written.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, TypeVar, cast

from generator.pages import traces

Writing = TypeVar("Writing", bound=Callable[..., Any])


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
            return traces.share(pen.desk, name, lambda desk: writing(pen.at(desk), *what))

        return cast(Writing, written)

    return share
