"""What is printed in one go: a page, or a few that look at the same things. Knows no kind of page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.model import Page
from generator.pages.desk import Desk

Printing = Callable[[Desk], Iterator[Page]]


@dataclass(frozen=True, slots=True)
class Unit:
    """Pages that are printed together, each time from the same desk."""

    name: str
    """What tells it from all other units of an archive, in every build."""
    pages: Printing
    of: str = ""
    """Id of the call of which the pages see all, if there is one."""


Kind = Callable[[Desk], Iterator[Unit]]


def whole(printing: Printing) -> Kind:
    """Make one unit of all pages of a kind."""

    def units(_: Desk) -> Iterator[Unit]:
        yield Unit(printing.__module__.rpartition(".")[2], printing)

    return units
