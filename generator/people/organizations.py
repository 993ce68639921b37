"""Spellings of organisations → organisations. Knows no formats; joins what differs in legal form, spaces and dots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator import problems, slugs
from generator.grammar import firms
from generator.model import KnownOrganization, Organization
from generator.problems import Problem


class Register:
    """The organisations of organizations.yml by every spelling of theirs; it always wins."""

    def __init__(self, known: Sequence[KnownOrganization]) -> None:
        self._known = known
        self._by_key = {firms.key(form): one for one in reversed(known) for form in (one.name, *one.aliases)}
        self._met: set[str] = set()

    def find(self, form: str) -> KnownOrganization | None:
        """The declared organisation that a spelling means."""
        found = self._by_key.get(firms.key(form))
        if found:
            self._met.add(found.name)
        return found

    def key(self, form: str) -> str:
        """What all spellings of one organisation share."""
        found = self.find(form)
        return firms.key(found.name if found else form)

    def unused(self) -> Iterator[Problem]:
        """Entries of organizations.yml that no call knows."""
        for one in self._known:
            if one.name not in self._met:
                said = f"nobody of {one.name} speaks in any call"
                yield problems.note("organizations.yml", one.line, said, "check the spelling, or keep it for later")


def resolve(forms: Iterable[str], register: Register) -> tuple[dict[str, Organization], dict[str, str]]:
    """Return organisations by id, and every spelling → id, of all forms that occur, as often as they do.

    The name is that of organizations.yml, else the spelling that occurs most, then the shortest.
    """
    spellings: dict[str, Counter[str]] = {}
    for form in forms:
        if firms.key(form):
            spellings.setdefault(register.key(form), Counter())[form] += 1
    found: dict[str, Organization] = {}
    spelled: dict[str, str] = {}
    for _, counted in sorted(spellings.items()):
        made = _organization(counted, register, found)
        found[made.id] = made
        spelled.update(dict.fromkeys(counted, made.id))
    return dict(sorted(found.items())), dict(sorted(spelled.items()))


def _organization(forms: Counter[str], register: Register, taken: Iterable[str]) -> Organization:
    known = register.find(next(iter(forms)))
    name = known.name if known else min(forms, key=lambda f: (-forms[f], len(f), f))
    made = slugs.unique((known.id if known else None) or slugs.slug(name), list(taken))
    others = {*forms, *(known.aliases if known else ())} - {name}
    return Organization(made, name, tuple(sorted(others)))
